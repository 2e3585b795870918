"""What every scanner must keep: a code is told once while it is held there, nothing at rest, and it comes back."""

import queue
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

from hardware.host.clock import FakeClock
from hardware.scanner import camera, hid, serial
from hardware.scanner.camera import CameraScanner
from hardware.scanner.codes import LONGEST
from hardware.scanner.hid import HidScanner
from hardware.scanner.interface import Scan, Scanner
from hardware.scanner.serial import SerialScanner
from hardware.scanner.settings import ScannerSettings
from hardware.scanner.simulator import SimulatedScanner
from hardware.transport import watching
from tests.contracts.speech_worlds import until
from tests.emulators.motion_sensors import SerialSensorEmulator
from tests.emulators.scanners import CodeCameraEmulator, TypingScannerEmulator
from tests.hardware.scanner.pictures import colour, in_hall, qr

PATIENCE_SECONDS = 10.0
QUIET_SECONDS = 0.25
START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
LOST = ("port.missing", "port.lost")
ONE, OTHER = "LOTSE:P:48151623:42", "https://example.org/abholen?code=12345678&x=Q_9"


class World(Protocol):
    """A scanner, and hands with codes."""

    scanner: Scanner
    clock: FakeClock

    def hold(self, text: str) -> None:
        """Hold a code there; it stays."""
        ...

    def take(self) -> None:
        """Take it away for a while."""
        ...

    def unplug(self) -> None: ...
    def plug(self) -> None: ...
    def close(self) -> None: ...


class SimulatorWorld:
    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(START)
        self.simulator = SimulatedScanner(ScannerSettings(), clock=self.clock)
        self.scanner: Scanner = self.simulator

    def hold(self, text: str) -> None:
        self.simulator.scan(text)

    def take(self) -> None:
        """Every scan is over at once."""

    def unplug(self) -> None:
        self.simulator.plug(False)

    def plug(self) -> None:
        self.simulator.plug(True)

    def close(self) -> None:
        self.scanner.close()


class SerialWorld:
    """A scanner on a stand: reads what is held there three times."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(START)
        self.emulator = SerialSensorEmulator(folder / "scanner")
        settings = ScannerSettings(port=str(folder / "scanner"), reopen_seconds=0.02)
        self.scanner: Scanner = SerialScanner(settings, clock=self.clock)

    def hold(self, text: str) -> None:
        self.emulator.send(*[f"{text}\r\n".encode()] * 3)

    def take(self) -> None:
        self.clock.advance(serial.GONE_SECONDS)

    def unplug(self) -> None:
        self.emulator.unplug()

    def plug(self) -> None:
        self.emulator.plug()

    def close(self) -> None:
        self.scanner.close()
        self.emulator.close()


class HidWorld:
    """The same with keys."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(START)
        self.emulator = TypingScannerEmulator(folder / "scanner")
        settings = ScannerSettings(port=str(folder / "scanner"), reopen_seconds=0.02)
        self.scanner: Scanner = HidScanner(settings, clock=self.clock)

    def hold(self, text: str) -> None:
        for _ in range(3):
            self.emulator.type(text)

    def take(self) -> None:
        self.clock.advance(hid.GONE_SECONDS)

    def unplug(self) -> None:
        self.emulator.unplug()

    def plug(self) -> None:
        self.emulator.plug()

    def close(self) -> None:
        self.scanner.close()
        self.emulator.close()


class CameraWorld:
    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(START)
        self.emulator = CodeCameraEmulator()
        settings = ScannerSettings(reopen_seconds=0.02)
        self.scanner: Scanner = CameraScanner(settings, clock=self.clock, take=self.emulator.take)

    def hold(self, text: str) -> None:
        self.emulator.hold(colour(in_hall(qr(text), seed=4, turned=15)))

    def take(self) -> None:
        self.emulator.hold(None)
        if self.scanner.state().looking:
            self.emulator.seen()
        self.clock.advance(camera.GONE_SECONDS)

    def unplug(self) -> None:
        self.emulator.unplug()

    def plug(self) -> None:
        self.emulator.plug()

    def close(self) -> None:
        self.scanner.close()
        assert self.emulator.opened == self.emulator.released


