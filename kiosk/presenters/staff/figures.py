"""Pictures of the day: numbers per hour, per concern, waits, papers per day. Numbers and words, never colour alone."""

from collections.abc import Sequence

from kiosk.flows import staff_events as e
from kiosk.flows.staff import Staff
from kiosk.presenters.contents import Choice, IconLine
from kiosk.presenters.staff.contents import Bar, FiguresPage
from kiosk.presenters.staff.frame import frame, note
from kiosk.presenters.staff.world import StaffWorld
from kiosk.texts import say_staff
from kiosk.ticketing.figures import ConcernFigures, DayFigures

VIEWS = ("hours", "concerns", "waits", "days")
MOST_BARS = 10


def figures_page(staff: Staff, world: StaffWorld) -> FiguresPage:
    """One of four pictures."""
    language, day = staff.language, world.figures
    view = staff.view if staff.view in VIEWS else VIEWS[0]
    bars = _BARS[view](day, world, language) if day else ()
    return FiguresPage(
        frame=frame(staff, world),
        title=say_staff(f"staff.figures.{view}.title", language),
        lead=say_staff(f"staff.figures.{view}.lead", language),
        bars=bars[:MOST_BARS],
        empty=say_staff("staff.figures.nobody_called" if day and day.drawn else "staff.figures.none", language),
        heading=say_staff("staff.figures.sum", language, n=day.drawn if day else 0),
        lines=_lines(day, language) if day else (),
        views=tuple(
            Choice(
                test_id=f"figures.{name}",
                label=say_staff(f"staff.figures.{name}", language),
                chosen=name == view,
                event=e.FigureChosen(name),
            )
            for name in VIEWS
        ),
        note=note(staff, world),
    )


def _lines(day: DayFigures, language: str) -> tuple[IconLine, ...]:
    if day.waits.middle is None:
        waits = say_staff("staff.figures.nobody_called", language)
    else:
        waits = say_staff("staff.figures.waits.all", language, middle=day.waits.middle, long=day.waits.long)
    table = say_staff("staff.figures.csv", language)
    return (IconLine(icon="timer-outline", rest=waits), IconLine(icon="table", rest=table))


def _hours(day: DayFigures, _world: StaffWorld, language: str) -> tuple[Bar, ...]:
    hours = day.hours()[-MOST_BARS:]
    most = max((count for _, count in hours), default=0)
    return tuple(
        Bar(
            label=say_staff("staff.figures.hour", language, start=hour, end=hour + 1),
            value=str(count),
            share=_share(count, most),
        )
        for hour, count in hours
    )


def _busiest(day: DayFigures) -> list[ConcernFigures]:
    """Concerns with the most numbers first, those without any left out where there are many."""
    ordered = sorted(day.concerns, key=lambda one: -one.drawn)
    return ordered if len(ordered) <= MOST_BARS else [one for one in ordered if one.drawn] or ordered


def _name(concern: str, world: StaffWorld, language: str) -> str:
    known = world.usual.concerns.get(concern)
    return known.title.in_language(language) if known else concern


def _concerns(day: DayFigures, world: StaffWorld, language: str) -> tuple[Bar, ...]:
    ordered = _busiest(day)
    most = max((one.drawn for one in ordered), default=0)
    return tuple(
        Bar(
            label=_name(one.concern, world, language),
            value=str(one.drawn) if one.contingent is None else f"{one.drawn}/{one.contingent}",
            share=_share(one.drawn, most),
        )
        for one in ordered
    )


def _waits(day: DayFigures, world: StaffWorld, language: str) -> tuple[Bar, ...]:
    called: Sequence[ConcernFigures] = [one for one in day.concerns if one.waits.middle is not None]
    ordered = sorted(called, key=lambda one: -(one.waits.middle or 0))
    most = max((one.waits.middle or 0 for one in ordered), default=0)
    return tuple(
        Bar(
            label=_name(one.concern, world, language),
            value=say_staff("staff.figures.minutes", language, middle=one.waits.middle, long=one.waits.long),
            share=_share(one.waits.middle or 0, most),
        )
        for one in ordered
    )


def _days(day: DayFigures, _world: StaffWorld, language: str) -> tuple[Bar, ...]:
    most = max((count for _, count in day.papers), default=0)
    names = say_staff("staff.figures.weekdays", language).split(" ")
    return tuple(
        Bar(label=f"{names[one.weekday()]} {one.day:02}.{one.month:02}.", value=str(count), share=_share(count, most))
        for one, count in day.papers
    )


def _share(count: int, most: int) -> float:
    return count / most if most else 0.0


_BARS = {"hours": _hours, "concerns": _concerns, "waits": _waits, "days": _days}
