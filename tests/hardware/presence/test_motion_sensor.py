"""The input device on a pipe: split and garbled reads, a held line, a code that counts, a port that cannot be taken."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from hardware.presence.motion_sensor import InputDevice, MotionSensor
from hardware.presence.protocol import EV_KEY
from hardware.presence.settings import PresenceSettings
from tests.emulators.motion_sensors import InputDeviceEmulator, report

KEY_WAKEUP, KEY_A = 143, 30


@pytest.fixture
def emulator(tmp_path: Path) -> Iterator[InputDeviceEmulator]:
    made = InputDeviceEmulator(tmp_path / "event0")
    yield made
    made.close()


@pytest.fixture
def source(emulator: InputDeviceEmulator, tmp_path: Path) -> Iterator[InputDevice]:
    made = InputDevice(str(tmp_path / "event0"), None)
    made.open()
    yield made
    made.close()


def no_pause(_seconds: float) -> None:
    raise AssertionError("an input device is waited for, not paused")


def reads(source: InputDevice, times: int) -> list[bool]:
    return [source.read(no_pause) for _ in range(times)]


def test_an_event_in_three_pieces_is_one_movement(source: InputDevice, emulator: InputDeviceEmulator) -> None:
    data = report(1)
    found = []
    for piece in (data[:5], data[5:23], data[23:]):
        emulator.send(piece)
        found.append(source.read(no_pause))
    assert found == [False, False, True]


def test_movement_that_ended_before_it_was_read_is_told_once(
    source: InputDevice, emulator: InputDeviceEmulator
) -> None:
    emulator.send(report(1), report(0))
    assert reads(source, 2) == [True, False]


def test_a_line_that_stays_up_means_somebody_stays(source: InputDevice, emulator: InputDeviceEmulator) -> None:
    emulator.send(report(1))
    assert reads(source, 3) == [True, True, True]
    emulator.send(report(0))
    assert reads(source, 2) == [False, False]


def test_garbage_between_events_costs_at_most_one(source: InputDevice, emulator: InputDeviceEmulator) -> None:
    whole = report(1, EV_KEY, KEY_WAKEUP) + report(0, EV_KEY, KEY_WAKEUP)
    emulator.send(b"\xff\x17\x03" * 11, whole, b"\x00\x99", whole)
    assert any(reads(source, 3))


def test_only_the_code_of_the_settings_counts(emulator: InputDeviceEmulator, tmp_path: Path) -> None:
    source = InputDevice(str(tmp_path / "event0"), KEY_WAKEUP)
    source.open()
    emulator.send(report(1, EV_KEY, KEY_A))
    assert not source.read(no_pause)
    emulator.send(report(1, EV_KEY, KEY_WAKEUP))
    assert source.read(no_pause)
    source.close()


def test_what_was_held_before_the_cable_came_out_is_forgotten(
    source: InputDevice, emulator: InputDeviceEmulator
) -> None:
    emulator.send(report(1))
    assert source.read(no_pause)
    emulator.unplug()
    with pytest.raises(HardwareError) as lost:
        source.read(no_pause)
    assert lost.value.code == "port.lost"
    source.close()
    emulator.plug()
    source.open()
    assert reads(source, 2) == [False, False]


def test_a_port_that_is_no_device_is_refused_and_tried_again(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, code in (("nothing", "port.missing"), ("loop", "port.refused")):
        with pytest.raises(HardwareError) as fault:
            InputDevice(str(tmp_path / name), None).open()
        assert fault.value.code == code
    told = threading.Event()
    settings = PresenceSettings(driver="motion_sensor", port=str(tmp_path / "folder"), reopen_seconds=0.01)
    sensor = MotionSensor(settings, clock=FakeClock(datetime(2026, 11, 24, tzinfo=UTC)))
    sensor.start(told.set)
    assert not told.wait(0.2)
    assert not sensor.state().works
    sensor.close()
