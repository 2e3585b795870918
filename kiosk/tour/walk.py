"""One walk in one language and one shape of the panel, in a process of its own (a Kivy window keeps its size).

Run by `lotse tour` as `python -m kiosk.tour.walk OUT LANGUAGE WIDTH HEIGHT AT`. Prints a JSON report.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from hardware.host.journal import set_up_logging
from hardware.printer.settings import PrinterSettings
from kiosk.settings import KioskSettings, PanelSettings
from kiosk.tour.clock import TourClock

PRINT_SECONDS = 0.4


def main(arguments: Sequence[str]) -> int:
    """0: all seen, nothing wrong; 1: something wrong, or stopped."""
    folder, language, width, height, at = arguments
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    set_up_logging({})
    settings = KioskSettings(
        panel=PanelSettings(width=int(width), height=int(height), fullscreen=False),
        printer=PrinterSettings(driver="simulator", simulated_seconds=PRINT_SECONDS),
    )
    clock = TourClock(datetime.fromisoformat(at).astimezone())
    with tempfile.TemporaryDirectory(prefix="lotse-tour-") as state:
        report = _walk(settings, clock, Path(state), out, language)
    sys.stdout.write(json.dumps(report) + "\n")
    return 1 if report["stopped"] or report["faults"] else 0


def _walk(settings: KioskSettings, clock: TourClock, state: Path, out: Path, language: str) -> dict[str, object]:
    from kiosk.__main__ import build

    process = build(settings, state=state, cache=state, offscreen=True, clock=clock)
    from kiosk.tour.driver import Driver, TourStopped
    from kiosk.tour.journey import Journey

    driver = Driver(process)
    journey = Journey(process=process, driver=driver, clock=clock, out=out, language=language)
    stopped = ""
    papers: list[str] = []
    with driver.running():
        try:
            journey.walk()
        except TourStopped as stop:
            stopped = str(stop)
            driver.picture(out / "stopped-here.png")
        for number, paper in enumerate(getattr(process.printer, "papers", tuple)(), 1):
            name = f"paper-{number}.png"
            (out / name).write_bytes(paper.png)
            papers.append(name)
    return {"pictures": journey.pictures, "papers": papers, "faults": journey.faults, "stopped": stopped}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
