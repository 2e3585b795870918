"""Lines that processes of a test tell each other."""

import subprocess
import sys
import threading

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

    def wait_for(self, count: int) -> None:
        """Until there are so many lines.

        :raises AssertionError: they do not come.
        """
        with self._news:
            came = self._news.wait_for(lambda: len(self._lines) >= count or self._ended, PATIENCE_SECONDS)
            assert came and len(self._lines) >= count, f"{self._process.args!r} fell silent"
