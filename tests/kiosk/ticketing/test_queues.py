"""The queues: who is next, how it stands, what the ticket choice shows."""

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.host.clock import FakeClock
from kiosk.ticketing.errors import CannotSettle
from kiosk.ticketing.life import What
from kiosk.ticketing.settling import How
from tests.kiosk.ticketing.world import MORNING, House, concern


def test_an_empty_morning(house: House) -> None:
    state = house.queues.queue_states()["car"]
    assert (state.open, state.waiting, state.before, state.wait_minutes, state.left_today, state.last_called) == (
        *(True, 0, 0, 0, 3),
        (),
    )
    assert list(house.queues.queue_states()) == ["passport", "car", "urgent"], "in the order of the content"


def test_closed_says_when_it_opens(house: House) -> None:
    house.hours.shut.add("car")
    state = house.queues.queue_states()["car"]
    assert (state.open, state.reason, state.opens_at, state.wait_minutes) == (False, "closed", house.hours.opens, None)


def test_people_are_called_in_the_order_they_came(house: House) -> None:
    drawn = [house.draw(f"visit-{n}").id for n in range(4)]
    house.issuer.settle(drawn[1], How.VOID, "staff")
    called = [house.queues.call_next("passport", "1.07") for _ in range(4)]
    assert [ticket and ticket.id for ticket in called] == [drawn[0], drawn[2], drawn[3], None]
    assert house.queues.queue_states()["passport"].last_called == (("A004", "1.07"), ("A003", "1.07"), ("A001", "1.07"))


def test_the_board_shows_the_three_newest(house: House) -> None:
    for number in range(5):
        house.draw(f"visit-{number}")
        house.queues.call_next("passport", "1.07")
    labels = [label for label, _ in house.queues.queue_states()["passport"].last_called]
    assert labels == ["A005", "A004", "A003"]


def test_a_room_calls_the_urgent_first(house: House) -> None:
    usual, urgent = house.draw("visit-1"), house.draw("visit-2", "urgent")
    other = house.draw("visit-3", "car")
    assert [house.queues.call_next(None, "1.07") for _ in range(3)] == [
        house.ticket(urgent),
        house.ticket(usual),
        None,
    ]
    assert house.queues.call_next(None, "0.04") == house.ticket(other)


def test_people_before_count_the_urgent_of_the_same_desks(house: House) -> None:
    house.draw("visit-1")
    house.draw("visit-2", "urgent")
    house.draw("visit-3", "car")
    ticket = house.draw("visit-4")
    house.concerns["same"] = concern("same", "S", rooms=("1.07",))
    house.draw("visit-5", "same")
    assert house.queues.queue_states()["same"].before == 2, "one here, one urgent; equals have their own queue"
    assert ticket.waiting_before == 2
    assert ticket.wait_minutes == 2 + 5
    states = house.queues.queue_states()
    assert (states["passport"].waiting, states["passport"].before) == (2, 3)
    assert (states["urgent"].waiting, states["urgent"].before) == (1, 1), "those of less urgent concerns come later"


def test_the_wait_follows_the_day(house: House, clock: FakeClock) -> None:
    for number in range(12):
        house.draw(f"visit-{number}")
    assert house.draw("visit-at-first").wait_minutes == 25, "12 people, 2 minutes each, told in fives"
    for _ in range(9):
        clock.advance(6 * 60)
        house.queues.call_next("passport", "1.07")
    state = house.queues.queue_states()["passport"]
    gap = (4 * 2 + 8 * 6) / 12
    assert (state.waiting, state.wait_minutes) == (4, round(gap * 5 / 5) * 5), "4 people and the gap that just began"
    clock.advance(46 * 60)
    assert house.queues.queue_states()["passport"].wait_minutes is None, "nobody was called for 46 minutes"
    assert house.draw("visit-late").wait_minutes is None


def test_somebody_alone_waits_for_the_desk(house: House, clock: FakeClock) -> None:
    house.draw("visit-1")
    house.queues.call_next("passport", "1.07")
    assert house.queues.queue_states()["passport"].wait_minutes == 2
    clock.advance(60)
    assert house.queues.queue_states()["passport"].wait_minutes == 1
    clock.advance(3600)
    assert house.queues.queue_states()["passport"].wait_minutes == 0


def test_finished_and_missed(house: House) -> None:
    first, second = house.draw("visit-1"), house.draw("visit-2")
    with pytest.raises(CannotSettle, match="not called yet"):
        house.queues.finish(first.id)
    for _ in range(2):
        house.queues.call_next("passport", "1.07")
    house.queues.finish(first.id)
    house.queues.finish(first.id)
    house.queues.missed(second.id)
    house.queues.finish(second.id)
    assert house.happened(first)[-2:] == [What.CALLED, What.FINISHED], "said twice, noted once"
    assert house.happened(second)[-1] == What.MISSED, "the first word counts"


def test_two_desks_never_call_the_same_person(house: House) -> None:
    tickets = {house.draw(f"visit-{n}").id for n in range(20)}
    called: list[str] = []
    begin = threading.Barrier(4)

    def desk(room: str) -> None:
        begin.wait()
        while ticket := house.queues.call_next("passport", room):
            called.append(ticket.id)

    desks = [threading.Thread(target=desk, args=(f"1.0{n}",)) for n in range(4)]
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    assert len(called) == 20
    assert set(called) == tickets


def test_content_may_change_while_people_wait(house: House) -> None:
    house.draw("visit-1", "urgent")
    ticket = house.draw("visit-2")
    del house.concerns["urgent"]
    house.concerns["new"] = concern("new", "N", rooms=("1.07",))
    states = house.queues.queue_states()
    assert list(states) == ["passport", "car", "new"]
    assert states["passport"].before == 1, "nobody can tell any more which desks call the urgent"
    called = house.queues.call_next(None, "1.07")
    assert called is not None
    assert called.id == ticket.id
    assert house.queues.call_next("urgent", "1.07") is not None, "a number that was given is still called"


@settings(max_examples=25, deadline=None)
@given(people=st.lists(st.tuples(st.sampled_from(["passport", "urgent"]), st.integers(0, 20)), max_size=15))
def test_everybody_is_called_once_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, int]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("day")
    clock = FakeClock(MORNING)
    house = House(folder, clock)
    told: list[int] = []
    for number, (name, minutes) in enumerate(people):
        clock.advance(minutes * 60)
        ticket = house.draw(f"visit-{number}", name)
        assert ticket.waiting_before == house.queues.queue_states()[name].before - 1
        told.append(ticket.waiting_before)
    order = []
    while ticket_or_none := house.queues.call_next(None, "1.07"):
        order.append(ticket_or_none)
    assert [one.visit_id for one in order] == [
        f"visit-{number}" for number, _ in sorted(enumerate(people), key=lambda one: (one[1][0] != "urgent", one[0]))
    ]
    house.ledger.close()
