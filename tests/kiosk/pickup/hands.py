"""Hands of staff, holders and technicians at one terminal, and everything that can fail, for hypothesis."""

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)

from hardware.locker.interface import Address
from kiosk.pickup import records as r
from kiosk.pickup.model import CompartmentState, PickupState
from kiosk.pickup.verdicts import CodeAccepted, FactorAccepted, Locked
from kiosk.pickup.wall import address
from tests.kiosk.pickup.faulty_terminal import FaultyTerminal

STAFF = ("K-3", "K-7")
HOLDERS = {"B-0001": "anna", "B-0002": "anna", "B-0003": "bert", "B-0004": "cora"}
BIRTHS = {"anna": "01021990", "bert": "03041985", "cora": "05062001"}
BOOKINGS, VISITS = tuple(HOLDERS), ("one", "two")
DOORS = ("1", "2", "11", "12")
FAULTS = (
    *("jammed", "no_sensor", "dead", "not_sent", "unsure_given", "unsure_none", "disk_full", "forced"),
    *("cut_1", "cut_7", "cut_12", "cut_16", "cut_17", "cut_18", "cut_25", "cut_40"),
)
MOSTLY = st.sampled_from((True, True, False))
PERHAPS = st.one_of(st.just(""), st.just(""), st.sampled_from(FAULTS))
HAPPENED: set[type] = set()
MEMORY = Path("/dev/shm")
"""Thousands of short lives: the disk itself is tested elsewhere."""
A_BOOKING, A_VISIT, A_DOOR = st.sampled_from(BOOKINGS), st.sampled_from(VISITS), st.sampled_from(DOORS)


