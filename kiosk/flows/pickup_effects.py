"""What collecting asks of its handler. The handler checks every wish against what was proven in this visit."""

from typing import Literal

from kiosk.flows.flow import Effect
from kiosk.pickup.words import Statement, Who


class PickupEffect(Effect, frozen=True):
    """About one visit."""

    visit: str


class CheckCode(PickupEffect, frozen=True):
    """Typed digits, or the text of a QR code."""

    code: str

    def __repr__(self) -> str:
        """Without the code: a representation may end in a log."""
        return "CheckCode()"


class CheckFactor(PickupEffect, frozen=True):
    """`index`: which of the ways of `who`; `value`: digits, "" for a fingerprint."""

    who: Who
    index: int
    value: str

    def __repr__(self) -> str:
        """Without the value: a representation may end in a log."""
        return "CheckFactor()"


class OpenCompartment(PickupEffect, frozen=True):
    """Intent on disk, then one pulse."""

    pickup: str
    again: bool = False
    """A new intent after the first did not open it, or because something was left inside."""


class MakeStatement(PickupEffect, frozen=True):
    """In text form, on disk."""

    pickup: str
    statements: tuple[Statement, ...]


class NoteHandIn(PickupEffect, frozen=True):
    """The visitor says that the old document is in the slot."""

    pickup: str


class TellDoor(PickupEffect, frozen=True):
    """What the visitor says of a door whose sensor says nothing."""

    pickup: str
    said: Literal["open", "closed"]


class ConfirmTaken(PickupEffect, frozen=True):
    """The visitor says that all was taken."""

    pickup: str


class ReportProblem(PickupEffect, frozen=True):
    """Write it down and call staff."""

    pickup: str
    problem: Literal["jammed", "empty", "wrong_document", "still_inside", "not_told", "help"]
    """`not_told`: nobody answered whether all was taken; `help`: a person is wanted while the door is open."""


class PrintReceipt(PickupEffect, frozen=True):
    """A receipt without a name: what, when, which terminal."""

    pickup: str
    language: str
