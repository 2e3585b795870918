"""The lines of a ticket, once for paper and screen: how long, how many, where to wait, which room. Knows no printer."""

from datetime import datetime
from typing import NamedTuple

from msgspec import Struct

from kiosk.ticketing.model import Ticket
from kiosk.ticketing.texts import TicketTexts, ticket_texts

NAMED_ROOMS = 3
"""With more rooms than these the ticket says where the room is shown."""


class TicketFacts(Struct, frozen=True, kw_only=True):
    """What a ticket says beside its number, in the visitor's language."""

    language: str
    house: str
    """"Bürgeramt"."""
    town: str
    concern: str
    """Title of the concern: "Ausweis und Pass"."""
    waiting_area: str = ""
    """"1. Stock, Blau"."""
    rooms: tuple[str, ...] = ()
    """As on the doors ("1.07"), or names ("Kasse")."""
    steps: tuple[str, ...] = ()
    """Short directions from the kiosk to the waiting area."""
    bring: tuple[str, ...] = ()
    """What to bring."""


class TicketLine(NamedTuple):
    """An icon (Material Design Icons), words in bold, words in regular weight."""

    icon: str
    bold: str
    rest: str


def ticket_lines(ticket: Ticket, facts: TicketFacts, *, brief: bool = False) -> tuple[TicketLine, ...]:
    """The lines below number and concern, in the order of paper and screen.

    :param brief: three shorter lines, where a code stands beside them.
    """
    texts = ticket_texts(facts.language)
    lines = [
        TicketLine("clock-outline", *_wait(ticket.wait_minutes, texts)),
        TicketLine("account-group-outline", "", _before(ticket.waiting_before, texts, brief)),
    ]
    if facts.waiting_area and not brief:
        lines.append(TicketLine("seat-outline", "", texts.area.format(area=facts.waiting_area)))
    if facts.rooms:
        lines.append(TicketLine("door", "", rooms_in_words(facts.rooms, texts)))
    return tuple(lines)


def _wait(minutes: int | None, texts: TicketTexts) -> tuple[str, str]:
    if minutes is None:
        return "", texts.wait_unknown
    if minutes == 0:
        return texts.wait_none, ""
    return (texts.wait_one if minutes == 1 else texts.wait.format(n=minutes)), ""


def _before(people: int, texts: TicketTexts, brief: bool) -> str:
    if people == 0:
        return texts.before_none
    if brief:
        return texts.before_brief.format(n=people)
    return texts.before_one if people == 1 else texts.before.format(n=people)


def rooms_in_words(rooms: tuple[str, ...], texts: TicketTexts) -> str:
    """ "Dann Zimmer 1.07 oder 1.08"."""
    rooms = tuple(dict.fromkeys(rooms))
    if len(rooms) > NAMED_ROOMS:
        return texts.many_rooms
    named = rooms[-1] if len(rooms) == 1 else texts.either.format(others=", ".join(rooms[:-1]), last=rooms[-1])
    has_number = all(any(letter.isdigit() for letter in room) for room in rooms)
    return (texts.room if has_number else texts.place).format(room=named)


def moment_in_words(moment: datetime, texts: TicketTexts) -> str:
    """Date and time."""
    return texts.moment.format(
        day=moment.day, month=moment.month, year=moment.year, hour=moment.hour, minute=moment.minute
    )
