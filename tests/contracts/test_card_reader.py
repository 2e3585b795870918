"""What every card reader must keep: a card is told once when it is put down, and unplugging is daily life."""

import queue
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

from hardware.card_reader import pcsc, serial_line
from hardware.card_reader.interface import Card, CardReader
from hardware.card_reader.pcsc import PcscReader
from hardware.card_reader.serial_line import GONE_SECONDS, SerialLineReader
from hardware.card_reader.settings import CardReaderSettings
from hardware.card_reader.simulator import SimulatedReader
from hardware.host.clock import FakeClock
from hardware.transport import watching
from tests.contracts.speech_worlds import until
from tests.emulators.motion_sensors import SerialSensorEmulator
from tests.emulators.pcsc_library import PcscLibrary
from tests.emulators.vpcd import READER, Pcscd, VirtualCard, missing

PATIENCE_SECONDS = 10.0
QUIET_SECONDS = 0.25
START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
LOST = ("card_reader.missing", "card_reader.no_service", "port.missing", "port.lost")
ONE, OTHER = "04A2B3C4", "04A2B3C4D5E6F7"
SETTINGS = CardReaderSettings(reopen_seconds=0.02)


class World(Protocol):
    """A reader, and hands with cards."""

    reader: CardReader
    clock: FakeClock

    def put(self, uid: str) -> None:
        """A card is put down, and lies there."""
        ...

    def take(self) -> None:
        """It is taken away, and stays away for a while."""
        ...

    def unplug(self) -> None: ...
    def plug(self) -> None: ...
    def close(self) -> None: ...


class SimulatorWorld:
    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(START)
        self.simulator = SimulatedReader(SETTINGS, clock=self.clock)
        self.reader: CardReader = self.simulator

    def put(self, uid: str) -> None:
        self.simulator.show(uid)

    def take(self) -> None:
        """Every showing is over at once."""

    def unplug(self) -> None:
        self.simulator.plug(False)

    def plug(self) -> None:
        self.simulator.plug(True)

    def close(self) -> None:
        self.reader.close()


class SerialWorld:
    """A reader that sends its line three times while the card lies there."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(START)
        self.emulator = SerialSensorEmulator(folder / "reader")
        settings = CardReaderSettings(port=str(folder / "reader"), reopen_seconds=0.02)
        self.reader: CardReader = SerialLineReader(settings, clock=self.clock)

    def put(self, uid: str) -> None:
        self.emulator.send(*[f"{uid}\r\n".encode()] * 3)

    def take(self) -> None:
        self.clock.advance(GONE_SECONDS)

    def unplug(self) -> None:
        self.emulator.unplug()

    def plug(self) -> None:
        self.emulator.plug()

    def close(self) -> None:
        self.reader.close()
        self.emulator.close()


class PcscLibraryWorld:
    """PC/SC's functions in this process."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(START)
        self.library = PcscLibrary()
        self.reader: CardReader = PcscReader(SETTINGS, clock=self.clock, library=lambda: self.library)

    def put(self, uid: str) -> None:
        self.library.put((*bytes.fromhex(uid), 0x90, 0))

    def take(self) -> None:
        self.library.take()
        self.clock.advance(pcsc.GONE_SECONDS)

    def unplug(self) -> None:
        self.library.readers = []

    def plug(self) -> None:
        self.library.readers = ["ACS ACR122U 00 00"]

    def close(self) -> None:
        self.reader.close()
        assert self.library.connects == self.library.disconnects
        assert self.library.contexts == 0


