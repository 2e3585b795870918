"""The lines of a ticket, once for paper and screen: how long, how many, where to wait, which room. Knows no printer."""

from datetime import datetime
from typing import NamedTuple

from msgspec import Struct

from kiosk.texts import listed, say
from kiosk.ticketing.model import Ticket

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
    language = facts.language
    lines = [
        TicketLine("clock-outline", *_wait(ticket.wait_minutes, language)),
        TicketLine("account-group-outline", "", _before(ticket.waiting_before, language, brief)),
    ]
    if facts.waiting_area and not brief:
        lines.append(TicketLine("seat-outline", "", say("paper.area", language, area=facts.waiting_area)))
    if facts.rooms:
        lines.append(TicketLine("door", "", rooms_in_words(facts.rooms, language)))
    return tuple(lines)


def _wait(minutes: int | None, language: str) -> tuple[str, str]:
    if minutes is None:
        return "", say("paper.wait_unknown", language)
    if minutes == 0:
        return say("paper.wait_none", language), ""
    return say("paper.wait", language, n=minutes), ""


def _before(people: int, language: str, brief: bool) -> str:
    if people == 0:
        return say("paper.before_none", language)
    return say("paper.before_brief" if brief else "paper.before", language, n=people)


def rooms_in_words(rooms: tuple[str, ...], language: str) -> str:
    """ "Dann Zimmer 1.07 oder 1.08"."""
    rooms = tuple(dict.fromkeys(rooms))
    if len(rooms) > NAMED_ROOMS:
        return say("paper.many_rooms", language)
    named = rooms[-1]
    if len(rooms) > 1:
        named = say("paper.either", language, others=listed(rooms[:-1], language), last=rooms[-1])
    if all(any(letter.isdigit() for letter in room) for room in rooms):
        return say("paper.room", language, room=named)
    return say("paper.place", language, room=named)


def moment_in_words(moment: datetime, language: str) -> str:
    """Date and time."""
    return say(
        "paper.moment",
        language,
        day=moment.day,
        month=moment.month,
        year=moment.year,
        hour=moment.hour,
        minute=moment.minute,
    )
