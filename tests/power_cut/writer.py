"""Loads and hands out documents without end, telling what must not be forgotten:
`python -m tests.power_cut.writer FOLDER SYNCHRONOUS` (`FULL` as in service, or `NORMAL`, to show what would be lost).

Standard input: `hold` = stop where the next pulse leaves its lock; it answers `held`, and goes on when it reads `go`.
"""

import sys
import threading
from itertools import count
from pathlib import Path
from queue import SimpleQueue

from tests.kiosk.pickup.watched_terminal import WatchedLedger, WatchedTerminal
from tests.power_cut.answers import PATIENCE_SECONDS, say

HELD = "held"
LYING = 4
"""Documents that lie in compartments while others come and go."""


class WritingTerminal(WatchedTerminal):
    """With another promise of the disk."""

    def __init__(self, folder: Path, synchronous: str) -> None:
        self._synchronous = synchronous
        self._asked: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()
        super().__init__(folder, self._say)

    def _listen(self) -> None:
        for line in sys.stdin:
            self._asked.put(line)

    def _say(self, line: str) -> None:
        say(line)
        if line.startswith("pulse ") and not self._asked.empty():
            self._asked.get()
            say(HELD)
            self._asked.get(timeout=PATIENCE_SECONDS)

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
