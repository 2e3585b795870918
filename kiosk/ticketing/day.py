"""When a new working day begins and numbers start again, though the clock may be wrong. Pure.

A working day is a run of number series. Within it no number is given twice, whatever the clock does. The danger is to
start again while papers of the same real day are about, so a new day begins only where a real night is certain:

* the date is later than that of the last number drawn, and no number was drawn for `QUIET`; and
* in the process that drew it, the wall clock moved as far as the monotonic clock did (nobody set it); or
* over a restart, the last number was drawn under a believable date (a machine without a battery wakes in 1970).

In every other case the day goes on, numbers go on above the highest, and staff are told. The cost of doubt is a series
that starts at A043 in the morning; the cost of the opposite would be two people holding A001. What remains is a machine
that, after a restart of hours, wakes in a wrong but believable future: no program on it can know.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

QUIET = timedelta(hours=3)
"""Shorter than any night between two openings, longer than any gap inside one."""
TOLERANCE = timedelta(hours=1)
"""By which wall and monotonic clock may differ over one stretch; time servers correct seconds, hands set days."""
BELIEVABLE_FROM = date(2026, 1, 1)
"""This software did not run earlier."""


class WorkingDay(Struct, frozen=True, kw_only=True):
    """A run of number series, as it stands in the ledger."""

    id: int
    date: date
    """By the clock when it began."""
    began_at: datetime
    seen_at: datetime
    """By the clock when the last number was drawn in it."""
    floors: dict[str, int]
    """Numbers up to these may have been given before it began (see `mark`)."""


class Seen(Struct, frozen=True):
    """Both clocks when this process drew its last number."""

    wall: datetime
    monotonic: float


class DayIs(StrEnum):
    """What a moment means for the working day."""

    THE_SAME = "the_same"
    NEW = "new"
    DOUBTFUL = "doubtful"
    """The date differs, but no night is certain: the working day goes on."""


def judge(day: WorkingDay | None, seen: Seen | None, now: datetime, monotonic: float) -> DayIs:
    """Whether `now` belongs to `day`.

    :param seen: None where this process has drawn no number yet.
    :param monotonic: seconds, of the same clock as `seen`.
    """
    if day is None:
        return DayIs.NEW
    if now.date() == day.date:
        return DayIs.THE_SAME
    if now.date() <= day.seen_at.date():
        return DayIs.DOUBTFUL
    wall = now - day.seen_at
    if seen is None:
        sure = wall >= QUIET and day.seen_at.date() >= BELIEVABLE_FROM
    else:
        real = timedelta(seconds=monotonic - seen.monotonic)
        sure = real >= QUIET and abs((now - seen.wall) - real) <= TOLERANCE
    return DayIs.NEW if sure else DayIs.DOUBTFUL
