"""`lotse locker watch`: what a technician sees while the kiosk is off, and while it is not."""

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


def test_while_the_kiosk_has_the_port_nothing_is_asked(bus: KerongBoards, capsys: pytest.CaptureFixture[str]) -> None:
    settings = LockerSettings(port=str(bus.link), boards=(BoardSettings(locks=1),))
    kiosk = KerongCu48(settings, clock=SystemClock())
    assert kiosk.door(Address(0, 0)) is Door.CLOSED
    words = ["watch", "--protocol", "kerong-cu48", "--port", str(bus.link), "--board", "0", "--locks", "1"]
    assert run([*words, "--rounds", "1"]) == 0
    told = lines(capsys)
    assert (told[0]["trouble"], told[1]["door"]) == ("port.busy", "unknown")
    assert kiosk.door(Address(0, 0)) is Door.CLOSED
    kiosk.close()


@pytest.mark.parametrize(("board", "locks"), [("10", "1"), ("0", "0"), ("0", "49")])
def test_what_cannot_be_is_refused(board: str, locks: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["watch", "--protocol", "kerong-cu48", "--port", "/nowhere", "--board", board, "--locks", locks]
    assert run([*words, "--rounds", "1"]) == 2
    assert lines(capsys)[0]["fault"] == "settings"


def test_no_command_opens_a_door() -> None:
    with pytest.raises(SystemExit):
        run(["pulse", "--protocol", "kerong-cu48", "--board", "0", "--lock", "1", "--yes"])
