"""Any days of a terminal: holders, staff, faults of every kind, crashes. Nothing is opened unrecorded or given away."""

import contextlib
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from hardware.locker.interface import Address
from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction
from kiosk.pickup.model import PickupState
from kiosk.pickup.verdicts import CodeAccepted, FactorAccepted, Opened, OpenUnseen
from kiosk.pickup.wall import address
from tests.kiosk.pickup.terminal_world import BIRTH, STAFF, World, booking

NUMBERS = st.sampled_from([f"MU-{n}" for n in range(4)])
PLACES = st.sampled_from([str(n) for n in range(1, 9)])
VISITS = st.sampled_from(["v", "w"])


MEMORY = next((str(place) for place in (Path("/dev/shm"),) if place.is_dir()), None)
"""A disk in memory: what is looked for here is no power cut."""


class Crash(Exception):
    """The process dies here."""


class Life(RuleBasedStateMachine):
    """The terminal and the hands around it."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-life-", dir=MEMORY))
        self.world = World(self.folder)
        self.codes: dict[str, str] = {}
        self.proven: dict[str, set[str]] = {}
        self.given = Counter[Address]()
        unlock = self.world.boards.unlock

        def watched(address: Address) -> None:
            """A pulse may follow only an intent that is on disk, of this lock, and has had none."""
            before = self.world.boards.pulses(address)
            intents = [one for one in self.world.ledger.state.intents.values() if self.at(one.compartment) == address]
            assert any(not one.pulse for one in intents), "a pulse without an intent"
            try:
                unlock(address)
            finally:
                self.given[address] += self.world.boards.pulses(address) - before

        self.world.boards.unlock = watched  # type: ignore[method-assign]

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.ledger.close()
            shutil.rmtree(self.folder)

    def at(self, number: str) -> Address:
        return address(self.world.wall[number])

    # --- staff -------------------------------------------------------------------------------------------------------

    @rule(number=NUMBERS)
    def book(self, number: str) -> None:
        self.world.custody.take_booking(booking(number, holder="h"))

    @rule(number=NUMBERS)
    def bring(self, number: str) -> None:
        """Booked and loaded as it should be, so that there is something to collect."""
        self.book(number)
        if self.state(number) is not PickupState.BOOKED:
            return
        place = self.world.custody.propose(number)
        if place is not None:
            self.world.custody.open_to_load(STAFF, number, place.id)
            self.world.shut(place.id)
            self.finish_loading(number, True, False)

    @rule(visit=VISITS, number=NUMBERS)
    def come(self, visit: str, number: str) -> None:
        """Brought, proven and opened."""
        self.bring(number)
        self.prove(visit, number, BIRTH)
        self.open(visit, number)

    @rule(number=NUMBERS, place=PLACES)
    def load(self, number: str, place: str) -> None:
        self.world.custody.open_to_load(STAFF, number, place)

    @rule(number=NUMBERS, put_in=st.booleans(), told=st.booleans())
    def finish_loading(self, number: str, put_in: bool, told: bool) -> None:
        self.confirmed(lambda: self.world.custody.finish_loading(STAFF, number, put_in, told), number, told)
        if self.state(number) is PickupState.AVAILABLE and self.world.notices:
            newest = self.world.notices[-1]
            self.codes[newest["booking"]] = newest["code"]

    @rule(number=NUMBERS)
    def take_out(self, number: str) -> None:
        self.world.custody.open_to_take_out(STAFF, number)

    @rule(number=NUMBERS, what=st.sampled_from(["returned", "put_back"]), told=st.booleans())
    def finish_take_out(self, number: str, what: str, told: bool) -> None:
        self.confirmed(lambda: self.world.custody.finish_take_out(STAFF, number, what, told), number, told)

    # --- holders -----------------------------------------------------------------------------------------------------

    @rule(visit=VISITS, number=NUMBERS, value=st.sampled_from([BIRTH, BIRTH, BIRTH, "01011900"]))
    def prove(self, visit: str, number: str, value: str) -> None:
        self.proven[visit] = set()
        code = self.codes.get(number, "000000000")
        if not isinstance(self.world.custody.check_code(visit, code), CodeAccepted):
            return
        verdict = self.world.custody.check_factor(visit, "holder", 0, value)
        if isinstance(verdict, FactorAccepted):
            assert value == BIRTH
            self.proven[visit] = {one.pickup for one in verdict.documents}

    @rule(visit=VISITS, number=NUMBERS)
    def open(self, visit: str, number: str) -> None:
        before = sum(self.given.values())
        verdict = self.world.custody.open_to_collect(visit, number, True)
        if number not in self.proven.get(visit, set()):
            assert sum(self.given.values()) == before, "opened without proof"
            assert not isinstance(verdict, Opened | OpenUnseen)

    @rule(visit=VISITS, number=NUMBERS, said=st.sampled_from(["open", "closed"]))
    def tell(self, visit: str, number: str, said: Any) -> None:
        self.world.custody.told_door(visit, number, said)

    @rule(visit=VISITS, number=NUMBERS)
    def taken(self, visit: str, number: str) -> None:
        self.confirmed(lambda: self.world.custody.confirm_taken(visit, number, True), number, False)

    @rule(visit=VISITS, number=NUMBERS, problem=st.sampled_from(["empty", "wrong_document", "not_told", "jammed"]))
    def problem(self, visit: str, number: str, problem: Any) -> None:
        self.world.custody.report(visit, number, problem)

    @rule(visit=VISITS)
    def leave(self, visit: str) -> None:
        self.proven[visit] = set()
        self.world.custody.leave(visit)

    # --- the world ---------------------------------------------------------------------------------------------------

    @rule(place=PLACES)
    def push_shut(self, place: str) -> None:
        self.world.shut(place)

    @rule()
    def push_all_shut(self) -> None:
        for one in self.world.wall.compartments:
            self.world.shut(one.id)

    @rule(place=PLACES)
    def force(self, place: str) -> None:
        self.world.boards.open_by_hand(self.at(place))

    @rule(place=PLACES, on=st.booleans())
    def jam(self, place: str, on: bool) -> None:
        self.world.boards.jam(self.at(place), on)

    @rule(place=PLACES, how=st.sampled_from(["works", "works", "unknown", "stuck_open", "stuck_closed"]))
    def sensor(self, place: str, how: Any) -> None:
        self.world.boards.set_sensor(self.at(place), how)

    @rule(fault=st.sampled_from(["unplugged", "loses_answers", "board_0_dead"]), on=st.booleans())
    def bus(self, fault: str, on: bool) -> None:
        self.world.boards.set_fault(fault, on)

    @rule()
    def mend(self) -> None:
        for fault in ("unplugged", "loses_answers", "board_0_dead"):
            self.world.boards.set_fault(fault, False)

    @rule(seconds=st.sampled_from([1.0, 30.0, 900.0, 86400.0, 7 * 86400.0]))
    def wait(self, seconds: float) -> None:
        self.world.clock.advance(seconds)
        self.world.custody.tick()

    @rule()
    def tick(self) -> None:
        self.world.custody.tick()

    @rule()
    def restart(self) -> None:
        before = sum(self.given.values())
        self.world.restart()
        self.proven = {}
        assert sum(self.given.values()) == before, "opened at start-up"

    @rule(visit=VISITS, number=NUMBERS, after=st.integers(0, 4))
    def power_cut(self, visit: str, number: str, after: int) -> None:
        """In the middle of an opening: after so many commits."""
        commit, left = self.world.ledger.commit, [after]

        def until_the_end(*records: r.Record, **more: Any) -> Any:
            if left[0] == 0:
                raise Crash
            left[0] -= 1
            return commit(*records, **more)

        self.world.ledger.commit = until_the_end  # type: ignore[method-assign]
        with contextlib.suppress(Crash):
            self.world.custody.open_to_collect(visit, number, True)
        self.restart()

    # --- what must hold ----------------------------------------------------------------------------------------------

    def state(self, number: str) -> PickupState | None:
        known = self.world.ledger.state.pickups.get(number)
        return known.state if known else None

    def confirmed(self, act: Any, number: str, told: bool) -> None:
        """Confirms only what was seen, or told, open and then closed."""
        known = self.world.ledger.state.pickups.get(number)
        intents = {} if known is None else dict(self.world.ledger.state.intents)
        try:
            act()
        except (Contradiction, KeyError, AssertionError) as fault:
            assert isinstance(fault, Contradiction), fault
            return
        newest = [e.record for e in self.world.ledger.entries()][-3:]
        done = [one for one in newest if isinstance(one, r.Taken | r.Loaded | r.LoadingGivenUp | r.Returned)]
        for one in done:
            seen = [e.record for e in self.world.ledger.entries()]
            doors = [x for x in seen if isinstance(x, r.DoorSeen | r.DoorTold) and x.intent == one.intent]
            said = [x.door if isinstance(x, r.DoorSeen) else x.said for x in doors]
            assert one.intent in intents
            assert "closed" in said, (one, said)
            assert "open" in said or told or any(isinstance(x, r.DoorTold) for x in doors), (one, said)

    @invariant()
    def every_pulse_is_in_the_ledger(self) -> None:
        if not hasattr(self, "world"):
            return
        intended = Counter(
            self.at(e.record.compartment) for e in self.world.ledger.entries() if isinstance(e.record, r.OpenIntended)
        )
        assert all(count <= intended[where] for where, count in self.given.items())

    @invariant()
    def no_two_documents_in_one_compartment(self) -> None:
        if not hasattr(self, "world"):
            return
        ended = (PickupState.COLLECTED, PickupState.RETURNED, PickupState.WITHDRAWN)
        used = [one.compartment for one in self.world.ledger.state.pickups.values() if one.state not in ended]
        lying = [one for one in used if one]
        assert len(lying) == len(set(lying))


CHECKS = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


def test_some_days_of_a_terminal() -> None:
    run_state_machine_as_test(
        Life, settings=settings(max_examples=80, stateful_step_count=40, deadline=None, suppress_health_check=CHECKS)
    )


@pytest.mark.long
def test_many_days_of_a_terminal() -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(max_examples=10_000, stateful_step_count=40, deadline=None, suppress_health_check=CHECKS),
    )
