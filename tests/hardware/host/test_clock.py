"""Clocks: the fake one moves only when told, the shifted one runs from where it was set."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from hardware.host.clock import FakeClock, ShiftedClock, SystemClock

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_fake_clock_advances_both_and_sets_only_the_wall_clock() -> None:
    clock = FakeClock(NINE)
    clock.advance(600)
    clock.set(NINE - timedelta(days=1))
    assert (clock.now(), clock.monotonic()) == (NINE - timedelta(days=1), 600.0)


def test_shifted_clock_starts_where_it_was_told() -> None:
    clock = ShiftedClock(NINE)
    before = clock.monotonic()
    assert timedelta(0) <= clock.now() - NINE < timedelta(minutes=1)
    assert clock.monotonic() >= before


def test_times_carry_their_zone() -> None:
    assert SystemClock().now().utcoffset() is not None
    assert ShiftedClock(NINE.astimezone(timezone(timedelta(hours=1)))).now().utcoffset() is not None


@pytest.mark.parametrize("kind", [FakeClock, ShiftedClock])
def test_naive_times_are_refused(kind: type[FakeClock] | type[ShiftedClock]) -> None:
    with pytest.raises(ValueError, match="time zone"):
        kind(NINE.replace(tzinfo=None))
