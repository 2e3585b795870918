"""The paper of a ticket, and of a way: facts in, blocks for any printer out. Wrapping and umlauts are the driver's."""

from datetime import datetime

from hardware.printer.interface import Block, Line, Logo, Qr, Rule, Space
from kiosk.texts import say
from kiosk.ticketing.lines import TicketFacts, moment_in_words, ticket_lines
from kiosk.ticketing.model import Ticket
from kiosk.ticketing.phone import phone_payload

WIDEST_LABEL = 4
"""Letters of eightfold size that fit on paper of 58 mm (384 dots of 96)."""


def ticket_blocks(ticket: Ticket, facts: TicketFacts, base_url: str | None = None) -> tuple[Block, ...]:
    """The ticket. Its lines are those of the screen, in the same order.

    :param base_url: see `phone.phone_payload`.
    :raises ValueError: the address does not fit.
    """
    language = facts.language
    blocks: list[Block] = [
        *_head(facts.house, facts.town),
        Line(ticket.label, size=8 if len(ticket.label) <= WIDEST_LABEL else 6, bold=True, align="center"),
        Line(facts.concern, size=2, bold=True, align="center"),
        Rule(),
    ]
    for line in ticket_lines(ticket, facts):
        if line.bold:
            blocks.append(Line(line.bold, size=2, bold=True))
        if line.rest:
            blocks.append(Line(line.rest))
    blocks += _list(say("paper.way", language), _numbered(facts.steps))
    blocks += _list(
        say("paper.bring", language), tuple(say("paper.bring_row", language, what=what) for what in facts.bring)
    )
    return (
        *blocks,
        Rule(),
        Qr(phone_payload(ticket, facts, base_url)),
        Line(say("paper.phone", language), align="center"),
        Space(),
        Line(moment_in_words(ticket.drawn_at, language), align="center"),
        Line(say("paper.today_only", language), bold=True, align="center"),
    )


def way_blocks(
    *,
    language: str,
    house: str,
    town: str,
    goal: str,
    steps: tuple[str, ...],
    metres: float,
    seconds: float,
    now: datetime,
) -> tuple[Block, ...]:
    """Printed directions to `goal`, one text a step. It bears no number, so it may be printed as often as wanted."""
    length = say("paper.way_length", language, metres=max(1, round(metres)), n=max(1, round(seconds / 60)))
    return (
        *_head(house, town),
        Line(say("paper.way_title", language, goal=goal), size=2, bold=True),
        Line(length),
        Rule(),
        *(Line(step) for step in _numbered(steps)),
        Rule(),
        Line(moment_in_words(now, language), align="center"),
    )


def _head(house: str, town: str) -> tuple[Block, ...]:
    return Logo(), Line(f"{house} {town}", align="center")


def _numbered(steps: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{number}. {step}" for number, step in enumerate(steps, 1))


def _list(title: str, rows: tuple[str, ...]) -> tuple[Block, ...]:
    return (Rule(), Line(title, bold=True), *(Line(row) for row in rows)) if rows else ()
