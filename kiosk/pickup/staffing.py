"""Custody towards staff: loading, taking out, moving, looking inside. Always two different cards."""

from collections.abc import Collection
from datetime import timedelta

from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction
from kiosk.pickup.messages import Notice, collected, loaded, overdue, problem_told, returned
from kiosk.pickup.model import Compartment, CompartmentState, PickupState, Size
from kiosk.pickup.secrets import Secret, new_code
from kiosk.pickup.state import Intent
from kiosk.pickup.terminal import Terminal
from kiosk.pickup.verdicts import OpenVerdict, Refused

Pair = tuple[str, str]
"""Pseudonyms of two cards."""


class Staffing(Terminal):
    """What two staff may do together."""

    # --- staff -------------------------------------------------------------------------------------------------------

    def propose(self, booking: str, not_these: Collection[str] = ()) -> Compartment | None:
        """A free compartment: small before large; what a seated person reaches is kept for those who need it.

        :raises LookupError: no such booking is announced.
        """
        known = self._book.state.pickups.get(booking)
        if known is None or known.state is not PickupState.BOOKED:
            raise LookupError(f"the booking {booking} is not announced")
        wanted, sizes = known.booking, tuple(Size)
        fitting = [
            one
            for one in self._wall.compartments
            if one.id not in not_these
            and wanted.size.fits(one.size)
            and (one.reachable_seated or not wanted.low)
            and self._doors.get(one.id) != "open"
            and self._book.state.compartment(one.id).state is CompartmentState.FREE
        ]
        fitting.sort(key=lambda one: (sizes.index(one.size), one.reachable_seated and not wanted.low, abs(one.column)))
        return fitting[0] if fitting else None

    def open_to_load(self, staff: Pair, booking: str, compartment: str) -> OpenVerdict:
        """A free compartment, for an announced booking."""
        known = self._book.state.pickups.get(booking)
        if known is None or known.state not in (PickupState.BOOKED, PickupState.LOADING):
            return Refused(why="not_available")
        facts = self._book.state.compartment(compartment)
        if facts.state is not CompartmentState.FREE and facts.pickup != booking:
            return Refused(why="not_available")
        if not known.booking.size.fits(self._wall[compartment].size):
            return Refused(why="too_small")
        return self._for_staff(staff, compartment, "load", booking)

    def finish_loading(self, staff: Pair, booking: str, loaded_: bool, told: bool = False) -> None:
        """The door is closed: available from now on, its message goes out; or given up.

        :raises Contradiction: its door was not seen closed after it was open.
        """
        _two(staff)
        intent = self._staff_intent(booking, "load", told)
        if not loaded_:
            self._commit(r.LoadingGivenUp(pickup=booking, intent=intent.id))
            return
        known, kept = self._book.state.pickups[booking], self._book.secret(booking)
        if booking in self._book.state.withdrawn:  # meanwhile; nobody gets a code for it
            self._commit(
                r.Loaded(pickup=booking, compartment=intent.compartment, intent=intent.id, until=self.now()),
                r.Wiped(pickup=booking),
                secrets={booking: None},
                out=(overdue(known, self.now()),),
            )
            return
        assert kept is not None  # written with the booking, wiped only at its end
        code, until = self._fresh_code(), self.now() + timedelta(days=known.booking.keep_days)
        notice = Notice(booking=known.booking, code=code, until=until, terminal=self._settings.terminal)
        self._commit(
            r.Loaded(pickup=booking, compartment=intent.compartment, intent=intent.id, until=until),
            secrets={booking: Secret(code_tag=self._hashing.code(code), factors=kept.factors)},
            out=loaded(notice, self._seal, self.now()),
        )
        self._calm(intent.compartment)

    def _fresh_code(self) -> str:
        while True:
            code = new_code(self._random)
            if self._book.pickup_of_code(self._hashing.code(code)) is None:
                return code

    def open_to_take_out(self, staff: Pair, pickup: str) -> OpenVerdict:
        """What lies in a compartment, back to the counter."""
        return self._open_lying(staff, pickup, "take_out")

    def finish_take_out(self, staff: Pair, pickup: str, what: str, told: bool = False) -> None:
        """The door is closed: `what` is "returned", "put_back", or "empty" where nothing lay inside.

        :raises Contradiction: its door was not seen closed after it was open.
        """
        _two(staff)
        intent = self._staff_intent(pickup, "take_out", told)
        if what == "put_back":
            self._commit(r.Settled(compartment=intent.compartment, pickup=pickup, what="in_it", by=staff))
        elif what == "empty":
            self._is_gone(staff, intent.compartment, pickup)
        else:
            self._commit(
                r.Returned(pickup=pickup, intent=intent.id, by=staff),
                r.Wiped(pickup=pickup),
                secrets={pickup: None},
                out=(returned(self._book.state.pickups[pickup], self.now()),),
            )
        self._calm(intent.compartment)

    def open_to_move(self, staff: Pair, pickup: str) -> OpenVerdict:
        """Taken out, to be loaded into another compartment, with a new code."""
        known = self._book.state.pickups.get(pickup)
        if known is None or known.state is not PickupState.AVAILABLE:
            return Refused(why="not_available")  # what is overdue or unclear goes to the counter
        return self._open_lying(staff, pickup, "take_out")

    def finish_move(self, staff: Pair, pickup: str, told: bool = False) -> None:
        """The door is closed: the booking waits to be loaded again; its code of before is void.

        :raises Contradiction: its door was not seen closed after it was open.
        """
        _two(staff)
        intent, kept = self._staff_intent(pickup, "take_out", told), self._book.secret(pickup)
        assert kept is not None  # it was available
        self._commit(
            r.Settled(compartment=intent.compartment, pickup=pickup, what="not_loaded", by=staff),
            secrets={pickup: Secret(code_tag=b"", factors=kept.factors)},
        )
        self._calm(intent.compartment)

    def _open_lying(self, staff: Pair, pickup: str, purpose: r.Purpose) -> OpenVerdict:
        known = self._book.state.pickups.get(pickup)
        if known is None or not known.compartment:
            return Refused(why="not_available")
        return self._for_staff(staff, known.compartment, purpose, pickup)

    def open_to_inspect(self, staff: Pair, compartment: str) -> OpenVerdict:
        """To look inside; nothing is changed."""
        return self._for_staff(staff, compartment, "inspect", "")

    def finish_inspect(self, staff: Pair, compartment: str, told: bool = False) -> None:
        """The door is closed."""
        intent = self._book.state.intent_at(compartment)
        if intent is not None:
            if told:
                self._open.told(intent, "closed")
            self._must_be_closed(intent)
        self._calm(compartment)

    def _for_staff(self, staff: Pair, compartment: str, purpose: r.Purpose, pickup: str) -> OpenVerdict:
        if not all(staff) or staff[0] == staff[1]:
            return Refused(why="two_cards")
        if self._damaged:
            return Refused(why=self._damaged)
        return self._opened(compartment, purpose, pickup, staff)

    def _staff_intent(self, pickup: str, purpose: str, told: bool) -> Intent:
        intent = self._intent_of(pickup, purpose)
        if intent is None:
            raise Contradiction("no door was opened for it")
        if told:
            self._open.told(intent, "closed")
        self._must_be_closed(intent)
        return intent

    def set_out_of_order(self, staff: Pair, compartment: str, why: str) -> None:
        """Nothing is put in any more."""
        self._commit(r.OutOfOrder(compartment=self._wall[compartment].id, why=why, by=_two(staff)))

    def set_in_order(self, staff: Pair, compartment: str) -> None:
        """It is used again."""
        self._commit(r.BackInOrder(compartment=self._wall[compartment].id, by=_two(staff)))

    def settle(self, staff: Pair, compartment: str, what: str) -> None:
        """What staff saw in an unclear one: "empty", or an outcome of `records.Outcome` for what may lie in it."""
        lies_in = self._book.state.compartment(self._wall[compartment].id).pickup
        if lies_in and what == "empty":
            self._is_gone(_two(staff), compartment, lies_in)
            self._calm(compartment)
            return
        outcome: r.Outcome = "free" if not lies_in else what  # type: ignore[assignment]  # checked by the ledger
        settled = r.Settled(compartment=compartment, pickup=lies_in, what=outcome, by=_two(staff))
        kept = self._book.secret(lies_in) if lies_in else None
        if outcome in ("returned", "collected"):
            tell = returned if outcome == "returned" else collected
            self._commit(
                settled,
                r.Wiped(pickup=lies_in),
                secrets={lies_in: None},
                out=(tell(self._book.state.pickups[lies_in], self.now()),),
            )
        elif outcome == "not_loaded" and kept is not None:
            self._commit(settled, secrets={lies_in: Secret(code_tag=b"", factors=kept.factors)})
        else:
            self._commit(settled)
        self._calm(compartment)

    def _is_gone(self, staff: Pair, compartment: str, pickup: str) -> None:
        """Staff found nothing: it counts as collected, and the city is told that nobody confirmed it."""
        self._commit(
            r.Settled(compartment=compartment, pickup=pickup, what="collected", by=staff),
            r.Wiped(pickup=pickup),
            secrets={pickup: None},
            out=(problem_told(pickup, compartment, "found_empty", self.now()),),
        )

    def inventory(self) -> tuple[tuple[str, str], ...]:
        """Compartments of which something is to be done, with a word each; asks all doors."""
        self._doors = self._open.doors()
        found: list[tuple[str, str]] = []
        for one in self._wall.compartments:
            facts, door = self._book.state.compartment(one.id), self._doors[one.id]
            if door != "closed":
                found.append((one.id, door))
            elif facts.state in (CompartmentState.UNCLEAR, CompartmentState.OVERDUE):
                found.append((one.id, facts.state.value))
        return tuple(found)


def _two(staff: Pair) -> Pair:
    """:raises ValueError: these are not two different cards."""
    if not all(staff) or staff[0] == staff[1]:
        raise ValueError("two_cards")
    return staff
