"""Collecting a document, as rows of the session's table, and what is remembered of it.

From the pulse until the door is closed and the ledger knows, the visit is not left: not by "Beenden", not by time.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows import pickup_effects as do
from kiosk.flows import pickup_events as p
from kiosk.flows.flow import BEFORE, HERE, Effect, Row, Stays, on
from kiosk.flows.states import S
from kiosk.pickup.words import Document, Statement, Way, Who

if TYPE_CHECKING:
    from kiosk.flows.session import Session

CODE_DIGITS = 9
"""Eight random digits and one check digit."""
FACTOR_DIGITS: Mapping[str, int] = {"birth_date": 8, "card_code": 6, "fingerprint": 0}
"""How many digits each second factor has."""


class Collecting(Struct, frozen=True, kw_only=True):
    """Remembered while a document is collected; thrown away with the session."""

    typed: str = ""
    """Digits of the code or the second factor; gone as soon as they are looked at."""
    said: str = ""
    """What came of the last thing typed: "", "wrong", "typo" or a code of the fingerprint reader."""
    left: int = 0
    """With "wrong": how many more may be tried."""
    ways: tuple[Way, ...] = ()
    who: Who = "holder"
    way: int = 0
    """Which of the ways of `who` is used."""
    documents: tuple[Document, ...] = ()
    chosen: str = ""
    """Pickup that is being taken."""
    stated: frozenset[str] = frozenset()
    """Pickups whose statements were made in this visit."""
    handed_in: frozenset[str] = frozenset()
    taken_told: bool = False
    warned: str = ""
    """The door stands open: "", "long", or "staff" when they were called."""
    again: bool = False
    """It may be tried once more to open the door."""
    problem: str = ""
    staff_know: bool = False
    minutes: int = 0
    """Of a lock; 0 = until staff release it."""
    why: str = ""
    receipt: str = ""
    """ "", "printing", "printed" or "failed"."""
    done: tuple[str, ...] = ()
    """Pickups taken in this visit."""

    def __repr__(self) -> str:
        """Without digits: a representation may end in a log."""
        return f"Collecting(chosen={self.chosen!r}, said={self.said!r}, why={self.why!r})"

    @property
    def document(self) -> Document | None:
        """The one being taken."""
        return next((one for one in self.documents if one.pickup == self.chosen), None)

    @property
    def ways_of_who(self) -> tuple[Way, ...]:
        """How the one who collects can prove it."""
        return tuple(way for way in self.ways if way.who == self.who)

    @property
    def factor(self) -> str:
        """The second factor in use, "" = none."""
        ways = self.ways_of_who
        return ways[min(self.way, len(ways) - 1)].factor if ways else ""


# --- effects ---------------------------------------------------------------------------------------------------------


def _check_typed(_: Any, now: "Session") -> Effect:
    return do.CheckCode(now.visit, now.collecting.typed)


def _check_scanned(event: p.CodeScanned, now: "Session") -> Effect:
    return do.CheckCode(now.visit, event.text)


def _check_factor(_: Any, now: "Session") -> Effect:
    return do.CheckFactor(now.visit, now.collecting.who, now.collecting.way, now.collecting.typed)


def _open(_: Any, now: "Session") -> Effect:
    return do.OpenCompartment(now.visit, now.collecting.chosen)


def _open_again(_: Any, now: "Session") -> Effect:
    return do.OpenCompartment(now.visit, now.collecting.chosen, again=True)


def _state(_: Any, now: "Session") -> Effect:
    document = now.collecting.document
    statements: tuple[Statement, ...] = document.statements if document else ()
    return do.MakeStatement(now.visit, now.collecting.chosen, statements)


def _note_hand_in(_: Any, now: "Session") -> Effect:
    return do.NoteHandIn(now.visit, now.collecting.chosen)


def _tell_open(_: Any, now: "Session") -> Effect:
    return do.TellDoor(now.visit, now.collecting.chosen, "open")


def _tell_closed(_: Any, now: "Session") -> Effect:
    return do.TellDoor(now.visit, now.collecting.chosen, "closed")


def _taken(_: Any, now: "Session") -> Effect:
    return do.ConfirmTaken(now.visit, now.collecting.chosen)


def _still_inside(_: Any, now: "Session") -> Effect:
    return do.ReportProblem(now.visit, now.collecting.chosen, "still_inside")


def _report(event: p.ProblemTold, now: "Session") -> Effect:
    return do.ReportProblem(now.visit, now.collecting.chosen, event.problem)


def _jammed(_: Any, now: "Session") -> Effect:
    return do.ReportProblem(now.visit, now.collecting.chosen, "jammed")


def _not_told(_: Any, now: "Session") -> Effect:
    return do.ReportProblem(now.visit, now.collecting.chosen, "not_told")


def _help(_: Any, now: "Session") -> Effect:
    return do.ReportProblem(now.visit, now.collecting.chosen, "help")


def _receipt(_: Any, now: "Session") -> Effect:
    return do.PrintReceipt(now.visit, now.collecting.chosen, now.language)


# --- rows ------------------------------------------------------------------------------------------------------------

TYPING: Row = {p.PickupDigit: HERE, p.PickupErased: HERE, p.PickupDigitsCleared: HERE}
REFUSED: Row = {p.PickupRefused: on(S.PICKUP_DESK), p.PickupLocked: on(S.PICKUP_LOCKED)}
HOLDS_DOOR: Row = {e.Finished: HERE, e.IdleEnded: HERE, e.HelpOpened: on(Stays.HERE, _help), p.StaffComing: HERE}
"""While a door may be open, or the ledger does not know yet, the visit is not left; "help" calls staff."""
TO_STAFF: Row = {p.StaffArrived: on(S.CLEARED)}
"""A sensor that never says closed would keep the visit for ever."""
WAITS: Row = {
    **REFUSED,
    **dict.fromkeys((e.Finished, e.IdleEnded, e.HelpOpened, e.ViewOpened, e.LanguagesOpened), HERE),
}
"""A moment only: nothing can be pressed."""
BEFORE_DOOR: Row = {
    p.StatementsAsked: on(S.PICKUP_STATEMENTS),
    p.HandInAsked: on(S.PICKUP_HAND_IN),
    p.OpeningWanted: on(S.PICKUP_OPENING, _open),
}
"""Which of them is offered next is a rule of presenters: statements first, then the old document, then the door."""

COLLECTING: Mapping[S, Row] = {
    S.PICKUP_CODE: {
        **TYPING,
        p.CodeOffered: on(S.PICKUP_CHECKING, _check_typed),
        p.CodeScanned: on(S.PICKUP_CHECKING, _check_scanned),
        p.NoCodeWanted: on(S.PICKUP_NO_CODE),
        e.Back: BEFORE,
    },
    S.PICKUP_NO_CODE: {e.PlaceChosen: on(S.WAY), e.Back: BEFORE},
    S.PICKUP_CHECKING: {
        **WAITS,
        p.CodeFits: on(S.PICKUP_FACTOR),
        p.WhoAsked: on(S.PICKUP_WHO),
        p.CodeWrong: on(S.PICKUP_CODE),
        p.CodeTypo: on(S.PICKUP_CODE),
    },
    S.PICKUP_WHO: {p.WhoChosen: on(S.PICKUP_FACTOR), e.Back: BEFORE},
    S.PICKUP_FACTOR: {
        **TYPING,
        p.FactorChosen: HERE,
        p.FactorOffered: on(S.PICKUP_PROVING, _check_factor),
        e.Back: BEFORE,
    },
    S.PICKUP_PROVING: {
        **WAITS,
        p.DocumentsFound: on(S.PICKUP_DOCUMENTS),
        p.FactorWrong: on(S.PICKUP_FACTOR),
        p.FactorUnread: on(S.PICKUP_FACTOR),
    },
    S.PICKUP_DOCUMENTS: {**BEFORE_DOOR, p.DocumentChosen: HERE, e.Paged: HERE},
    S.PICKUP_STATEMENTS: {
        **BEFORE_DOOR,
        p.StatementMade: on(Stays.HERE, _state),
        p.StatementDenied: on(S.PICKUP_DESK),
        e.Back: BEFORE,
    },
    S.PICKUP_HAND_IN: {
        **BEFORE_DOOR,
        p.HandedIn: on(Stays.HERE, _note_hand_in),
        p.NotHandedIn: on(S.PICKUP_DESK),
        e.Back: BEFORE,
    },
    S.PICKUP_OPENING: {
        **WAITS,
        p.DoorOpened: on(S.PICKUP_OPEN),
        p.DoorUnseen: on(S.PICKUP_UNSEEN),
        p.DoorStuck: on(S.PICKUP_STUCK),
    },
    S.PICKUP_UNSEEN: {
        **HOLDS_DOOR,
        **TO_STAFF,
        e.IdleEnded: on(S.PICKUP_PROBLEM, _not_told),
        p.OpenTold: on(S.PICKUP_OPEN, _tell_open),
        p.DoorOpened: on(S.PICKUP_OPEN),
        p.ProblemTold: on(S.PICKUP_PROBLEM, _report),
    },
    S.PICKUP_OPEN: {
        **HOLDS_DOOR,
        **TO_STAFF,
        p.TakenTold: HERE,
        p.ClosedTold: on(S.PICKUP_CONFIRMING, _tell_closed),
        p.DoorLeftOpen: HERE,
        p.DoorShut: on(S.PICKUP_CONFIRMING, _taken),
        p.TakenAsked: on(S.PICKUP_TAKEN),
        p.ProblemTold: on(S.PICKUP_PROBLEM, _report),
    },
    S.PICKUP_TAKEN: {
        **HOLDS_DOOR,
        **TO_STAFF,
        e.IdleEnded: on(S.PICKUP_PROBLEM, _not_told),
        p.TakenTold: on(S.PICKUP_CONFIRMING, _taken),
        p.StillInside: on(S.PICKUP_OPENING, _still_inside, _open_again),
        p.ProblemTold: on(S.PICKUP_PROBLEM, _report),
        p.DoorOpened: on(S.PICKUP_OPEN),
    },
    S.PICKUP_CONFIRMING: {
        **WAITS,
        p.PickupDone: on(S.PICKUP_DONE),
        p.TakenAsked: on(S.PICKUP_TAKEN),
        p.DoorOpened: on(S.PICKUP_OPEN),
    },
    S.PICKUP_STUCK: {
        e.IdleEnded: on(S.PICKUP_PROBLEM, _jammed),
        p.OpenAgain: on(S.PICKUP_OPENING, _open_again),
        p.DoorOpened: on(S.PICKUP_OPEN),
        p.ProblemTold: on(S.PICKUP_PROBLEM, _report),
    },
    S.PICKUP_PROBLEM: {
        p.StaffComing: HERE,
        p.DoorLeftOpen: HERE,
        p.DoorShut: HERE,
        p.DoorOpened: HERE,
        e.PlaceChosen: on(S.WAY),
    },
    S.PICKUP_DONE: {
        p.OtherDocumentWanted: on(S.PICKUP_DOCUMENTS),
        p.ReceiptWanted: on(Stays.HERE, _receipt),
        p.ReceiptPrinted: HERE,
        p.ReceiptNotPrinted: HERE,
    },
    S.PICKUP_LOCKED: {e.PlaceChosen: on(S.WAY)},
    S.PICKUP_DESK: {e.PlaceChosen: on(S.WAY)},
}

COLLECTING_PASSING = frozenset({S.PICKUP_CHECKING, S.PICKUP_PROVING, S.PICKUP_OPENING, S.PICKUP_CONFIRMING})
"""Shown only while something works."""
DOOR_MAY_BE_OPEN = frozenset({S.PICKUP_OPENING, S.PICKUP_OPEN, S.PICKUP_CONFIRMING})
"""No question about time is asked here."""
HOLDS = frozenset(state for state, row in COLLECTING.items() if e.Finished in row)
"""States that are not left, nor from a screen opened on the side above them."""
NO_WAY_BACK = frozenset(COLLECTING) - {
    S.PICKUP_CODE,
    S.PICKUP_NO_CODE,
    S.PICKUP_WHO,
    S.PICKUP_FACTOR,
    S.PICKUP_STATEMENTS,
    S.PICKUP_HAND_IN,
    *COLLECTING_PASSING,
}
"""From here "back" leads nowhere."""

# --- memory ----------------------------------------------------------------------------------------------------------


def _digits(now: Collecting, event: p.PickupDigit) -> Collecting:
    most = FACTOR_DIGITS.get(now.factor, CODE_DIGITS) if now.ways else CODE_DIGITS
    digit = event.digit[:1] if event.digit[:1] in "0123456789" else ""
    return replace(now, typed=(now.typed + digit)[:most], said="")


def _found(now: Collecting, event: p.DocumentsFound) -> Collecting:
    first = event.documents[0].pickup if event.documents else ""
    return replace(now, typed="", said="", documents=event.documents, chosen=first)


def _done(now: Collecting, event: p.PickupDone) -> Collecting:
    return replace(
        now,
        documents=tuple(one for one in now.documents if one.pickup == now.chosen) + event.left,
        done=(*now.done, now.chosen),
        warned="",
        taken_told=False,
        receipt="",
    )


def _next(now: Collecting, _: p.OtherDocumentWanted) -> Collecting:
    left = tuple(one for one in now.documents if one.pickup not in now.done)
    return replace(now, documents=left, chosen=left[0].pickup if left else "", receipt="")


def _asked_who(now: Collecting, event: "p.CodeFits | p.WhoAsked") -> Collecting:
    return replace(now, typed="", said="", ways=event.ways, who=event.ways[0].who if event.ways else "holder", way=0)


REMEMBER_COLLECTING: dict[type[e.Event], Callable[[Collecting, Any], Collecting]] = {
    p.PickupOpened: lambda _, __: Collecting(),
    p.CodeScanned: lambda _, __: Collecting(),
    p.PickupDigit: _digits,
    p.PickupErased: lambda now, _: replace(now, typed=now.typed[:-1], said=""),
    p.PickupDigitsCleared: lambda now, _: replace(now, typed="", said=""),
    p.CodeOffered: lambda now, _: replace(now, typed="", said=""),
    p.CodeWrong: lambda now, ev: replace(now, typed="", said="wrong", left=ev.left),
    p.CodeTypo: lambda now, _: replace(now, typed="", said="typo"),
    p.CodeFits: _asked_who,
    p.WhoAsked: _asked_who,
    p.WhoChosen: lambda now, ev: replace(now, who=ev.who, way=0, typed="", said=""),
    p.FactorChosen: lambda now, ev: replace(now, way=max(0, ev.index), typed="", said=""),
    p.FactorOffered: lambda now, _: replace(now, typed="", said=""),
    p.FactorWrong: lambda now, ev: replace(now, typed="", said="wrong", left=ev.left),
    p.FactorUnread: lambda now, ev: replace(now, typed="", said=ev.code),
    p.PickupLocked: lambda now, ev: replace(now, typed="", minutes=ev.minutes),
    p.PickupRefused: lambda now, ev: replace(now, typed="", why=ev.why),
    p.DocumentsFound: _found,
    p.DocumentChosen: lambda now, ev: replace(now, chosen=ev.pickup),
    p.StatementMade: lambda now, _: replace(now, stated=now.stated | {now.chosen}),
    p.StatementDenied: lambda now, _: replace(now, why="no_letter"),
    p.HandedIn: lambda now, _: replace(now, handed_in=now.handed_in | {now.chosen}),
    p.NotHandedIn: lambda now, _: replace(now, why="no_old_document"),
    p.OpeningWanted: lambda now, _: replace(now, taken_told=False, warned="", again=False, staff_know=False),
    p.DoorStuck: lambda now, ev: replace(now, again=ev.again),
    p.TakenTold: lambda now, _: replace(now, taken_told=True),
    p.DoorLeftOpen: lambda now, ev: replace(now, warned="staff" if ev.staff else "long"),
    p.ProblemTold: lambda now, ev: replace(now, problem=ev.problem, staff_know=False),
    p.StaffComing: lambda now, _: replace(now, staff_know=True),
    p.PickupDone: _done,
    p.OtherDocumentWanted: _next,
    p.ReceiptWanted: lambda now, _: replace(now, receipt="printing"),
    p.ReceiptPrinted: lambda now, _: replace(now, receipt="printed"),
    p.ReceiptNotPrinted: lambda now, _: replace(now, receipt="failed"),
}
"""What is remembered of each event."""
