"""What the bench page and a demonstration need of the simulator beyond the contract."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from hardware.host.clock import FakeClock
from hardware.printer.interface import Outcome
from hardware.printer.settings import PrinterSettings
from hardware.printer.simulator import FAULTS, SimulatedPrinter
from kiosk.bench_page.parts import Paper, SimulatedDevice, WithPaper
from tests.hardware.printer.papers import CODE, codes_in, ticket

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def simulator() -> SimulatedPrinter:
    """Fast."""
    return SimulatedPrinter(PrinterSettings(simulated_seconds=0.0), clock=FakeClock(NOON))


def test_it_is_what_the_bench_page_takes(simulator: SimulatedPrinter) -> None:
    device: SimulatedDevice = simulator
    simulator.print(ticket())
    with_paper: WithPaper = simulator
    paper: Paper = with_paper.papers()[0]
    assert (device.name, paper.at) == ("printer", NOON)
    assert "A042" in paper.text
    assert set(device.faults()) == set(FAULTS)
    assert not any(device.faults().values())
    with pytest.raises(KeyError):
        device.set_fault("haunted", True)


@pytest.mark.parametrize(("width", "columns", "pixels"), [(80, 48, 640), (58, 32, 464)])
def test_the_picture_is_as_wide_as_the_roll(width: int, columns: int, pixels: int) -> None:
    settings = PrinterSettings(paper_width=width, columns=columns, simulated_seconds=0.0)  # type: ignore[arg-type]
    simulator = SimulatedPrinter(settings, clock=FakeClock(NOON))
    simulator.print(ticket())
    picture = simulator.papers()[0].png
    with Image.open(io.BytesIO(picture)) as opened:
        assert opened.width == pixels
        black = opened.point(lambda value: 255 - value).getbbox()
    assert black is not None
    assert black[0] >= (pixels - columns * 12) // 2, "nothing stands in the margin"
    assert black[2] <= pixels - (pixels - columns * 12) // 2
    assert codes_in(picture) == [CODE]


def test_half_a_paper_shows_half(simulator: SimulatedPrinter) -> None:
    simulator.set_fault("dies_mid_job", True)
    assert simulator.print(ticket()).outcome is Outcome.UNCONFIRMED
    (paper,) = simulator.papers()
    assert "A042" in paper.text
    assert "Nur heute" not in paper.text
    assert codes_in(paper.png) == []
    assert simulator.faults()["power_off"]
    assert not simulator.faults()["dies_mid_job"], "it happens once"


def test_pictures_go_to_a_folder_that_was_named(tmp_path: Path) -> None:
    simulator = SimulatedPrinter(
        PrinterSettings(simulated_seconds=0.0), clock=FakeClock(NOON), folder=tmp_path / "papers"
    )
    simulator.print(ticket())
    assert (tmp_path / "papers" / "job-1.png").read_bytes() == simulator.papers()[0].png


def test_a_refill_mends_the_paper_and_nothing_else(simulator: SimulatedPrinter) -> None:
    for fault in FAULTS:
        simulator.set_fault(fault, True)
    simulator.refill()
    mended = {"paper_low", "paper_out", "paper_out_mid_job"}
    assert {name for name, on in simulator.faults().items() if not on} == mended


def test_closing_does_not_wait_for_the_paper() -> None:
    simulator = SimulatedPrinter(PrinterSettings(simulated_seconds=30.0), clock=FakeClock(NOON))
    simulator.close()
    assert simulator.print(ticket()).outcome is Outcome.PRINTED
