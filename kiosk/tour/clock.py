"""A clock that runs, and can be put forward, so that a time-out is seen without waiting for it."""

from datetime import datetime, timedelta

from hardware.host.clock import ShiftedClock


class TourClock(ShiftedClock):
    """Starts at a given moment; `skip` puts both times forward."""

    def __init__(self, start: datetime) -> None:
        """:param start: with a time zone."""
        super().__init__(start)
        self._skipped = 0.0

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self._skipped)

    def monotonic(self) -> float:
        return super().monotonic() + self._skipped

    def skip(self, seconds: float) -> None:
        """Put it forward."""
        self._skipped += seconds
