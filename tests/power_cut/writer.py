"""Loads and hands out documents without end, telling what must not be forgotten:
`python -m tests.power_cut.writer FOLDER SYNCHRONOUS` (`FULL` as in service, or `NORMAL`, to show what would be lost).
"""

import sys
from itertools import count
from pathlib import Path

from tests.kiosk.pickup.watched_terminal import WatchedLedger, WatchedTerminal
from tests.power_cut.answers import say

LYING = 4
"""Documents that lie in compartments while others come and go."""


class WritingTerminal(WatchedTerminal):
    """With another promise of the disk."""

    def __init__(self, folder: Path, synchronous: str) -> None:
        self._synchronous = synchronous
        super().__init__(folder, say)

    def _new_ledger(self) -> WatchedLedger:
        ledger = super()._new_ledger()
        with ledger.inside() as connection:
            connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        return ledger


def main(folder: Path, synchronous: str) -> None:
    """Until it is killed."""
    terminal = WritingTerminal(folder, synchronous)
    for number in count(1):
        terminal.load(f"MU-26-{number:05}")
        if number > LYING:
            terminal.collect(f"MU-26-{number - LYING:05}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
