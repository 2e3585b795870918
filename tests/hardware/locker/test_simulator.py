"""The simulator's hands: doors, jams, cut cables, dead boards; and that settings name what there is."""

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from hardware.host.settings_file import SettingsError, describe, read_settings
from hardware.locker.interface import Address, Door
from hardware.locker.settings import BoardSettings, LockerSettings
from hardware.locker.simulator import Sensor, SimulatedLockers
from hardware.registry import DRIVERS, build

CLOCK = FakeClock(datetime(2026, 11, 25, tzinfo=UTC))
SETTINGS = LockerSettings(driver="simulator", boards=(BoardSettings(board=3, locks=2),))
FIRST, SECOND = Address(3, 0), Address(3, 1)


@pytest.fixture
def lockers() -> SimulatedLockers:
    return SimulatedLockers(SETTINGS, clock=CLOCK)


@pytest.mark.parametrize(
    ("sensor", "closed", "opened"),
    [
        ("works", Door.CLOSED, Door.OPEN),
        ("unknown", Door.UNKNOWN, Door.UNKNOWN),
        ("stuck_open", Door.OPEN, Door.OPEN),
        ("stuck_closed", Door.CLOSED, Door.CLOSED),
    ],
)
def test_a_lying_sensor_blocks_no_opening(
    lockers: SimulatedLockers, sensor: Sensor, closed: Door, opened: Door
) -> None:
    lockers.set_sensor(FIRST, sensor)
    assert lockers.door(FIRST) is closed
    lockers.unlock(FIRST)
    assert (lockers.door(FIRST), lockers.is_open(FIRST), lockers.pulses(FIRST)) == (opened, True, 1)


def test_a_lost_acknowledgement_leaves_an_open_door(lockers: SimulatedLockers) -> None:
    lockers.set_fault("loses_answers", True)
    with pytest.raises(HardwareError) as caught:
        lockers.unlock(FIRST)
    assert caught.value.code == "locker.unsure"
    assert (lockers.pulses(FIRST), lockers.door(FIRST)) == (1, Door.OPEN)


def test_the_bench_page_names_locks_as_boards_do(lockers: SimulatedLockers) -> None:
    assert lockers.switches() == {"door_3_1": False, "door_3_2": False}
    lockers.set_switch("door_3_2", True)
    assert (lockers.door(FIRST), lockers.door(SECOND)) == (Door.CLOSED, Door.OPEN)
    lockers.set_switch("door_3_2", False)
    assert lockers.door(SECOND) is Door.CLOSED
    assert lockers.pulses(SECOND) == 0


def test_every_fault_can_be_set_and_mended(lockers: SimulatedLockers) -> None:
    names = list(lockers.faults())
    assert {"unplugged", "loses_answers", "board_3_dead", "jammed_3_1", "sensor_cut_3_2"} <= set(names)
    for name in names:
        lockers.set_fault(name, True)
        assert [other for other, on in lockers.faults().items() if on] == [name]
        lockers.set_fault(name, False)
    assert not any(lockers.faults().values())
    lockers.set_fault("jammed_3_1", True)
    lockers.unlock(FIRST)
    assert lockers.door(FIRST) is Door.CLOSED


def test_what_is_not_there_is_refused(lockers: SimulatedLockers) -> None:
    for name in ("board_9_dead", "jammed_3_9", "toaster"):
        with pytest.raises(KeyError):
            lockers.set_fault(name, True)
    with pytest.raises(KeyError):
        lockers.set_switch("door_3_3", True)
    with pytest.raises(LookupError):
        lockers.close_by_hand(Address(4, 0))


def test_many_threads_lose_no_pulse(lockers: SimulatedLockers) -> None:
    def work() -> None:
        for _ in range(200):
            lockers.unlock(FIRST)
            lockers.close_by_hand(FIRST)
            lockers.doors()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert lockers.pulses(FIRST) == 800


@pytest.mark.parametrize("driver", DRIVERS["locker"])
def test_every_driver_is_built_and_opens_nothing(driver: Any) -> None:
    settings = LockerSettings(driver=driver, port="/nowhere/locker", boards=(BoardSettings(board=1, locks=8),))
    lockers = build("locker", settings, clock=CLOCK)
    with pytest.raises(LookupError):
        lockers.unlock(Address(2, 0))
    if driver != "simulator":
        with pytest.raises(HardwareError) as caught:
            lockers.unlock(Address(1, 0))
        assert caught.value.code == "locker.not_sent"
        assert set(lockers.doors().values()) == {Door.UNKNOWN}
        assert lockers.door(Address(1, 0)) is Door.UNKNOWN
    lockers.close()


def test_the_settings_know_the_same_drivers() -> None:
    assert set(get_args(get_type_hints(LockerSettings)["driver"])) == set(DRIVERS["locker"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('driver = "modbus_relay"\n', "1 to 247"),
        ('driver = "kerong_cu48"\n[[boards]]\nboard = 10\n', "0 to 9"),
        ('driver = "modbus_relay"\n[[boards]]\nboard = 1\nlocks = 33\n', "32 locks"),
        ('driver = "kerong_cu48"\n[[boards]]\n[[boards]]\n', "same address"),
        ("pulse_ms = 450\n", "multiple"),
        ("closed_when = 2\n", "closed_when"),
    ],
)
def test_settings_that_cannot_be(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "locker.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=why):
        read_settings(path, LockerSettings)


def test_a_settings_file_is_read_and_described(tmp_path: Path) -> None:
    assert "closed_when" in describe(LockerSettings)
    path = tmp_path / "locker.toml"
    path.write_text('driver = "modbus_relay"\nclosed_when = 1\n[[boards]]\nboard = 4\nlocks = 2\n')
    read = read_settings(path, LockerSettings)
    assert (read.closed_when, read.addresses) == (1, (Address(4, 0), Address(4, 1)))
