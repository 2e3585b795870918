"""What can happen while a holder collects a document. Those of the visitor are sent by screens, the others by handlers.

Events of handlers carry `visit`: one of another visit is dropped.
"""

from typing import Literal

from kiosk.flows.events import Event
from kiosk.pickup.words import Document, Way, Who

# --- the visitor -----------------------------------------------------------------------------------------------------


class PickupOpened(Event, frozen=True):
    """A document is to be collected."""


class PickupDigit(Event, frozen=True):
    """One digit of the code, or of the second factor."""

    digit: str

    def __repr__(self) -> str:
        return "PickupDigit()"


class PickupErased(Event, frozen=True):
    """The last digit is taken back."""


class PickupDigitsCleared(Event, frozen=True):
    """All digits anew."""


class CodeOffered(Event, frozen=True):
    """All digits of the code are typed."""


class CodeScanned(Event, frozen=True):
    """The QR code of the message or letter was held under the reader."""

    text: str

    def __repr__(self) -> str:
        return "CodeScanned()"


class NoCodeWanted(Event, frozen=True):
    """Where is my code? I have none."""


class WhoChosen(Event, frozen=True):
    """Who collects: holder, representative, parent."""

    who: Who


class FactorChosen(Event, frozen=True):
    """Another way to prove it: `index` of the ways of the one who collects."""

    index: int


class FactorOffered(Event, frozen=True):
    """All digits of the second factor are typed; or the finger shall be compared."""


class DocumentChosen(Event, frozen=True):
    """One of several documents."""

    pickup: str


class StatementsAsked(Event, frozen=True):
    """Before the door opens, something must be confirmed. Which of these three comes next is a rule of presenters."""


class HandInAsked(Event, frozen=True):
    """Before the door opens, the old document is to be handed in."""


class OpeningWanted(Event, frozen=True):
    """Open the compartment of the chosen document now."""


class StatementMade(Event, frozen=True):
    """Yes, it came."""


class StatementDenied(Event, frozen=True):
    """No: the desk helps."""


class HandedIn(Event, frozen=True):
    """The old document is in the slot."""


class NotHandedIn(Event, frozen=True):
    """The old document is not here: the desk helps."""


class TakenTold(Event, frozen=True):
    """ "Ich habe alles" while the door is still open, or after it was closed."""


class StillInside(Event, frozen=True):
    """The door is closed, and something is still inside."""


class ProblemTold(Event, frozen=True):
    """The visitor says what is wrong."""

    problem: Literal["jammed", "empty", "wrong_document"]


class OpenAgain(Event, frozen=True):
    """The door did not open; once more."""


class OpenTold(Event, frozen=True):
    """The sensor says nothing; the visitor says that the door is open."""


class ClosedTold(Event, frozen=True):
    """The sensor says nothing; the visitor says that the door is closed."""


class ReceiptWanted(Event, frozen=True):
    """A receipt on paper."""


class OtherDocumentWanted(Event, frozen=True):
    """The next of several documents."""


# --- handlers --------------------------------------------------------------------------------------------------------


class PickupEvent(Event, frozen=True):
    """Of a handler, about one visit."""

    visit: str


class CodeFits(PickupEvent, frozen=True):
    """The code is right; prove who you are."""

    ways: tuple[Way, ...]


class WhoAsked(PickupEvent, frozen=True):
    """The code is right; several people may collect: who is it?"""

    ways: tuple[Way, ...]


class CodeWrong(PickupEvent, frozen=True):
    """Not known; `left` more may be tried."""

    left: int


class CodeTypo(PickupEvent, frozen=True):
    """Its check digit does not fit: look again. Not counted."""


class FactorWrong(PickupEvent, frozen=True):
    """Wrong; `left` more may be tried."""

    left: int


class FactorUnread(PickupEvent, frozen=True):
    """The fingerprint reader saw nothing, or does not work; not counted. `code` says which."""

    code: str


class PickupLocked(PickupEvent, frozen=True):
    """Nothing is looked at for so many minutes; 0 = until staff release it."""

    minutes: int


class PickupRefused(PickupEvent, frozen=True):
    """Not here, not now: `why` is a word of `NotToBeHad` or `Refused`. The desk helps."""

    why: str


class DocumentsFound(PickupEvent, frozen=True):
    """Proven; these may be taken."""

    documents: tuple[Document, ...]


class DoorOpened(PickupEvent, frozen=True):
    """The sensor says open. Also while it opens itself a second later than asked."""


class DoorUnseen(PickupEvent, frozen=True):
    """The pulse was given, the sensor says nothing: the visitor tells whether it is open."""


class DoorStuck(PickupEvent, frozen=True):
    """It did not open; `again` = it may be tried once more."""

    again: bool


class DoorLeftOpen(PickupEvent, frozen=True):
    """It stands open for long: `staff` = they are called now."""

    staff: bool


class DoorShut(PickupEvent, frozen=True):
    """The sensor says closed, and the visitor said before that all was taken, or had the time to."""


class TakenAsked(PickupEvent, frozen=True):
    """The door was closed very soon: was everything taken?"""


class PickupDone(PickupEvent, frozen=True):
    """Taken, closed, and on disk. `left`: what may still be taken in this visit."""

    left: tuple[Document, ...]


class StaffComing(PickupEvent, frozen=True):
    """What was told as a problem is on disk and staff know."""


class StaffArrived(Event, frozen=True):
    """A staff card was shown while a door is in play: staff see to it, the visit ends."""


class ReceiptPrinted(PickupEvent, frozen=True):
    """The receipt is on paper."""


class ReceiptNotPrinted(PickupEvent, frozen=True):
    """No receipt on paper; the screen shows it. `code` is a HardwareError code."""

    code: str
