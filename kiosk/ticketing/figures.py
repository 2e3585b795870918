"""The day in figures: numbers per hour and concern, waits, contingents, papers. Pure; nothing about a person."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from kiosk.ticketing.model import Ticket, TicketState

DAYS = 8
"""Today and the seven days before."""


class Waits(Struct, frozen=True, kw_only=True):
    """From drawn to called, whole minutes."""

    called: int
    middle: int | None
    """Half waited less; None: nobody was called yet."""
    long: int | None
    """Nine of ten waited less."""


class Cell(Struct, frozen=True, kw_only=True):
    """One concern in one hour of the day in which its numbers were drawn."""

    hour: int
    concern: str
    drawn: int
    waits: Waits


class ConcernFigures(Struct, frozen=True, kw_only=True):
    """One concern over the day."""

    concern: str
    drawn: int
    """Void numbers left out."""
    waits: Waits
    waiting: int
    contingent: int | None
    """None: no limit."""

    @property
    def left(self) -> int | None:
        """Of the contingent."""
        return None if self.contingent is None else max(0, self.contingent - self.drawn)


class DayFigures(Struct, frozen=True, kw_only=True):
    """One day."""

    day: date
    drawn: int
    void: int
    waits: Waits
    concerns: tuple[ConcernFigures, ...]
    """In the order of the content; those without numbers too."""
    cells: tuple[Cell, ...]
    """Hours in order, concerns within; only where numbers were drawn."""
    papers: tuple[tuple[date, int], ...]
    """Printed tickets of this day and the days before, oldest first."""

    def hours(self) -> tuple[tuple[int, int], ...]:
        """(hour, numbers drawn in it), without gaps from the first to the last."""
        counts: dict[int, int] = {}
        for cell in self.cells:
            counts[cell.hour] = counts.get(cell.hour, 0) + cell.drawn
        return tuple((hour, counts.get(hour, 0)) for hour in range(min(counts), max(counts) + 1)) if counts else ()


def figures(tickets: Iterable[Ticket], day: date, contingents: Mapping[str, int | None]) -> DayFigures:
    """The figures of `day`.

    :param tickets: of `day` and the days before; others are left out.
    :param contingents: every concern of the content with its numbers a day.
    """
    known = list(tickets)
    all_today = [ticket for ticket in known if ticket.day == day]
    valid = [ticket for ticket in all_today if ticket.state is not TicketState.VOID]
    names = list(dict.fromkeys([*contingents, *(ticket.concern for ticket in valid)]))
    by_cell: dict[tuple[int, str], list[Ticket]] = {}
    for ticket in valid:
        by_cell.setdefault((ticket.drawn_at.hour, ticket.concern), []).append(ticket)
    return DayFigures(
        day=day,
        drawn=len(valid),
        void=len(all_today) - len(valid),
        waits=waits(valid),
        concerns=tuple(_concern(name, valid, contingents.get(name)) for name in names),
        cells=tuple(
            Cell(hour=hour, concern=name, drawn=len(cell), waits=waits(cell))
            for (hour, name), cell in sorted(by_cell.items(), key=lambda item: (item[0][0], names.index(item[0][1])))
        ),
        papers=_papers(known, day),
    )


def _concern(name: str, valid: Sequence[Ticket], contingent: int | None) -> ConcernFigures:
    own = [ticket for ticket in valid if ticket.concern == name]
    return ConcernFigures(
        concern=name,
        drawn=len(own),
        waits=waits(own),
        waiting=sum(ticket.called_at is None for ticket in own),
        contingent=contingent,
    )


def _papers(tickets: Sequence[Ticket], day: date) -> tuple[tuple[date, int], ...]:
    days = [day - timedelta(days=ago) for ago in range(DAYS - 1, -1, -1)]
    counts = dict.fromkeys(days, 0)
    for ticket in tickets:
        if ticket.state is TicketState.PRINTED and ticket.day in counts:
            counts[ticket.day] += 1
    return tuple(counts.items())


def waits(tickets: Iterable[Ticket]) -> Waits:
    """Of those that were called; a clock set back in between counts as no wait."""
    minutes = sorted(
        max(0.0, (ticket.called_at - ticket.drawn_at).total_seconds() / 60) for ticket in tickets if ticket.called_at
    )
    if not minutes:
        return Waits(called=0, middle=None, long=None)
    from statistics import median  # with the staff corner's page, as csv

    nine_tenths = minutes[min(len(minutes) - 1, -(-9 * len(minutes) // 10) - 1)]
    return Waits(called=len(minutes), middle=round(median(minutes)), long=round(nine_tenths))


HEAD = ("day", "hour", "concern", "drawn", "called", "median_wait_min", "p90_wait_min", "contingent", "left")


def as_csv(one: DayFigures) -> str:
    """RFC 4180 with semicolons: one line an hour and concern, then one a concern for the whole day (hour empty)."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for cell in one.cells:
        values = (cell.waits.called, cell.waits.middle, cell.waits.long)
        writer.writerow((one.day.isoformat(), cell.hour, cell.concern, cell.drawn, *values, None, None))
    for own in one.concerns:
        values = (own.waits.called, own.waits.middle, own.waits.long)
        writer.writerow((one.day.isoformat(), None, own.concern, own.drawn, *values, own.contingent, own.left))
    return out.getvalue()
