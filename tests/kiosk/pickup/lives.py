"""Lives of documents, as records of the ledger: loaded, collected, returned. Intents are numbered."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from kiosk.pickup import records as r
from kiosk.pickup.model import Booking
from kiosk.pickup.records import Entry, Record
from kiosk.pickup.secrets import Secret
from kiosk.pickup.words import Way

MORNING = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
UNTIL = MORNING + timedelta(days=7)
STAFF = ("card-a", "card-b")
KEY = bytes(range(32))


def booking(number: str, **fields: object) -> Booking:
    """Of a passport, proven by the birth date."""
    return Booking(
        **{"id": number, "holder": f"h-{number}", "document": "passport", "ways": (Way(factor="birth_date"),), **fields}  # type: ignore[arg-type]
    )


def secret(seed: int) -> Secret:
    """Hashes that look like some."""
    return Secret(code_tag=bytes([seed]) * 32, factors=(bytes([seed, 1]) * 16,))


def booked(number: str) -> tuple[Record, ...]:
    """Announced."""
    return (r.BookingTaken(booking(number)),)


def opened(intent: str, compartment: str, purpose: r.Purpose, pickup: str) -> tuple[Record, ...]:
    """Its door was seen open."""
    by = ("holder",) if purpose == "collect" else STAFF
    return (
        r.OpenIntended(intent, compartment, purpose, pickup, by),
        r.PulseGiven(intent),
        r.DoorSeen(intent, compartment, "open"),
    )


def loaded(intent: str, compartment: str, pickup: str) -> tuple[Record, ...]:
    """From the intent to the closed door."""
    return (
        *opened(intent, compartment, "load", pickup),
        r.DoorSeen(intent, compartment, "closed"),
        r.Loaded(pickup, compartment, intent, UNTIL),
    )


def collected(intent: str, compartment: str, pickup: str) -> tuple[Record, ...]:
    """From the intent to the closed door."""
    return (
        *opened(intent, compartment, "collect", pickup),
        r.DoorSeen(intent, compartment, "closed"),
        r.Taken(pickup, intent, "told"),
    )


def numbered(*records: Record, after: int = 0, at: datetime = MORNING) -> tuple[Entry, ...]:
    """As entries, a second apart."""
    numbers: Iterator[int] = count(after + 1)
    return tuple(
        Entry(seq=seq, at=at + timedelta(seconds=seq), record=record)
        for seq, record in zip(numbers, records, strict=False)
    )
