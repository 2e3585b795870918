"""What the part of the compartments asks of its handler; who the two staff are, the handler knows by their cards."""

from typing import Literal

from kiosk.flows.flow import Effect


class LockerEffect(Effect, frozen=True):
    """For the handler of the compartments."""


class Propose(LockerEffect, frozen=True):
    """A compartment for a booking; not those that were turned down."""

    booking: str
    not_these: tuple[str, ...] = ()


class OpenLocker(LockerEffect, frozen=True):
    """One pulse. `about` is the booking to load, the pickup to take out or move, "" to look into the compartment."""

    purpose: Literal["load", "take_out", "move", "inspect"]
    about: str
    compartment: str = ""


class FinishLocker(LockerEffect, frozen=True):
    """The door is closed: write down what came of it."""

    purpose: str
    about: str
    compartment: str
    nothing: bool = False
    """Nothing was put in or taken out."""
    told: bool = False
    """Staff say that it is closed, as its sensor says nothing."""


class AbandonLocker(LockerEffect, frozen=True):
    """Nobody waits for its door any more."""

    compartment: str


class NoteLocker(LockerEffect, frozen=True):
    """Write something down without opening."""

    compartment: str
    what: str


class TakeInventory(LockerEffect, frozen=True):
    """Ask all doors."""
