"""Logging for the journal of the machine. Changes are logged, not rounds; never a name, a code or a transcript."""

import logging
import sys
from collections.abc import Mapping

PRIORITIES = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}
"""sd-daemon(3): the number journald reads from `<6>` at the start of a line."""


class JournalFormatter(logging.Formatter):
    """A priority for journald, then logger and words; every further line of a traceback gets the same priority."""

    def format(self, record: logging.LogRecord) -> str:
        """One record."""
        text = f"{record.name}: {super().format(record)}"
        mark = f"<{PRIORITIES.get(record.levelno, 6)}>"
        return "\n".join(mark + line for line in text.splitlines())


def set_up_logging(environment: Mapping[str, str], level: int = logging.INFO) -> None:
    """Log to standard error: with priorities under systemd, with the time on a terminal."""
    handler = logging.StreamHandler(sys.stderr)
    if environment.get("JOURNAL_STREAM"):
        handler.setFormatter(JournalFormatter("%(message)s"))
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
