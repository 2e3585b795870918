"""`lotse locker watch` and `pulse`: what a technician sees while the kiosk is off, and while it is not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hardware.host.clock import SystemClock
from hardware.locker.command import run
from hardware.locker.interface import Address, Door
from hardware.locker.kerong_cu48 import KerongCu48
from hardware.locker.settings import BoardSettings, LockerSettings
from tests.emulators.kerong_board import KerongBoards
from tests.emulators.modbus_board import ModbusBoards


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[KerongBoards]:
    """Boards 0 and 1."""
    made = KerongBoards(tmp_path / "locker", (0, 1))
    with made:
        yield made


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_doors_are_told_once_and_a_missing_board_too(bus: KerongBoards, capsys: pytest.CaptureFixture[str]) -> None:
    bus.open_door(0, 1)
    words = ["watch", "--protocol", "kerong-cu48", "--port", str(bus.link), "--board", "0", "--board", "7"]
    assert run([*words, "--locks", "2", "--rounds", "3", "--every", "0.01"]) == 0
    told = lines(capsys)
    assert all(line.pop("at").count(":") >= 2 for line in told)
    assert told == [
        {"board": 7, "trouble": "locker.no_answer"},
        {"board": 0, "lock": 1, "lock_index": 0, "door": "closed"},
        {"board": 0, "lock": 2, "lock_index": 1, "door": "open"},
        {"board": 7, "lock": 1, "lock_index": 0, "door": "unknown"},
        {"board": 7, "lock": 2, "lock_index": 1, "door": "unknown"},
    ]


@pytest.mark.parametrize("protocol", ["kerong-cu48", "modbus-relay"])
def test_a_pulse_opens_the_lock_that_is_printed(
    tmp_path: Path, protocol: str, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "bus"
    with KerongBoards(link, (1,)) if protocol == "kerong-cu48" else ModbusBoards(link, (1,)) as bus:
        words = ["pulse", "--protocol", protocol, "--port", str(link), "--board", "1", "--lock", "8"]
        assert run(words) == 2
        assert lines(capsys)[0]["pulse"] == "not_sent"
        assert run([*words, "--yes"]) == 0
        assert lines(capsys) == [{"board": 1, "lock": 8, "lock_index": 7, "pulse": "sent", "door": "open"}]
        assert (bus.pulses(1, 7), sum(bus.boards[1].pulses.values())) == (1, 1)


def test_no_pulse_while_the_kiosk_has_the_port(bus: KerongBoards, capsys: pytest.CaptureFixture[str]) -> None:
    settings = LockerSettings(port=str(bus.link), boards=(BoardSettings(locks=1),))
    kiosk = KerongCu48(settings, clock=SystemClock())
    assert kiosk.door(Address(0, 0)) is Door.CLOSED
    words = ["pulse", "--protocol", "kerong-cu48", "--port", str(bus.link), "--board", "0", "--lock", "1", "--yes"]
    assert run(words) == 1
    (told,) = lines(capsys)
    assert told["pulse"] == "not_sent"
    assert "another program" in told["message"]
    assert kiosk.door(Address(0, 0)) is Door.CLOSED
    assert bus.pulses(0, 0) == 0
    kiosk.close()


@pytest.mark.parametrize(("board", "lock"), [("10", "1"), ("0", "0"), ("0", "49")])
def test_what_cannot_be_is_refused(board: str, lock: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["pulse", "--protocol", "kerong-cu48", "--port", "/nowhere", "--board", board, "--lock", lock, "--yes"]
    assert run(words) == 2
    assert lines(capsys)[0]["fault"] == "settings"
