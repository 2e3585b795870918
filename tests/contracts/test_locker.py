"""What all lock boards must keep, whatever is behind them: one pulse for one command, and no door that is not true."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from hardware.locker.interface import Address, Door
from tests.contracts.locker_worlds import (
    BOARDS,
    LOCKS,
    KerongEchoWorld,
    KerongWorld,
    ModbusEchoWorld,
    ModbusWorld,
    SimulatorWorld,
    World,
)

WORLDS = [SimulatorWorld, KerongWorld, KerongEchoWorld, ModbusWorld, ModbusEchoWorld]
FIRST, NEXT, OTHER_BOARD = Address(1, 0), Address(1, 1), Address(2, 7)
EVERY = [Address(board, lock) for board in BOARDS for lock in range(LOCKS)]


@pytest.fixture
def clock() -> FakeClock:
    """Moves when told."""
    return FakeClock(datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture(params=WORLDS, ids=lambda world: str(world.__name__).removesuffix("World"))
def world(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[World]:
    """Each in turn."""
    made: World = request.param(tmp_path, clock)
    yield made
    made.close()


def unlock(world: World, address: Address) -> str:
    """Code of what was raised, or ""."""
    try:
        world.lockers.unlock(address)
    except HardwareError as fault:
        return fault.code
    return ""


def test_all_doors_of_the_settings_are_told(world: World) -> None:
    doors = world.lockers.doors()
    assert list(doors) == EVERY
    assert list(doors.values()) == [Door.CLOSED] * len(EVERY)


def test_nothing_moves_by_itself(world: World) -> None:
    world.lockers.doors()
    world.lockers.door(FIRST)
    assert [address for address in EVERY if world.pulses(address) or world.is_open(address)] == []
    assert unlock(world, FIRST) == ""
    assert (world.pulses(FIRST), world.is_open(FIRST)) == (1, True), "the counters count"


@pytest.mark.parametrize("address", [FIRST, OTHER_BOARD, Address(4, 5)])
def test_a_pulse_opens_its_door_and_no_other(world: World, address: Address) -> None:
    world.lockers.unlock(address)
    assert world.lockers.door(address) is Door.OPEN
    assert [one for one, door in world.lockers.doors().items() if door is not Door.CLOSED] == [address]
    assert [one for one in EVERY if world.pulses(one)] == [address]
    assert world.pulses(address) == 1


def test_a_door_closed_by_hand_is_seen(world: World) -> None:
    world.lockers.unlock(FIRST)
    assert world.lockers.doors()[FIRST] is Door.OPEN
    world.close_by_hand(FIRST)
    assert world.lockers.doors()[FIRST] is Door.CLOSED
    assert world.lockers.door(FIRST) is Door.CLOSED


def test_a_door_opened_by_force_is_seen(world: World) -> None:
    world.open_by_hand(OTHER_BOARD)
    assert world.lockers.door(OTHER_BOARD) is Door.OPEN
    assert world.lockers.doors()[OTHER_BOARD] is Door.OPEN
    assert world.pulses(OTHER_BOARD) == 0


def test_a_jammed_door_gets_one_pulse_and_is_not_called_open(world: World) -> None:
    world.jam(FIRST)
    assert unlock(world, FIRST) == ""
    assert world.lockers.door(FIRST) is Door.CLOSED
    assert world.pulses(FIRST) == 1


def test_every_command_is_one_pulse(world: World) -> None:
    for _ in range(3):
        world.lockers.unlock(FIRST)
        world.close_by_hand(FIRST)
    world.lockers.unlock(NEXT)
    assert (world.pulses(FIRST), world.pulses(NEXT)) == (3, 1)


@pytest.mark.parametrize("address", [Address(1, LOCKS), Address(3, 0), Address(1, -1)])
def test_a_lock_that_is_not_in_the_settings_is_refused(world: World, address: Address) -> None:
    with pytest.raises(LookupError):
        world.lockers.unlock(address)
    with pytest.raises(LookupError):
        world.lockers.door(address)


def test_a_dead_board_hides_no_other(world: World, clock: FakeClock) -> None:
    world.lockers.doors()
    world.kill_board(2, True)
    world.lockers.doors()
    clock.advance(60)
    doors = world.lockers.doors()
    assert {address.board for address, door in doors.items() if door is Door.UNKNOWN} == {2}
    assert world.lockers.door(OTHER_BOARD) is Door.UNKNOWN
    states = world.lockers.boards()
    assert [(board, state.answers, state.trouble) for board, state in states.items()] == [
        (1, True, ""),
        (2, False, "locker.no_answer"),
        (4, True, ""),
    ]
    assert states[2].age >= 60
    assert unlock(world, FIRST) == ""
    assert world.lockers.door(FIRST) is Door.OPEN


def test_a_board_that_comes_back_is_found(world: World, clock: FakeClock) -> None:
    world.kill_board(2, True)
    assert world.lockers.doors()[OTHER_BOARD] is Door.UNKNOWN
    world.kill_board(2, False)
    clock.advance(60)
    assert world.lockers.doors()[OTHER_BOARD] is Door.CLOSED
    assert world.lockers.boards()[2].answers


def test_a_pulse_to_a_dead_board_is_never_called_unsent(world: World) -> None:
    world.kill_board(2, True)
    assert unlock(world, OTHER_BOARD) in ("", "locker.unsure")
    assert world.lockers.door(OTHER_BOARD) is Door.UNKNOWN
    world.kill_board(2, False)
    assert world.pulses(OTHER_BOARD) == 0, "nothing is kept for later"
    assert world.lockers.door(OTHER_BOARD) is Door.CLOSED


def test_an_unplugged_bus_gives_no_pulse_and_comes_back(world: World, clock: FakeClock) -> None:
    world.lockers.doors()
    world.unplug(True)
    assert unlock(world, FIRST) == "locker.not_sent"
    clock.advance(60)
    assert set(world.lockers.doors().values()) == {Door.UNKNOWN}
    assert {state.trouble for state in world.lockers.boards().values()} == {"port.missing"}
    assert unlock(world, FIRST) == "locker.not_sent"
    world.unplug(False)
    clock.advance(60)
    assert set(world.lockers.doors().values()) == {Door.CLOSED}
    assert world.pulses(FIRST) == 0, "what was not sent is not sent later"
    assert unlock(world, FIRST) == ""
    assert world.lockers.door(FIRST) is Door.OPEN


def test_a_bus_that_was_away_between_two_commands_is_not_noticed(world: World) -> None:
    world.lockers.doors()
    world.unplug(True)
    world.unplug(False)
    assert unlock(world, FIRST) == ""
    assert world.lockers.door(FIRST) is Door.OPEN
    assert world.pulses(FIRST) == 1


def test_before_the_first_question_nothing_is_known(world: World) -> None:
    assert [(state.answers, state.age) for state in world.lockers.boards().values()] == [(False, float("inf"))] * 3


def test_after_closing_nothing_is_given(world: World) -> None:
    world.lockers.doors()
    world.lockers.close()
    assert unlock(world, FIRST) == "locker.not_sent"
    assert world.lockers.door(FIRST) is Door.UNKNOWN
    world.lockers.close()
