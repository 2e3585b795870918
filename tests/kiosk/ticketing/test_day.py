"""Working days: numbers start again after a night, and never because a clock was wrong."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.host.clock import FakeClock
from kiosk.ticketing.day import DayIs, WorkingDay, judge
from kiosk.ticketing.life import What
from kiosk.ticketing.model import NoNumber
from kiosk.ticketing.model import TicketState as S
from tests.kiosk.ticketing.world import CET, MORNING, House

Restart = Callable[..., House]
IN_1970 = datetime(1970, 1, 1, 1, 0, tzinfo=CET)
DAY = 24 * 3600


def test_numbers_start_again_after_the_night(house: House, clock: FakeClock) -> None:
    assert [house.draw(f"visit-{n}").label for n in range(2)] == ["A001", "A002"]
    clock.advance(DAY)
    assert house.queues.queue_states()["passport"].waiting == 0, "yesterday's people have gone"
    assert house.draw("visit-2").label == "A001"
    assert not house.queues.clock_doubted()


def test_numbers_start_again_after_a_night_switched_off(house: House, clock: FakeClock, restart: Restart) -> None:
    house.draw("visit-1")
    clock.set(MORNING + timedelta(days=1))
    assert restart(house, boot="boot-2").draw("visit-2").label == "A001"


def test_a_clock_set_back_over_midnight_goes_on(house: House, clock: FakeClock) -> None:
    house.draw("visit-1")
    clock.set(MORNING - timedelta(days=3))
    assert house.draw("visit-2").label == "A002"
    assert house.queues.clock_doubted()
    clock.set(MORNING)
    assert house.draw("visit-3").label == "A003"
    assert not house.queues.clock_doubted()
    assert house.queues.queue_states()["passport"].waiting == 3, "all of them are seen"


def test_a_machine_without_battery_wakes_in_1970(house: House, clock: FakeClock, restart: Restart) -> None:
    house.draw("visit-1")
    clock.set(IN_1970)
    again = restart(house, boot="boot-2")
    assert again.draw("visit-2").label == "A002"
    clock.set(MORNING + timedelta(hours=2))
    assert again.draw("visit-3").label == "A003"


def test_the_first_numbers_ever_were_drawn_in_1970(house: House, clock: FakeClock, restart: Restart) -> None:
    clock.set(IN_1970)
    house.draw("visit-1")
    clock.set(MORNING)
    assert house.draw("visit-2").label == "A002", "no night has passed in this process"
    clock.advance(DAY)
    assert house.draw("visit-3").label == "A001"


def test_numbers_of_1970_and_a_restart_with_the_right_time(house: House, clock: FakeClock, restart: Restart) -> None:
    clock.set(IN_1970)
    house.draw("visit-1")
    clock.set(MORNING)
    assert restart(house, boot="boot-2").draw("visit-2").label == "A002", "nobody can tell that it is another day"


def test_the_daily_start_with_a_stale_clock_is_a_new_day(house: House, clock: FakeClock, restart: Restart) -> None:
    """The machine remembers the time of its last shutdown, starts with it, and a time server sets it right."""
    house.draw("visit-1")
    again = restart(house, boot="boot-2")
    clock.advance(30)
    again.issuer.recover()
    clock.set(MORNING + timedelta(days=1))
    assert again.draw("visit-2").label == "A001"


def test_a_clock_that_jumps_ahead_and_is_set_right(house: House, clock: FakeClock) -> None:
    house.draw("visit-1")
    clock.set(MORNING.replace(year=2036))
    assert house.draw("visit-2").label == "A002"
    clock.set(MORNING + timedelta(minutes=5))
    assert house.draw("visit-3").label == "A003"
    clock.advance(DAY)
    assert house.draw("visit-4").label == "A001", "the false year does not hold the numbers back"


def test_a_crash_of_the_process_does_not_hide_that_the_clock_was_set(
    house: House, clock: FakeClock, restart: Restart
) -> None:
    house.draw("visit-1")
    clock.set(MORNING + timedelta(days=2))
    again = restart(house)
    assert again.draw("visit-2").label == "A002"
    assert again.queues.clock_doubted()


def test_a_crash_in_the_night_is_no_doubt(house: House, clock: FakeClock, restart: Restart) -> None:
    house.draw("visit-1")
    clock.advance(DAY)
    assert restart(house).draw("visit-2").label == "A001"


def test_a_start_into_a_false_year_and_back(house: House, clock: FakeClock, restart: Restart) -> None:
    house.draw("visit-1")
    house.draw("visit-2")
    clock.set(MORNING.replace(year=2036))
    again = restart(house, boot="boot-2")
    assert again.draw("visit-3").label == "A001", "the one case nobody can know (see day.py)"
    clock.set(MORNING + timedelta(minutes=5))
    assert again.draw("visit-4").label == "A003", "but not twice under the true date"
    clock.advance(DAY)
    assert again.draw("visit-5").label == "A001"


def test_a_false_midnight_in_the_middle_of_the_day(house: House, clock: FakeClock, restart: Restart) -> None:
    clock.set(MORNING.replace(hour=23, minute=50))
    house.draw("visit-1")
    clock.advance(20 * 60)
    assert house.draw("visit-2").label == "A002", "people draw, so it is no night"
    assert restart(house).draw("visit-3").label == "A003"


def test_a_clock_set_ahead_after_quiet_hours(house: House, clock: FakeClock) -> None:
    house.draw("visit-1")
    clock.advance(4 * 3600)
    clock.set(clock.now() + timedelta(days=1))
    assert house.draw("visit-2").label == "A002"


def test_quiet_hours_at_noon_are_no_night_while_the_clock_is_in_doubt(
    house: House, clock: FakeClock, restart: Restart
) -> None:
    house.draw("visit-1")
    clock.set(MORNING - timedelta(days=1))
    assert house.draw("visit-2").label == "A002"
    clock.advance(4 * 3600)
    assert house.draw("visit-3").label == "A003"
    clock.advance(4 * 3600)
    again = restart(house, boot="boot-2")
    assert again.draw("visit-4").label == "A004"
    assert again.queues.queue_states()["passport"].waiting == 4, "nobody is sent home"


def test_staff_begin_a_day_where_the_clock_is_in_doubt(house: House, clock: FakeClock) -> None:
    house.draw("visit-1")
    clock.set(IN_1970)
    house.draw("visit-2")
    house.queues.start_day()
    assert house.queues.queue_states()["passport"].waiting == 0
    assert house.draw("visit-3").label == "A001"
    house.queues.start_day(above=20)
    assert house.draw("visit-4").label == "A021"


def test_staff_cannot_double_a_number_of_the_same_date(house: House) -> None:
    house.draw("visit-1")
    house.queues.start_day()
    assert house.draw("visit-2").label == "A002"


def test_doubt_is_noted_once(house: House, clock: FakeClock) -> None:
    house.draw("visit-1")
    clock.set(IN_1970)
    for number in range(3):
        house.draw(f"visit-1970-{number}")
    with house.ledger.read() as page:
        doubts = [event.detail for event in page.events() if event.what == What.CLOCK_DOUBTED]
    assert doubts == ["2026-11-24 goes on at 1970-01-01"]


def test_the_contingent_is_of_the_date_even_while_a_day_goes_on(house: House, clock: FakeClock) -> None:
    clock.set(IN_1970)
    for number in range(3):
        house.draw(f"visit-{number}", "car")
    with pytest.raises(NoNumber, match="used_up"):
        house.draw("visit-more", "car")
    clock.set(MORNING)
    assert house.draw("visit-more", "car").label == "B004"


def test_summer_time_ends(house: House, clock: FakeClock) -> None:
    from zoneinfo import ZoneInfo

    berlin = ZoneInfo("Europe/Berlin")
    clock.set(datetime(2026, 10, 24, 17, 0, tzinfo=berlin))
    house.draw("visit-1")
    real = (
        datetime(2026, 10, 25, 8, 0, tzinfo=berlin).timestamp()
        - datetime(2026, 10, 24, 17, 0, tzinfo=berlin).timestamp()
    )
    clock.advance(real)
    clock.set(datetime(2026, 10, 25, 8, 0, tzinfo=berlin).astimezone())
    assert house.draw("visit-2").label == "A001"


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("draw"), st.just(0)),
            st.tuples(st.just("work"), st.integers(60, 6 * 3600)),
            st.tuples(st.just("set"), st.integers(-400 * DAY, 400 * DAY)),
        ),
        max_size=40,
    )
)
def test_no_setting_of_the_clock_restarts_the_numbers(moves: list[tuple[str, int]]) -> None:
    """As long as no three quiet hours pass in truth, nothing that is done to the wall clock begins a day."""
    clock = FakeClock(MORNING)
    day: WorkingDay | None = None
    quiet = 0
    for what, seconds in moves:
        if what == "set":
            clock.set(clock.now() + timedelta(seconds=seconds))
        elif what == "work":
            clock.advance(seconds)
            quiet += seconds
        else:
            now = clock.now()
            judged = judge(day, now, clock.monotonic(), "boot-1")
            assert day is None or quiet >= 3 * 3600 or judged is not DayIs.NEW
            began = now if day is None or judged is DayIs.NEW else day.began_at
            day = WorkingDay(
                id=1,
                date=began.date(),
                began_at=began,
                seen_at=now,
                seen_monotonic=clock.monotonic(),
                seen_boot="boot-1",
                floors={},
            )
            quiet = 0


def test_old_tickets_stay_in_the_ledger(house: House, clock: FakeClock) -> None:
    first = house.draw("visit-1")
    clock.advance(DAY)
    second = house.draw("visit-2")
    with house.ledger.read() as page:
        assert [ticket.id for ticket in page.tickets(set(S))] == [first.id, second.id]