WORLDS: dict[str, Callable[[Path], World]] = {
    "simulator": SimulatorWorld,
    "serial": SerialWorld,
    "hid": HidWorld,
    "camera": CameraWorld,
}


@pytest.fixture(params=list(WORLDS))
def world(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Each in turn; a second of the device goes by faster."""
    monkeypatch.setattr(watching, "FIRST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(serial, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(hid, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(camera, "LOOKS_PER_SECOND", 50)
    monkeypatch.setattr(camera, "BETWEEN_GRABS_SECONDS", 0.005)
    made = WORLDS[request.param](tmp_path)
    yield made
    made.close()


@pytest.fixture
def told(world: World) -> "queue.Queue[Scan]":
    """What the kiosk hears, from the moment the scanner looks and works."""
    scanned: queue.Queue[Scan] = queue.Queue()
    assert not world.scanner.state().looking
    world.scanner.start(scanned.put)
    look(world)
    return scanned


def look(world: World) -> None:
    """Until it looks."""
    world.scanner.look(True)
    until(lambda: world.scanner.state().trouble == "" and world.scanner.state().looking)


def next_text(told: "queue.Queue[Scan]") -> str:
    return told.get(timeout=PATIENCE_SECONDS).text


def is_quiet(told: "queue.Queue[Scan]") -> bool:
    try:
        told.get(timeout=QUIET_SECONDS)
    except queue.Empty:
        return True
    return False


def test_a_code_is_told_once_while_it_is_held_there_and_again_when_it_comes_back(
    world: World, told: "queue.Queue[Scan]"
) -> None:
    for text in (ONE, ONE, OTHER):
        world.hold(text)
        assert next_text(told) == text
        assert is_quiet(told)
        world.take()


def test_at_rest_nothing_is_told_and_nothing_waits_for_the_next_look(world: World, told: "queue.Queue[Scan]") -> None:
    world.scanner.look(False)
    assert not world.scanner.state().looking
    world.hold(ONE)
    assert is_quiet(told)
    world.take()
    look(world)
    world.hold(OTHER)
    assert next_text(told) == OTHER


def test_a_lost_scanner_is_a_state_and_comes_back_by_itself(world: World, told: "queue.Queue[Scan]") -> None:
    before = world.scanner.state().since
    world.clock.advance(60)
    world.unplug()
    until(lambda: world.scanner.state().trouble in LOST)
    assert world.scanner.state().since > before
    world.plug()
    until(lambda: world.scanner.state().trouble == "")
    world.hold(ONE)
    assert next_text(told) == ONE


def test_a_scanner_that_comes_late_is_taken_when_it_comes(world: World) -> None:
    scanned: queue.Queue[Scan] = queue.Queue()
    world.unplug()
    world.scanner.start(scanned.put)
    world.scanner.look(True)
    until(lambda: world.scanner.state().trouble in LOST)
    world.plug()
    until(lambda: world.scanner.state().trouble == "")
    world.hold(OTHER)
    assert next_text(scanned) == OTHER


def test_what_is_too_long_is_dropped_and_the_next_code_is_told(world: World, told: "queue.Queue[Scan]") -> None:
    world.hold("7" * (LONGEST + 1))
    assert is_quiet(told)
    world.take()
    world.hold("7" * 20)
    assert next_text(told) == "7" * 20


def test_after_the_end_nothing_is_told(world: World, told: "queue.Queue[Scan]") -> None:
    world.scanner.close()
    world.hold(ONE)
    assert is_quiet(told)
    world.scanner.close()


def test_closing_what_was_never_started_does_nothing(world: World) -> None:
    threads = threading.active_count()
    world.scanner.look(True)
    world.scanner.close()
    assert threading.active_count() <= threads


def test_a_code_does_not_stand_in_a_log(world: World, told: "queue.Queue[Scan]") -> None:
    world.hold(ONE)
    assert ONE not in repr(told.get(timeout=PATIENCE_SECONDS))
