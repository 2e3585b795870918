"""What the staff corner asks its handler to do."""

from kiosk.flows.flow import Effect


class LookAtPins(Effect, frozen=True):
    """Is there a PIN, and may somebody try one?"""


class CheckPin(Effect, frozen=True):
    """Look at what was typed."""

    pin: str

    def __repr__(self) -> str:
        """Without the PIN: a representation may end in a log."""
        return "CheckPin()"


class Leave(Effect, frozen=True):
    """Somebody signed off, or was signed off: `why` is "asked" or "untouched"."""

    why: str


class TellDevice(Effect, frozen=True):
    device: str
    action: str


class Settle(Effect, frozen=True):
    """Write down what staff say about a ticket's paper; where nothing physical follows, a little later."""

    ticket: str
    how: str


class TakeBackSettle(Effect, frozen=True):
    """Do not write it down."""


class BeginPause(Effect, frozen=True):
    reason: str
    minutes: int
    """0: until it is ended."""


class EndPause(Effect, frozen=True):
    pass


class ChangeHours(Effect, frozen=True):
    scope: str
    kind: str
    minute: int
    reason: str


class RestoreHours(Effect, frozen=True):
    scope: str


class Reboot(Effect, frozen=True):
    """Start the machine anew, unless paper moves."""
