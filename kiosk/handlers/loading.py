"""Carries out what staff want of the compartments: cards in, custody's work in the lockers' thread, events out.

Which two people act is known here by their cards, never by what a screen says.
"""

import logging
from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from hardware.card_reader.interface import Card
from hardware.scanner.interface import Scan
from kiosk.flows import loading_effects as do
from kiosk.flows import loading_events as ld
from kiosk.flows.events import Event
from kiosk.flows.flow import Effect
from kiosk.flows.loading import LOCKER_STATES
from kiosk.flows.staff_events import Answered
from kiosk.flows.staff_states import St
from kiosk.pickup.model import Compartment, DoorState, TerminalView
from kiosk.pickup.verdicts import NotOpened, Opened, OpenUnseen, OpenVerdict, Refused
from kiosk.staff.cards import CardsUnusable, StaffCard

log = logging.getLogger("kiosk.staff")

Pair = tuple[str, str]
TAKES_SCAN = frozenset({St.LOCKERS, St.BOOKING, St.BOOKING_TYPED, St.LOCKER_DONE})
"""Where a scanned barcode chooses the booking."""


class Custody(Protocol):
    """What is asked of custody; all but `view` in the lockers' thread."""

    @property
    def view(self) -> TerminalView:
        """The terminal as screens see it."""
        ...

    def propose(self, booking: str, not_these: Collection[str] = ()) -> Compartment | None:
        """A free compartment that fits; None: full."""
        ...

    def door_now(self, compartment: str) -> DoorState:
        """Ask its board."""
        ...

    def open_to_load(self, staff: Pair, booking: str, compartment: str) -> OpenVerdict:
        """One pulse."""
        ...

    def finish_loading(self, staff: Pair, booking: str, loaded: bool, told: bool = False) -> None:
        """The door is closed: available, or given up."""
        ...

    def open_to_take_out(self, staff: Pair, pickup: str) -> OpenVerdict:
        """One pulse."""
        ...

    def finish_take_out(self, staff: Pair, pickup: str, what: str, told: bool = False) -> None:
        """The door is closed: `what` is "returned" or "put_back"."""
        ...

    def open_to_move(self, staff: Pair, pickup: str) -> OpenVerdict:
        """One pulse, to take it out; it is booked again afterwards and loaded into another one."""
        ...

    def finish_move(self, staff: Pair, pickup: str, told: bool = False) -> None:
        """The door is closed: the booking waits to be loaded again."""
        ...

    def open_to_inspect(self, staff: Pair, compartment: str) -> OpenVerdict:
        """One pulse; nothing is changed."""
        ...

    def finish_inspect(self, staff: Pair, compartment: str, told: bool = False) -> None:
        """The door is closed."""
        ...

    def abandon(self, compartment: str) -> None:
        """Nobody waits for its door any more."""
        ...

    def set_out_of_order(self, staff: Pair, compartment: str, why: str) -> None:
        """Not to be used."""
        ...

    def set_in_order(self, staff: Pair, compartment: str) -> None:
        """To be used again."""
        ...

    def settle(self, staff: Pair, compartment: str, what: str) -> None:
        """What staff saw in an unclear one: "empty"."""
        ...

    def release_lock(self, pickup: str, by: str) -> None:
        """Codes and second factors are looked at again."""
        ...

    def inventory(self) -> Sequence[tuple[str, str]]:
        """Compartments of which sensors and ledger disagree, with a word each."""
        ...


class KnownCards(Protocol):
    """The cards of staff."""

    def known(self, uid: str) -> StaffCard | None:
        """Whose it is."""
        ...


