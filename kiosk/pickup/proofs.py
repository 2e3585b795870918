"""Codes and second factors: who may collect what. Proofs live in memory for one visit, attempts on disk."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol

from kiosk.pickup import records as r
from kiosk.pickup.model import Pickup, PickupState
from kiosk.pickup.opening import Book
from kiosk.pickup.secrets import Secret, code_of, same, well_formed
from kiosk.pickup.settings import PickupSettings
from kiosk.pickup.state import Attempts
from kiosk.pickup.verdicts import (
    CodeAccepted,
    CodeMistyped,
    CodeRejected,
    CodeVerdict,
    FactorAccepted,
    FactorRejected,
    FactorVerdict,
    Locked,
    NotToBeHad,
)
from kiosk.pickup.words import Document, Way, Who

FOR_GOOD = datetime.max.replace(tzinfo=UTC)
"""A lock that only staff end."""
NOT_NOW = {
    PickupState.BOOKED: "not_loaded",
    PickupState.LOADING: "not_loaded",
    PickupState.OVERDUE: "expired",
    PickupState.RETURNED: "expired",
    PickupState.WITHDRAWN: "expired",
    PickupState.COLLECTED: "collected",
}


class SecretBook(Book, Protocol):
    """The ledger, with what proves a holder."""

    def secret(self, pickup: str) -> Secret | None:
        """None: nothing is kept any more."""
        ...

    def pickup_of_code(self, tag: bytes) -> str | None:
        """Whose code it is."""
        ...


class Hashing(Protocol):
    """Hashes under this device's key."""

    def code(self, code: str) -> bytes:
        """Slow on purpose."""
        ...

    def factor(self, booking: str, index: int, value: str) -> bytes:
        """Of one way of one booking."""
        ...


