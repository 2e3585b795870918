"""Terminals that are killed in an undertaking: `python -m tests.kiosk.pickup.pickup_crashes`.

Reads lines `FOLDER UNDERTAKING KIND STEP`, plays each in a process of its own, and answers with the signal that ended
it. It dies at the step of the commit whose first record is of that kind. What the outside knows is in FOLDER/outside.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from kiosk.pickup.steps import Step
from tests.kiosk.pickup.terminal_world import STAFF, booking
from tests.kiosk.pickup.watched_terminal import WatchedTerminal

PICKUP = "MU-26-00471"
DAYS_UNTIL_OVERDUE = 8
OUTSIDE = "outside"


def _book(terminal: WatchedTerminal) -> None:
    terminal.custody.take_booking(booking(PICKUP))


def _load(terminal: WatchedTerminal) -> None:
    terminal.load(PICKUP)


def _collect(terminal: WatchedTerminal) -> None:
    terminal.collect(PICKUP)


def _take_out(terminal: WatchedTerminal) -> None:
    terminal.custody.open_to_take_out(STAFF, PICKUP)
    terminal.shut(terminal.ledger.state.pickups[PICKUP].compartment)
    terminal.custody.finish_take_out(STAFF, PICKUP, "returned")


def _expire(terminal: WatchedTerminal) -> None:
    terminal.clock.advance(DAYS_UNTIL_OVERDUE * 86400)
    terminal.custody.tick()


UNDERTAKINGS: dict[str, Callable[[WatchedTerminal], None]] = {
    "book": _book,
    "load": _load,
    "collect": _collect,
    "take_out": _take_out,
    "expire": _expire,
}
ON_WHAT_LIES_THERE = ("collect", "take_out", "expire")


def play(folder: Path, undertaking: str, kind: str, step: str) -> None:
    """Until the step, at which this process dies."""
    armed = False
    outside = os.open(folder / OUTSIDE, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def killed_at(reached: Step) -> None:
        if armed and reached == step and terminal.ledger.committing == kind:
            os.kill(os.getpid(), signal.SIGKILL)

    def tell(line: str) -> None:
        os.write(outside, f"{line}\n".encode())

    terminal = WatchedTerminal(folder, tell, killed_at)
    if undertaking in ON_WHAT_LIES_THERE:
        terminal.load(PICKUP)
    armed = True
    UNDERTAKINGS[undertaking](terminal)


def main() -> None:
    """One line after the other."""
    for line in sys.stdin:
        folder, undertaking, kind, step = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            try:
                play(Path(folder), undertaking, kind, step)
            finally:  # only where it was not killed
                traceback.print_exc()
                os._exit(1)
        _, status = os.waitpid(child, 0)
        print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
