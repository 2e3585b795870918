"""The Modbus driver and boards on a pseudo-terminal: pulses the board times, acknowledgements, relays off first."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from hardware.locker.interface import Address, Door
from hardware.locker.modbus_relay import ModbusRelay
from hardware.locker.settings import BoardSettings, LockerSettings
from tests.emulators.modbus_board import ModbusBoards

FIRST = Address(1, 0)


@pytest.fixture
def clock() -> FakeClock:
    """Moves when told."""
    return FakeClock(datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[ModbusBoards]:
    """Boards 1 and 2."""
    made = ModbusBoards(tmp_path / "locker", (1, 2))
    with made:
        yield made


def settings(bus: ModbusBoards, **changes: object) -> LockerSettings:
    boards = tuple(BoardSettings(board=board, locks=len(one.open)) for board, one in bus.boards.items())
    given = {"port": str(bus.link), "boards": boards, "gap_ms": 0, "answer_ms": 2000, "baud": 115200, **changes}
    return LockerSettings(**given)  # type: ignore[arg-type]  # keywords of its own fields


@pytest.fixture
def lockers(bus: ModbusBoards, clock: FakeClock) -> Iterator[ModbusRelay]:
    """With much patience: only what never comes is waited for."""
    made = ModbusRelay(settings(bus), clock=clock)
    yield made
    made.close()


def code(lockers: ModbusRelay, address: Address = FIRST) -> str:
    """Of what an unlock raised, or ""."""
    try:
        lockers.unlock(address)
    except HardwareError as fault:
        return fault.code
    return ""


def test_the_frames_are_the_makers(bus: ModbusBoards, clock: FakeClock) -> None:
    lockers = ModbusRelay(settings(bus, pulse_ms=700), clock=clock)
    lockers.unlock(FIRST)
    asked, off, pulse = bytes.fromhex("01 02 00 00 00 08 79 CC"), "01 05 00 FF 00 00 FD FA", "01 05 02 00 00 07 8D B0"
    assert bytes(bus.received) == asked + bytes.fromhex(off) + bytes.fromhex(pulse)
    assert bus.pulse_units == [7]
    lockers.close()


@pytest.mark.parametrize("echo", [False, True])
def test_relays_are_switched_off_once_and_before_the_first_pulse(
    bus: ModbusBoards, clock: FakeClock, echo: bool
) -> None:
    lockers = ModbusRelay(settings(bus, answer_ms=200), clock=clock)
    bus.echo = echo
    bus.set_dead(2, True)
    assert code(lockers) == ""
    lockers.doors()
    assert bus.all_off == [1]
    bus.set_dead(2, False)
    lockers.door(Address(2, 0))
    assert bus.all_off == [1, 2], "as soon as it answers"
    lockers.doors()
    assert bus.all_off == [1, 2]
    lockers.close()


@pytest.mark.parametrize("how", ["fine", "split", "noise", "twice", "other"])
@pytest.mark.parametrize("echo", [False, True])
def test_answers_are_found_in_what_comes(bus: ModbusBoards, lockers: ModbusRelay, how: str, echo: bool) -> None:
    bus.echo = echo
    bus.muddle.extend([how] * 12)
    bus.open_door(2, 7)
    assert [one for one, door in lockers.doors().items() if door is not Door.CLOSED] == [Address(2, 7)]
    assert code(lockers) == ""
    assert lockers.door(FIRST) is Door.OPEN
    assert bus.pulses(1, 0) == 1


@pytest.mark.parametrize("echo", [False, True])
@pytest.mark.parametrize("how", ["drop", "garble", "late"])
def test_a_lost_acknowledgement_is_unsure_and_not_repeated(
    bus: ModbusBoards, clock: FakeClock, how: str, echo: bool
) -> None:
    lockers = ModbusRelay(settings(bus, answer_ms=150), clock=clock)
    bus.echo = echo
    lockers.doors()
    bus.muddle.append(how)
    assert code(lockers) == "locker.unsure"
    assert lockers.door(FIRST) is Door.OPEN, "the sensor says more than the wire"
    assert bus.pulses(1, 0) == 1
    lockers.close()


@pytest.mark.parametrize(("refused", "told"), [(1, "not_sent"), (2, "not_sent"), (6, "not_sent"), (4, "unsure")])
@pytest.mark.parametrize("echo", [False, True])
def test_a_refusal_says_whether_something_was_done(
    bus: ModbusBoards, lockers: ModbusRelay, refused: int, told: str, echo: bool
) -> None:
    bus.echo = echo
    lockers.doors()
    bus.refuse = refused
    assert code(lockers) == f"locker.{told}"
    assert bus.pulses(1, 0) == 0


def test_a_board_without_inputs_can_still_be_opened(bus: ModbusBoards, clock: FakeClock) -> None:
    changed = settings(bus, boards=(BoardSettings(board=1, locks=9),))
    lockers = ModbusRelay(changed, clock=clock)
    assert lockers.door(FIRST) is Door.UNKNOWN
    assert lockers.boards()[1].trouble == "locker.refused"
    assert code(lockers) == ""
    assert bus.pulses(1, 0) == 1
    lockers.close()


def test_no_answer_to_a_question_keeps_nobody_from_opening(bus: ModbusBoards, clock: FakeClock) -> None:
    lockers = ModbusRelay(settings(bus, answer_ms=100), clock=clock)
    lockers.door(Address(2, 0))
    bus.muddle.extend(["drop", "drop"])  # the questions before the first pulse
    assert code(lockers) == ""
    assert bus.pulses(1, 0) == 1
    assert lockers.door(FIRST) is Door.OPEN
    assert bus.all_off == [2], "switching all relays off now could end the pulse"
    lockers.close()


def test_without_any_answer_an_acknowledgement_may_be_an_echo(bus: ModbusBoards, clock: FakeClock) -> None:
    lockers = ModbusRelay(settings(bus, answer_ms=100), clock=clock)
    bus.muddle.extend(["drop", "drop"])
    assert code(lockers) == "locker.unsure"
    assert bus.pulses(1, 0) == 1
    assert lockers.door(FIRST) is Door.OPEN
    lockers.close()


def test_inputs_that_are_on_while_doors_are_closed(tmp_path: Path, clock: FakeClock) -> None:
    with ModbusBoards(tmp_path / "locker", (1,), open_input=0) as bus:
        assert isinstance(bus, ModbusBoards)
        lockers = ModbusRelay(settings(bus, closed_when=1), clock=clock)
        bus.open_door(1, 2)
        assert [one.lock for one, door in lockers.doors().items() if door is Door.OPEN] == [2]
        lockers.close()


def test_an_adapter_that_echoes_may_be_changed_for_one_that_does_not(bus: ModbusBoards, clock: FakeClock) -> None:
    lockers = ModbusRelay(settings(bus, answer_ms=300), clock=clock)
    bus.echo = True
    assert code(lockers) == ""
    bus.unplug()
    bus.echo = False
    bus.plug()
    assert code(lockers) == ""
    bus.unplug()
    bus.echo = True
    bus.plug()
    bus.muddle.extend(["fine", "drop"])
    assert code(lockers) == "locker.unsure", "its own command is not an acknowledgement"
    assert bus.pulses(1, 0) == 3
    lockers.close()
