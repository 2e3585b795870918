"""The clock of a demonstration: a town hall that is closed at the moment shows nothing worth seeing."""

from datetime import timedelta

from content.model import opening
from content.model.town import Town
from hardware.host.clock import Clock, ShiftedClock, SystemClock

HOUR, MINUTE = 10, 42
HORIZON_DAYS = 60


def opened_clock(town: Town) -> Clock:
    """The machine's clock while the house is open; else one that begins in the morning of its next open day."""
    now = SystemClock().now()
    if opening.is_open(town.hours, town.land, now):
        return SystemClock()
    for days in range(HORIZON_DAYS):
        morning = (now + timedelta(days=days)).replace(hour=HOUR, minute=MINUTE, second=0, microsecond=0)
        if morning > now and opening.is_open(town.hours, town.land, morning):
            return ShiftedClock(morning)
    return SystemClock()