class Hands(RuleBasedStateMachine):
    """`coded` and `proven` are kept apart from the terminal: what each visit has really shown."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="custody-", dir=MEMORY if MEMORY.is_dir() else None))
        self.at = FaultyTerminal(self.folder)
        self.at.boards.collecting = self._handed_to
        self.at.forget_visits = self._nobody_proved_anything
        self.coded: dict[str, str] = {}
        self.proven: dict[str, set[str]] = {}
        self.visit = ""
        """Who asks for a door now."""
        self.checked = 0
        self.doors_seen: dict[str, list[r.Record]] = {}

    def teardown(self) -> None:
        HAPPENED.update(type(one.record) for one in self.at.all_entries())
        self.at.ledger.close()
        shutil.rmtree(self.folder)

    def _handed_to(self, where: Address, pickup: str) -> None:
        assert pickup in self.proven.get(self.visit, ()), "a document for a visit that did not prove it"
        number = next(one.id for one in self.at.wall.compartments if address(one) == where)
        assert self.at.inside.get(number, pickup) == pickup, "somebody else's document lies behind that door"
        assert not (pickup in self.at.ledger.state.pickups and self._over(pickup)), "its days are over"

    def _over(self, pickup: str) -> bool:
        until = self.at.ledger.state.pickups[pickup].until
        return until is not None and self.at.clock.now() >= until and pickup not in self.coded.values()

    @initialize(loaded=st.lists(A_BOOKING, unique=True, min_size=1, max_size=3))
    def a_day_begins(self, loaded: list[str]) -> None:
        for booking in BOOKINGS:
            self.book(booking)
        for booking in loaded:
            self.open_to_load(booking, "12", fault="")
            self.load_and_close(puts_in=True)

    # --- city and clock ----------------------------------------------------------------------------------------------

    @rule(booking=A_BOOKING)
    def book(self, booking: str) -> None:
        ways = ({"who": "holder", "factor": "birth_date"},)
        message = {
            "id": booking,
            "holder": HOLDERS[booking],
            "document": "passport",
            "ways": ways,
            "factors": [BIRTHS[HOLDERS[booking]]],
            "statements": ["pin_letter"] if booking == "B-0004" else [],
            "size": "M" if booking == "B-0003" else "S",
        }
        self.at.act(lambda custody: custody.take_booking(message))

    @rule(booking=A_BOOKING, release=st.booleans())
    def withdraw_or_release(self, booking: str, release: bool) -> None:
        if release:
            self.at.act(lambda custody: custody.release_lock(booking, "K-3"))
        else:
            self.at.act(lambda custody: custody.withdraw(booking))

    @rule(seconds=st.sampled_from((1.0, 4.0, 4.0, 200.0, 1000.0, 8 * 86400.0)))
    def time_passes(self, seconds: float) -> None:
        self.at.clock.advance(seconds)
        self.at.act(lambda custody: custody.tick())

    @rule(seconds=st.sampled_from((30.0, 3600.0, 9 * 86400.0)))
    def clock_goes_back(self, seconds: float) -> None:
        self.at.clock.set(self.at.clock.now() - timedelta(seconds=seconds))

    # --- staff -------------------------------------------------------------------------------------------------------

    @rule(booking=A_BOOKING, door=A_DOOR, fault=PERHAPS)
    def open_to_load(self, booking: str, door: str, fault: str) -> None:
        self.something_fails(door, fault)

        def proposed(custody: object) -> None:
            known = self.at.ledger.state.pickups.get(booking)
            if known is not None and known.state is PickupState.BOOKED:
                place = self.at.custody.propose(booking)
                self.at.custody.open_to_load(STAFF, booking, place.id if place is not None else door)
            else:
                self.at.custody.open_to_load(STAFF, booking, door)

        self.at.act(proposed)

    def _loading(self) -> tuple[str, str] | None:
        return self.at.intent("load")

    @rule(booking=A_BOOKING, fault=PERHAPS, puts_in=MOSTLY)
    def staff_load(self, booking: str, fault: str, puts_in: bool) -> None:
        self.open_to_load(booking, "1", fault)
        if self._loading() is not None:
            self.load_and_close(puts_in)

    @rule(booking=A_BOOKING, move=st.booleans(), fault=PERHAPS, takes=MOSTLY)
    def staff_take_out(self, booking: str, move: bool, fault: str, takes: bool) -> None:
        self.open_to_take_out(booking, move, fault)
        if self.at.intent("take_out") is not None:
            self.take_out_and_close(takes, move)

    @precondition(lambda self: self._loading() is not None)
    @rule(puts_in=MOSTLY)
    def load_and_close(self, puts_in: bool) -> None:
        now = self._loading()
        assert now is not None
        booking, door = now
        if self.at.is_open(door):
            if puts_in and door not in self.at.inside and booking not in self.at.inside.values():
                self.at.inside[door] = booking
            elif not puts_in and self.at.inside.get(door) == booking:
                del self.at.inside[door]
            self.at.push(door, open_=False)
        self._finish_loading()

    @rule()
    def _finish_loading(self) -> None:
        now = self._loading()
        if now is not None:
            booking, door = now
            told = self.at.blind(door) and not self.at.is_open(door)
            loaded = self.at.inside.get(door) == booking
            self.at.act(lambda custody: custody.finish_loading(STAFF, booking, loaded, told))

    @rule(booking=A_BOOKING, move=st.booleans(), fault=PERHAPS)
    def open_to_take_out(self, booking: str, move: bool, fault: str) -> None:
        self.something_fails("1", fault)
        ask = "open_to_move" if move else "open_to_take_out"
        self.at.act(lambda custody: getattr(custody, ask)(STAFF, booking))

    @precondition(lambda self: self.at.intent("take_out") is not None)
    @rule(takes=st.booleans(), moves=st.booleans())
    def take_out_and_close(self, takes: bool, moves: bool) -> None:
        now = self.at.intent("take_out")
        assert now is not None
        booking, door = now
        if self.at.is_open(door):
            if takes and self.at.inside.get(door) == booking:
                del self.at.inside[door]
            self.at.push(door, open_=False)
        told = self.at.blind(door) and not self.at.is_open(door)
        if self.at.inside.get(door) == booking:
            self.at.act(lambda custody: custody.finish_take_out(STAFF, booking, "put_back", told))
        elif moves and self.at.ledger.secret(booking) is not None:
            self.at.act(lambda custody: custody.finish_move(STAFF, booking, told))
        else:
            self.at.act(lambda custody: custody.finish_take_out(STAFF, booking, "returned", told))

    @rule(door=A_DOOR)
    def look_and_settle(self, door: str) -> None:
        """Staff look into an unclear one: what is theirs is put back or taken to the counter."""
        if self.at.ledger.state.compartment(door).state is not CompartmentState.UNCLEAR:
            return
        self.at.act(lambda custody: custody.open_to_inspect(STAFF, door))
        if not self.at.is_open(door):
            return
        known = self.at.ledger.state.compartment(door).pickup
        lies_in = self.at.inside.pop(door, "")
        self.at.push(door, open_=False)
        told = self.at.blind(door)
        self.at.act(lambda custody: custody.finish_inspect(STAFF, door, told))
        if lies_in and not known:
            self.at.inside[door] = lies_in
            return
        self.at.act(lambda custody: custody.settle(STAFF, door, "returned" if known else "empty"))

    @rule(door=A_DOOR, on=st.booleans())
    def out_of_order(self, door: str, on: bool) -> None:
        if on:
            self.at.act(lambda custody: custody.set_out_of_order(STAFF, door, "hinge"))
        else:
            self.at.act(lambda custody: custody.set_in_order(STAFF, door))

    @rule()
    def inventory(self) -> None:
        self.at.act(lambda custody: custody.inventory())

    @rule(cards=st.sampled_from((("K-3", "K-3"), ("", ""), ("K-3", ""))), booking=A_BOOKING, door=A_DOOR)
    def one_card_opens_nothing(self, cards: tuple[str, str], booking: str, door: str) -> None:
        asked = len(self.at.boards.asked)
        self.at.act(lambda custody: custody.open_to_load(cards, booking, door))
        self.at.act(lambda custody: custody.open_to_take_out(cards, booking))
        self.at.act(lambda custody: custody.open_to_inspect(cards, door))
        with pytest.raises(ValueError, match="two_cards"):
            self.at.custody.settle(cards, door, "empty")
        assert len(self.at.boards.asked) == asked

    # --- holders -----------------------------------------------------------------------------------------------------

    @precondition(lambda self: self.at.codes)
    @rule(visit=A_VISIT, booking=A_BOOKING, holder=st.sampled_from((None, None, None, *BIRTHS)))
    def prove(self, visit: str, booking: str, holder: str | None) -> None:
        """With the code of the message, and their own second factor (None) or that of somebody else."""
        if booking in self.at.codes:
            self._type_code(visit, self.at.codes[booking])
            self._type_factor(visit, holder or HOLDERS[booking])

    @precondition(lambda self: self.at.codes)
    @rule(visit=A_VISIT, data=st.data(), fault=PERHAPS, ends=MOSTLY, takes=MOSTLY)
    def holder_collects(self, visit: str, data: st.DataObject, fault: str, ends: bool, takes: bool) -> None:
        booking = data.draw(st.sampled_from(sorted(self.at.codes)))
        self.prove(visit, booking, None)
        self.something_fails(self.at.ledger.state.pickups[booking].compartment or "1", fault)
        self.open_to_collect(visit, booking, states=True)
        now = self._collecting()
        if ends and now is not None:
            self.take_and_close(takes, tells=True)

    @rule(visit=A_VISIT)
    def guess(self, visit: str) -> None:
        self._type_code(visit, "572800116")

    @rule(visit=A_VISIT, holder=st.sampled_from(tuple(BIRTHS)))
    def _type_factor_again(self, visit: str, holder: str) -> None:
        self._type_factor(visit, holder)

    def _type_code(self, visit: str, code: str) -> None:
        self._forget(visit)
        locked = self.at.ledger.state.codes_locked_until
        verdict = self.at.act(lambda custody: custody.check_code(visit, code))
        if isinstance(verdict, CodeAccepted):
            assert self.at.codes.get(verdict.pickup) == code
            assert self.at.ledger.state.pickups[verdict.pickup].state is PickupState.AVAILABLE
            assert locked is None or self._highest() >= locked, "a code was looked at while none may be"
            self.coded[visit] = verdict.pickup

    def _highest(self) -> datetime:
        return max((self.at.clock.now(), *(one.at for one in self.at.all_entries())))

    def _type_factor(self, visit: str, holder: str) -> None:
        verdict = self.at.act(lambda custody: custody.check_factor(visit, "holder", 0, BIRTHS[holder]))
        if isinstance(verdict, FactorAccepted):
            assert HOLDERS[self.coded[visit]] == holder, "the second factor was wrong"
            mine = {number for number, one in HOLDERS.items() if one == holder}
            assert {one.pickup for one in verdict.documents} <= mine
            self.proven[visit] = mine
        elif isinstance(verdict, Locked) and visit in self.coded:
            assert self.at.ledger.state.pickups[self.coded[visit]].locked_until is not None

    @rule(visit=A_VISIT)
    def leave(self, visit: str) -> None:
        self._forget(visit)
        self.at.act(lambda custody: custody.leave(visit))

    def _forget(self, visit: str) -> None:
        self.coded.pop(visit, None)
        self.proven.pop(visit, None)

    def _nobody_proved_anything(self) -> None:
        self.coded.clear()
        self.proven.clear()

    @rule(visit=A_VISIT, booking=A_BOOKING)
    def open_without_proof(self, visit: str, booking: str) -> None:
        self.open_to_collect(visit, booking, states=True)

    @precondition(lambda self: self.proven)
    @rule(data=st.data(), states=st.booleans())
    def open_what_was_proven(self, data: st.DataObject, states: bool) -> None:
        visit = data.draw(st.sampled_from(sorted(self.proven)))
        self.open_to_collect(visit, data.draw(st.sampled_from(sorted(self.proven[visit]))), states)

    def open_to_collect(self, visit: str, booking: str, states: bool) -> None:
        self.visit = visit
        if states:
            self.at.act(lambda custody: custody.state_(visit, booking, ("pin_letter",)))
        self.at.act(lambda custody: custody.open_to_collect(visit, booking))

    def _collecting(self) -> tuple[str, str] | None:
        return self.at.intent("collect")

    @precondition(lambda self: self._collecting() is not None)
    @rule(takes=MOSTLY, tells=st.booleans())
    def take_and_close(self, takes: bool, tells: bool) -> None:
        now = self._collecting()
        assert now is not None
        booking, door = now
        visit = next((one for one, proven in self.proven.items() if booking in proven), None)
        if visit is None:
            return
        if self.at.is_open(door):
            if takes:
                self.at.inside.pop(door, None)
            if self.at.blind(door):
                self.at.act(lambda custody: custody.told_door(visit, booking, "open"))
            self.at.push(door, open_=False)
            if self.at.blind(door):
                self.at.act(lambda custody: custody.told_door(visit, booking, "closed"))
        self.at.act(lambda custody: custody.door_now(door))
        if door in self.at.inside:
            self.at.act(lambda custody: custody.report(visit, booking, "not_told"))
        else:
            self.at.act(lambda custody: custody.closed_after_collect(visit, booking))
            self.at.act(lambda custody: custody.confirm_taken(visit, booking, tells))

    @rule(visit=A_VISIT, booking=A_BOOKING)
    def confirm_early(self, visit: str, booking: str) -> None:
        """Whatever the door does, whoever asks: the checks after each step judge it."""
        now = self._collecting()
        if now is None or now[0] != booking or now[1] not in self.at.inside:
            self.at.act(lambda custody: custody.confirm_taken(visit, booking, True))

    @rule(visit=A_VISIT, booking=A_BOOKING, problem=st.sampled_from(("jammed", "empty", "wrong_document", "help")))
    def report(self, visit: str, booking: str, problem: r.Problem) -> None:
        self.at.act(lambda custody: custody.report(visit, booking, problem))

    @rule(visit=A_VISIT, booking=A_BOOKING, said=st.sampled_from(("open", "closed")))
    def holder_lies(self, visit: str, booking: str, said: r.Told) -> None:
        """That the door was open, while its sensor knows better."""
        for intent in tuple(self.at.ledger.state.intents.values()):
            if intent.pickup == booking and not intent.was_open and not self.at.blind(intent.compartment):
                self.at.act(lambda custody: custody.told_door(visit, booking, said))
                self.at.act(lambda custody: custody.confirm_taken(visit, booking, True))

    @rule(booking=A_BOOKING)
    def staff_lie(self, booking: str) -> None:
        """That they loaded it or took it out, while the sensor knows that the door did not open."""
        for intent in tuple(self.at.ledger.state.intents.values()):
            if intent.pickup == booking and not intent.was_open and not self.at.blind(intent.compartment):
                self.at.act(lambda custody: custody.finish_loading(STAFF, booking, True, True))
                self.at.act(lambda custody: custody.finish_take_out(STAFF, booking, "returned", True))

    # --- faults ------------------------------------------------------------------------------------------------------

    @rule(
        door=A_DOOR,
        what=st.sampled_from(FAULTS),
    )
    def something_fails(self, door: str, what: str) -> None:
        boards, where = self.at.boards, address(self.at.wall[door])
        if what == "forced":  # by a crowbar; nobody takes anything out
            self.at.push(door, open_=True)
            self.at.act(lambda custody: custody.tick())
        elif what == "jammed":
            boards.jammed.add(where)
        elif what == "no_sensor":
            boards.no_sensor.add(where)
        elif what == "dead":
            boards.dead.add(where.board)
        elif what == "not_sent":
            boards.not_sent = True
        elif what == "disk_full":
            self.at.disk_full = True
        elif what.startswith("unsure"):
            boards.unsure = what.removeprefix("unsure_")
        elif what.startswith("cut"):
            self.at.cut_after(int(what.removeprefix("cut_")))

    @precondition(lambda self: self.at.faulty)
    @rule()
    def technician_mends(self) -> None:
        self.at.mend()
        self.at.act(lambda custody: custody.tick())

    @rule()
    def power_goes(self) -> None:
        self.at.restart()

    @precondition(lambda self: any(self.at.boards.really_open.values()))
    @rule()
    def doors_are_closed(self) -> None:
        for door in DOORS:
            self.at.push(door, open_=False)
        self.at.act(lambda custody: custody.tick())