class PcscdWorld:
    """The true service with a virtual reader."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(START)
        self.service = Pcscd()
        self.service.start()
        self.card: VirtualCard | None = None
        settings = CardReaderSettings(reader=READER, reopen_seconds=0.02)
        self.reader: CardReader = PcscReader(settings, clock=self.clock)

    def put(self, uid: str) -> None:
        self.card = VirtualCard(self.service.port, bytes.fromhex(uid) + b"\x90\x00")

    def take(self) -> None:
        card, self.card = self.card, None
        if card is not None:
            card.take_away()
        self.until_empty()
        self.clock.advance(pcsc.GONE_SECONDS)

    def until_empty(self) -> None:
        """pcscd looks after the virtual reader's card every 0.4 s only."""
        from smartcard import scard

        _, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        until(lambda: bool(scard.SCardGetStatusChange(context, 0, [(READER, 0)])[1][0][1] & scard.SCARD_STATE_EMPTY))
        scard.SCardReleaseContext(context)

    def unplug(self) -> None:
        self.service.stop()
        self.service.start(reader=False)

    def plug(self) -> None:
        self.service.stop()
        self.service.start()

    def close(self) -> None:
        self.reader.close()
        if self.card is not None:
            self.card.take_away()
        self.service.stop()


WORLDS: dict[str, Callable[[Path], World]] = {
    "simulator": SimulatorWorld,
    "serial": SerialWorld,
    "PC/SC": PcscLibraryWorld,
    "pcscd": PcscdWorld,
}


@pytest.fixture(params=list(WORLDS))
def world(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Each in turn."""
    if request.param == "pcscd" and (why := missing()):
        pytest.skip(why)
    monkeypatch.setattr(watching, "FIRST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(serial_line, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(pcsc, "LOOK_MS", 20)
    made = WORLDS[request.param](tmp_path)
    yield made
    made.close()


@pytest.fixture
def told(world: World) -> "queue.Queue[Card]":
    """What the kiosk hears, from the moment the reader works."""
    shown: queue.Queue[Card] = queue.Queue()
    assert world.reader.state().trouble == "card_reader.starting"
    world.reader.start(shown.put)
    until(lambda: world.reader.state().trouble == "")
    return shown


def next_uid(told: "queue.Queue[Card]") -> str:
    return told.get(timeout=PATIENCE_SECONDS).uid


def is_quiet(told: "queue.Queue[Card]") -> bool:
    try:
        told.get(timeout=QUIET_SECONDS)
    except queue.Empty:
        return True
    return False


def test_a_card_is_told_once_while_it_lies_there_and_again_when_it_comes_back(
    world: World, told: "queue.Queue[Card]"
) -> None:
    for uid in (ONE, ONE, OTHER):
        world.put(uid)
        assert next_uid(told) == uid
        assert is_quiet(told)
        world.take()


def test_a_lost_reader_is_a_state_and_comes_back_by_itself(world: World, told: "queue.Queue[Card]") -> None:
    before = world.reader.state().since
    world.clock.advance(60)
    world.unplug()
    until(lambda: world.reader.state().trouble in LOST)
    assert world.reader.state().since > before
    world.plug()
    until(lambda: world.reader.state().trouble == "")
    world.put(ONE)
    assert next_uid(told) == ONE


def test_a_reader_that_comes_late_is_taken_when_it_comes(world: World) -> None:
    shown: queue.Queue[Card] = queue.Queue()
    world.unplug()
    world.reader.start(shown.put)
    until(lambda: world.reader.state().trouble in LOST)
    world.plug()
    until(lambda: world.reader.state().trouble == "")
    world.put(OTHER)
    assert next_uid(shown) == OTHER


def test_after_the_end_nothing_is_told(world: World, told: "queue.Queue[Card]") -> None:
    world.reader.close()
    world.put(ONE)
    assert is_quiet(told)
    world.reader.close()


def test_closing_what_was_never_started_does_nothing(world: World) -> None:
    threads = threading.active_count()
    world.reader.close()
    assert threading.active_count() <= threads


def test_a_card_has_no_number_in_a_log(world: World, told: "queue.Queue[Card]") -> None:
    world.put(ONE)
    assert ONE not in repr(told.get(timeout=PATIENCE_SECONDS))
