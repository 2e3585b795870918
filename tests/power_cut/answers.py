"""Lines that processes of a test tell each other."""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

DISK = "disk.img"
"""The one file of the file system in which the disk lives."""
PATIENCE_SECONDS = 60


def say(line: str) -> None:
    """At once, to whoever started this process."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Told:
    """Gathers what a process says; any thread."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process, self._lines = process, list[str]()
        self._news = threading.Condition()
        self._ended = False
        threading.Thread(target=self._gather, daemon=True).start()

    def _gather(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._news:
                self._lines.append(line.rstrip("\n"))
                self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()

    def so_far(self) -> tuple[str, ...]:
        """All lines."""
        with self._news:
            return tuple(self._lines)

    def wait_for(self, enough: Callable[[Sequence[str]], bool]) -> None:
        """Until these lines are enough.

        :raises AssertionError: they do not come.
        """
        with self._news:
            self._news.wait_for(lambda: self._ended or enough(self._lines), PATIENCE_SECONDS)
            assert enough(self._lines), f"{self._process.args!r} fell silent"
