"""Time as a thing that is handed in, so that tests can walk ten minutes at once."""

import time
from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What every process asks for the time."""

    def now(self) -> datetime:
        """Local time with its zone. May jump when the machine's clock is set."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        return time.monotonic()


class ShiftedClock:
    """The machine's clock, moved by a fixed span: demonstrations and pictures at an hour when the house is open."""

    def __init__(self, start: datetime) -> None:
        """:param start: what it shows now; with a time zone."""
        if start.tzinfo is None:
            raise ValueError("give the start with a time zone")
        self._shift = start - datetime.now().astimezone()

    def now(self) -> datetime:
        return datetime.now().astimezone() + self._shift

    def monotonic(self) -> float:
        return time.monotonic()


class FakeClock:
    """A clock that moves when told."""

    def __init__(self, start: datetime) -> None:
        """:param start: with a time zone."""
        if start.tzinfo is None:
            raise ValueError("give the start with a time zone")
        self._now, self._seconds = start, 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, seconds: float) -> None:
        """Move both clocks on."""
        self._now += timedelta(seconds=seconds)
        self._seconds += seconds

    def set(self, moment: datetime) -> None:
        """Set the wall clock only, as a time server would."""
        self._now = moment
