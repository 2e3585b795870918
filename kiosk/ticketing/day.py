"""When a new working day begins and numbers start again, though the clock may be wrong. Pure.

A working day is a run of number series. Within it no number is given twice, whatever the clock does. The danger is to
start again while papers of the same real day are about, so a new day begins only where a real night is certain:

* the date is later than that of the last number drawn, and no number was drawn for `QUIET`; and
* while the machine has been running since, the wall clock moved as far as the monotonic clock did (nobody set it); or
* where it was started anew, the last number was drawn under a believable date (without a battery it wakes in 1970).

In every other case the day goes on, numbers go on above the highest, and staff are told. The cost of doubt is a series
that starts at A043 in the morning; the cost of the opposite would be two people holding A001. What remains is a machine
that is started anew and wakes in a wrong but believable future: no program on it can know.
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
    seen_monotonic: float
    """Seconds, by the monotonic clock of the boot `seen_boot`, at the same moment."""
    seen_boot: str
    """The machine's run it was drawn in; "" = not known."""
    floors: dict[str, int]
    """Numbers up to these may have been given before it began (see `mark`)."""


class DayIs(StrEnum):
    """What a moment means for the working day."""

    THE_SAME = "the_same"
    NEW = "new"
    DOUBTFUL = "doubtful"
    """The date differs, but no night is certain: the working day goes on."""


def judge(day: WorkingDay | None, now: datetime, monotonic: float, boot: str) -> DayIs:
    """Whether `now` belongs to `day`.

    :param monotonic: seconds; counts since the machine was started, over all processes of the run `boot`.
    """
    if day is None:
        return DayIs.NEW
    if now.date() == day.date:
        return DayIs.THE_SAME
    if now.date() <= day.seen_at.date():
        return DayIs.DOUBTFUL
    wall = now - day.seen_at
    if boot and boot == day.seen_boot:
        real = timedelta(seconds=monotonic - day.seen_monotonic)
        sure = real >= QUIET and abs(wall - real) <= TOLERANCE
    else:
        sure = wall >= QUIET and day.seen_at.date() >= BELIEVABLE_FROM
    return DayIs.NEW if sure else DayIs.DOUBTFUL
