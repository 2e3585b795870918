"""The rules of a pickup terminal, one by one: doors, and time."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction
from kiosk.pickup.model import PickupState
from kiosk.pickup.verdicts import (
    Locked,
    NotOpened,
    NotToBeHad,
    Opened,
    OpenUnseen,
    Refused,
)
from tests.kiosk.pickup.terminal_world import STAFF, World, wrong_code

NUMBER = "MU-26-00471"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "pickup")
    yield made
    made.ledger.close()


# --- doors -----------------------------------------------------------------------------------------------------------


def test_a_door_that_stays_closed_may_be_tried_again_with_a_new_intent(world: World) -> None:
    code = world.load()
    number = world.ledger.state.pickups[NUMBER].compartment
    world.boards.jam(world.lock(number), True)
    world.prove("v", code)
    pulses = world.pulses()
    for again in (True, True, False):
        assert world.custody.open_to_collect("v", NUMBER, True) == NotOpened(
            compartment=number, code="door.stays_closed", again=again
        )
        assert world.state(NUMBER) is PickupState.AVAILABLE
    assert world.custody.open_to_collect("v", NUMBER, True) == Refused(why="too_often")
    assert world.pulses() == pulses + 3
    intents = [one.record for one in world.ledger.entries() if isinstance(one.record, r.OpenIntended)]
    assert len({one.intent for one in intents}) == len(intents) == 4


def test_a_door_that_opens_a_moment_later_is_seen(world: World) -> None:
    code = world.load()
    number = world.ledger.state.pickups[NUMBER].compartment
    world.boards.jam(world.lock(number), True)

    def later() -> None:
        if world.clock.monotonic() > 1:
            world.boards.open_by_hand(world.lock(number))

    world.while_waiting = later
    world.prove("v", code)
    assert world.custody.open_to_collect("v", NUMBER) == Opened(compartment=number)


def test_without_a_sensor_it_opens_and_only_words_confirm_it(world: World) -> None:
    code = world.load()
    number = world.ledger.state.pickups[NUMBER].compartment
    world.boards.set_sensor(world.lock(number), "unknown")
    world.prove("v", code)
    assert world.custody.open_to_collect("v", NUMBER) == OpenUnseen(compartment=number)
    with pytest.raises(Contradiction):
        world.custody.confirm_taken("v", NUMBER, True)
    world.custody.told_door("v", NUMBER, "open")
    with pytest.raises(Contradiction):
        world.custody.confirm_taken("v", NUMBER, True)
    world.custody.told_door("v", NUMBER, "closed")
    world.custody.confirm_taken("v", NUMBER, True)
    assert world.state(NUMBER) is PickupState.COLLECTED


def test_an_answer_that_got_lost_gives_no_second_pulse(world: World) -> None:
    code = world.load()
    world.prove("v", code)
    world.boards.set_fault("loses_answers", True)
    before = world.pulses()
    assert isinstance(world.custody.open_to_collect("v", NUMBER), Opened)
    assert world.pulses() == before + 1
    assert any(isinstance(one.record, r.PulseUnsure) for one in world.ledger.entries())


def test_while_another_door_is_open_none_is_opened(world: World) -> None:
    first = world.load("MU-26-00001", holder="h")
    world.load("MU-26-00002", holder="h")
    world.prove("v", first)
    world.open("v", "MU-26-00001")
    assert world.custody.open_to_collect("v", "MU-26-00002") == Refused(why="other_door_open")
    assert world.custody.open_to_inspect(STAFF, "8") == Refused(why="other_door_open")


def test_a_door_shut_at_once_is_asked_about(world: World) -> None:
    number = world.open("v", world.prove("v", world.load())[0])
    world.clock.advance(1)
    world.shut(number)
    world.custody.door_now(number)
    assert world.custody.closed_after_collect("v", NUMBER) == "ask"


@pytest.mark.parametrize(
    ("problem", "alarm"),
    [("empty", "compartment_empty"), ("wrong_document", "wrong_document"), ("not_told", "unclear")],
)
def test_what_is_unclear_calls_staff_and_is_given_to_nobody(world: World, problem: Any, alarm: str) -> None:
    code = world.load()
    number = world.open("v", world.prove("v", code)[0])
    world.custody.report("v", NUMBER, problem)
    world.shut(number)
    assert world.state(NUMBER) is PickupState.UNCLEAR
    assert alarm in world.alarms()
    assert world.custody.open_to_collect("v", NUMBER) == Refused(why="not_allowed")
    assert world.custody.check_code("w", code) == NotToBeHad(why="unclear")
    assert world.told_city()[-1][0] == "problem"
    assert isinstance(world.custody.open_to_take_out(STAFF, NUMBER), Opened)
    world.shut(number)
    world.custody.finish_take_out(STAFF, NUMBER, "returned")
    assert world.state(NUMBER) is PickupState.RETURNED
    assert world.alarms() == set()


def test_a_door_opened_by_force_is_written_down_and_calls_staff(world: World) -> None:
    world.load()
    number = world.ledger.state.pickups[NUMBER].compartment
    world.boards.open_by_hand(world.lock(number))
    world.custody.tick()
    world.custody.tick()
    assert "opened_unbidden" in world.alarms()
    assert [one.record for one in world.ledger.entries()].count(r.OpenedUnbidden(compartment=number)) == 1
    assert world.state(NUMBER) is PickupState.UNCLEAR


def test_a_sensor_that_always_says_open_blocks_nothing_and_confirms_nothing(world: World) -> None:
    code = world.load("MU-1")
    world.load("MU-2")
    broken = world.ledger.state.pickups["MU-2"].compartment
    world.boards.set_sensor(world.lock(broken), "stuck_open")
    world.custody.tick()
    number = world.open("v", world.prove("v", code)[0])
    world.shut(number)
    world.custody.door_now(number)
    world.custody.confirm_taken("v", "MU-1", True)
    assert world.custody.open_to_take_out(STAFF, "MU-2") == OpenUnseen(compartment=broken)
    with pytest.raises(Contradiction):
        world.custody.finish_take_out(STAFF, "MU-2", "returned")
    world.custody.finish_take_out(STAFF, "MU-2", "returned", True)
    assert world.state("MU-2") is PickupState.RETURNED


def test_a_visit_that_ends_with_a_door_open_leaves_it_unclear_and_staff_take_it_out(world: World) -> None:
    number = world.open("v", world.prove("v", world.load())[0])
    world.custody.report("v", NUMBER, "jammed")
    world.custody.leave("v")
    assert world.state(NUMBER) is PickupState.UNCLEAR
    assert "unclear" in world.alarms()
    for _ in range(3):
        world.custody.tick()
    assert not [one for one in world.ledger.entries() if isinstance(one.record, r.OpenedUnbidden)]
    world.shut(number)
    world.custody.tick()
    assert isinstance(world.custody.open_to_take_out(STAFF, NUMBER), Opened)
    world.shut(number)
    world.custody.finish_take_out(STAFF, NUMBER, "returned")
    assert world.state(NUMBER) is PickupState.RETURNED


def test_a_visit_that_ends_before_a_door_opened_changes_nothing(world: World) -> None:
    code = world.load()
    world.boards.jam(world.lock(world.ledger.state.pickups[NUMBER].compartment), True)
    world.prove("v", code)
    world.custody.open_to_collect("v", NUMBER)
    world.custody.leave("v")
    assert world.state(NUMBER) is PickupState.AVAILABLE


def test_a_door_that_stands_open_is_written_down_once_whatever_was_unclear_before(world: World) -> None:
    number = world.open("v", world.prove("v", world.load())[0])
    world.custody.report("v", NUMBER, "empty")
    world.shut(number)
    world.custody.tick()
    for _ in range(2):
        world.boards.open_by_hand(world.lock(number))
        for _ in range(5):
            world.custody.tick()
        world.shut(number)
        world.custody.tick()
    assert [one.record for one in world.ledger.entries()].count(r.OpenedUnbidden(compartment=number)) == 2


def test_a_door_that_stands_open_for_it_already_gets_no_second_pulse(world: World) -> None:
    world.load()
    number = world.ledger.state.pickups[NUMBER].compartment
    world.custody.open_to_take_out(STAFF, NUMBER)
    pulses = world.pulses()
    assert world.custody.open_to_take_out(STAFF, NUMBER) == Opened(compartment=number)
    assert world.pulses() == pulses
    with pytest.raises(Contradiction):
        world.custody.finish_take_out(STAFF, NUMBER, "returned", True)
    world.shut(number)
    world.custody.finish_take_out(STAFF, NUMBER, "returned")


def test_a_door_left_open_calls_staff_until_it_is_shut(world: World) -> None:
    number = world.open("v", world.prove("v", world.load())[0])
    world.clock.advance(179)
    world.custody.tick()
    assert world.alarms() == set()
    world.clock.advance(2)
    world.custody.tick()
    assert world.alarms() == {"door_left_open"}
    world.shut(number)
    world.custody.tick()
    assert world.alarms() == set()


def test_a_dead_board_hands_nothing_out_and_says_why(world: World) -> None:
    code = world.load()
    world.boards.set_fault("board_0_dead", True)
    world.custody.tick()
    assert world.custody.hands_out == "boards_silent"
    assert world.custody.check_code("v", code) == NotToBeHad(why="boards_silent")
    assert "boards_silent" in world.alarms()


# --- time ------------------------------------------------------------------------------------------------------------


def test_a_clock_set_back_shortens_no_lock_and_lengthens_no_stay(world: World) -> None:
    code = world.load()
    world.clock.advance(6 * 86400)
    for _ in range(5):
        verdict = world.custody.check_code("v", wrong_code(code))
    assert isinstance(verdict, Locked)
    world.clock.set(world.clock.now() - timedelta(days=6))
    world.custody.tick()
    assert "clock_back" in world.alarms()
    assert any(isinstance(one.record, r.ClockWentBack) for one in world.ledger.entries())
    assert isinstance(world.custody.check_code("v", code), Locked)
    world.clock.set(world.clock.now() + timedelta(days=7, minutes=1))
    assert world.custody.check_code("v", code) == NotToBeHad(why="expired")


def test_what_is_over_is_taken_back_by_staff_and_the_city_is_told(world: World) -> None:
    world.load()
    number = world.ledger.state.pickups[NUMBER].compartment
    world.clock.advance(7 * 86400 - 1)
    world.custody.tick()
    assert world.state(NUMBER) is PickupState.AVAILABLE
    world.clock.advance(1)
    world.custody.tick()
    world.custody.tick()
    assert world.state(NUMBER) is PickupState.OVERDUE
    assert [kind for kind, _ in world.told_city()].count("overdue") == 1
    secret = world.ledger.secret(NUMBER)
    assert secret is not None
    assert secret.factors == ()
    assert isinstance(world.custody.open_to_take_out(STAFF, NUMBER), Opened)
    world.shut(number)
    world.custody.finish_take_out(STAFF, NUMBER, "returned")
    assert world.ledger.secret(NUMBER) is None
