"""The process is killed (SIGKILL) at every step of a ticket and started again: nothing is lost, nothing is doubled."""

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock
from kiosk.ticketing.life import What
from kiosk.ticketing.model import Ticket
from kiosk.ticketing.model import TicketState as S
from kiosk.ticketing.steps import Step
from tests.kiosk.ticketing.crash_child import Scene
from tests.kiosk.ticketing.scripted_printer import Does, PrinterStep
from tests.kiosk.ticketing.world import House

REPOSITORY = Path(__file__).resolve().parents[3]

NOT_GIVEN = None
"""The number was never on disk, so nobody has seen it."""
AFTER: dict[Step | PrinterStep, S | None] = {
    Step.DRAW_BEGUN: NOT_GIVEN,
    Step.MARK_ON_DISK: NOT_GIVEN,
    Step.DRAW_WRITTEN: NOT_GIVEN,
    Step.DRAW_ON_DISK: S.NOT_PRINTED,
    Step.JOB_COMPOSED: S.NOT_PRINTED,
    Step.INTENT_WRITTEN: S.NOT_PRINTED,
    Step.INTENT_ON_DISK: S.UNCONFIRMED,
    PrinterStep.BEFORE_BYTES: S.UNCONFIRMED,
    PrinterStep.HALF_THE_BYTES: S.UNCONFIRMED,
    PrinterStep.ALL_BYTES: S.UNCONFIRMED,
    PrinterStep.FENCE_READ: S.UNCONFIRMED,
    Step.PRINTER_ANSWERED: S.UNCONFIRMED,
    Step.OUTCOME_WRITTEN: S.UNCONFIRMED,
    Step.OUTCOME_ON_DISK: S.PRINTED,
}
"""The state of the ticket after the restart, per step at which the process died while the printer worked."""
WITH_BYTES = [step for step, state in AFTER.items() if state is S.UNCONFIRMED and step is not PrinterStep.BEFORE_BYTES]


