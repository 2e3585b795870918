"""What a device tells the city. Frozen data."""

from typing import Any

from msgspec import Struct


class Outgoing(Struct, frozen=True):
    """Something that happened here, for the city."""

    kind: str
    payload: dict[str, Any]
