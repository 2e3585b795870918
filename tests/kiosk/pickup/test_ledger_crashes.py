"""Killed (SIGKILL) at every step of every commit in a document's life: all of it is there, or nothing."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock
from kiosk.pickup import records as r
from kiosk.pickup.auditing import audit
from kiosk.pickup.folding import derive
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.records import Entry, Record
from kiosk.pickup.steps import Step
from tests.kiosk.pickup.ledger_crashes import SCENES
from tests.kiosk.pickup.lives import KEY, MORNING, booking, secret

REPOSITORY = Path(__file__).resolve().parents[3]
OPENING = (Step.HEAD_BEGUN, Step.TABLES_ON_DISK)
NOT_ON_DISK = (Step.COMMIT_BEGUN, Step.ENTRIES_WRITTEN, Step.SECRETS_WRITTEN, Step.OUTBOX_WRITTEN)
ON_DISK = (Step.COMMIT_ON_DISK, Step.HEAD_ON_DISK, Step.ACKNOWLEDGED)
WIPES = ("withdrawn", "collected", "overdue", "returned")
CASES = [(scene, step) for scene in SCENES for step in (*NOT_ON_DISK, *ON_DISK)]
CASES += [(scene, Step.WIPED_FROM_DISK) for scene in WIPES]
Kill = Callable[[Path, str, Step], None]


@pytest.fixture(scope="module")
def kill() -> Iterator[Kill]:
    """Plays a scene in a process of its own, which must die at the step."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.kiosk.pickup.ledger_crashes"],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as player:
        assert player.stdin is not None and player.stdout is not None
        lines, answers = player.stdin, player.stdout

        def killed(folder: Path, scene: str, step: Step) -> None:
            lines.write(f"{folder}\t{scene}\t{step}\n")
            lines.flush()
            assert answers.readline().strip() == str(int(signal.SIGKILL)), f"the step {step} was not reached"

        yield killed
        lines.close()


def as_entries(*records: Record) -> tuple[Entry, ...]:
    return tuple(Entry(seq=seq, at=MORNING, record=record) for seq, record in enumerate(records, 1))


@pytest.mark.parametrize(("name", "step"), CASES, ids=[f"{scene}-{step}" for scene, step in CASES])
def test_killed(name: str, step: Step, kill: Kill, tmp_path: Path) -> None:
    kill(tmp_path, name, step)
    scene, done = SCENES[name], step not in NOT_ON_DISK
    known = as_entries(*scene.before, *(scene.records if done else ()))
    assert audit(tmp_path, KEY).fault == ""
    with PickupLedger(tmp_path, FakeClock(MORNING), key=KEY) as ledger:
        assert ledger.entries() == known, "all of it, or nothing"
        assert ledger.state == derive(known)
        sent = [one.kind for _, one in ledger.outbox.pending(9)]
        assert sent == [one.kind for one in scene.outgoing if done], "what the city is told is what happened"
        wiped = done and name in WIPES
        before = secret(7) if scene.before else None
        after = {"B-1": before, **scene.secrets}["B-1"]
        assert ledger.secret("B-1") == (None if wiped else after if done else before)
        if wiped:
            assert not any(secret(7).code_tag in file.read_bytes() for file in tmp_path.iterdir())
        ledger.commit(r.BookingTaken(booking("B-2")))
    with PickupLedger(tmp_path, FakeClock(MORNING), key=KEY) as ledger:
        assert (ledger.state.seq, ledger.report.beyond_head) == (len(known) + 1, 0)


@pytest.mark.parametrize("step", OPENING)
def test_killed_at_the_very_first_start(step: Step, kill: Kill, tmp_path: Path) -> None:
    kill(tmp_path, "first", step)
    with PickupLedger(tmp_path, FakeClock(MORNING), key=KEY) as ledger:
        assert ledger.state.seq == 0
        ledger.commit(r.BookingTaken(booking("B-1")))
    assert len(audit(tmp_path, KEY).entries) == 1


def test_every_step_has_its_case() -> None:
    assert {*OPENING, *NOT_ON_DISK, *ON_DISK, Step.WIPED_FROM_DISK} == set(Step)
