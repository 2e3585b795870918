"""What can happen in the staff corner. Frozen; those of staff are sent by screens, the others by its handler."""

from kiosk.flows.events import Event

# --- at the screen ---------------------------------------------------------------------------------------------------


class StaffWanted(Event, frozen=True):
    """The mark was held, or the staff key pressed, while the welcome screen stood."""


class Digit(Event, frozen=True):
    """One digit of the PIN."""

    digit: str


class DigitErased(Event, frozen=True):
    """The last digit is taken back."""


class DigitsCleared(Event, frozen=True):
    """The PIN is typed anew."""


class PinOffered(Event, frozen=True):
    """The PIN is typed; look at it. What was typed stands in the flow's memory."""


class SignedOff(Event, frozen=True):
    """ "Abmelden"."""


class MenuWanted(Event, frozen=True):
    """Back to the overview."""


class DevicesWanted(Event, frozen=True):
    pass


class TicketsWanted(Event, frozen=True):
    """Tickets that need somebody."""


class PauseWanted(Event, frozen=True):
    pass


class HoursWanted(Event, frozen=True):
    """Other hours for today."""


class ContentWanted(Event, frozen=True):
    pass


class FaultsWanted(Event, frozen=True):
    pass


class FiguresWanted(Event, frozen=True):
    pass


class RebootWanted(Event, frozen=True):
    """Ask whether the machine shall start anew."""


class TechnicianWanted(Event, frozen=True):
    """Who mends the machine, and what to tell them."""


class RowChosen(Event, frozen=True):
    """A row of a list."""

    index: int


class DeviceTold(Event, frozen=True):
    """A device shall do one of its actions."""

    device: str
    action: str


class SettleWanted(Event, frozen=True):
    """What staff say about a ticket's paper; `how` is one of `kiosk.ticketing.settling.How`."""

    ticket: str
    how: str


class SettleTakenBack(Event, frozen=True):
    """No, not that: before it was written down."""


class ReasonChosen(Event, frozen=True):
    reason: str


class LengthChosen(Event, frozen=True):
    """How long the pause is to last, minutes; 0: until it is ended."""

    minutes: int


class PauseBegun(Event, frozen=True):
    """Visitors are sent elsewhere from now on."""


class PauseEnded(Event, frozen=True):
    pass


class HoursOpened(Event, frozen=True):
    """Other hours for `scope` are chosen: "close" from, or "open" until, `minute` of the day."""

    scope: str
    kind: str
    minute: int


class MinuteChosen(Event, frozen=True):
    """Of the day."""

    minute: int


class HoursChanged(Event, frozen=True):
    """The hours hold as chosen."""


class HoursRestored(Event, frozen=True):
    """The usual hours of `scope` again."""

    scope: str


class FigureChosen(Event, frozen=True):
    """Which picture of the day: "hours", "concerns", "waits", "days"."""

    view: str


class RebootConfirmed(Event, frozen=True):
    """Yes, start the machine anew."""


# --- from the handler ------------------------------------------------------------------------------------------------


class PinAsked(Event, frozen=True):
    """There is a PIN, and nobody has to wait."""


class PinAccepted(Event, frozen=True):
    """It is right; `role` says whose."""

    role: str


class CardSignedIn(Event, frozen=True):
    """A known staff card was shown; `role` says whose."""

    role: str


class PinRejected(Event, frozen=True):
    """It is wrong; another one may be tried at once."""


class PinLocked(Event, frozen=True):
    """It is wrong, or was not looked at; wait."""


class PinUnusable(Event, frozen=True):
    """Nobody can sign in. `why` is "unset", "damaged" or "disk"."""

    why: str


class LockEnded(Event, frozen=True):
    """Somebody may try again."""


class Untouched(Event, frozen=True):
    """Nobody touched the screen for too long."""


class Answered(Event, frozen=True):
    """What came of something that was asked for: a key of the staff's texts, and what it speaks of."""

    key: str
    tone: str = "ok"
    about: str = ""


class RebootRefused(Event, frozen=True):
    """The machine goes on; `key` is a key of the staff's texts."""

    key: str
