"""Simulated hours of visitors at one kiosk: does it grow, does it stumble? Seeded touches through the real window.

Run by `lotse bench hours` as `python -m kiosk.bench.hours HOURS SEED FOLDER`. Prints what it saw as JSON and ends.
"""

import gc
import json
import logging
import random
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hardware.audio.settings import SpeechSettings
from hardware.printer.settings import PrinterSettings
from hardware.printer.simulator import SimulatedPrinter
from kiosk.bench.process import memory_mib
from kiosk.flows.session import S
from kiosk.settings import KioskSettings, PanelSettings
from kiosk.tour.clock import TourClock

if TYPE_CHECKING:
    from kiosk.bench_page.page import BenchPage
    from kiosk.process import KioskProcess
    from kiosk.tour.driver import Driver

MORNING = "2026-11-24T08:05"
"""A Tuesday: all queues open some time of the day."""
VISITORS_PER_HOUR = 40
LONGEST_VISIT = 24
"""Touches."""
WALKS_AWAY = 0.15
"""Share of visitors who leave without a word: the time-out must clean up behind them."""
LONGEST_PAUSE_S = 9.0
A_TICK_S = 0.12
"""Of real time: the kiosk looks at its clock ten times a second."""
FAULTS = ("paper_out", "cover_open", "dies_mid_job")


class Watch(logging.Handler):
    """Counts what was logged as an error, and keeps the first few."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0
        self.first: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        self.count += 1
        if len(self.first) < 5:
            self.first.append(self.format(record))


class Day:
    """Visitors one after the other, each with a will of their own."""

    def __init__(self, *, process: "KioskProcess", driver: "Driver", clock: TourClock, seed: int) -> None:
        self._process, self._driver, self._clock = process, driver, clock
        self._random = random.Random(seed)  # noqa: S311 - a seeded day, no secret
        self.visitors = self.touches = 0

    def hour(self) -> None:
        """One hour of visitors, with a fault of the printer now and then, and numbers called."""
        begin = self._clock.monotonic()
        for _ in range(VISITORS_PER_HOUR):
            if self._clock.monotonic() - begin >= 3600:
                break
            self._visit()
            self._staff()
        left = 3600 - (self._clock.monotonic() - begin)
        if left > 0:
            self._clock.skip(left)
        self._driver.frames(1)

    def _visit(self) -> None:
        self.visitors += 1
        for test_id in self._wishes():
            self._driver.tap(test_id, hold=0)
            self.touches += 1
            self._clock.skip(self._random.uniform(0.5, LONGEST_PAUSE_S))
            self._driver.frames(1)
        self._leave()

    def _wishes(self) -> Iterator[str]:
        for _ in range(self._random.randint(3, LONGEST_VISIT)):
            offered = sorted(self._driver.pressable())
            if not offered:
                self._driver.frames(2)
                continue
            yield self._random.choice(offered)

    def _leave(self) -> None:
        """Ends by touch where that is offered, else the time-out must."""
        if self._random.random() > WALKS_AWAY and "bar.finish" in self._driver.pressable():
            self._driver.tap("bar.finish", hold=0)
        for _ in range(40):
            if self._process.conductor.session.state is S.WELCOME and not self._process.conductor.asking:
                return
            self._clock.skip(31)
            self._driver.look_on(A_TICK_S)
        raise RuntimeError(f"the kiosk never came back from {self._process.conductor.session.state}")

    def _staff(self) -> None:
        printer = self._process.printer
        assert isinstance(printer, SimulatedPrinter)
        if self._random.random() < 0.1:
            printer.set_fault(self._random.choice(FAULTS), True)
        elif self._random.random() < 0.5:
            for fault in (*FAULTS, "power_off"):
                printer.set_fault(fault, False)
            printer.refill()
        page: BenchPage | None = self._process.bench_page
        assert page is not None
        assert page.desk is not None
        for line in page.desk.queues():
            if line.waiting and line.rooms and self._random.random() < 0.7:
                page.desk.call_next(line.concern, line.rooms[0])


def day(hours: float, seed: int, folder: Path) -> dict[str, object]:
    """Live through `hours`. Memory counts from the end of the first hour, when everything was used once."""
    watch = Watch()
    logging.getLogger().addHandler(watch)
    settings = KioskSettings(
        panel=PanelSettings(fullscreen=False),
        printer=PrinterSettings(driver="simulator", simulated_seconds=0.02),
        speech=SpeechSettings(driver="simulator"),  # speaks as long as the simulated clock says
        bench_page=0,
    )
    from kiosk.__main__ import build

    clock = TourClock(datetime.fromisoformat(MORNING).astimezone())
    process = build(settings, state=folder / "state", cache=folder / "cache", offscreen=True, clock=clock)
    from kiosk.tour.driver import Driver

    driver = Driver(process)
    memory = []
    with driver.running():
        life = Day(process=process, driver=driver, clock=clock, seed=seed)
        for _ in range(max(1, round(hours)) + 1):
            life.hour()
            gc.collect()
            memory.append(round(memory_mib(), 1))
    return {
        "hours": len(memory) - 1,
        "visitors": life.visitors,
        "touches": life.touches,
        "memory_mib": memory,
        "growth_mib": round(memory[-1] - memory[0], 1),
        "errors": watch.count,
        "first_errors": watch.first,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(day(float(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))) + "\n")
