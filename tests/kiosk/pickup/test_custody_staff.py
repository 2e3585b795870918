"""The rules of a pickup terminal, one by one: staff, the city, disk and power."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.pickup import records as r
from kiosk.pickup.custody import BookingRefused
from kiosk.pickup.errors import Contradiction, LedgerUnwritable
from kiosk.pickup.model import CompartmentState, PickupState
from kiosk.pickup.verdicts import (
    CodeAccepted,
    CodeRejected,
    NotToBeHad,
    Opened,
    Refused,
)
from kiosk.pickup.wall import wall_of
from tests.kiosk.pickup.terminal_world import STAFF, World, booking

NUMBER = "MU-26-00471"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "pickup")
    yield made
    made.ledger.close()


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


@pytest.mark.parametrize("by", ["taking it out", "settling it"])
def test_what_staff_do_not_find_counts_as_collected_and_the_city_is_told(world: World, by: str) -> None:
    number = world.open("v", world.prove("v", world.load())[0])
    world.custody.report("v", NUMBER, "not_told")
    world.shut(number)
    world.custody.tick()
    if by == "taking it out":
        world.custody.open_to_take_out(STAFF, NUMBER)
        world.shut(number)
        world.custody.finish_take_out(STAFF, NUMBER, "empty")
    else:
        world.custody.settle(STAFF, number, "empty")
    assert world.state(NUMBER) is PickupState.COLLECTED
    assert world.ledger.secret(NUMBER) is None
    kind, told = world.told_city()[-1]
    assert (kind, told["problem"], told["booking"]) == ("problem", "found_empty", NUMBER)
    assert world.custody.view.compartments[int(number) - 1].state is CompartmentState.FREE


def test_what_is_given_up_with_a_full_disk_is_written_down_later(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.custody.take_booking(booking())
    world.custody.open_to_load(STAFF, NUMBER, "1")

    def full(*_: object, **__: object) -> None:
        raise LedgerUnwritable("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(world.ledger, "commit", full)
        world.custody.abandon("1")
        world.custody.tick()
        assert world.state(NUMBER) is PickupState.LOADING
    world.custody.tick()
    assert world.state(NUMBER) is PickupState.UNCLEAR
    assert "unclear" in world.alarms()


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
        ({"factors": [""]}, "proves nothing"),
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


def test_the_city_may_let_it_lie_longer_but_never_shorter(world: World) -> None:
    world.load()
    until = world.ledger.state.pickups[NUMBER].until
    assert until is not None
    world.custody.keep_longer(NUMBER, until - timedelta(days=1))
    world.custody.keep_longer("unknown", until + timedelta(days=9))
    assert world.ledger.state.pickups[NUMBER].until == until
    world.custody.keep_longer(NUMBER, until + timedelta(days=3))
    world.custody.keep_longer(NUMBER, until + timedelta(days=3))
    world.clock.advance(9 * 86400)
    world.custody.tick()
    assert world.state(NUMBER) is PickupState.AVAILABLE
    world.clock.advance(86400)
    world.custody.tick()
    assert world.state(NUMBER) is PickupState.OVERDUE


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


def test_an_outcome_that_does_not_fit_blocks_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    code = world.load()
    world.prove("v", code)
    commit = world.ledger.commit

    def refuses_pulses(*records: r.Record, **more: Any) -> Any:
        if any(isinstance(one, r.PulseGiven) for one in records):
            raise Contradiction("as if a second pulse")
        return commit(*records, **more)

    with monkeypatch.context() as patched:
        patched.setattr(world.ledger, "commit", refuses_pulses)
        number = world.open("v", NUMBER)
    world.shut(number)
    world.custody.tick()
    world.custody.confirm_taken("v", NUMBER, True)
    assert world.state(NUMBER) is PickupState.COLLECTED


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


def test_after_settings_that_give_a_door_another_lock_nobody_gets_what_lies_in_it(world: World) -> None:
    code = world.load()
    other = world.load("MU-2")
    number = world.ledger.state.pickups[NUMBER].compartment
    (left, right) = world.settings.columns
    swapped = (replace(left, first_lock=4), replace(right, first_lock=0))
    world.settings = replace(world.settings, columns=swapped)
    world.wall = wall_of(world.settings)
    pulses = world.pulses()
    world.restart()
    assert world.state(NUMBER) is world.state("MU-2") is PickupState.UNCLEAR
    assert world.custody.check_code("v", code) == NotToBeHad(why="unclear")
    assert world.custody.check_code("v", other) == NotToBeHad(why="unclear")
    assert "unclear" in world.alarms()
    assert any(one.record == r.Found(compartment=number, finding="settings_changed") for one in world.ledger.entries())
    assert world.pulses() == pulses
    world.restart()
    assert len([one for one in world.ledger.entries() if isinstance(one.record, r.WallSeen)]) == 2


def test_after_a_quiet_restart_everything_is_as_it_was(world: World) -> None:
    code = world.load()
    world.restart()
    assert world.alarms() == set()
    assert world.prove("v", code) == (NUMBER,)