class LoadingHandler:
    """`card` and `scan` come from their readers' threads, `carry_out` and `entered` from the screen's, `look` from the
    lockers'.
    """

    def __init__(
        self,
        *,
        custody: Custody,
        cards: KnownCards,
        run: Callable[[Callable[[], None]], None],
        post: Callable[[Event], None],
        state: Callable[[], St],
        sign_in: Callable[[StaffCard], None],
    ) -> None:
        """:param run: has something done in the lockers' thread.

        :param post: takes an event to the staff corner, from any thread.
        :param state: where the staff corner is.
        :param sign_in: a known card was shown while the corner is closed.
        """
        self._custody, self._cards, self._run, self._post = custody, cards, run, post
        self._state, self._sign_in = state, sign_in
        self._first: StaffCard | None = None
        self._pair: Pair | None = None
        self._open = ""
        """Compartment that staff have open."""
        self._was_open = self._blind = False

    # --- readers -----------------------------------------------------------------------------------------------------

    def card(self, card: Card) -> None:
        """A card was shown."""
        state = self._state()
        if state not in (St.CARDS, St.CLOSED, St.PIN):
            return
        try:
            known = self._cards.known(card.uid)
        except CardsUnusable as fault:
            log.warning("cards: %s", fault)
            known = None
        log.info("card=%s", known.name if known else "unknown")
        if state is not St.CARDS:
            if known is not None:
                self._sign_in(known)
        elif known is None:
            self._post(ld.CardRefused("staff.cards.unknown"))
        elif self._first is None:
            self._first = known
            self._post(ld.FirstCard(known.name))
        elif known.name == self._first.name:
            self._post(ld.CardRefused("staff.cards.same"))
        else:
            self._pair = (self._first.name, known.name)
            self._post(ld.BothCards(*self._pair))

    def scan(self, scan: Scan) -> bool:
        """A barcode was read; True: it was meant for staff."""
        if self._state() not in TAKES_SCAN:
            return False
        self._post(ld.BookingChosen(scan.text.strip()))
        return True

    # --- the screen's thread -----------------------------------------------------------------------------------------

    def entered(self, state: St) -> None:
        """The staff corner is at `state` now; outside of the compartments the cards count no more."""
        if state not in LOCKER_STATES:
            self._first = self._pair = None

    def carry_out(self, effect: Effect) -> None:
        """Take an effect; what came of it is posted."""
        pair = self._pair
        if pair is None:
            log.warning("%s without two cards", type(effect).__name__)
            self._post(ld.LockerNotOpened("staff.lockers.refused", "cards"))
            return
        self._run(lambda: self._one(effect, pair))

    # --- the lockers' thread -----------------------------------------------------------------------------------------

    def look(self) -> None:
        """Whether the door that staff have open is closed; called again and again."""
        if not self._open or self._state() is not St.LOCKER_OPEN:
            return
        door = self._custody.door_now(self._open)
        if door == "open":
            self._was_open = True
        elif door == "closed" and self._was_open:
            self._was_open = False
            self._post(ld.LockerShut())
        if self._blind is not (door == "unknown"):
            self._blind = not self._blind
            self._post(ld.LockerOpened(self._open, seen=not self._blind))

    def _one(self, effect: Effect, pair: Pair) -> None:
        try:
            if isinstance(effect, do.Propose):
                self._propose(effect)
            elif isinstance(effect, do.OpenLocker):
                self._open_one(effect, pair)
            elif isinstance(effect, do.FinishLocker):
                self._finish(effect, pair)
            elif isinstance(effect, do.AbandonLocker):
                self._open = ""
                self._custody.abandon(effect.compartment)
                self._post(Answered("staff.lockers.left", "warn", effect.compartment))
            elif isinstance(effect, do.NoteLocker):
                self._note(effect, pair)
            elif isinstance(effect, do.TakeInventory):
                self._post(ld.Findings(tuple(self._custody.inventory())))
        except Exception:  # whatever happens, staff are told and the lockers' thread goes on
            log.exception("%s could not be carried out", type(effect).__name__)
            self._post(_failed(effect))

    def _propose(self, effect: do.Propose) -> None:
        booking, fault = self._booking(effect.booking)
        if fault:
            self._post(ld.NotProposed(fault, effect.booking))
            return
        compartment = self._custody.propose(booking, effect.not_these)
        if compartment is None:
            self._post(ld.NotProposed("staff.lockers.full"))
        else:
            self._post(ld.Proposed(booking, compartment.id))

    def _booking(self, text: str) -> tuple[str, str]:
        """The announced booking that is meant by its number or its last digits, or what is wrong with it."""
        booked = self._custody.view.booked
        if text in booked:
            return text, ""
        digits = {one: "".join(sign for sign in one if sign.isdigit()) for one in booked}
        found = [one for one in booked if text.isdigit() and digits[one].endswith(text)]
        if len(found) == 1:
            return found[0], ""
        return "", "staff.lockers.several" if found else "staff.lockers.no_booking"

    def _open_one(self, effect: do.OpenLocker, pair: Pair) -> None:
        custody, about = self._custody, effect.about
        if effect.purpose == "load":
            verdict = custody.open_to_load(pair, about, effect.compartment)
        elif effect.purpose == "take_out":
            verdict = custody.open_to_take_out(pair, about)
        elif effect.purpose == "move":
            verdict = custody.open_to_move(pair, about)
        else:
            verdict = custody.open_to_inspect(pair, effect.compartment)
        if isinstance(verdict, Opened | OpenUnseen):
            self._open, self._was_open = verdict.compartment, isinstance(verdict, Opened)
            self._blind = not self._was_open
            self._post(ld.LockerOpened(verdict.compartment, seen=isinstance(verdict, Opened)))
        elif isinstance(verdict, NotOpened):
            self._post(ld.LockerNotOpened("staff.lockers.not_opened", verdict.compartment))
        else:
            assert isinstance(verdict, Refused)
            self._post(ld.LockerNotOpened("staff.lockers.refused", verdict.why))

    def _finish(self, effect: do.FinishLocker, pair: Pair) -> None:
        custody, about, told = self._custody, effect.about, effect.told
        if not told and custody.door_now(self._open) == "open":
            self._was_open = True
            self._post(ld.LockerOpened(self._open))
            return
        if effect.purpose == "load":
            custody.finish_loading(pair, about, not effect.nothing, told)
            done = ld.LockerDone("staff.lockers.given_up" if effect.nothing else "staff.lockers.loaded", self._open)
        elif effect.purpose == "take_out":
            custody.finish_take_out(pair, about, "empty" if effect.nothing else "returned", told)
            done = ld.LockerDone("staff.lockers.was_gone" if effect.nothing else "staff.lockers.returned", about)
        elif effect.purpose == "move":
            custody.finish_move(pair, about, told)
            done = ld.LockerDone("staff.lockers.moved", about)
        else:
            custody.finish_inspect(pair, effect.compartment, told)
            done = ld.LockerDone("staff.lockers.looked", effect.compartment)
        self._open = ""
        self._post(done)

    def _note(self, effect: do.NoteLocker, pair: Pair) -> None:
        custody, number = self._custody, effect.compartment
        if effect.what == "out_of_order":
            custody.set_out_of_order(pair, number, "staff")
        elif effect.what == "in_order":
            custody.set_in_order(pair, number)
        elif effect.what == "release":
            custody.release_lock(number, pair[0])
        else:
            custody.settle(pair, number, effect.what)
        self._post(Answered("staff.lockers.noted", "ok", number))


def _failed(effect: Effect) -> Event:
    """So that staff can go on: choose again, try again, or leave it."""
    failed = "staff.lockers.failed"
    match effect:
        case do.Propose():
            return ld.NotProposed(failed)
        case do.FinishLocker():
            return ld.LockerNotFinished(failed)
        case do.OpenLocker():
            return ld.LockerNotOpened(failed)
    return Answered(failed, "fault")
