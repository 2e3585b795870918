"""The rules of a pickup terminal, one by one: the whole way, and proof."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.pickup.errors import Contradiction
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
    NotToBeHad,
    Refused,
)
from tests.kiosk.pickup.terminal_world import BIRTH, World, wrong_code

NUMBER = "MU-26-00471"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "pickup")
    yield made
    made.ledger.close()


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
