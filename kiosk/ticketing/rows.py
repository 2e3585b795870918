"""Rows of the ledger as the structs that others use, and moments as text. No database."""

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from kiosk.ticketing.day import WorkingDay
from kiosk.ticketing.model import Ticket, TicketEvent, TicketState

Row = sqlite3.Row | Mapping[str, Any]


def label(prefix: str, number: int) -> str:
    """How a number is written: "A042"."""
    return f"{prefix}{number:03d}"


def written(moment: datetime) -> str:
    """A moment as the ledger keeps it.

    :raises ValueError: it has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("give moments with their time zone")
    return moment.isoformat(timespec="milliseconds")


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def ticket_of(row: Row) -> Ticket:
    """A row of `ticket`."""
    return Ticket(
        id=row["id"],
        visit_id=row["visit_id"],
        concern=row["concern"],
        number=row["number"],
        label=label(row["prefix"], row["number"]),
        day=date.fromisoformat(row["day"]),
        drawn_at=datetime.fromisoformat(row["drawn_at"]),
        state=TicketState(row["state"]),
        waiting_before=row["waiting_before"],
        wait_minutes=row["wait_minutes"],
        called_at=_moment(row["called_at"]),
        called_room=row["called_room"],
        paper_missed=bool(row["paper_missed"]),
        replaces=row["replaces"] or "",
    )


def event_of(row: sqlite3.Row) -> TicketEvent:
    """A row of `event`."""
    return TicketEvent(
        order=row["id"],
        ticket=row["ticket_id"] or "",
        what=row["what"],
        at=datetime.fromisoformat(row["at"]),
        detail=row["detail"],
    )


def day_of(row: sqlite3.Row) -> WorkingDay:
    """A row of `working_day`."""
    return WorkingDay(
        id=row["id"],
        date=date.fromisoformat(row["date"]),
        began_at=datetime.fromisoformat(row["began_at"]),
        seen_at=datetime.fromisoformat(row["seen_at"]),
        seen_monotonic=row["seen_monotonic"],
        seen_boot=row["seen_boot"],
        floors=msgspec.json.decode(row["floors"], type=dict[str, int]),
    )


def tickets_of_days(connection: sqlite3.Connection, last: date, days: int) -> tuple[Ticket, ...]:
    """All tickets drawn on `last` and the days before it, `days` in all, by their dates; oldest first."""
    first = last - timedelta(days=days - 1)
    rows = connection.execute(
        "SELECT * FROM ticket WHERE day BETWEEN ? AND ? ORDER BY seq", (first.isoformat(), last.isoformat())
    )
    return tuple(ticket_of(row) for row in rows)
