"""`lotse pickup audit`: who opened what, when and why, while the terminal runs or not."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock
from kiosk.pickup import audit_words as words
from kiosk.pickup import records as r
from kiosk.pickup.command import FOLDER, line_of, run
from kiosk.pickup.keys import DeviceKeys
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.reading import FILE
from tests.kiosk.pickup.ledger_crashes import SCENES
from tests.kiosk.pickup.lives import MORNING, STAFF, UNTIL, booked, collected, loaded, numbered, secret


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """What is given with `--state`, after a document was collected."""
    folder = tmp_path / "state" / FOLDER
    keys = DeviceKeys.load_or_make(folder)
    with PickupLedger(folder, FakeClock(MORNING), key=keys.chain) as one:
        one.commit(*booked("B-1"), *loaded("i1", "3", "B-1"), secrets={"B-1": secret(7)})
        one.commit(*collected("i2", "3", "B-1"))
    return tmp_path


def audited(state: Path, *more: str) -> int:
    return run(["audit", "--state", str(state), *more])


def test_it_says_who_opened_what_when_and_why(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audited(state) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "2026-11-25 08:00:00 +0000" in lines[1]
    assert "compartment 3 is to be opened (load) for pickup B-1 by card-a, card-b; intent i1" in lines[1]
    assert "compartment 3 is to be opened (collect) for pickup B-1 by holder; intent i2" in lines[6]
    assert lines[-1] == "11 entries, the chain is unbroken."


def test_it_speaks_german(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audited(state, "--language", "de") == 0
    out = capsys.readouterr().out
    assert "Fach 3 soll öffnen (collect), Abholung B-1, durch holder" in out
    assert "die Kette ist unversehrt" in out


def test_it_says_at_which_entry_it_breaks(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(state / "state" / FOLDER / FILE)) as connection:
        connection.execute("DROP TRIGGER entries_stand")
        connection.execute("UPDATE entry SET record = replace(record, 'holder', 'mayor') WHERE seq = 7")
        connection.commit()
    assert audited(state) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7, "the six entries before, and the fault"
    assert lines[-1].startswith("THE CHAIN BREAKS at entry 7:")
    assert audited(state, "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["row"], len(told["entries"])) == (7, 6)


def test_it_works_while_the_terminal_runs(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In another process, as always: this one would give up its own locks."""
    import subprocess
    import sys

    folder = state / "state" / FOLDER
    with PickupLedger(folder, FakeClock(MORNING), key=DeviceKeys.load(folder).chain) as running:
        for count in range(3):
            running.commit(r.CodesWrong(count))
            done = subprocess.run(
                [sys.executable, "-m", "tests.kiosk.pickup.audit_process", "audit", "--json", "--state", str(state)],
                cwd=Path(__file__).resolve().parents[3],
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            told = json.loads(done.stdout)
            assert (done.returncode, told["fault"], len(told["entries"])) == (0, "", 12 + count)
        assert running.state.seq == 14


def test_nothing_to_check_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audited(tmp_path) == 2
    assert "device.key cannot be read" in capsys.readouterr().err
    DeviceKeys.load_or_make(tmp_path / "state" / FOLDER)
    assert audited(tmp_path) == 2
    assert "no pickup terminal ran here" in capsys.readouterr().err


def test_no_secret_is_printed(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    audited(state, "--json")
    out = capsys.readouterr().out
    assert "factors" not in out
    assert "code_tag" not in out


@pytest.mark.parametrize("language", words.WORDS)
def test_every_record_has_its_words(language: str) -> None:
    kinds = {record.__struct_config__.tag for record in r.Record.__args__}
    assert set(words.WORDS[language]) == kinds
    told = [record for scene in SCENES.values() for record in (*scene.before, *scene.records)]
    told += [
        r.PulseNotGiven("i", "c"),
        r.PulseUnsure("i", "c"),
        r.DoorNotOpened("i", "c"),
        r.DoorTold("i", "open"),
        r.LoadingGivenUp("B-1", "i"),
        r.Stated("B-1", ("pin_letter",)),
        r.HandedIn("B-1"),
        r.KeptLonger("B-1", UNTIL),
        r.OutOfOrder("3", "jammed", STAFF),
        r.BackInOrder("3", STAFF),
        r.CodesLocked(UNTIL),
        r.FactorWrong("B-1", 2),
        r.LockReleased("B-1", ("city",)),
        r.ClockWentBack(60.0),
        r.Started("boot", "T"),
        r.WallSeen({"1": "0/0"}),
    ]
    assert {record.__struct_config__.tag for record in told} == kinds
    lines = [line_of(entry, language) for entry in numbered(*told)]
    assert not any("{" in line for line in lines)
