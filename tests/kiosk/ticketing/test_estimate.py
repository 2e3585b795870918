"""How long somebody waits: honest figures from the day's own calls."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ticketing.estimate import GUESS_WEIGHT, LONGEST, busy_gaps, is_stalled, rounded, usual_gap, wait
from tests.kiosk.ticketing.world import MORNING

MINUTES = st.floats(0, 600)
GUESS = st.floats(0.1, 60)
GAPS = st.lists(MINUTES, max_size=30)


def test_only_gaps_in_which_somebody_waited_count() -> None:
    calls = [
        (MORNING + timedelta(minutes=drawn), MORNING + timedelta(minutes=called))
        for drawn, called in (
            (0, 1),
            (0, 4),
            (0, 9),
            (60, 61),
            (60, 63),
        )
    ]
    assert busy_gaps(calls) == (3, 5, 2), "from 9 to 61 nobody waited"


def test_a_clock_set_back_makes_no_negative_gap() -> None:
    calls = [(MORNING, MORNING + timedelta(minutes=called)) for called in (10, 12, 5, 8)]
    assert busy_gaps(calls) == (2, 3)


def test_the_guess_rules_in_the_morning_and_fades() -> None:
    assert usual_gap(2.0, []) == 2.0
    assert usual_gap(2.0, [6.0]) == pytest.approx((4 * 2 + 6) / 5)
    assert usual_gap(2.0, [6.0] * 12) == pytest.approx((4 * 2 + 72) / 16)


def test_a_lunch_break_does_not_rule_the_afternoon() -> None:
    assert usual_gap(2.0, [2.0] * 11 + [60.0]) == pytest.approx((8 + 22 + 6) / 16)


def test_the_picture_of_the_ticket() -> None:
    """Six people before, guess and figures of 2:20 each: about 14 minutes."""
    assert wait([(6, usual_gap(2.3, [2.3, 2.5, 2.2]))]) == 14


def test_the_running_gap_counts_only_when_it_is_long() -> None:
    assert usual_gap(2.0, [2.0] * 4, running=1.0) == 2.0
    assert usual_gap(2.0, [2.0] * 4, running=60.0) == pytest.approx((16 + 6) / 9)
    assert not is_stalled(2.0, 45.0)
    assert is_stalled(2.0, 46.0)
    assert not is_stalled(10.0, 59.0)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (0, 0),
        (0.4, 0),
        (0.5, 1),
        (14.2, 14),
        (19.9, 20),
        (22.4, 20),
        (22.5, 25),
        (57.6, 60),
        (64, 60),
        (65, 70),
        (131, 130),
    ],
)
def test_minutes_are_told_rounded(minutes: float, told: int) -> None:
    assert rounded(minutes) == told


@given(st.lists(MINUTES, min_size=2, max_size=20))
def test_a_longer_wait_is_never_told_as_shorter(minutes: list[float]) -> None:
    assert all(rounded(a) <= rounded(b) for a, b in pairwise(sorted(minutes)))


@given(GUESS, GAPS, MINUTES, st.integers(0, 300), st.integers(0, 300), st.floats(-100, 100))
def test_more_people_before_never_wait_less(
    guess: float, gaps: list[float], running: float, few: int, more: int, left: float
) -> None:
    gap = usual_gap(guess, gaps, running)
    shorter, longer = (wait([(people, gap)], left) for people in (min(few, more), max(few, more)))
    assert 0 <= shorter <= longer


@given(GUESS, GAPS, MINUTES)
def test_the_gap_stays_between_what_was_seen(guess: float, gaps: list[float], running: float) -> None:
    gap = usual_gap(guess, gaps, running)
    seen = [guess, running, *gaps]
    assert min([guess, *gaps]) * 0.999 <= gap <= max(seen) * 1.001
    assert gap >= guess * GUESS_WEIGHT / (GUESS_WEIGHT + len(gaps) + 1) * 0.999


@given(st.floats(0.1, 60), st.integers(0, 11), st.floats(0, 10_000))
def test_one_outlier_among_steady_gaps_moves_little(steady: float, count: int, outlier: float) -> None:
    moved = usual_gap(steady, [*[steady] * count, outlier]) - steady
    assert moved <= LONGEST * steady / (GUESS_WEIGHT + count + 1) * 1.001
