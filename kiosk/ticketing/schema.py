"""The ledger's tables, and the steps from one version of them to the next. Only text; the work is done by `migrate`.

Events cannot be changed or removed and tickets cannot be removed, by triggers, so not even a fault of ours rewrites
what happened. Moments are ISO 8601 with offset. Order is by row ids, never by the clock.
"""

import sqlite3
from collections.abc import Sequence

from kiosk.ticketing.errors import LedgerTooNew

APPLICATION_ID = 0x4C4F5453
""""LOTS", so that `file` and we know the file as ours."""

_FIRST = (
    """CREATE TABLE working_day (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        date TEXT NOT NULL,
        began_at TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        seen_monotonic REAL NOT NULL,
        seen_boot TEXT NOT NULL,
        floors TEXT NOT NULL DEFAULT '{}'
    ) STRICT""",
    """CREATE TABLE ticket (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        working_day INTEGER NOT NULL REFERENCES working_day (id),
        day TEXT NOT NULL,
        visit_id TEXT NOT NULL,
        concern TEXT NOT NULL,
        prefix TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 0),
        priority INTEGER NOT NULL,
        place INTEGER NOT NULL,
        drawn_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('drawn', 'printing', 'printed', 'not_printed', 'unconfirmed', 'paperless', 'void')),
        waiting_before INTEGER NOT NULL CHECK (waiting_before >= 0),
        wait_minutes INTEGER CHECK (wait_minutes >= 0),
        paper_missed INTEGER NOT NULL DEFAULT 0 CHECK (paper_missed IN (0, 1)),
        called_at TEXT,
        called_room TEXT NOT NULL DEFAULT '',
        call_order INTEGER,
        ended_at TEXT,
        replaces TEXT REFERENCES ticket (id),
        UNIQUE (working_day, prefix, number)
    ) STRICT""",
    "CREATE UNIQUE INDEX one_number_for_a_visit ON ticket (visit_id, concern) WHERE state <> 'void'",
    "CREATE UNIQUE INDEX one_replacement ON ticket (replaces) WHERE replaces IS NOT NULL",
    "CREATE INDEX waiting ON ticket (working_day, place) WHERE called_at IS NULL AND state <> 'void'",
    "CREATE INDEX called ON ticket (working_day, call_order) WHERE call_order IS NOT NULL",
    "CREATE INDEX given_on ON ticket (day, prefix, number)",
    """CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        ticket_id TEXT REFERENCES ticket (id),
        what TEXT NOT NULL,
        at TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX of_ticket ON event (ticket_id, id)",
    """CREATE TRIGGER event_stays BEFORE UPDATE ON event
        BEGIN SELECT RAISE (ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER event_kept BEFORE DELETE ON event
        BEGIN SELECT RAISE (ABORT, 'events are never removed'); END""",
    """CREATE TRIGGER ticket_kept BEFORE DELETE ON ticket
        BEGIN SELECT RAISE (ABORT, 'tickets are never removed'); END""",
    """CREATE TRIGGER number_stays BEFORE UPDATE OF id, working_day, day, prefix, number, visit_id, concern ON ticket
        BEGIN SELECT RAISE (ABORT, 'a number never changes'); END""",
    """CREATE TABLE pause (
        concern TEXT PRIMARY KEY,
        since TEXT NOT NULL,
        text TEXT NOT NULL,
        set_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

MIGRATIONS: Sequence[Sequence[str]] = (_FIRST,)
"""Step n leads from version n to n + 1. Steps that were released are never edited."""


def migrate(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> int:
    """Bring the tables to the newest version; each step in one transaction.

    :returns: the version found.
    :raises LedgerTooNew: a later version of this software wrote the file.
    """
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > len(migrations):
        raise LedgerTooNew(
            f"The ledger has version {found}, this software knows {len(migrations)}. Install the newer software again."
        )
    for version in range(found, len(migrations)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in migrations[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return found
