"""The receipt of a collected document on paper: what, when, which compartment of which terminal. It bears no name."""

from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.printer.interface import Block, Line, Logo, Outcome, Printer, PrintJob, Rule
from kiosk.flows import pickup_events as p
from kiosk.flows.pickup_effects import PrintReceipt
from kiosk.handlers.papers import on_paper
from kiosk.handlers.partners import Library
from kiosk.handlers.ticket_worker import trouble_of
from kiosk.pickup.words import Document
from kiosk.texts import say
from kiosk.ticketing.lines import moment_in_words


class Receipts:
    """Has them printed in the thread that owns the printer."""

    def __init__(
        self,
        *,
        library: Library,
        clock: Clock,
        terminal: str,
        printer: Printer,
        in_printer_thread: Callable[[Callable[[], None]], None],
        post: Callable[[p.PickupEvent], None],
    ) -> None:
        """:param terminal: its name.

        :param in_printer_thread: has something done by the thread that owns the printer (`TicketWorker.do`).
        """
        self._library, self._clock, self._terminal = library, clock, terminal
        self._printer, self._in_printer_thread, self._post = printer, in_printer_thread, post
        self._count = 0

    def print(self, wish: PrintReceipt, document: Document) -> None:
        """Compose now, print as soon as the printer's thread is free, and tell how that went."""
        self._count += 1
        job = PrintJob(f"receipt-{self._count}-{self._clock.now():%Y%m%dT%H%M%S%f}", self._blocks(wish, document))
        self._in_printer_thread(lambda: self._print(wish.visit, job))

    def _print(self, visit: str, job: PrintJob) -> None:
        try:
            result = self._printer.print(job)
        except Exception:
            self._post(p.ReceiptNotPrinted(visit, "printer.fault"))
            raise
        if result.outcome is Outcome.PRINTED:
            self._post(p.ReceiptPrinted(visit))
        else:
            self._post(p.ReceiptNotPrinted(visit, trouble_of(result.status) or "printer.not_sent"))

    def _blocks(self, wish: PrintReceipt, document: Document) -> tuple[Block, ...]:
        language, town = on_paper(wish.language), self._library.content.town
        taken = moment_in_words(self._clock.now(), language)
        return (
            Logo(),
            Line(f"{town.house.in_language(language)} {town.name.in_language(language)}", align="center"),
            Line(say("paper.receipt.title", language), size=2, bold=True),
            Rule(),
            Line(say(f"pickup.kind.{document.kind}", language), bold=True),
            Line(say("paper.receipt.taken", language, moment=taken)),
            Line(say("paper.receipt.where", language, terminal=self._terminal, number=document.compartment)),
            Rule(),
            Line(say("paper.receipt.nameless", language)),
        )
