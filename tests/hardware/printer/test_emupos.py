"""The driver on emupos, a printer that others wrote from Epson's reference: the same tickets, the same accidents."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardware.host.clock import SystemClock
from hardware.printer.escpos import EscposPrinter
from hardware.printer.interface import Outcome, Paper
from hardware.printer.settings import PrinterSettings
from hardware.transport.opening import wire_for
from tests.emulators.emupos import Emupos, emupos_command
from tests.emulators.meddler import Meddler
from tests.hardware.printer.papers import CODE, codes_in, ticket

pytestmark = pytest.mark.skipif(
    emupos_command() is None,
    reason="emupos is not installed: make a venv with Python 3.13, pip install emupos==0.4.0, set LOTSE_EMUPOS to it",
)


@pytest.fixture
def emupos(tmp_path: Path) -> Iterator[Emupos]:
    """Switched on."""
    with Emupos(tmp_path) as made:
        yield made


@pytest.fixture(params=["serial", "network"])
def port(request: pytest.FixtureRequest, emupos: Emupos) -> str:
    """Both ways to it."""
    return str(emupos.link) if request.param == "serial" else f"tcp://127.0.0.1:{emupos.tcp_port}"


@pytest.fixture
def wire(port: str) -> Meddler:
    """The wire that accidents happen on."""
    return Meddler(wire_for(port, baud=38400, write_seconds=2.0))


@pytest.fixture
def printer(port: str, wire: Meddler) -> Iterator[EscposPrinter]:
    """The driver."""
    settings = PrinterSettings(driver="escpos", port=port, answer_seconds=2.0, print_seconds=5.0, reopen_seconds=1e-6)
    made = EscposPrinter(settings, clock=SystemClock(), wire=wire)
    yield made
    made.close()


PREAMBLE = 11
"""Bytes of a job that cannot become visible."""


def until(printer: EscposPrinter, what: Callable[[], bool]) -> None:
    """Look until it holds; each look waits for answers by itself."""
    for _ in range(200):
        printer.status()
        if what():
            return
    raise AssertionError("never came to that")


def tickets(emupos: Emupos, label: str) -> int:
    """Papers that bear `label`, half ones too."""
    return sum(f"Musterstadt\n{label}\n" in text for text, _ in emupos.papers())


def test_umlauts_and_code(printer: EscposPrinter, emupos: Emupos) -> None:
    assert printer.print(ticket()).outcome is Outcome.PRINTED
    ((text, picture),) = emupos.papers()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert lines[:3] == ["Rathaus Musterstadt", "A042", "Reisepass für"]
    assert "Müßiggänger" in lines
    assert "Größe, Öl, Übermaß, ÄÖÜ äöü ß – „so“ kostet 5 €" in lines
    assert lines[-1] == "Nur heute"
    assert codes_in(picture) == [CODE]


@pytest.mark.parametrize(
    ("fault", "paper", "cover_open"),
    [("paper-out", Paper.OUT, False), ("cover-open", Paper.OK, True), ("offline", Paper.OK, False)],
)
def test_nothing_is_sent_to_a_printer_in_trouble(
    printer: EscposPrinter, emupos: Emupos, fault: str, paper: Paper, cover_open: bool
) -> None:
    emupos.fault(fault, True)
    result = printer.print(ticket())
    assert result.outcome is Outcome.NOT_SENT
    assert (result.status.paper, result.status.cover_open, result.status.online) == (paper, cover_open, False)
    emupos.fault(fault, False)
    assert printer.print(ticket()).outcome is Outcome.PRINTED
    assert tickets(emupos, "A042") == 1


def test_paper_near_its_end_prints(printer: EscposPrinter, emupos: Emupos) -> None:
    emupos.fault("paper-near-end", True)
    assert printer.status().paper is Paper.LOW
    assert printer.print(ticket()).outcome is Outcome.PRINTED


@pytest.mark.parametrize("fault", ["paper-out", "cover-open", "offline"])
def test_trouble_in_mid_job_and_its_end(printer: EscposPrinter, wire: Meddler, emupos: Emupos, fault: str) -> None:
    assert printer.status().ready
    wire.after(150, lambda: emupos.fault(fault, True))
    result = printer.print(ticket())
    assert (result.outcome, result.status.holds_job) == (Outcome.UNCONFIRMED, True)
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.NOT_SENT
    assert printer.print(ticket()).outcome is Outcome.UNCONFIRMED, "never sent a second time"
    emupos.fault(fault, False)
    until(printer, lambda: [late.outcome for late in printer.late_results()] == [Outcome.PRINTED])
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert (tickets(emupos, "A042"), tickets(emupos, "A043")) == (1, 1)


def test_power_cut_in_mid_job(printer: EscposPrinter, wire: Meddler, emupos: Emupos) -> None:
    assert printer.status().ready
    wire.after(150, emupos.power_off)
    result = printer.print(ticket())
    assert (result.outcome, result.status.answers) == (Outcome.UNCONFIRMED, False)
    emupos.power_on()
    until(printer, lambda: printer.status().ready)
    assert printer.late_results() == ()
    assert printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert tickets(emupos, "A043") == 1
    assert tickets(emupos, "A042") <= 1


@pytest.mark.parametrize("count", [3, 10, 11, 60, 150, 270, 300, 345])
def test_cable_cut_at_a_byte(printer: EscposPrinter, wire: Meddler, emupos: Emupos, count: int) -> None:
    assert printer.status().ready
    wire.after(count, wire.cut)
    outcome = printer.print(ticket()).outcome
    assert outcome is (Outcome.NOT_SENT if count < PREAMBLE else Outcome.UNCONFIRMED)
    until(printer, lambda: printer.status().ready)
    assert printer.print(ticket()).outcome is (Outcome.PRINTED if outcome is Outcome.NOT_SENT else outcome)
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert tickets(emupos, "A042") <= 1
    text, picture = next((text, picture) for text, picture in emupos.papers() if "A043" in text)
    assert text.startswith("Rathaus Musterstadt\nA043"), "half a ticket does not hang on the next one"
    assert codes_in(picture) == [CODE]