def kill(folder: Path, scene: Scene, step: Step | PrinterStep, device: Does = Does.WORKS) -> None:
    """Play the scene in a process of its own, which must die at the step."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.kiosk.ticketing.crash_child", str(folder), scene, step, device],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, f"the step {step} was not reached: {ended.stderr}"


@contextmanager
def started(folder: Path, clock: FakeClock) -> Iterator[House]:
    """The kiosk, started as it always is."""
    house = House(folder, clock)
    try:
        yield house
    finally:
        house.ledger.close()


def tickets_in(house: House) -> tuple[Ticket, ...]:
    with house.ledger.read() as page:
        return page.tickets(set(S))


def check_nothing_lost_or_doubled(house: House) -> None:
    """What must hold at any time after a start."""
    tickets = {ticket.id: ticket for ticket in tickets_in(house)}
    papers = Counter(house.printer.papers)
    assert house.ledger.report.damage == ""
    assert all(count == 1 for count in papers.values()), "two papers for one number"
    for job in papers:
        assert tickets[job].state not in (S.DRAWN, S.NOT_PRINTED), "paper the ledger does not reckon with"
    labels = Counter(ticket.label for ticket in tickets.values())
    assert all(count == 1 for count in labels.values()), "a number was given twice"
    waiting = sum(state.waiting for state in house.queues.queue_states().values())
    in_queue = [one for one in tickets.values() if one.state is not S.VOID and one.called_at is None]
    assert waiting == len(in_queue), "a valid number is in no queue"


def life_goes_on(house: House) -> None:
    """The visitor taps again, another comes, the printer gets paper: still nothing is lost or doubled."""
    again = house.drawn_and_printed("visit-1")
    next_one = house.drawn_and_printed("visit-2")
    assert again.label != next_one.label
    house.printer.refill()
    house.issuer.note_late_results()
    for ticket in tickets_in(house):
        house.issuer.print(ticket.id)
    check_nothing_lost_or_doubled(house)


@pytest.mark.parametrize("step", AFTER, ids=lambda step: step.value)
def test_killed_while_a_ticket_is_given(step: Step | PrinterStep, tmp_path: Path, clock: FakeClock) -> None:
    with started(tmp_path, clock) as house:
        house.drawn_and_printed("visit-0")
    kill(tmp_path, Scene.TICKET, step)
    with started(tmp_path, clock) as house:
        house.issuer.recover()
        check_nothing_lost_or_doubled(house)
        known = {ticket.visit_id: ticket for ticket in tickets_in(house)}
        if AFTER[step] is NOT_GIVEN:
            assert set(known) == {"visit-0"}
            expected = "A002" if step is Step.DRAW_BEGUN else "A003"
            assert house.draw("visit-1").label == expected, "a number that may have been given is not given again"
        else:
            assert known["visit-1"].state is AFTER[step]
            assert house.draw("visit-1") == known["visit-1"], "the number stays the visitor's"
        life_goes_on(house)


@pytest.mark.parametrize("device", [Does.RUNS_OUT, Does.DIES_HALFWAY, Does.LOSES_JOB])
@pytest.mark.parametrize("step", WITH_BYTES, ids=lambda step: step.value)
def test_killed_while_the_printer_fails_too(
    step: Step | PrinterStep, device: Does, tmp_path: Path, clock: FakeClock
) -> None:
    kill(tmp_path, Scene.TICKET, step, device)
    with started(tmp_path, clock) as house:
        (ticket,) = house.issuer.recover()
        assert ticket.state is S.UNCONFIRMED
        check_nothing_lost_or_doubled(house)
        life_goes_on(house)


def test_an_unconfirmed_outcome_survives(tmp_path: Path, clock: FakeClock) -> None:
    kill(tmp_path, Scene.TICKET, Step.OUTCOME_ON_DISK, Does.RUNS_OUT)
    with started(tmp_path, clock) as house:
        assert house.issuer.recover() == ()
        assert [ticket.state for ticket in tickets_in(house)] == [S.UNCONFIRMED]
        life_goes_on(house)
        assert [ticket.state for ticket in tickets_in(house)] == [S.PRINTED, S.PRINTED]


@pytest.mark.parametrize("step", [Step.RECOVERY_ASKED, Step.RECOVERY_WRITTEN, Step.RECOVERY_ON_DISK])
def test_killed_again_while_recovering(step: Step, tmp_path: Path, clock: FakeClock) -> None:
    kill(tmp_path, Scene.TICKET, PrinterStep.ALL_BYTES)
    kill(tmp_path, Scene.RECOVERY, step)
    with started(tmp_path, clock) as house:
        recovered = house.issuer.recover()
        assert len(recovered) == (0 if step is Step.RECOVERY_ON_DISK else 1)
        assert [ticket.state for ticket in tickets_in(house)] == [S.UNCONFIRMED]
        life_goes_on(house)


@pytest.mark.parametrize("step", [Step.RECOVERY_WRITTEN, Step.RECOVERY_ON_DISK])
def test_killed_while_the_late_paper_is_noted(step: Step, tmp_path: Path, clock: FakeClock) -> None:
    with started(tmp_path, clock) as house:
        house.printer.does = Does.RUNS_OUT
        ticket = house.drawn_and_printed("visit-1")
    kill(tmp_path, Scene.LATE, step)
    with started(tmp_path, clock) as house:
        house.issuer.recover()
        expected = S.PRINTED if step is Step.RECOVERY_ON_DISK else S.UNCONFIRMED
        assert house.ticket(ticket).state is expected
        life_goes_on(house)


@pytest.mark.parametrize("step", [Step.SETTLING_WRITTEN, Step.SETTLING_ON_DISK])
def test_killed_while_a_visitor_settles(step: Step, tmp_path: Path, clock: FakeClock) -> None:
    with started(tmp_path, clock) as house:
        house.printer.does = Does.LOSES_FENCE
        ticket = house.drawn_and_printed("visit-1")
    kill(tmp_path, Scene.SETTLING, step)
    with started(tmp_path, clock) as house:
        house.issuer.recover()
        assert house.ticket(ticket).state is (S.PRINTED if step is Step.SETTLING_ON_DISK else S.UNCONFIRMED)
        life_goes_on(house)


@pytest.mark.parametrize(
    "step", [Step.OLD_VOID_WRITTEN, Step.MARK_ON_DISK, Step.SETTLING_WRITTEN, Step.SETTLING_ON_DISK]
)
def test_killed_while_staff_replace_a_number(step: Step, tmp_path: Path, clock: FakeClock) -> None:
    with started(tmp_path, clock) as house:
        house.printer.does = Does.LOSES_FENCE
        old = house.drawn_and_printed("visit-1")
    kill(tmp_path, Scene.REPLACING, step)
    with started(tmp_path, clock) as house:
        house.issuer.recover()
        check_nothing_lost_or_doubled(house)
        valid = [ticket for ticket in tickets_in(house) if ticket.state is not S.VOID]
        assert len(valid) == 1, "the visitor has exactly one valid number"
        replaced = step is Step.SETTLING_ON_DISK
        assert house.ticket(old).state is (S.VOID if replaced else S.UNCONFIRMED)
        assert valid[0].replaces == (old.id if replaced else "")
        life_goes_on(house)


@pytest.mark.parametrize("step", [Step.CALL_WRITTEN, Step.CALL_ON_DISK])
def test_killed_while_a_number_is_called(step: Step, tmp_path: Path, clock: FakeClock) -> None:
    with started(tmp_path, clock) as house:
        ticket = house.drawn_and_printed("visit-1")
    kill(tmp_path, Scene.CALLING, step)
    with started(tmp_path, clock) as house:
        house.issuer.recover()
        called = house.ticket(ticket).called_at is not None
        assert called == (step is Step.CALL_ON_DISK)
        assert (What.CALLED in house.happened(ticket)) == called
        life_goes_on(house)


def test_every_step_has_its_case() -> None:
    elsewhere = {
        *(Step.RECOVERY_ASKED, Step.RECOVERY_WRITTEN, Step.RECOVERY_ON_DISK),
        *(Step.SETTLING_WRITTEN, Step.SETTLING_ON_DISK, Step.OLD_VOID_WRITTEN),
        *(Step.CALL_WRITTEN, Step.CALL_ON_DISK),
    }
    assert set(AFTER) | elsewhere == {*Step, *PrinterStep}
