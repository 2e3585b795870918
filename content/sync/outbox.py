"""What waits to be sent, in a table of somebody else's SQLite file, so that it is written with what it tells of."""

import sqlite3

import msgspec

from content.sync.messages import Outgoing


def create(connection: sqlite3.Connection) -> None:
    """The table, where it is not there yet."""
    connection.execute(
        "CREATE TABLE IF NOT EXISTS outbox"
        " (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, payload BLOB NOT NULL) STRICT"
    )


def put(connection: sqlite3.Connection, outgoing: Outgoing) -> int:
    """In the transaction that is open. :returns: its number; they grow, also over what was acknowledged."""
    row = connection.execute(
        "INSERT INTO outbox (kind, payload) VALUES (?, ?) RETURNING seq",
        (outgoing.kind, msgspec.json.encode(outgoing.payload)),
    ).fetchone()
    return int(row[0])


def pending(connection: sqlite3.Connection, limit: int) -> tuple[tuple[int, Outgoing], ...]:
    """The oldest that nobody acknowledged, with their numbers."""
    rows = connection.execute("SELECT seq, kind, payload FROM outbox ORDER BY seq LIMIT ?", (limit,))
    return tuple((seq, Outgoing(kind, msgspec.json.decode(payload))) for seq, kind, payload in rows)


def acknowledge(connection: sqlite3.Connection, seq: int) -> None:
    """The city has all up to this number: they are forgotten."""
    connection.execute("DELETE FROM outbox WHERE seq <= ?", (seq,))
