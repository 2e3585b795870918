"""Custody towards the holder: proof, what must be said before, the door, and that it was taken."""

import logging
from collections.abc import Callable, Sequence
from typing import Any, Literal

from msgspec.structs import replace

from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction, LedgerError
from kiosk.pickup.messages import collected, problem_told
from kiosk.pickup.model import PickupState
from kiosk.pickup.terminal import Terminal
from kiosk.pickup.verdicts import CodeVerdict, FactorVerdict, NotOpened, NotToBeHad, OpenVerdict, Refused
from kiosk.pickup.words import Document, Statement, Who

log = logging.getLogger(__name__)

MOST_OPENINGS = 3
"""Of one compartment in one visit."""
CALLS_STAFF = frozenset({"jammed", "empty", "wrong_document", "not_told", "help"})
ALARM_OF = {
    "jammed": "door_not_opened",
    "empty": "compartment_empty",
    "wrong_document": "wrong_document",
    "not_told": "unclear",
    "help": "help_wanted",
}
ENDS_PROOF = frozenset({"empty", "wrong_document", "not_told"})


class Collecting(Terminal):
    """What a visitor may do."""

    def __init__(self, **parts: Any) -> None:
        super().__init__(**parts)
        self._openings: dict[tuple[str, str], int] = {}

    # --- the holder --------------------------------------------------------------------------------------------------

    def check_code(self, visit: str, text: str) -> CodeVerdict:
        """See `Proofs`."""
        if self.hands_out:
            return NotToBeHad(why=self.hands_out)
        return self._guarded(lambda: self._proofs.check_code(visit, text))  # type: ignore[return-value]

    def check_factor(self, visit: str, who: Who, index: int, value: str) -> FactorVerdict:
        """See `Proofs`."""
        if self.hands_out:
            return NotToBeHad(why=self.hands_out)
        return self._guarded(lambda: self._proofs.check_factor(visit, who, index, value))  # type: ignore[return-value]

    def _guarded(self, check: Callable[[], CodeVerdict | FactorVerdict]) -> CodeVerdict | FactorVerdict:
        """Where an attempt cannot be counted, nothing is told of what was typed."""
        try:
            return check()
        except LedgerError:
            log.exception("an attempt could not be written down")
            self._disk = "disk_full"
            return NotToBeHad(why="disk_full")

    def leave(self, visit: str) -> None:
        """The visitor goes: what was proven counts no more. A door that was opened and never confirmed is unclear."""
        for pickup in self._proofs.proven(visit):
            known = self._book.state.pickups[pickup]
            if known.state is PickupState.COLLECTING:
                self.abandon(known.compartment)
        self._proofs.leave(visit)
        self._openings = {key: count for key, count in self._openings.items() if key[0] != visit}

    def state_(self, visit: str, pickup: str, statements: Sequence[Statement]) -> None:
        """Confirmed in text form."""
        if self._proofs.may_collect(visit, pickup) and statements:
            self._commit(r.Stated(pickup=pickup, statements=tuple(statements)))

    def hand_in(self, visit: str, pickup: str) -> None:
        """The old document is in the slot, says the holder."""
        if self._proofs.may_collect(visit, pickup):
            self._commit(r.HandedIn(pickup=pickup))

    def open_to_collect(self, visit: str, pickup: str, again: bool = False) -> OpenVerdict:
        """The compartment of what was proven in this visit."""
        why = self._why_not_collect(visit, pickup)
        if why:
            return Refused(why=why)
        known = self._book.state.pickups[pickup]
        key = (visit, pickup)
        self._openings[key] = self._openings.get(key, 0) + 1
        if self._openings[key] > MOST_OPENINGS:
            return Refused(why="too_often")
        verdict = self._opened(known.compartment, "collect", pickup, ("holder",))
        left = self._openings[key] < MOST_OPENINGS
        return replace(verdict, again=left) if isinstance(verdict, NotOpened) else verdict

    def _why_not_collect(self, visit: str, pickup: str) -> str:
        if not self._proofs.may_collect(visit, pickup):
            return "not_allowed"
        if self.hands_out:
            return self.hands_out
        known = self._book.state.pickups[pickup]
        if known.state not in (PickupState.AVAILABLE, PickupState.COLLECTING):
            return "not_available"
        if known.state is PickupState.AVAILABLE and known.until is not None and self.now() >= known.until:
            return "expired"
        if set(known.booking.statements) - set(known.stated):
            return "not_stated"
        if known.booking.old_document and self._settings.slot and not known.handed_in:
            return "not_handed_in"
        return ""

    def told_door(self, visit: str, pickup: str, said: Literal["open", "closed"]) -> None:
        """What the visitor says of a door whose sensor says nothing."""
        intent = self._intent_of(pickup, "collect")
        if intent is not None and self._proofs.may_collect(visit, pickup):
            self._open.told(intent, said)

    def closed_after_collect(self, visit: str, pickup: str) -> Literal["done", "ask"]:
        """The door is closed: "ask" where it was open for a moment only."""
        intent = self._intent_of(pickup, "collect")
        if intent is None:
            return "ask"
        opened = self._open.opened_at.pop(intent.compartment, None)
        long = opened is not None and self._clock.monotonic() - opened >= self._settings.taken_after
        return "done" if long else "ask"

    def confirm_taken(self, visit: str, pickup: str, told: bool) -> tuple[Document, ...]:
        """Collected: on disk, secrets wiped, the city told. Returns what may still be taken.

        :raises Contradiction: its door was not seen closed after it was open.
        """
        intent = self._intent_of(pickup, "collect")
        if intent is None or not self._proofs.may_collect(visit, pickup):
            raise Contradiction("it was not opened in this visit")
        self._must_be_closed(intent)
        known = self._book.state.pickups[pickup]
        self._commit(
            r.Taken(pickup=pickup, intent=intent.id, how="told" if told else "closed"),
            r.Wiped(pickup=pickup),
            secrets={pickup: None},
            out=(collected(known, self.now()),),
        )
        self._proofs.withdraw(visit, pickup)
        self._calm(intent.compartment)
        return self._proofs.documents(visit)

    def report(self, visit: str, pickup: str, problem: r.Problem) -> None:
        """Written down; staff are called. Afterwards nobody takes an unclear one any more."""
        if not self._proofs.may_collect(visit, pickup):
            return
        number = self._book.state.pickups[pickup].compartment
        if problem in CALLS_STAFF:
            self._alarm(ALARM_OF[problem], number)
        self._commit(
            r.ProblemTold(pickup=pickup, compartment=number, problem=problem),
            out=(problem_told(pickup, number, problem, self.now()),),
        )
        if problem in ENDS_PROOF:
            self._proofs.withdraw(visit, pickup)
