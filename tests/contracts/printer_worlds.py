"""A printer and the hands that break it, the same for simulator and for driver with emulator."""

from pathlib import Path
from typing import Protocol

from hardware.host.clock import SystemClock
from hardware.printer.escpos import EscposPrinter
from hardware.printer.interface import Printer
from hardware.printer.settings import PrinterSettings
from hardware.printer.simulator import SimulatedPrinter
from tests.emulators.escpos_printer import EscposEmulator


def settings_in(folder: Path) -> PrinterSettings:
    """Short deadlines."""
    return PrinterSettings(
        port=str(folder / "printer"),
        answer_seconds=1.0,
        print_seconds=2.0,
        reopen_seconds=1e-6,
        simulated_seconds=0.0,
    )


class World(Protocol):
    """Everything around a printer."""

    printer: Printer

    def papers(self) -> list[tuple[str, bytes]]:
        """Text and picture of every paper, oldest first; stubs without a word are left out."""
        ...

    def fault(self, name: str, on: bool) -> None:
        """paper_out, paper_low, cover_open, cutter, offline, unplugged, power_off."""
        ...

    def break_in_mid_job(self) -> None:
        """The roll ends in the middle of the next job."""
        ...

    def die_in_mid_job(self) -> None:
        """Power is cut in the middle of the next job."""
        ...

    def refill(self) -> None:
        """A new roll; returns when what was held has come out."""
        ...

    def close(self) -> None:
        """End."""
        ...


class SimulatorWorld:
    """The simulator, by the names the bench page uses."""

    def __init__(self, folder: Path) -> None:
        self.simulator = SimulatedPrinter(settings_in(folder), clock=SystemClock(), folder=folder / "pictures")
        self.printer: Printer = self.simulator

    def papers(self) -> list[tuple[str, bytes]]:
        return [(paper.text, paper.png) for paper in self.simulator.papers() if paper.text.strip()]

    def fault(self, name: str, on: bool) -> None:
        self.simulator.set_fault(name, on)

    def break_in_mid_job(self) -> None:
        self.simulator.set_fault("paper_out_mid_job", True)

    def die_in_mid_job(self) -> None:
        self.simulator.set_fault("dies_mid_job", True)

    def refill(self) -> None:
        self.simulator.refill()

    def close(self) -> None:
        self.printer.close()


class EmulatorWorld:
    """The driver on a pseudo-terminal."""

    def __init__(self, folder: Path) -> None:
        settings = settings_in(folder)
        self.emulator = EscposEmulator(Path(settings.port), settings)
        self.printer: Printer = EscposPrinter(settings, clock=SystemClock())
        self._held_rows = False

    def papers(self) -> list[tuple[str, bytes]]:
        return [(paper.text, paper.png) for paper in self.emulator.papers if paper.text.strip()]

    def fault(self, name: str, on: bool) -> None:
        match name:
            case "unplugged":
                self.emulator.unplug() if on else self.emulator.plug()
            case "power_off":
                self.emulator.power_off() if on else self.emulator.power_on(noise=b"\x00")
            case "paper_low":
                self.emulator.set(near_end=on)
            case _:
                self.emulator.set(**{name: on})

    def break_in_mid_job(self) -> None:
        self._held_rows = True
        self.emulator.run_out_after(4)

    def die_in_mid_job(self) -> None:
        self.emulator.power_off_after_rows(4)

    def refill(self) -> None:
        cut = len(self.emulator.papers)
        self.emulator.refill()
        if self._held_rows and self.emulator.powered:
            self._held_rows = False
            self.emulator.wait_for(lambda: len(self.emulator.papers) > cut)

    def close(self) -> None:
        self.printer.close()
        self.emulator.close()
