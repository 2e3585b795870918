"""Messages of the city, each applied once and in the city's order, however often and in whatever order they come.

`sync.sqlite3` keeps one number, and this device's incarnation towards the city; nothing of what a message says.
"""

import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Any, Literal

from content.sync.signing import Incoming

FILE = "sync.sqlite3"
Taken = Literal["applied", "known", "early", "refused"]
"""`early`: one before it is missing; it is not kept, the city says it again."""


def unwatched(step: str) -> None:
    """Nobody watches the steps; tests stop the process at one."""


class Inbox:
    """May be used from any thread."""

    def __init__(self, folder: Path, step: Callable[[str], None] = unwatched) -> None:
        self._inside, self._step = RLock(), step
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._connection = connection = sqlite3.connect(folder / FILE, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS self (one INTEGER PRIMARY KEY CHECK (one = 1), incarnation TEXT NOT NULL,"
            " base INTEGER NOT NULL, mark INTEGER NOT NULL) STRICT"
        )
        connection.execute("INSERT OR IGNORE INTO self VALUES (1, ?, 0, 0)", (secrets.token_hex(8),))
        connection.execute("COMMIT")

    @property
    def mark(self) -> int:
        """All messages up to this number were taken."""
        return int(self._self()[2])

    @property
    def incarnation(self) -> tuple[str, int]:
        """Of this device, and the number of the event before its first one."""
        name, base, _ = self._self()
        return str(name), int(base)

    def begin_incarnation(self, base: int) -> None:
        """The events after `base` go under a new name: their numbers were used before, by another life of this disk."""
        with self._inside:
            self._connection.execute("UPDATE self SET incarnation = ?, base = ?", (secrets.token_hex(8), base))

    def take(self, message: Incoming, apply: Callable[[Incoming], None]) -> Taken:
        """Apply it if it is the next one, and note its number.

        `apply` raises ValueError for what it refuses (noted, never tried again); whatever else it raises leaves the
        message new. Where the power goes between `apply` and the note, it is applied once more after the start:
        `apply` must know its own work again, as the ledger of pickups does by booking number.
        """
        with self._inside:
            mark = self.mark
            if message.number != mark + 1:
                return "known" if message.number <= mark else "early"
            refused = False
            self._step("new")
            try:
                apply(message)
            except ValueError:
                refused = True
            self._step("applied")
            self._connection.execute("UPDATE self SET mark = ?", (message.number,))
            self._step("noted")
            return "refused" if refused else "applied"

    def _self(self) -> tuple[Any, ...]:
        with self._inside:
            row: tuple[Any, ...] = self._connection.execute("SELECT incarnation, base, mark FROM self").fetchone()
            return row

    def close(self) -> None:
        """May be called twice."""
        with self._inside:
            self._connection.close()
