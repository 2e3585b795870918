"""A kiosk that is killed at one step: `python -m tests.kiosk.ticketing.crash_child FOLDER SCENE STEP DEVICE`."""

import os
import signal
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from hardware.host.clock import FakeClock
from kiosk.ticketing.settling import How
from tests.kiosk.ticketing.scripted_printer import Does
from tests.kiosk.ticketing.world import MORNING, House


class Scene(StrEnum):
    """What is going on when the power goes."""

    TICKET = "ticket"
    """A visitor draws and prints."""
    RECOVERY = "recovery"
    """The start after a crash."""
    LATE = "late"
    """New paper, and the held ticket comes."""
    SETTLING = "settling"
    """A visitor says that the paper came."""
    REPLACING = "replacing"
    CALLING = "calling"


def main(folder: Path, scene: Scene, step: str, device: Does) -> None:
    """Play the scene until the step."""

    def killed_at(reached: StrEnum) -> None:
        if reached == step:
            os.kill(os.getpid(), signal.SIGKILL)

    house = House(folder, FakeClock(MORNING), step=killed_at, printer_step=killed_at)
    house.printer.does = device
    SCENES[scene](house)


def _ticket(house: House) -> None:
    house.drawn_and_printed("visit-1")


def _recovery(house: House) -> None:
    house.issuer.recover()


def _late(house: House) -> None:
    house.printer.refill()
    house.issuer.note_late_results()


def _settling(house: House) -> None:
    house.issuer.settle(house.draw("visit-1").id, How.CAME, "visitor")


def _replacing(house: House) -> None:
    house.issuer.settle(house.draw("visit-1").id, How.REPLACE, "staff")


def _calling(house: House) -> None:
    house.queues.call_next("passport", "1.07")


SCENES: dict[Scene, Callable[[House], None]] = {
    Scene.TICKET: _ticket,
    Scene.RECOVERY: _recovery,
    Scene.LATE: _late,
    Scene.SETTLING: _settling,
    Scene.REPLACING: _replacing,
    Scene.CALLING: _calling,
}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Scene(sys.argv[2]), sys.argv[3], Does(sys.argv[4]))
