"""Killed (SIGKILL) at every step of every commit of every undertaking: nothing acknowledged is lost, no door opens
unrecorded, none opens at the start, and what is not sure is unclear.
"""

import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.pickup.model import PickupState as S
from kiosk.pickup.steps import Step
from tests.kiosk.pickup.pickup_crashes import DAYS_UNTIL_OVERDUE, OUTSIDE, PICKUP
from tests.kiosk.pickup.terminal_world import START
from tests.kiosk.pickup.watched_terminal import Outside, Restarted

REPOSITORY = Path(__file__).resolve().parents[3]
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
NOT_KNOWN = None
OPENED = {"pulse": (S.UNCLEAR, S.UNCLEAR), "door_open": (S.UNCLEAR, S.UNCLEAR), "door_closed": (S.UNCLEAR, S.UNCLEAR)}
AFTER: dict[str, dict[str, tuple[S | None, S]]] = {
    "book": {"booked": (NOT_KNOWN, S.BOOKED)},
    "load": {"intended": (S.BOOKED, S.UNCLEAR), **OPENED, "loaded": (S.UNCLEAR, S.AVAILABLE)},
    "collect": {"intended": (S.AVAILABLE, S.UNCLEAR), **OPENED, "taken": (S.UNCLEAR, S.COLLECTED)},
    "take_out": {"intended": (S.AVAILABLE, S.UNCLEAR), **OPENED, "returned": (S.UNCLEAR, S.RETURNED)},
    "expire": {"overdue": (S.OVERDUE, S.OVERDUE)},
}
"""Undertaking -> each of its commits -> the state after the restart if it died before, or after, that was on disk."""
NOT_ON_DISK = (Step.COMMIT_BEGUN, Step.ENTRIES_WRITTEN, Step.SECRETS_WRITTEN, Step.OUTBOX_WRITTEN)
ON_DISK = (Step.COMMIT_ON_DISK, Step.HEAD_ON_DISK, Step.ACKNOWLEDGED)
WIPES = ("taken", "returned")
CASES = [
    (undertaking, kind, step)
    for undertaking, commits in AFTER.items()
    for kind in commits
    for step in (*NOT_ON_DISK, *ON_DISK, *((Step.WIPED_FROM_DISK,) if kind in WIPES else ()))
]
Kill = Callable[[Path, str, str, Step], Outside]


@pytest.fixture(scope="module")
def kill() -> Iterator[Kill]:
    """Plays an undertaking in a process of its own, which must die at the step; returns what the outside knows."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.kiosk.pickup.pickup_crashes"],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as player:
        assert player.stdin is not None and player.stdout is not None
        lines, answers = player.stdin, player.stdout

        def killed(folder: Path, undertaking: str, kind: str, step: Step) -> Outside:
            lines.write(f"{folder}\t{undertaking}\t{kind}\t{step}\n")
            lines.flush()
            assert answers.readline().strip() == str(int(signal.SIGKILL)), f"{kind}/{step} was not reached"
            return Outside.of((folder / OUTSIDE).read_text().splitlines())

        yield killed
        lines.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where there is some: what a killed process wrote is kept there too, and syncs cost nothing."""
    with tempfile.TemporaryDirectory(prefix="lotse-crash-", dir=MEMORY) as name:
        yield Path(name)


@pytest.mark.parametrize(("undertaking", "kind", "step"), CASES, ids=["-".join(case) for case in CASES])
def test_killed(undertaking: str, kind: str, step: Step, kill: Kill, folder: Path) -> None:
    outside = kill(folder, undertaking, kind, step)
    days = DAYS_UNTIL_OVERDUE if undertaking == "expire" else 0
    terminal = Restarted(folder, outside, START + timedelta(days=days, minutes=1))
    try:
        terminal.check()
        pickup = terminal.ledger.state.pickups.get(PICKUP)
        assert (pickup.state if pickup else NOT_KNOWN) is AFTER[undertaking][kind][step not in NOT_ON_DISK]
        terminal.restart()
        terminal.check()
        assert terminal.ledger.report.beyond_head == 0
        terminal.life_goes_on()
    finally:
        terminal.ledger.close()


def test_a_pulse_that_was_given_is_known_outside_when_the_terminal_dies(kill: Kill, folder: Path) -> None:
    outside = kill(folder, "collect", "pulse", Step.COMMIT_BEGUN)
    assert sum(outside.pulses.values()) == 2, "one to load, one to collect"
    assert len(outside.standing_open) == 1
    assert outside.acknowledged[max(outside.acknowledged)] == "intended"


def test_every_step_of_a_commit_has_its_case() -> None:
    opening = {Step.HEAD_BEGUN, Step.TABLES_ON_DISK}
    assert {step for _, _, step in CASES} | opening == set(Step)
