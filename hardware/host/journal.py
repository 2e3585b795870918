"""Logging for the journal of the machine. Changes are logged, not rounds; never a name, a code or a transcript.

What may stand in a log: which device, which state, which error code, ids of things (a ticket's random id). What may
not: anything a visitor said, typed or showed, the number on a paper together with a person, a pickup code.
"""

import logging
import sys
import threading
from collections.abc import Mapping
from typing import TextIO

PRIORITIES = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}
"""sd-daemon(3): the number journald reads from `<6>` at the start of a line."""


class JournalFormatter(logging.Formatter):
    """A priority for journald, then logger and words; every further line of a traceback gets the same priority."""

    def format(self, record: logging.LogRecord) -> str:
        """One record."""
        text = f"{record.name}: {super().format(record)}"
        mark = f"<{PRIORITIES.get(record.levelno, 6)}>"
        return "\n".join(mark + line for line in text.splitlines())


def set_up_logging(environment: Mapping[str, str], level: int = logging.INFO, stream: TextIO | None = None) -> None:
    """Log to standard error: with priorities under systemd, with the time on a terminal.

    :param environment: usually `os.environ`; systemd sets JOURNAL_STREAM where it collects the output.
    :param stream: instead of standard error.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    if environment.get("JOURNAL_STREAM"):
        handler.setFormatter(JournalFormatter("%(message)s"))
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(True)


class Changes:
    """Writes a state down when it differs from the one before: a poll a second gives one line a change, not 86,400."""

    def __init__(self, log: logging.Logger) -> None:
        self._log, self._lock = log, threading.Lock()
        self._last: dict[str, str] = {}

    def note(self, what: str, state: str, level: int = logging.INFO) -> bool:
        """Tell the state of `what`; safe from any thread. True: it was new and stands in the log."""
        with self._lock:
            before = self._last.get(what)
            if before == state:
                return False
            self._last[what] = state
        if before is None:
            self._log.log(level, "%s: %s", what, state)
        else:
            self._log.log(level, "%s: %s (was: %s)", what, state, before)
        return True
