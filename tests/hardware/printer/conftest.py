"""Each test has a printer of its own on a pseudo-terminal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.host.clock import SystemClock
from hardware.printer.escpos import EscposPrinter
from hardware.printer.settings import PrinterSettings
from tests.emulators.escpos_printer import EscposEmulator


@pytest.fixture
def settings(tmp_path: Path) -> PrinterSettings:
    """Short deadlines."""
    return PrinterSettings(
        driver="escpos",
        port=str(tmp_path / "printer"),
        answer_seconds=1.0,
        print_seconds=2.0,
        reopen_seconds=1e-6,
        simulated_seconds=0.0,
    )


@pytest.fixture
def emulator(settings: PrinterSettings) -> Iterator[EscposEmulator]:
    """Plugged in, with paper."""
    with EscposEmulator(Path(settings.port), settings) as made:
        yield made


@pytest.fixture
def printer(settings: PrinterSettings, emulator: EscposEmulator) -> Iterator[EscposPrinter]:
    """The driver on the emulator."""
    made = EscposPrinter(settings, clock=SystemClock())
    yield made
    made.close()
