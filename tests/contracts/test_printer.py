"""What every printer must keep, whatever is behind it: one paper for one job, and never a word that is not true."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.printer.interface import Outcome, Paper, PrinterStatus, PrintJob, Qr
from tests.contracts.printer_worlds import EmulatorWorld, SimulatorWorld, World
from tests.hardware.printer.papers import CODE, codes_in, ticket


@pytest.fixture(params=[SimulatorWorld, EmulatorWorld], ids=["simulator", "driver and emulator"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """Each in turn."""
    made: World = request.param(tmp_path)
    yield made
    made.close()


def count(world: World, label: str) -> int:
    """Papers that bear `label`, half ones too."""
    return sum(label in text.splitlines() for text, _ in world.papers())


def settled(world: World) -> PrinterStatus:
    """The state when nothing is held any more."""
    for _ in range(20):
        status = world.printer.status()
        if status.answers and not status.holds_job:
            return status
    raise AssertionError("the printer holds its job for ever")


def test_a_printer_that_works(world: World) -> None:
    assert world.printer.status() == PrinterStatus(answers=True, online=True, paper=Paper.OK)
    assert world.printer.status().ready


def test_a_ticket_comes_out_once_and_whole(world: World) -> None:
    result = world.printer.print(ticket())
    assert (result.job_id, result.outcome, result.status.ready) == ("job-1", Outcome.PRINTED, True)
    ((text, picture),) = world.papers()
    lines = text.splitlines()
    assert lines[:4] == ["Rathaus Musterstadt", "A042", "Reisepass für", "Müßiggänger"]
    assert lines[-1] == "Nur heute"
    assert codes_in(picture) == [CODE]


def test_what_was_printed_is_not_printed_again(world: World) -> None:
    for _ in range(3):
        assert world.printer.print(ticket()).outcome is Outcome.PRINTED
    assert count(world, "A042") == 1


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("paper_out", PrinterStatus(answers=True, paper=Paper.OUT)),
        ("cover_open", PrinterStatus(answers=True, paper=Paper.OK, cover_open=True)),
        ("cutter", PrinterStatus(answers=True, paper=Paper.OK, fault="cutter")),
        ("offline", PrinterStatus(answers=True, paper=Paper.OK)),
        ("unplugged", PrinterStatus(answers=False)),
        ("power_off", PrinterStatus(answers=False)),
    ],
)
def test_trouble_is_seen_before_anything_is_sent(world: World, fault: str, expected: PrinterStatus) -> None:
    world.fault(fault, True)
    assert world.printer.status() == expected
    assert world.printer.print(ticket()).outcome is Outcome.NOT_SENT
    world.fault(fault, False)
    settled(world)
    assert world.papers() == []
    assert world.printer.print(ticket()).outcome is Outcome.PRINTED, "the same job may come again"
    assert count(world, "A042") == 1
    assert world.printer.late_results() == ()


def test_a_roll_near_its_end_prints_and_says_so(world: World) -> None:
    world.fault("paper_low", True)
    status = world.printer.status()
    assert (status.paper, status.ready) == (Paper.LOW, True)
    assert world.printer.print(ticket()).outcome is Outcome.PRINTED


def test_paper_ends_in_mid_job_and_comes_out_after_the_refill(world: World) -> None:
    world.break_in_mid_job()
    result = world.printer.print(ticket())
    assert (result.outcome, result.status.holds_job, result.status.paper) == (Outcome.UNCONFIRMED, True, Paper.OUT)
    assert world.printer.print(ticket("job-2", "A043")).outcome is Outcome.NOT_SENT
    assert world.printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    assert world.printer.late_results() == ()
    world.refill()
    assert settled(world).ready
    assert [(late.job_id, late.outcome) for late in world.printer.late_results()] == [("job-1", Outcome.PRINTED)]
    assert world.printer.late_results() == (), "each is told once"
    assert world.printer.print(ticket()).outcome is Outcome.PRINTED
    assert world.printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert (count(world, "A042"), count(world, "A043")) == (1, 1)


def test_a_job_held_over_a_power_cut_is_lost_and_never_called_printed(world: World) -> None:
    world.break_in_mid_job()
    assert world.printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    world.fault("power_off", True)
    assert not world.printer.status().answers
    world.refill()
    world.fault("power_off", False)
    assert settled(world).ready
    assert world.printer.late_results() == ()
    assert world.printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    assert world.printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert count(world, "A042") <= 1
    assert count(world, "A043") == 1


def test_a_printer_that_dies_in_mid_job_leaves_half_a_paper_at_most(world: World) -> None:
    world.die_in_mid_job()
    result = world.printer.print(ticket())
    assert (result.outcome, result.status.answers) == (Outcome.UNCONFIRMED, False)
    world.fault("power_off", False)
    assert settled(world).ready
    assert world.printer.late_results() == ()
    assert world.printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    assert world.printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert count(world, "A042") <= 1
    assert all("Nur heute" not in text for text, _ in world.papers()[:-1])


def test_a_held_job_is_heard_of_through_a_cable_that_is_back_in_time(world: World) -> None:
    world.break_in_mid_job()
    assert world.printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    world.fault("unplugged", True)
    status = world.printer.status()
    assert (status.answers, status.holds_job) == (False, True)
    world.fault("unplugged", False)
    assert world.printer.status().paper is Paper.OUT
    world.refill()
    settled(world)
    assert [late.outcome for late in world.printer.late_results()] == [Outcome.PRINTED]
    assert count(world, "A042") == 1


def test_a_held_job_that_comes_out_while_the_cable_is_out_stays_unconfirmed(world: World) -> None:
    world.break_in_mid_job()
    assert world.printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    world.fault("unplugged", True)
    assert not world.printer.status().answers
    world.refill()
    world.fault("unplugged", False)
    settled(world)
    assert world.printer.late_results() == ()
    assert world.printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    assert count(world, "A042") == 1


def test_a_job_that_cannot_be_printed_is_refused(world: World) -> None:
    with pytest.raises(ValueError, match="QR code"):
        world.printer.print(PrintJob("job", (Qr("x" * 3000),)))
    assert world.printer.print(ticket()).outcome is Outcome.PRINTED
