"""What every keypad must keep: each press is told once, in order, and unplugging is daily life."""

import queue
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from hardware.host.clock import SystemClock
from hardware.keypad.evdev import EvdevKeypad
from hardware.keypad.interface import Key, Keypad
from hardware.keypad.keys import MEANINGS
from hardware.keypad.settings import KeypadSettings
from hardware.keypad.simulator import SimulatedKeypad
from tests.contracts.speech_worlds import until
from tests.emulators.keypad import KeypadEmulator


class World(Protocol):
    """A keypad and a finger."""

    keypad: Keypad

    def press(self, key: Key) -> None:
        """Press it and let it go."""
        ...

    def plug(self, on: bool) -> None:
        """Its cable."""
        ...

    def close(self) -> None:
        """End."""
        ...


class SimulatorWorld:
    def __init__(self, folder: Path) -> None:
        self.simulator = SimulatedKeypad(KeypadSettings(), clock=SystemClock())
        self.keypad: Keypad = self.simulator

    def press(self, key: Key) -> None:
        self.simulator.press(key)

    def plug(self, on: bool) -> None:
        self.simulator.plug(on)

    def close(self) -> None:
        self.keypad.close()


class EvdevWorld:
    def __init__(self, folder: Path) -> None:
        self.emulator = KeypadEmulator(folder / "keypad")
        settings = KeypadSettings(
            driver="evdev",
            device=folder / "keypad",
            reopen_seconds=0.02,
            keys={"KEY_F17": Key.SLOWER, "KEY_F18": Key.FASTER, "KEY_F15": Key.HEADPHONES_IN}
            | {"KEY_F16": Key.HEADPHONES_OUT},
        )
        self._names = {key: name for name, key in {**MEANINGS, **settings.keys}.items()}
        self.keypad: Keypad = EvdevKeypad(settings, clock=SystemClock())

    def press(self, key: Key) -> None:
        self.emulator.press(self._names[key])

    def plug(self, on: bool) -> None:
        if on:
            self.emulator.plug()
        else:
            self.emulator.unplug()

    def close(self) -> None:
        self.keypad.close()
        self.emulator.close()


@pytest.fixture(params=[SimulatorWorld, EvdevWorld], ids=["simulator", "evdev and emulator"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """Each in turn."""
    made: World = request.param(tmp_path)
    yield made
    made.close()


@pytest.fixture
def pressed(world: World) -> "queue.Queue[Key]":
    """What the kiosk hears."""
    told: queue.Queue[Key] = queue.Queue()
    world.keypad.start(told.put)
    return told


def test_every_key_is_told_once_and_in_order(world: World, pressed: "queue.Queue[Key]") -> None:
    for key in Key:
        world.press(key)
    assert [pressed.get(timeout=5) for _ in Key] == list(Key)
    assert pressed.empty()
    assert world.keypad.trouble == ""


def test_unplugged_and_plugged_in_again(world: World, pressed: "queue.Queue[Key]") -> None:
    world.press(Key.UP)
    assert pressed.get(timeout=5) is Key.UP
    world.plug(False)
    until(lambda: world.keypad.trouble == "keypad.missing")
    world.plug(True)
    world.press(Key.DOWN)
    assert pressed.get(timeout=5) is Key.DOWN
    until(lambda: world.keypad.trouble == "")


def test_after_close_nothing_is_told(world: World, pressed: "queue.Queue[Key]") -> None:
    world.keypad.close()
    world.press(Key.OK)
    with pytest.raises(queue.Empty):
        pressed.get(timeout=0.1)
    world.keypad.close()
