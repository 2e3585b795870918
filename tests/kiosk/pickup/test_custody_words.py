"""What people say of a door counts only where its sensor says nothing; and a full disk at start-up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction
from kiosk.pickup.model import PickupState
from kiosk.pickup.verdicts import NotOpened, NotToBeHad, OpenUnseen
from kiosk.pickup.wall import address
from tests.kiosk.pickup.faulty_terminal import FaultyTerminal
from tests.kiosk.pickup.terminal_world import BIRTH, STAFF, booking

NUMBER = "MU-26-00471"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[FaultyTerminal]:
    """With one document, loaded."""
    made = FaultyTerminal(tmp_path / "pickup")
    made.act(lambda custody: custody.take_booking(booking(NUMBER)))
    place = made.custody.propose(NUMBER)
    assert place is not None
    made.custody.open_to_load(STAFF, NUMBER, place.id)
    made.push(place.id, open_=False)
    made.act(lambda custody: custody.finish_loading(STAFF, NUMBER, True))
    yield made
    made.ledger.close()


def prove(terminal: FaultyTerminal) -> str:
    """In the visit "v"; returns the compartment."""
    terminal.custody.check_code("v", terminal.codes[NUMBER])
    terminal.custody.check_factor("v", "holder", 0, BIRTH)
    return terminal.ledger.state.pickups[NUMBER].compartment


@pytest.mark.parametrize("said", ["open", "closed"])
def test_nobody_can_say_that_a_door_was_open_whose_sensor_knows_better(terminal: FaultyTerminal, said: r.Told) -> None:
    number = prove(terminal)
    terminal.boards.jammed.add(address(terminal.wall[number]))
    assert isinstance(terminal.custody.open_to_collect("v", NUMBER), NotOpened)
    terminal.custody.told_door("v", NUMBER, said)
    with pytest.raises(Contradiction):
        terminal.custody.confirm_taken("v", NUMBER, True)
    assert terminal.ledger.state.pickups[NUMBER].state is PickupState.AVAILABLE


def test_staff_cannot_say_so_either(terminal: FaultyTerminal) -> None:
    terminal.act(lambda custody: custody.take_booking(booking("MU-26-00472")))
    terminal.boards.jammed.add(address(terminal.wall["11"]))
    assert isinstance(terminal.custody.open_to_load(STAFF, "MU-26-00472", "11"), NotOpened)
    with pytest.raises(Contradiction):
        terminal.custody.finish_loading(STAFF, "MU-26-00472", True, told=True)


def test_where_the_sensor_says_nothing_words_count(terminal: FaultyTerminal) -> None:
    number = prove(terminal)
    terminal.boards.no_sensor.add(address(terminal.wall[number]))
    assert isinstance(terminal.custody.open_to_collect("v", NUMBER), OpenUnseen)
    terminal.custody.told_door("v", NUMBER, "open")
    with pytest.raises(Contradiction):
        terminal.custody.confirm_taken("v", NUMBER, True)
    terminal.custody.told_door("v", NUMBER, "closed")
    terminal.custody.confirm_taken("v", NUMBER, True)
    assert terminal.ledger.state.pickups[NUMBER].state is PickupState.COLLECTED


def test_a_disk_that_is_full_at_start_up_hands_nothing_out_and_is_caught_up_with(terminal: FaultyTerminal) -> None:
    number, code = prove(terminal), terminal.codes[NUMBER]
    terminal.custody.open_to_collect("v", NUMBER)
    terminal.push(number, open_=False)
    terminal.disk_full = True
    terminal.restart()
    assert terminal.custody.hands_out == "disk_full"
    assert terminal.custody.check_code("v", code) == NotToBeHad(why="disk_full")
    terminal.disk_full = False
    terminal.custody.tick()
    assert terminal.custody.hands_out == ""
    assert terminal.ledger.state.pickups[NUMBER].state is PickupState.UNCLEAR
    assert {one.code for one in terminal.custody.view.alarms} == {"unclear"}


def test_taken_back_by_the_city_while_staff_load_it_sends_no_code(terminal: FaultyTerminal) -> None:
    other = "MU-26-00472"
    terminal.act(lambda custody: custody.take_booking(booking(other)))
    terminal.custody.open_to_load(STAFF, other, "11")
    terminal.custody.withdraw(other)
    terminal.push("11", open_=False)
    terminal.act(lambda custody: custody.finish_loading(STAFF, other, True))
    assert terminal.ledger.state.pickups[other].state is PickupState.OVERDUE
    assert other not in terminal.codes
    assert terminal.ledger.secret(other) is None


def test_what_staff_settle_is_wiped_and_told_to_the_city(terminal: FaultyTerminal) -> None:
    number = prove(terminal)
    terminal.custody.report("v", NUMBER, "empty")
    told = [outgoing.kind for _, outgoing in terminal.ledger.outbox.pending(10)]
    terminal.custody.settle(STAFF, number, "returned")
    assert [outgoing.kind for _, outgoing in terminal.ledger.outbox.pending(10)] == [*told, "returned"]
    assert terminal.ledger.secret(NUMBER) is None
    with pytest.raises(ValueError, match="two_cards"):
        terminal.custody.settle(("K-3", "K-3"), number, "empty")
