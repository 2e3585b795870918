"""What goes onto paper and onto the phone: tickets and ways, made of the content in use. Knows no printer."""

from content.model.content import Content
from content.wayfinding.route import NoWay
from hardware.host.clock import Clock
from hardware.printer.interface import Block
from kiosk.flows.effects import DrawNumber, PrintNumber, PrintWay
from kiosk.handlers.library import KioskLibrary
from kiosk.ticketing.facts import ticket_facts
from kiosk.ticketing.model import Ticket
from kiosk.ticketing.paper import ticket_blocks, way_blocks
from kiosk.ticketing.phone import phone_payload

PRINTED_IN = {"ar": "de"}
"""Languages whose letters the printer's code page lacks, and the one their paper is in. Turkish loses its dots,
Ukrainian is printed in Latin letters (hardware.printer.transliteration)."""


class TicketPapers:
    """Composes papers. Called from the ticket thread and the screen's."""

    def __init__(self, *, clock: Clock, phone_address: str | None) -> None:
        """:param phone_address: https address that tickets' codes lead to; None: the code carries the ticket's text."""
        self._clock, self._phone_address = clock, phone_address
        self._library: KioskLibrary | None = None

    def use(self, library: KioskLibrary) -> None:
        """Library and papers need each other; this joins them once both exist."""
        self._library = library

    @property
    def library(self) -> KioskLibrary:
        """The content in use."""
        assert self._library is not None, "papers are composed after `use`"
        return self._library

    def ticket(self, ticket: Ticket, wish: DrawNumber | PrintNumber | None = None) -> tuple[Block, ...]:
        """A number's paper, in the language of the visitor who drew it."""
        content, ways = self.library.content, self.library.ways()
        facts = ticket_facts(
            ticket,
            content,
            ways,
            on_paper(wish.language) if wish else "de",
            service=wish.service if wish else "",
            step_free=wish.step_free if wish else False,
            with_way=True,
        )
        return ticket_blocks(ticket, facts, self._phone_address)

    def way(self, wish: PrintWay) -> tuple[Block, ...]:
        """Directions on paper.

        :raises ValueError: there is no such way; the screen offers no button then.
        """
        content, ways, language = self.library.content, self.library.ways(), on_paper(wish.language)
        route = ways.way(wish.place, wish.step_free)
        if isinstance(route, NoWay):
            raise ValueError(f"no way to print: {route.reason}")
        return way_blocks(
            language=language,
            house=content.town.house.in_language(language),
            town=content.town.name.in_language(language),
            goal=ways.place_name(wish.place, language),
            steps=tuple(ways.directions(route, language)),
            metres=route.length_m,
            seconds=route.duration_s,
            now=self._clock.now(),
        )

    def phone(self, ticket: Ticket, language: str) -> str:
        """Data of the phone's code."""
        content: Content = self.library.content
        facts = ticket_facts(ticket, content, self.library.ways(), language)
        return phone_payload(ticket, facts, self._phone_address)


def on_paper(language: str) -> str:
    """The language that paper for a visitor of `language` is in."""
    return PRINTED_IN.get(language, language)
