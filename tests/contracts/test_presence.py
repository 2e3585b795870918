"""What every device that notices somebody must keep: it tells of movement alone, and comes back by itself."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

from hardware.host.clock import FakeClock
from hardware.presence import camera, watching
from hardware.presence.interface import Presence
from hardware.presence.motion_sensor import MotionSensor
from hardware.presence.serial_sensor import SerialSensor
from hardware.presence.settings import PresenceSettings
from hardware.presence.simulator import SimulatedPresence
from tests.emulators.motion_sensors import CameraEmulator, InputDeviceEmulator, SerialSensorEmulator

PATIENCE_SECONDS = 10.0
QUIET_SECONDS = 0.6
START = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


class Device(Protocol):
    """The world behind the driver."""

    def move(self) -> None:
        """Something moves, once."""
        ...

    def unplug(self) -> None: ...
    def plug(self) -> None: ...
    def close(self) -> None: ...


class SimulatedHands:
    """The simulator, by the names the bench page uses."""

    def __init__(self, simulator: SimulatedPresence) -> None:
        self._simulator = simulator

    def move(self) -> None:
        self._simulator.set_switch("somebody", True)
        self._simulator.set_switch("somebody", False)

    def unplug(self) -> None:
        self._simulator.set_fault("unplugged", True)

    def plug(self) -> None:
        self._simulator.set_fault("unplugged", False)

    def close(self) -> None:
        """Nothing of its own."""


class World:
    """A driver, the device behind it, and what it told."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.clock = FakeClock(START)
        settings = PresenceSettings(port=str(folder / "presence"), reopen_seconds=0.02)
        self.presence, self.device = self._made(kind, settings, folder)
        self.told = 0
        self._news = threading.Condition()

    def _made(self, kind: str, settings: PresenceSettings, folder: Path) -> tuple[Presence, Device]:
        path = folder / "presence"
        if kind == "camera":
            emulator = CameraEmulator()
            return camera.CameraPresence(settings, clock=self.clock, take=emulator.take), emulator
        if kind == "motion_sensor":
            return MotionSensor(settings, clock=self.clock), InputDeviceEmulator(path)
        if kind == "serial_sensor":
            return SerialSensor(settings, clock=self.clock), SerialSensorEmulator(path)
        simulator = SimulatedPresence(settings, clock=self.clock)
        return simulator, SimulatedHands(simulator)

    def start(self) -> None:
        """Watch, and wait until it works."""
        self.presence.start(self._moved)
        self.until_trouble("")

    def _moved(self) -> None:
        with self._news:
            self.told += 1
            self._news.notify_all()

    def until_told(self, times: int) -> None:
        """Movement was told so often."""
        with self._news:
            assert self._news.wait_for(lambda: self.told >= times, PATIENCE_SECONDS), f"told {self.told} times"

    def until_trouble(self, *codes: str) -> None:
        """The state is one of these; "" = works."""
        done, tick = threading.Event(), PATIENCE_SECONDS
        while self.presence.state().trouble not in codes and tick > 0:
            done.wait(0.01)
            tick -= 0.01
        state = self.presence.state()
        assert state.trouble in codes
        assert state.works is (not state.trouble)

    def is_quiet(self) -> bool:
        """Nothing is told for a while."""
        with self._news:
            before = self.told
            return not self._news.wait_for(lambda: self.told != before, QUIET_SECONDS)

    def close(self) -> None:
        self.presence.close()
        self.device.close()


@pytest.fixture(params=["simulator", "camera", "motion_sensor", "serial_sensor"])
def world(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Each in turn; a second of the device goes by faster."""
    monkeypatch.setattr(camera, "LOOKS_PER_SECOND", 100)
    monkeypatch.setattr(camera, "BETWEEN_GRABS_SECONDS", 0.005)
    monkeypatch.setattr(watching, "TELL_EVERY_SECONDS", 0.05)
    monkeypatch.setattr(watching, "FIRST_PAUSE_SECONDS", 0.01)
    made = World(request.param, tmp_path)
    yield made
    made.close()


def test_before_the_start_it_tells_nothing_and_says_so(world: World) -> None:
    state = world.presence.state()
    assert (state.works, state.trouble, state.since) == (False, watching.STARTING, START)
    assert world.told == 0


def test_movement_is_told_and_rest_is_not(world: World) -> None:
    world.start()
    assert world.is_quiet()
    world.device.move()
    world.until_told(1)
    while not world.is_quiet():
        continue
    before = world.told
    world.device.move()
    world.until_told(before + 1)


def test_a_lost_device_is_a_state_and_comes_back_by_itself(world: World) -> None:
    world.start()
    world.clock.advance(60)
    world.device.unplug()
    world.until_trouble("port.lost", "port.missing")
    assert world.presence.state().since > START
    assert world.is_quiet()
    world.device.plug()
    world.until_trouble("")
    world.device.move()
    world.until_told(1)


def test_a_device_that_comes_late_is_taken_when_it_comes(world: World) -> None:
    world.device.unplug()
    world.presence.start(world._moved)
    world.until_trouble("port.missing")
    world.device.plug()
    world.until_trouble("")
    world.device.move()
    world.until_told(1)


def test_after_the_end_nothing_is_told(world: World) -> None:
    world.start()
    world.device.move()
    world.presence.close()
    before = world.told
    assert world.is_quiet()
    assert world.told == before
    world.presence.close()


def test_closing_what_was_never_started_does_nothing(world: World) -> None:
    world.presence.close()
    assert world.told == 0
