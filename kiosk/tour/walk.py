"""One walk, in a process of its own. Run by `lotse tour` as `python -m kiosk.tour.walk WALK` (JSON of `Walk`).

Prints a JSON report.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from hardware.audio.settings import SpeechSettings
from hardware.card_reader.settings import CardReaderSettings
from hardware.host.journal import set_up_logging
from hardware.locker.settings import BoardSettings, LockerSettings
from hardware.power.settings import PowerSettings
from hardware.printer.settings import PrinterSettings
from hardware.scanner.settings import ScannerSettings
from kiosk.demo_settings import DEMO_WALL, LOCKS
from kiosk.settings import KioskSettings, PanelSettings
from kiosk.texts import PSEUDO
from kiosk.tour.clock import TourClock
from kiosk.tour.staff import PIN
from kiosk.tour.walks import Walk

PRINT_SECONDS = 0.4


def main(arguments: Sequence[str]) -> int:
    """0: all seen, nothing wrong; 1: something wrong, or stopped."""
    walk = msgspec.json.decode(arguments[0], type=Walk)
    walk.folder.mkdir(parents=True, exist_ok=True)
    set_up_logging({})
    width, height = walk.size
    settings = KioskSettings(
        panel=PanelSettings(width=width, height=height, fullscreen=False),
        printer=PrinterSettings(driver="simulator", simulated_seconds=PRINT_SECONDS),
        power=PowerSettings(driver="simulator"),
        speech=SpeechSettings(driver="simulator"),
        pickup=DEMO_WALL,
        locker=LockerSettings(driver="simulator", boards=(BoardSettings(locks=LOCKS),)),
        card_reader=CardReaderSettings(driver="simulator"),
        scanner=ScannerSettings(driver="simulator"),
    )
    if walk.language == PSEUDO:  # no visitor can choose it
        settings = msgspec.structs.replace(settings, language=PSEUDO)
    clock = TourClock(datetime.fromisoformat(walk.at).astimezone())
    with tempfile.TemporaryDirectory(prefix="lotse-tour-") as state:
        report = _walk(settings, clock, Path(state), walk)
    from kiosk.tour.sheets import contact_sheets

    contact_sheets(walk.folder, report["pictures"], Path(walk.out) / "sheets", walk.name)
    sys.stdout.write(json.dumps(report) + "\n")
    return 1 if report["stopped"] or report["faults"] else 0


def _walk(settings: KioskSettings, clock: TourClock, state: Path, walk: Walk) -> dict[str, list[str]]:
    from kiosk.__main__ import build

    process = build(settings, state=state, cache=state, offscreen=True, clock=clock, demo_pin=PIN)
    from kiosk.tour.driver import Driver, TourStopped
    from kiosk.tour.journey import Journey

    driver = Driver(process)
    journey = Journey(process=process, driver=driver, clock=clock, walk=walk)
    stopped: list[str] = []
    papers: list[str] = []
    with driver.running():
        try:
            journey.walk()
        except TourStopped as stop:
            stopped.append(str(stop))
            driver.picture(walk.folder / "stopped-here.png")
        for number, paper in enumerate(getattr(process.printer, "papers", tuple)(), 1):
            name = f"paper-{number}.png"
            (walk.folder / name).write_bytes(paper.png)
            papers.append(name)
    return {"pictures": journey.pictures, "papers": papers, "faults": journey.faults, "stopped": stopped}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
