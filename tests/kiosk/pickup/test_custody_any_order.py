"""Staff, holders, city, clock and every fault, in any order: what must hold whatever happens.

People here take what is theirs and close doors; what they say wrongly, a sensor knows better. So nothing may ever lie
forgotten in a compartment, and nothing may be counted as taken or loaded that is not.
"""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from kiosk.pickup import records as r
from kiosk.pickup.model import ENDED, PickupState
from kiosk.pickup.records import Entry
from tests.kiosk.pickup.hands import DOORS, HAPPENED, Hands

OFTEN = frozenset({r.Loaded, r.Taken, r.Returned, r.Settled, r.Found, r.OpenedUnbidden, r.PulseUnsure, r.DoorNotOpened})
"""Happens in a few hundred runs, or these show nothing."""
SOMETIMES = OFTEN | {
    *(r.LoadingGivenUp, r.Overdue, r.PulseNotGiven, r.DoorTold, r.ClockWentBack, r.CodesLocked, r.PickupLocked),
    *(r.ProblemTold, r.BookingWithdrawn, r.LockReleased),
}


class AnyOrder(Hands):
    """Whatever the hands did, after every one of it."""

    # --- what must hold ----------------------------------------------------------------------------------------------

    @invariant()
    def nothing_is_confirmed_that_no_door_showed(self) -> None:
        entries = self.at.all_entries()
        for entry in entries[self.checked :]:
            self._judge(entry)
        self.checked = len(entries)

    def _judge(self, entry: Entry) -> None:
        record = entry.record
        if isinstance(record, r.DoorSeen | r.DoorTold):
            self.doors_seen.setdefault(record.intent, []).append(record)
        if not isinstance(record, r.Taken | r.Loaded):
            return
        said = self.doors_seen.get(record.intent, [])
        seen = [one.door for one in said if isinstance(one, r.DoorSeen)]
        told = [one.said for one in said if isinstance(one, r.DoorTold)]
        if "unknown" in seen or not seen:
            assert told or ("open" in seen and seen[-1] == "closed"), f"{record}: nobody said anything of its door"
        else:
            assert "open" in seen and seen[-1] == "closed", f"{record}: its door was not seen closed after it was open"

    @invariant()
    def the_ledger_is_right_about_what_lies_where(self) -> None:
        state = self.at.ledger.state
        for door, document in self.at.inside.items():
            facts = state.compartment(door)
            assert facts.pickup == document or facts.unclear, f"{document} lies forgotten in compartment {door}"
            assert state.pickups[document].state not in ENDED or facts.unclear, f"{document} counts as gone"
        for number, pickup in state.pickups.items():
            if pickup.state is PickupState.AVAILABLE:
                assert pickup.compartment, f"{number} is available nowhere"
                assert self.at.ledger.secret(number) is not None, f"{number} has no code"

    @invariant()
    def who_is_over_has_no_secrets(self) -> None:
        for number, pickup in self.at.ledger.state.pickups.items():
            secret = self.at.ledger.secret(number)
            if pickup.state in ENDED and self.at.ticked:
                assert secret is None, f"{number} is {pickup.state} and its secrets are kept"

    @invariant()
    def somebody_can_draw_the_terminal(self) -> None:
        view = self.at.custody.view
        assert [one.compartment.id for one in view.compartments] == list(DOORS)


def _run(examples: int, steps: int, must_happen: frozenset[type] = OFTEN) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    HAPPENED.clear()
    run_state_machine_as_test(AnyOrder, settings=chosen)
    assert not (must_happen - HAPPENED), "these runs did not come far enough to show anything"


def test_whatever_happens_nothing_is_handed_out_wrongly_or_forgotten() -> None:
    _run(examples=300, steps=30)


@pytest.mark.long
def test_ten_thousand_times() -> None:
    _run(examples=10_000, steps=40, must_happen=SOMETIMES)