class Proofs:
    """What was proven in which visit."""

    def __init__(
        self, *, book: SecretBook, hashing: Hashing, settings: PickupSettings, now: Callable[[], datetime]
    ) -> None:
        """:param now: a time that never goes back."""
        self._book, self._hashing, self._settings, self._now = book, hashing, settings, now
        self._codes: dict[str, str] = {}
        self._proven: dict[str, set[str]] = {}

    def leave(self, visit: str) -> None:
        """What was proven counts no more."""
        self._codes.pop(visit, None)
        self._proven.pop(visit, None)

    def may_collect(self, visit: str, pickup: str) -> bool:
        """Whether it was proven in this visit."""
        return pickup in self._proven.get(visit, ())

    def proven(self, visit: str) -> tuple[str, ...]:
        """What was proven in this visit."""
        return tuple(sorted(self._proven.get(visit, ())))

    def withdraw(self, visit: str, pickup: str) -> None:
        """Not any more: it is unclear, or taken."""
        self._proven.get(visit, set()).discard(pickup)

    # --- the code ----------------------------------------------------------------------------------------------------

    def check_code(self, visit: str, text: str) -> CodeVerdict:
        """Typed digits or the text of a QR code.

        :raises LedgerError: a wrong one could not be counted.
        """
        self.leave(visit)
        until = self.codes_locked_until()
        if until is not None:
            return Locked(until=until)
        code = code_of(text)
        if not well_formed(code):
            return CodeMistyped()
        number = self._book.pickup_of_code(self._hashing.code(code))
        if number is None:
            return self._wrong_code()
        pickup = self._book.state.pickups[number]
        refused = self._locked(pickup) or self._not_now(pickup)
        if refused is not None:
            return refused
        self._codes[visit] = number
        return CodeAccepted(pickup=number, ways=usable(pickup.booking.ways))

    def codes_locked_until(self) -> datetime | None:
        """None: codes are looked at."""
        until = self._book.state.codes_locked_until
        return until if until is not None and self._now() < until else None

    def _wrong_code(self) -> CodeVerdict:
        wrong, most = self._book.state.codes_wrong + 1, self._settings.codes_before_lock
        if wrong < most:
            self._book.commit(r.CodesWrong(count=wrong))
            return CodeRejected(left=most - wrong)
        until = self._now() + timedelta(minutes=self._settings.lock_minutes)
        self._book.commit(r.CodesLocked(until=until))
        return Locked(until=until)

    def _locked(self, pickup: Pickup) -> Locked | None:
        until = pickup.locked_until
        if until is None or self._now() >= until:
            return None
        return Locked(until=None if until == FOR_GOOD else until)

    def _not_now(self, pickup: Pickup) -> NotToBeHad | None:
        if pickup.state is not PickupState.AVAILABLE:
            return NotToBeHad(why=NOT_NOW.get(pickup.state, "unclear"))
        over = pickup.until is not None and self._now() >= pickup.until
        return NotToBeHad(why="expired") if over else None

    def _attempts(self, pickup: str) -> Attempts:
        return self._book.state.attempts.get(pickup, Attempts())

    # --- the second factor -------------------------------------------------------------------------------------------

    def check_factor(self, visit: str, who: Who, index: int, value: str) -> FactorVerdict:
        """:param index: which of the usable ways of `who`.

        :raises LedgerError: a wrong one could not be counted.
        """
        number = self._codes.get(visit)
        if number is None:
            return NotToBeHad(why="not_allowed")
        pickup = self._book.state.pickups[number]
        refused = self._locked(pickup) or self._not_now(pickup)
        if refused is not None:
            return refused
        if not self._fits(number, who, index, value):
            return self._wrong_factor(number)
        self._right(number)
        others = self._of_holder(pickup) if who == "holder" else ()
        self._proven[visit] = {number, *(other for other in others if self._fits(other, who, index, value))}
        return FactorAccepted(documents=self.documents(visit))

    def _of_holder(self, pickup: Pickup) -> Sequence[str]:
        return [
            number
            for number, other in self._book.state.pickups.items()
            if other.booking.holder == pickup.booking.holder and not (self._not_now(other) or self._locked(other))
        ]

    def _fits(self, number: str, who: Who, index: int, value: str) -> bool:
        ways = self._book.state.pickups[number].booking.ways
        mine = [place for place, way in enumerate(ways) if way.who == who and way.factor != "fingerprint"]
        secret = self._book.secret(number)
        if secret is None or not 0 <= index < len(mine) or mine[index] >= len(secret.factors):
            return False
        return same(secret.factors[mine[index]], self._hashing.factor(number, mine[index], value))

    def _wrong_factor(self, number: str) -> FactorVerdict:
        attempts, most = self._attempts(number), self._settings.factors_before_lock
        wrong = attempts.wrong + 1
        if wrong < most:
            self._book.commit(r.FactorWrong(pickup=number, count=wrong))
            return FactorRejected(left=most - wrong)
        locks = attempts.locks + 1
        for_good = locks >= self._settings.locks_before_desk
        until = FOR_GOOD if for_good else self._now() + timedelta(minutes=self._settings.lock_minutes)
        self._book.commit(r.PickupLocked(pickup=number, until=until, locks=locks))
        return Locked(until=None if for_good else until)

    def _right(self, number: str) -> None:
        records: list[r.Record] = []
        if self._attempts(number).wrong:
            records.append(r.FactorWrong(pickup=number, count=0))
        if self._book.state.codes_wrong:
            records.append(r.CodesWrong(count=0))
        if records:
            self._book.commit(*records)

    # --- what may be taken -------------------------------------------------------------------------------------------

    def documents(self, visit: str) -> tuple[Document, ...]:
        """What was proven and still lies there; that of the code first."""
        first = self._codes.get(visit)
        numbers = sorted(self._proven.get(visit, ()), key=lambda number: (number != first, number))
        pickups = (self._book.state.pickups[number] for number in numbers)
        return tuple(self._document(one) for one in pickups if self._not_now(one) is None)

    def _document(self, pickup: Pickup) -> Document:
        booking = pickup.booking
        return Document(
            pickup=booking.id,
            kind=booking.document,
            compartment=pickup.compartment,
            contents=booking.contents,
            statements=tuple(one for one in booking.statements if one not in pickup.stated),
            hand_in=booking.old_document and self._settings.slot and not pickup.handed_in,
        )


def usable(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Without fingerprints, as long as no reader is fitted to this terminal; there is always another way."""
    return tuple(way for way in ways if way.factor != "fingerprint")
