"""Terminals that are killed at one step of a commit: `python -m tests.kiosk.pickup.ledger_crashes`.

Reads lines `FOLDER SCENE STEP`, plays each in a process of its own, and answers with the signal that ended it.
"""

import os
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from content.sync.messages import Outgoing
from hardware.host.clock import FakeClock
from kiosk.pickup import records as r
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.records import Record
from kiosk.pickup.secrets import Secret
from kiosk.pickup.steps import Step
from tests.kiosk.pickup.lives import KEY, MORNING, STAFF, UNTIL, booked, collected, loaded, opened, secret


class Scene(Struct, frozen=True):
    """One commit, after those before it."""

    before: Sequence[Record]
    records: Sequence[Record]
    secrets: Mapping[str, Secret | None] = {}
    outgoing: Sequence[Outgoing] = ()


FACTORS = Secret(code_tag=b"", factors=secret(7).factors)
AVAILABLE = (*booked("B-1"), *loaded("i1", "3", "B-1"))
COLLECTING = (*AVAILABLE, *collected("i2", "3", "B-1")[:-1])
TAKING_OUT = (*AVAILABLE, *opened("i2", "3", "take_out", "B-1"), r.DoorSeen("i2", "3", "closed"))
UNCLEAR = (*AVAILABLE, r.OpenedUnbidden("3"))
TOLD = (Outgoing("told", {"pickup": "B-1"}),)
SCENES: dict[str, Scene] = {
    "booked": Scene((), booked("B-1"), {"B-1": FACTORS}),
    "withdrawn": Scene(booked("B-1"), (r.BookingWithdrawn("B-1"), r.Wiped("B-1")), {"B-1": None}, TOLD),
    "intended_to_load": Scene(booked("B-1"), opened("i1", "3", "load", "B-1")[:1]),
    "opened_to_load": Scene(
        (*booked("B-1"), *opened("i1", "3", "load", "B-1")[:1]), opened("i1", "3", "load", "B-1")[1:]
    ),
    "loaded": Scene(AVAILABLE[:-1], AVAILABLE[-1:], {"B-1": secret(7)}, TOLD),
    "intended_to_collect": Scene(AVAILABLE, opened("i2", "3", "collect", "B-1")[:1]),
    "collected": Scene(COLLECTING, (r.Taken("B-1", "i2", "told"), r.Wiped("B-1")), {"B-1": None}, TOLD),
    "told_empty": Scene(COLLECTING, (r.ProblemTold("B-1", "3", "empty"),), {}, TOLD),
    "overdue": Scene(AVAILABLE, (r.Overdue("B-1"), r.Wiped("B-1")), {"B-1": None}, TOLD),
    "intended_to_take_out": Scene(AVAILABLE, opened("i2", "3", "take_out", "B-1")[:1]),
    "returned": Scene(TAKING_OUT, (r.Returned("B-1", "i2", STAFF),), {}, TOLD),
    "found": Scene(COLLECTING, (r.Found("3", "power_cut"),)),
    "settled": Scene(UNCLEAR, (r.Settled("3", "B-1", "in_it", STAFF),)),
    "locked": Scene(AVAILABLE, (r.CodesWrong(0), r.PickupLocked("B-1", UNTIL, 1))),
}


def play(folder: Path, scene: Scene, step: str) -> None:
    """Until the step, at which this process dies."""
    dies = False

    def killed_at(reached: Step) -> None:
        if dies and reached == step:
            os.kill(os.getpid(), signal.SIGKILL)

    dies = not scene.records  # a terminal that is started for the first time
    ledger = PickupLedger(folder, FakeClock(MORNING), key=KEY, step=killed_at)
    if scene.before:
        ledger.commit(*scene.before, secrets={"B-1": secret(7)})
    dies = True
    ledger.commit(*scene.records, secrets=scene.secrets, outgoing=scene.outgoing)


def main() -> None:
    """One line after the other."""
    for line in sys.stdin:
        folder, name, step = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            try:
                play(Path(folder), SCENES.get(name, Scene((), ())), step)
            finally:  # only where it was not killed
                traceback.print_exc()
                os._exit(1)
        _, status = os.waitpid(child, 0)
        print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
