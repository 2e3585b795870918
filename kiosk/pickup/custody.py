"""Who opens which compartment, when and why: the rules of a pickup terminal, for city, holders, staff and the clock.

Called from one thread, but for `view`. Nothing is opened without proof in this visit or two staff cards; nothing counts
as taken or loaded before its door was seen closed, or told closed where the sensor says nothing. At start-up nothing is
opened: doors and ledger are compared, and what contradicts is unclear until staff look.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from kiosk.pickup import records as r
from kiosk.pickup.collecting import Collecting
from kiosk.pickup.errors import Contradiction, LedgerError
from kiosk.pickup.messages import overdue
from kiosk.pickup.model import ENDED, Booking, Pickup, PickupState
from kiosk.pickup.secrets import Secret
from kiosk.pickup.staffing import Staffing

CLOCK_SLACK_SECONDS = 120.0
"""A clock that is set back by less is corrected, not turned back."""


class BookingRefused(ValueError):
    """A booking of the city cannot be taken; says why. Nothing was changed."""


class Custody(Collecting, Staffing):
    """Owns doors and ledger of one terminal; the city's messages and the clock are taken here."""

    # --- the city ----------------------------------------------------------------------------------------------------

    def take_booking(self, message: Mapping[str, Any]) -> None:
        """A booking with the values of its second factors, of which only keyed hashes are kept. Known ones are dropped.

        :raises BookingRefused: it is not one, or nobody could prove anything.
        :raises LedgerError: it is not on disk; the city sends it again.
        """
        fields = {name: value for name, value in message.items() if name != "factors"}
        try:
            booking = msgspec.convert(fields, Booking)
            values = msgspec.convert(message.get("factors", ()), tuple[str, ...])
        except msgspec.ValidationError as fault:
            raise BookingRefused(f"a booking of the city cannot be read: {fault}") from fault
        usable = [way for way in booking.ways if way.factor != "fingerprint"]
        if not any(way.who == "holder" for way in usable):
            raise BookingRefused("a booking without a way for its holder beside a fingerprint is not taken")
        if len(values) != len(booking.ways):
            raise BookingRefused("a booking must bring one value for each way (an empty one for a fingerprint)")
        if any(not value for way, value in zip(booking.ways, values, strict=True) if way.factor != "fingerprint"):
            raise BookingRefused("a booking must bring a value for each way: an empty one proves nothing")
        if booking.id in self._book.state.pickups:
            return
        factors = tuple(
            self._hashing.factor(booking.id, place, value) if way.factor != "fingerprint" else b""
            for place, (way, value) in enumerate(zip(booking.ways, values, strict=True))
        )
        self._commit(r.BookingTaken(booking=booking), secrets={booking.id: Secret(code_tag=b"", factors=factors)})

    def withdraw(self, booking: str) -> None:
        """The city takes it back; what is unknown or over is left as it is.

        While a door is open for it, or nobody knows where it is, that is settled first: then it is overdue or gone.
        """
        pickup = self._book.state.pickups.get(booking)
        if pickup is None or pickup.state in ENDED or booking in self._book.state.withdrawn:
            return
        if pickup.state in (PickupState.BOOKED, PickupState.AVAILABLE):
            self._commit(r.BookingWithdrawn(pickup=booking), r.Wiped(pickup=booking), secrets={booking: None})
        else:
            self._commit(r.BookingWithdrawn(pickup=booking))

    def keep_longer(self, booking: str, until: datetime) -> None:
        """The city lets it lie until a later moment; an earlier one changes nothing, nor for what is not available."""
        pickup = self._book.state.pickups.get(booking)
        if pickup is None or pickup.state is not PickupState.AVAILABLE or pickup.until is None:
            return
        if until > pickup.until:
            self._commit(r.KeptLonger(pickup=booking, until=until))

    def release_lock(self, pickup: str, by: str) -> None:
        """Codes and second factors of this pickup are looked at again."""
        if pickup in self._book.state.pickups:
            self._commit(r.LockReleased(pickup=pickup, by=(by,)))

    # --- start and clock ---------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Compare doors and ledger after a stop, a crash or a power cut. Opens nothing."""
        self._doors = self._open.doors()
        if self._damaged:
            self._alarm(self._damaged, "")
            return
        self.tick()

    def _reconcile(self) -> None:
        """Once after each start, before anything else is written."""
        self._commit(r.Started(boot=self._boot, terminal=self._settings.terminal))
        self._compare_wall()
        for intent in tuple(self._book.state.intents.values()):
            settled = intent.not_opened and not intent.was_open and self._doors.get(intent.compartment) == "closed"
            if not settled:
                self._commit(r.Found(compartment=intent.compartment, finding="power_cut"))
                self._alarm("unclear", intent.compartment)
        for number, facts in self._book.state.compartments.items():
            if facts.unclear:
                self._alarm("unclear", number)
        self._reconciled = True

    def _compare_wall(self) -> None:
        """Where the settings give a compartment another lock than before, nobody gets what may lie in it."""
        locks = {one.id: f"{one.board}/{one.lock}" for one in self._wall.compartments}
        before = self._book.state.locks
        if locks == before:
            return
        moved = [number for number, lock in before.items() if locks.get(number) != lock]
        lying = [number for number in moved if self._book.state.compartment(number).pickup]
        self._commit(
            r.WallSeen(locks=locks), *(r.Found(compartment=number, finding="settings_changed") for number in lying)
        )
        for number in lying:
            self._alarm("unclear", number)

    def tick(self) -> None:
        """Doors that nobody asked to open, doors left open, what is over, and a clock that went back."""
        doors = self._open.doors()
        if doors != self._doors:
            self._doors = doors
        if self._damaged:
            return
        try:
            self._open.settle_debts()
            if not self._reconciled:
                self._reconcile()
            self._disk = ""
            self._settle_abandoned()
            self._look_at_doors()
            self._look_at_clock()
        except LedgerError as fault:
            if isinstance(fault, Contradiction):
                raise
            self._disk = "disk_full"
        self._keep_alarm("disk_full", "", bool(self._disk))
        self._keep_alarm("boards_silent", "", self.hands_out == "boards_silent")

    def _look_at_doors(self) -> None:
        for number, door in self._doors.items():
            intent = self._book.state.intent_at(number)
            if door == "closed":
                self._stood_open.discard(number)
            elif door == "open" and intent is None and number not in self._stood_open:
                self._commit(r.OpenedUnbidden(compartment=number))
                self._alarm("opened_unbidden", number)
                self._stood_open.add(number)
            if intent is not None and (door == "open" or (intent.was_open and door == "closed")):
                self._open.saw(intent.id, number, door)
            self._open.clocked(number, door)
            if door == "closed" and intent is None:
                self._open.opened_at.pop(number, None)
            opened = self._open.opened_at.get(number)
            stands = opened is not None and self._clock.monotonic() - opened >= self._settings.left_open_alarm
            self._keep_alarm("door_left_open", number, door != "closed" and stands)

    def _look_at_clock(self) -> None:
        latest, now = self._book.state.latest, self._clock.now()
        back = (latest - now).total_seconds() if latest is not None else 0.0
        if back > CLOCK_SLACK_SECONDS and not self._clock_back:
            self._commit(r.ClockWentBack(seconds=back))
            self._alarm("clock_back", "")
        self._clock_back = back > CLOCK_SLACK_SECONDS
        moment = self.now()
        for number, pickup in self._book.state.pickups.items():
            if pickup.state is PickupState.AVAILABLE and pickup.until is not None and moment >= pickup.until:
                self._expire(number, pickup, moment)
            elif pickup.state in ENDED and self._book.secret(number) is not None:
                self._commit(r.Wiped(pickup=number), secrets={number: None})

    def _expire(self, number: str, pickup: Pickup, moment: datetime) -> None:
        """Second factors are wiped; the code's hash stays until it is taken out, so that its holder is told why."""
        kept = self._book.secret(number)
        tag = kept.code_tag if kept is not None else b""
        self._commit(
            r.Overdue(pickup=number),
            r.Wiped(pickup=number),
            secrets={number: Secret(code_tag=tag, factors=())},
            out=(overdue(pickup, moment),),
        )
