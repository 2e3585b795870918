"""Puts together what waiting numbers need: ledger, queues, printer, and the worker between them."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from hardware import registry
from hardware.host.clock import Clock
from hardware.printer.interface import Printer
from hardware.printer.switch import SwitchedPrinter
from kiosk.flows import events as e
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.papers import TicketPapers
from kiosk.handlers.ticket_worker import TicketWorker
from kiosk.settings import KioskSettings
from kiosk.staff.kept import Keeper
from kiosk.ticketing.issuing import TicketIssuer
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.office_hours import OfficeHours
from kiosk.ticketing.queues import Queues


class NumberParts(Struct, frozen=True, kw_only=True):
    """What was put together."""

    ledger: Ledger
    printer: Printer
    switched: SwitchedPrinter
    """The same printer, which staff may let rest."""
    queues: Queues
    issuer: TicketIssuer
    worker: TicketWorker


def build_numbers(
    *,
    settings: KioskSettings,
    clock: Clock,
    folder: Path,
    library: KioskLibrary,
    papers: TicketPapers,
    keeper: Keeper,
    post: Callable[[e.Event], None],
    tell_staff: Callable[[str], None],
) -> NumberParts:
    """Opens the ledger.

    :raises LedgerError: another kiosk runs on this folder, or the disk is full.
    """
    ledger = Ledger(folder, clock)
    printer = registry.build("printer", settings.printer, clock=clock)
    switched = SwitchedPrinter(printer, resting="printer" in keeper.now.out_of_service)
    opening = OfficeHours(lambda: library.content)
    queues = Queues(ledger=ledger, clock=clock, concerns=lambda: library.content.concerns, opening=opening)
    issuer = TicketIssuer(
        ledger=ledger,
        printer=switched,
        clock=clock,
        concerns=lambda: library.content.concerns,
        opening=opening,
        compose=papers.ticket,
    )
    worker = TicketWorker(
        issuer=issuer,
        queues=queues,
        printer=switched,
        clock=clock,
        compose_way=papers.way,
        post=post,
        tell_staff=tell_staff,
    )
    return NumberParts(ledger=ledger, printer=printer, switched=switched, queues=queues, issuer=issuer, worker=worker)
