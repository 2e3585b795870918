"""The rules of a pickup terminal, one by one: proof, doors, time, staff, faults."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.pickup import records as r
from kiosk.pickup.custody import BookingRefused
from kiosk.pickup.errors import Contradiction, LedgerUnwritable
from kiosk.pickup.hashing import KeyedHashing
from kiosk.pickup.keys import DeviceKeys
from kiosk.pickup.model import CompartmentState, PickupState
from kiosk.pickup.verdicts import (
    CodeAccepted,
    CodeMistyped,
    CodeRejected,
    FactorAccepted,
    FactorRejected,
    Locked,
    NotOpened,
    NotToBeHad,
    Opened,
    OpenUnseen,
    Refused,
)
from tests.kiosk.pickup.terminal_world import BIRTH, STAFF, World, booking

NUMBER = "MU-26-00471"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "pickup")
    yield made
    made.ledger.close()


def wrong_code(right: str) -> str:
    """Another well formed one."""
    from kiosk.pickup.secrets import check_digit

    body = f"{(int(right[:8]) + 1) % 10**8:08}"
    return body + check_digit(body)


# --- the whole way ---------------------------------------------------------------------------------------------------


def test_a_document_is_loaded_and_collected(world: World) -> None:
    code = world.load(statements=["pin_letter"], old_document=True)
    assert world.state(NUMBER) is PickupState.AVAILABLE
    assert [kind for kind, _ in world.told_city()] == ["loaded", "notification"]
    accepted = world.custody.check_code("v", f"{code[:3]} {code[3:6]} {code[6:]}")
    assert isinstance(accepted, CodeAccepted)
    proven = world.custody.check_factor("v", "holder", 0, BIRTH)
    assert isinstance(proven, FactorAccepted)
    (document,) = proven.documents
    assert (document.statements, document.hand_in, document.contents) == (("pin_letter",), True, ("document", "letter"))
    assert world.custody.open_to_collect("v", NUMBER) == Refused(why="not_stated")
    world.custody.state_("v", NUMBER, ("pin_letter",))
    assert world.custody.open_to_collect("v", NUMBER) == Refused(why="not_handed_in")
    world.custody.hand_in("v", NUMBER)
    number = world.open("v", NUMBER)
    with pytest.raises(Contradiction, match="not seen closed"):
        world.custody.confirm_taken("v", NUMBER, True)
    world.clock.advance(10)
    world.shut(number)
    assert world.custody.door_now(number) == "closed"
    assert world.custody.closed_after_collect("v", NUMBER) == "done"
    assert world.custody.confirm_taken("v", NUMBER, False) == ()
    assert world.state(NUMBER) is PickupState.COLLECTED
    assert world.ledger.secret(NUMBER) is None
    assert world.told_city()[-1][0] == "collected"
    assert world.pulses() == 2
    assert world.custody.view.compartments[0].state is CompartmentState.FREE


def test_the_real_hashes_find_the_pickup(tmp_path: Path) -> None:
    world = World(tmp_path / "p", hashing=KeyedHashing(DeviceKeys.of(b"k" * 32)))
    code = world.load()
    assert world.prove("v", "LOTSE:" + code) == (NUMBER,)
    world.ledger.close()


def test_one_visit_takes_all_documents_of_one_holder(world: World) -> None:
    first = world.load("MU-26-00001", holder="h")
    world.load("MU-26-00002", holder="h")
    world.load("MU-26-00003", holder="somebody else")
    world.load("MU-26-00004", holder="h", factors=["31121999"])
    assert world.prove("v", first) == ("MU-26-00001", "MU-26-00002")
    number = world.open("v", "MU-26-00001")
    world.shut(number)
    left = world.custody.confirm_taken("v", "MU-26-00001", True)
    assert [one.pickup for one in left] == ["MU-26-00002"]


def test_a_representative_proves_with_their_own_factor_and_takes_only_that_one(world: World) -> None:
    ways = [{"who": "holder", "factor": "birth_date"}, {"who": "representative", "factor": "birth_date"}]
    code = world.load("MU-26-00001", holder="h", ways=ways, factors=[BIRTH, "05051955"])
    world.load("MU-26-00002", holder="h", ways=ways, factors=[BIRTH, "05051955"])
    accepted = world.custody.check_code("v", code)
    assert isinstance(accepted, CodeAccepted)
    assert [way.who for way in accepted.ways] == ["holder", "representative"]
    assert isinstance(world.custody.check_factor("v", "representative", 0, BIRTH), FactorRejected)
    proven = world.custody.check_factor("v", "representative", 0, "05051955")
    assert isinstance(proven, FactorAccepted)
    assert [one.pickup for one in proven.documents] == ["MU-26-00001"]


# --- proof -----------------------------------------------------------------------------------------------------------


def test_nothing_opens_without_proof_in_this_visit(world: World) -> None:
    code = world.load()
    pulses = world.pulses()
    assert world.custody.open_to_collect("v", NUMBER) == Refused(why="not_allowed")
    assert world.custody.check_factor("v", "holder", 0, BIRTH) == NotToBeHad(why="not_allowed")
    world.prove("v", code)
    assert world.custody.open_to_collect("w", NUMBER) == Refused(why="not_allowed")
    world.custody.leave("v")
    assert world.custody.open_to_collect("v", NUMBER) == Refused(why="not_allowed")
    world.prove("v", code)
    world.restart()
    assert world.custody.open_to_collect("v", NUMBER) == Refused(why="not_allowed")
    assert world.pulses() == pulses


def test_wrong_codes_lock_the_terminal_also_over_restarts(world: World) -> None:
    code = world.load()
    for left in (4, 3):
        assert world.custody.check_code("v", wrong_code(code)) == CodeRejected(left=left)
    world.restart()
    for left in (2, 1):
        assert world.custody.check_code("v", wrong_code(code)) == CodeRejected(left=left)
    locked = world.custody.check_code("v", wrong_code(code))
    assert isinstance(locked, Locked)
    world.restart()
    assert isinstance(world.custody.check_code("v", code), Locked)
    assert world.custody.view.locked_until == locked.until
    world.clock.advance(15 * 60)
    assert isinstance(world.custody.check_code("v", code), CodeAccepted)


def test_a_mistyped_code_is_not_counted(world: World) -> None:
    code = world.load()
    typo = code[:-1] + str((int(code[-1]) + 1) % 10)
    for text in (typo, "", "12", "abc", "LOTSE:", code + "0"):
        assert world.custody.check_code("v", text) == CodeMistyped()
    assert world.ledger.state.codes_wrong == 0


def test_a_right_code_alone_does_not_reset_the_count(world: World) -> None:
    code = world.load()
    world.custody.check_code("v", wrong_code(code))
    world.custody.check_code("v", code)
    assert world.ledger.state.codes_wrong == 1
    world.prove("v", code)
    assert world.ledger.state.codes_wrong == 0


def test_wrong_factors_lock_the_pickup_and_then_only_staff_release_it(world: World) -> None:
    code = world.load()
    for _lock in range(2):
        assert isinstance(world.custody.check_code("v", code), CodeAccepted)
        assert world.custody.check_factor("v", "holder", 0, "01011900") == FactorRejected(left=2)
        world.restart()
        assert isinstance(world.custody.check_code("v", code), CodeAccepted)
        assert world.custody.check_factor("v", "holder", 0, "01011900") == FactorRejected(left=1)
        assert isinstance(world.custody.check_factor("v", "holder", 0, ""), Locked)
        assert isinstance(world.custody.check_code("v", code), Locked)
        world.clock.advance(15 * 60)
    world.custody.check_code("v", code)
    for _ in range(3):
        verdict = world.custody.check_factor("v", "holder", 0, "01011900")
    assert verdict == Locked(until=None)
    world.clock.advance(30 * 3600)
    assert world.custody.check_code("v", code) == Locked(until=None)
    world.custody.release_lock(NUMBER, "K-3")
    assert world.prove("v", code) == (NUMBER,)


def test_a_used_code_an_expired_one_and_that_of_another_terminal_open_nothing(world: World, tmp_path: Path) -> None:
    code = world.load()
    other = World(tmp_path / "other", hashing=KeyedHashing(DeviceKeys.of(b"o" * 32)))
    foreign = other.load()
    other.ledger.close()
    number = world.open("v", world.prove("v", code)[0])
    world.shut(number)
    world.custody.confirm_taken("v", NUMBER, True)
    pulses = world.pulses()
    assert isinstance(world.custody.check_code("w", code), CodeRejected)
    assert isinstance(world.custody.check_code("w", foreign), CodeRejected)
    late = world.load("MU-26-00009")
    world.clock.advance(7 * 86400)
    assert world.custody.check_code("w", late) == NotToBeHad(why="expired")
    world.custody.tick()
    assert world.custody.check_code("w", late) == NotToBeHad(why="expired")
    assert world.pulses() == pulses + 1


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


# --- staff -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("staff", [("K-3", "K-3"), ("K-3", ""), ("", "")])
def test_one_card_opens_nothing(world: World, staff: tuple[str, str]) -> None:
    world.custody.take_booking(booking())
    assert world.custody.open_to_load(staff, NUMBER, "1") == Refused(why="two_cards")
    assert world.custody.open_to_inspect(staff, "1") == Refused(why="two_cards")
    assert world.pulses() == 0


def test_a_small_document_gets_a_small_compartment_and_low_ones_are_spared(world: World) -> None:
    world.custody.take_booking(booking("MU-1"))
    world.custody.take_booking(booking("MU-2", low=True))
    world.custody.take_booking(booking("MU-3", size="L"))
    high = world.custody.propose("MU-1")
    low = world.custody.propose("MU-2")
    large = world.custody.propose("MU-3")
    assert high and low and large
    assert (high.size, high.reachable_seated) == ("S", False)
    assert low.reachable_seated
    assert large.size == "L"
    assert world.custody.propose("MU-3", (large.id,)) is None
    assert world.custody.open_to_load(STAFF, "MU-3", high.id) == Refused(why="too_small")


def test_a_full_terminal_proposes_nothing(world: World) -> None:
    for number in range(8):
        world.load(f"MU-{number:04}")
    world.custody.take_booking(booking("MU-9999"))
    assert world.custody.propose("MU-9999") is None
    with pytest.raises(LookupError):
        world.custody.propose("unknown")


def test_nothing_put_in_leaves_the_booking_announced_and_no_code_goes_out(world: World) -> None:
    world.custody.take_booking(booking())
    world.custody.open_to_load(STAFF, NUMBER, "1")
    with pytest.raises(Contradiction):
        world.custody.finish_loading(STAFF, NUMBER, True)
    world.shut("1")
    world.custody.finish_loading(STAFF, NUMBER, False)
    assert world.custody.view.booked == (NUMBER,)
    assert world.told_city() == []


def test_moving_makes_a_new_code_and_the_old_one_is_void(world: World) -> None:
    old = world.load()
    number = world.ledger.state.pickups[NUMBER].compartment
    assert isinstance(world.custody.open_to_move(STAFF, NUMBER), Opened)
    world.shut(number)
    world.custody.finish_move(STAFF, NUMBER)
    assert world.custody.view.booked == (NUMBER,)
    place = world.custody.propose(NUMBER, (number,))
    assert place is not None
    world.custody.open_to_load(STAFF, NUMBER, place.id)
    world.shut(place.id)
    world.custody.finish_loading(STAFF, NUMBER, True)
    assert isinstance(world.custody.check_code("v", old), CodeRejected)
    assert world.prove("v", world.notices[-1]["code"]) == (NUMBER,)


def test_out_of_order_inspect_and_inventory(world: World) -> None:
    world.custody.set_out_of_order(STAFF, "5", "lock")
    assert world.custody.view.compartments[4].state is CompartmentState.OUT_OF_ORDER
    assert isinstance(world.custody.open_to_inspect(STAFF, "5"), Opened)
    assert world.custody.inventory() == (("5", "open"),)
    world.shut("5")
    world.custody.finish_inspect(STAFF, "5")
    world.custody.set_in_order(STAFF, "5")
    world.boards.set_sensor(world.lock("6"), "unknown")
    assert world.custody.inventory() == (("6", "unknown"),)
    with pytest.raises(LookupError):
        world.custody.set_out_of_order(STAFF, "99", "lock")


# --- the city --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"ways": [{"who": "holder", "factor": "fingerprint"}], "factors": [""]}, "fingerprint"),
        ({"ways": [{"who": "representative", "factor": "birth_date"}]}, "holder"),
        ({"factors": []}, "one value for each way"),
        ({"document": "spaceship"}, "cannot be read"),
        ({"ways": []}, "holder"),
    ],
)
def test_bookings_that_nobody_could_collect_are_refused(world: World, change: dict[str, Any], why: str) -> None:
    with pytest.raises(BookingRefused, match=why):
        world.custody.take_booking(booking(**change))
    assert world.custody.view.booked == ()


def test_a_booking_that_comes_twice_counts_once_and_its_values_are_on_no_disk(world: World, tmp_path: Path) -> None:
    world.custody.take_booking(booking(factors=["09091977"]))
    world.custody.take_booking(booking(factors=["11111911"]))
    assert world.custody.view.booked == (NUMBER,)
    for file in (tmp_path / "pickup").iterdir():
        assert b"09091977" not in file.read_bytes()


def test_a_code_is_in_the_message_and_on_no_disk(world: World, tmp_path: Path) -> None:
    code = world.load()
    for file in (tmp_path / "pickup").iterdir():
        assert code.encode() not in file.read_bytes()


def test_a_withdrawn_booking_is_not_loaded_and_an_available_one_becomes_overdue(world: World) -> None:
    world.custody.take_booking(booking("MU-1"))
    world.custody.withdraw("MU-1")
    assert world.custody.open_to_load(STAFF, "MU-1", "1") == Refused(why="not_available")
    code = world.load("MU-2")
    world.custody.withdraw("MU-2")
    world.custody.withdraw("MU-2")
    assert world.state("MU-2") is PickupState.OVERDUE
    assert not isinstance(world.custody.check_code("v", code), CodeAccepted)


# --- disk and power --------------------------------------------------------------------------------------------------


def test_without_room_on_the_disk_nothing_is_opened(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    code = world.load()
    world.prove("v", code)
    pulses = world.pulses()

    def full(*_: object, **__: object) -> None:
        raise LedgerUnwritable("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(world.ledger, "commit", full)
        assert world.custody.open_to_collect("v", NUMBER) == Refused(why="disk_full")
        assert world.custody.check_code("w", code) == NotToBeHad(why="disk_full")
        world.custody.tick()
    assert world.pulses() == pulses
    world.custody.tick()
    assert world.custody.hands_out == ""
    world.open("v", NUMBER)


def test_an_outcome_the_disk_does_not_take_is_written_before_anything_else(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = world.load()
    world.prove("v", code)
    commit = world.ledger.commit

    def only_intents(*records: r.Record, **more: Any) -> Any:
        if not any(isinstance(one, r.OpenIntended) for one in records):
            raise LedgerUnwritable("the disk is full")
        return commit(*records, **more)

    with monkeypatch.context() as patched:
        patched.setattr(world.ledger, "commit", only_intents)
        number = world.open("v", NUMBER)
    world.shut(number)
    world.custody.tick()
    kinds = [type(one.record) for one in world.ledger.entries()][-4:]
    assert kinds == [r.OpenIntended, r.PulseGiven, r.DoorSeen, r.DoorSeen]


@pytest.mark.parametrize("undertaking", ["load", "collect", "take_out"])
def test_after_a_power_cut_with_a_door_in_play_staff_look_and_nothing_opens(world: World, undertaking: str) -> None:
    if undertaking == "load":
        world.custody.take_booking(booking())
        world.custody.open_to_load(STAFF, NUMBER, "1")
    else:
        code = world.load()
        if undertaking == "collect":
            world.prove("v", code)
            world.open("v", NUMBER)
        else:
            world.custody.open_to_take_out(STAFF, NUMBER)
    number = world.ledger.state.pickups[NUMBER].compartment
    world.shut(number)
    pulses = world.pulses()
    world.restart()
    assert world.pulses() == pulses
    assert world.state(NUMBER) is PickupState.UNCLEAR
    assert "unclear" in world.alarms()
    assert ("unclear" in dict(world.custody.inventory()).values()) is True
    assert isinstance(world.custody.open_to_take_out(STAFF, NUMBER), Opened)
    world.shut(number)
    world.custody.finish_take_out(STAFF, NUMBER, "returned")
    assert world.state(NUMBER) is PickupState.RETURNED


def test_after_a_quiet_restart_everything_is_as_it_was(world: World) -> None:
    code = world.load()
    world.restart()
    assert world.alarms() == set()
    assert world.prove("v", code) == (NUMBER,)
