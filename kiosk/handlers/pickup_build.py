"""Puts the pickup terminal together, out of what the kiosk has."""

import logging
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from content.sync.agent import SyncAgent
from content.sync.inbox import Inbox
from hardware import registry
from hardware.card_reader.interface import CardReader
from hardware.host.clock import Clock
from hardware.locker.interface import LockerBoards
from hardware.scanner.interface import Scanner
from kiosk.flows.events import Event
from kiosk.flows.staff_events import CardSignedIn
from kiosk.handlers.demo_city import DemoCity
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.loading import LoadingHandler
from kiosk.handlers.number_build import NumberParts
from kiosk.handlers.pickup_city import CityMessages
from kiosk.handlers.pickup_demo import Demo, enrol_demo_cards
from kiosk.handlers.pickup_shut import ShutCompartments
from kiosk.handlers.pickup_terminal import PickupTerminal
from kiosk.handlers.pickup_worker import PickupWorker
from kiosk.handlers.receipts import Receipts
from kiosk.handlers.staff_corner import StaffCorner
from kiosk.pickup.custody import Custody
from kiosk.pickup.errors import KeyUnusable, LedgerDamaged, LedgerError
from kiosk.pickup.hashing import KeyedHashing
from kiosk.pickup.keys import DeviceKeys
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.wall import Wall, address, wall_of
from kiosk.settings import KioskSettings
from kiosk.staff.cards import StaffCards
from kiosk.ticketing.numbers import this_boot

log = logging.getLogger(__name__)


class PickupParts(Struct, frozen=True, kw_only=True):
    """What the terminal needs of the kiosk."""

    settings: KioskSettings
    clock: Clock
    folder: Path
    """For device key and ledger."""
    staff_folder: Path
    """For the cards of staff."""
    library: KioskLibrary
    numbers: NumberParts
    """Its printer prints receipts."""
    corner: StaffCorner
    post: Callable[[Event], None]
    tell_staff: Callable[[str], None]
    demo: bool = False
    """A simulated city, and two staff cards that are known."""
    sleep: Callable[[float], None] = time.sleep


class Devices(Struct, frozen=True, kw_only=True):
    """What hangs on its cables."""

    boards: LockerBoards
    card_reader: CardReader
    scanner: Scanner


def build_pickup(parts: PickupParts) -> PickupTerminal | None:
    """The terminal; None: the settings name no compartments.

    :raises ValueError: the wall cannot be as the settings describe it.
    :raises LedgerError: another process owns the ledger, or the disk is full.
    """
    if not parts.settings.pickup.columns:
        return None
    settings, clock = parts.settings, parts.clock
    wall = _checked(settings)
    devices = Devices(
        boards=registry.build("locker", settings.locker, clock=clock),
        card_reader=registry.build("card_reader", settings.card_reader, clock=clock),
        scanner=registry.build("scanner", settings.scanner, clock=clock),
    )
    try:
        keys = DeviceKeys.load_or_make(parts.folder)
        ledger = PickupLedger(parts.folder, clock, key=keys.chain)
    except (LedgerDamaged, KeyUnusable) as fault:
        log.critical("the compartments stay shut: %s", fault)
        return _shut(parts, devices)
    return _terminal(parts, devices, keys, ledger, wall)


def _checked(settings: KioskSettings) -> Wall:
    wall, locks = wall_of(settings.pickup), set(settings.locker.addresses)
    for one in wall.compartments:
        if address(one) not in locks:
            raise ValueError(
                f"pickup.columns: compartment {one.id} hangs on lock {one.lock} of board {one.board} (both from 0); "
                "locker.boards names no such lock"
            )
    return wall


def _terminal(
    parts: PickupParts, devices: Devices, keys: DeviceKeys, ledger: PickupLedger, wall: Wall
) -> PickupTerminal:
    settings, cards = parts.settings.pickup, StaffCards(parts.staff_folder, keys.cards)
    city = DemoCity(settings.terminal) if parts.demo else None
    custody = Custody(
        book=ledger,
        boards=devices.boards,
        wall=wall,
        hashing=KeyedHashing(keys),
        clock=parts.clock,
        settings=settings,
        sleep=parts.sleep,
        seal=city.seal if city else _no_city,
        boot=this_boot(),
    )
    receipts = Receipts(
        library=parts.library,
        clock=parts.clock,
        terminal=settings.terminal,
        printer=parts.numbers.switched,
        in_printer_thread=parts.numbers.worker.do,
        post=parts.post,
    )
    worker = PickupWorker(
        custody=custody,
        settings=settings,
        clock=parts.clock,
        post=parts.post,
        print_receipt=receipts.print,
        tell_staff=parts.tell_staff,
        look=devices.scanner.look,
    )
    inbox = _fresh_inbox(parts) if city else None
    agent = _agent(parts, custody, worker, ledger, city, inbox) if city and inbox else None
    return PickupTerminal(
        worker=worker,
        boards=devices.boards,
        card_reader=devices.card_reader,
        scanner=devices.scanner,
        loading=_loading(parts, custody, cards, worker),
        agent=agent,
        close_files=(ledger.close, *((inbox.close,) if inbox else ())),
        post=parts.post,
        demo=Demo(cards=enrol_demo_cards(cards), city=city) if city else None,
    )


def _fresh_inbox(parts: PickupParts) -> Inbox:
    """The city of a demonstration counts its messages anew after each start."""
    folder = parts.folder / "demo-city"
    shutil.rmtree(folder, ignore_errors=True)
    return Inbox(folder)


def _agent(
    parts: PickupParts, custody: Custody, worker: PickupWorker, ledger: PickupLedger, city: DemoCity, inbox: Inbox
) -> SyncAgent:
    agent = SyncAgent(
        city.double,
        device=parts.settings.pickup.terminal,
        city_key=city.double.signing_key,
        outbox=ledger.outbox,
        inbox=inbox,
        apply=CityMessages(custody=custody, run=worker.run).apply,
        clock=parts.clock,
    )

    def tell_silence() -> None:
        custody.city_silent_since = agent.silent_since

    worker.watchers.append(tell_silence)
    return agent


def _loading(parts: PickupParts, custody: Custody, cards: StaffCards, worker: PickupWorker) -> LoadingHandler:
    corner = parts.corner
    loading = LoadingHandler(
        custody=custody,
        cards=cards,
        run=worker.run,
        post=corner.post,
        state=lambda: corner.staff.state,
        sign_in=lambda card: parts.post(CardSignedIn(card.role)),
    )
    worker.watchers.append(loading.look)
    corner.join_compartments(loading, lambda: custody.view)
    return loading


def _no_city(_plain: bytes) -> bytes:
    """:raises LedgerError: always; nothing is loaded whose code nobody could send."""
    raise LedgerError("This terminal knows no city yet: nobody could send a code to its holder.")


def _shut(parts: PickupParts, devices: Devices) -> PickupTerminal:
    return PickupTerminal(
        worker=ShutCompartments(why="ledger_damaged", post=parts.post),
        boards=devices.boards,
        card_reader=devices.card_reader,
        scanner=devices.scanner,
        loading=None,
        agent=None,
        close_files=(),
        post=parts.post,
    )
