"""What custody answers: frozen data for handlers, which turn it into events of the flows."""

from datetime import datetime

from msgspec import Struct

from kiosk.pickup.words import Document, Way


class CodeAccepted(Struct, frozen=True, kw_only=True):
    """The code belongs to a pickup that may be collected now."""

    pickup: str
    ways: tuple[Way, ...]


class CodeRejected(Struct, frozen=True, kw_only=True):
    """The code is not known here. `left` more may be tried before the terminal waits."""

    left: int


class CodeMistyped(Struct, frozen=True):
    """Its check digit does not fit: a typing error, not counted."""


class Locked(Struct, frozen=True, kw_only=True):
    """Nothing is looked at before `until`; None = until staff release it."""

    until: datetime | None


class NotToBeHad(Struct, frozen=True, kw_only=True):
    """The code is right, but there is nothing to collect. `why`: `expired`, `collected`, `not_loaded`, `unclear`,
    `hands_nothing_out`, `needs_city`.
    """

    why: str


class FactorAccepted(Struct, frozen=True, kw_only=True):
    """Proven; these may be taken in this visit."""

    documents: tuple[Document, ...]


class FactorRejected(Struct, frozen=True, kw_only=True):
    """Wrong; `left` more may be tried before this pickup waits."""

    left: int


class Opened(Struct, frozen=True, kw_only=True):
    """The sensor says that the door is open."""

    compartment: str


class OpenUnseen(Struct, frozen=True, kw_only=True):
    """The pulse was given, but the sensor is not to be trusted (unknown): it may be open. The visitor tells."""

    compartment: str


class NotOpened(Struct, frozen=True, kw_only=True):
    """The door did not open. `again` = it may be tried once more with a new intent."""

    compartment: str
    code: str
    again: bool


class Refused(Struct, frozen=True, kw_only=True):
    """No pulse was given. `why`: `disk_full`, `not_allowed`, `not_available`, `other_door_open`, `boards_silent` ..."""

    why: str


OpenVerdict = Opened | OpenUnseen | NotOpened | Refused
CodeVerdict = CodeAccepted | CodeRejected | CodeMistyped | Locked | NotToBeHad
FactorVerdict = FactorAccepted | FactorRejected | Locked | NotToBeHad
