"""What the ledger knows outside its transactions: the mark as it is on disk, and which run of the machine this is."""

from collections.abc import Mapping
from pathlib import Path

from kiosk.ticketing.day import WorkingDay
from kiosk.ticketing.mark import Mark

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def this_boot() -> str:
    """A word for the machine's run since it was started, "" where the kernel does not tell."""
    try:
        return BOOT_ID.read_text().strip()
    except OSError:
        return ""


class Numbers:
    """Written by the one thread that writes; its values are frozen, so any thread may read them."""

    def __init__(self, path: Path, boot: str) -> None:
        """:param path: of the mark; :param boot: see `this_boot`."""
        self.path, self.boot = path, boot
        self.mark: Mark | None = None

    def floors(self, day: WorkingDay) -> Mapping[str, int]:
        """Per prefix: up to which number none may be given again in `day`, by the mark."""
        return self.mark.highest if self.mark and self.mark.working_day == day.id else {}
