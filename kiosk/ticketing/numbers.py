"""What the ledger remembers outside its transactions: the mark on disk, and the clocks at the last number."""

from collections.abc import Mapping
from pathlib import Path

from kiosk.ticketing.day import Seen, WorkingDay
from kiosk.ticketing.mark import Mark


class Numbers:
    """Written by the one thread that writes; its values are frozen, so any thread may read them."""

    def __init__(self, path: Path, mark: Mark | None = None) -> None:
        """:param path: of the mark."""
        self.path, self.mark = path, mark
        self.seen: Seen | None = None

    def floors(self, day: WorkingDay) -> Mapping[str, int]:
        """Per prefix: up to which number none may be given again in `day`, by the mark."""
        return self.mark.highest if self.mark and self.mark.working_day == day.id else {}
