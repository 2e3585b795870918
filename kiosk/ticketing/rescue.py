"""What can be taken over from a damaged ledger. Reads a copy; the damaged files stay as they are.

A row that can still be read may be an old one. So a ticket is taken over as printed, paperless or void only where it
says so, and as unconfirmed in every other case: it may be on paper, so it is never printed again.
"""

import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.ticketing.database import COMPANIONS
from kiosk.ticketing.life import What
from kiosk.ticketing.model import TicketState
from kiosk.ticketing.rows import ticket_of

_SURE = frozenset({TicketState.PRINTED, TicketState.PAPERLESS, TicketState.VOID})
_COLUMNS = (
    "seq",
    "id",
    "working_day",
    "day",
    "visit_id",
    "concern",
    "prefix",
    "number",
    "priority",
    "place",
    "drawn_at",
    "state",
    "waiting_before",
    "wait_minutes",
    "paper_missed",
    "called_at",
    "called_room",
    "call_order",
    "ended_at",
)

Salvage = dict[str, Any]
"""One readable row of `ticket`."""


def salvage(aside: Path) -> list[Salvage]:
    """Readable tickets of the damaged file, oldest first; none where nothing can be read."""
    found: dict[int, Salvage] = {}
    with TemporaryDirectory(dir=aside.parent, prefix="rescue-") as folder:
        copy = Path(folder) / "copy.sqlite3"
        for companion in ("", *COMPANIONS):
            if Path(f"{aside}{companion}").exists():
                shutil.copyfile(f"{aside}{companion}", f"{copy}{companion}")
        connection = sqlite3.connect(copy)
        connection.row_factory = sqlite3.Row
        try:
            for order in ("ASC", "DESC"):
                _read(connection, order, found)
        finally:
            connection.close()
    return [found[seq] for seq in sorted(found)]


def _read(connection: sqlite3.Connection, order: str, found: dict[int, Salvage]) -> None:
    """Read until the damage; from the other end in the other order."""
    try:
        for row in connection.execute(f"SELECT * FROM ticket NOT INDEXED ORDER BY seq {order}"):  # noqa: S608
            try:
                ticket_of(row)
                found[int(row["seq"])] = {column: row[column] for column in _COLUMNS}
            except (ValueError, TypeError, IndexError):
                continue
    except sqlite3.DatabaseError:
        return


def take_over(connection: sqlite3.Connection, rows: list[Salvage], at: str) -> int:
    """Put salvaged tickets into a fresh ledger whose working day exists. Rows that contradict others are left out.

    :returns: how many were taken over.
    """
    taken = 0
    for row in rows:
        state = row["state"] if row["state"] in _SURE else TicketState.UNCONFIRMED.value
        values = {**row, "state": state}
        places = ", ".join("?" for _ in _COLUMNS)
        try:
            connection.execute(
                f"INSERT INTO ticket ({', '.join(_COLUMNS)}) VALUES ({places})",  # noqa: S608
                [values[column] for column in _COLUMNS],
            )
        except sqlite3.IntegrityError:
            continue
        connection.execute(
            "INSERT INTO event (ticket_id, what, at, detail) VALUES (?, ?, ?, ?)", (row["id"], What.SALVAGED, at, state)
        )
        taken += 1
    return taken
