"""Somebody with a screwdriver and the disk, but without the device key: every change is found, nothing opens."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from hardware.host.clock import FakeClock
from kiosk.pickup import records as r
from kiosk.pickup.auditing import audit
from kiosk.pickup.chain import HEAD_FILE, Head, link
from kiosk.pickup.errors import LedgerDamaged, LedgerError
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.reading import FILE
from tests.kiosk.pickup.lives import KEY, MORNING, booked, collected, loaded, secret

OTHER_KEY = bytes(32)
Edit = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A terminal at which two documents lie: 12 entries."""
    place = tmp_path_factory.mktemp("written") / "pickup"
    with PickupLedger(place, FakeClock(MORNING), key=KEY) as one:
        for number, place_of in (("B-1", "3"), ("B-2", "4")):
            one.commit(*booked(number))
            one.commit(*loaded(f"i-{number}", place_of, number), secrets={number: secret(int(number[2:]))})
        assert one.state.seq == 12
    return place


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """A copy that may be tampered with."""
    return shutil.copytree(written, tmp_path / "pickup")


def edit(folder: Path, change: Edit) -> None:
    """With the file open as anybody can open it; triggers are in nobody's way."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        for name in ("entries_stay", "entries_stand"):
            connection.execute(f"DROP TRIGGER {name}")
        change(connection)
        connection.commit()


def check_found(folder: Path, row: int | None) -> None:
    """Opening and the audit both find it, at the same row, and change nothing: found once, it is found again."""
    for _ in range(2):
        with pytest.raises(LedgerDamaged) as damaged:
            PickupLedger(folder, FakeClock(MORNING), key=KEY)
        assert damaged.value.row == row
    found = audit(folder, KEY)
    assert (found.fault, found.row) == (str(damaged.value), row)
    if row is not None:
        assert [entry.seq for entry in found.entries] == list(range(1, row))


def sql(statement: str, *values: object) -> Edit:
    return lambda connection: connection.execute(statement, values)


COLUMNS: dict[str, Edit] = {
    "at": sql("UPDATE entry SET at = '2026-11-25T07:00:00+00:00' WHERE seq = 5"),
    "at in another zone, the same moment": sql("UPDATE entry SET at = '2026-11-25T09:00:00+01:00' WHERE seq = 5"),
    "record": sql("UPDATE entry SET record = replace(record, 'closed', 'open') WHERE seq = 5"),
    "record with a blank more": sql("UPDATE entry SET record = record || ' ' WHERE seq = 5"),
    "hash": sql("UPDATE entry SET hash = zeroblob(32) WHERE seq = 5"),
    "hash of the one before": sql("UPDATE entry SET hash = (SELECT hash FROM entry WHERE seq = 4) WHERE seq = 5"),
    "the record of another": sql("UPDATE entry SET record = (SELECT record FROM entry WHERE seq = 1) WHERE seq = 5"),
    "the whole row of another": sql(
        "UPDATE entry SET (at, record, hash) = (SELECT at, record, hash FROM entry WHERE seq = 4) WHERE seq = 5"
    ),
    "seq": sql("UPDATE entry SET seq = 50 WHERE seq = 5"),
    "removed": sql("DELETE FROM entry WHERE seq = 5"),
}


@pytest.mark.parametrize("column", COLUMNS)
def test_an_edited_row_is_found(column: str, folder: Path) -> None:
    edit(folder, COLUMNS[column])
    check_found(folder, 5)


@pytest.mark.parametrize("row", range(1, 13))
def test_any_row_that_is_edited_is_found(row: int, folder: Path) -> None:
    edit(folder, sql("UPDATE entry SET record = replace(record, 'B-1', 'B-9') || ' ' WHERE seq = ?", row))
    check_found(folder, row)


@pytest.mark.parametrize("left", range(12))
def test_entries_cut_off_at_the_end_are_found(left: int, folder: Path) -> None:
    edit(folder, sql("DELETE FROM entry WHERE seq > ?", left))
    check_found(folder, left + 1)


def test_the_first_entries_cut_off_and_the_rest_renumbered(folder: Path) -> None:
    edit(
        folder,
        lambda connection: connection.executescript("DELETE FROM entry WHERE seq <= 6;UPDATE entry SET seq = seq - 6"),
    )
    check_found(folder, 1)


def test_two_rows_swapped(folder: Path) -> None:
    edit(
        folder,
        lambda connection: connection.executescript(
            "UPDATE entry SET seq = 100 WHERE seq = 5; UPDATE entry SET seq = 5 WHERE seq = 6;"
            "UPDATE entry SET seq = 6 WHERE seq = 100"
        ),
    )
    check_found(folder, 5)


def test_a_row_put_in_at_the_end_without_the_key(folder: Path) -> None:
    record = msgspec.json.encode(r.LockReleased("B-1", ("city",))).decode()

    def append(connection: sqlite3.Connection) -> None:
        (last,) = connection.execute("SELECT hash FROM entry WHERE seq = 12").fetchone()
        at = MORNING.isoformat()
        forged = link(OTHER_KEY, last, 13, at, record)
        connection.execute("INSERT INTO entry VALUES (13, ?, ?, ?)", (at, record, forged))

    edit(folder, append)
    check_found(folder, 13)


# --- head and file ---------------------------------------------------------------------------------------------------


def test_the_head_removed(folder: Path) -> None:
    (folder / HEAD_FILE).unlink()
    check_found(folder, None)


@pytest.mark.parametrize("text", [b"", b"{}", b"\xff", b'{"seq":-1,"hash":"","seal":""}'])
def test_the_head_made_unreadable(text: bytes, folder: Path) -> None:
    (folder / HEAD_FILE).write_bytes(text)
    check_found(folder, None)


def test_cut_off_and_the_head_forged_without_the_key(folder: Path) -> None:
    edit(folder, sql("DELETE FROM entry WHERE seq > 6"))
    with closing(sqlite3.connect(folder / FILE)) as connection:
        (last,) = connection.execute("SELECT hash FROM entry WHERE seq = 6").fetchone()
    (folder / HEAD_FILE).write_bytes(msgspec.json.encode(Head.of(OTHER_KEY, 6, last)))
    check_found(folder, None)


@pytest.mark.parametrize("field", ["seq", "hash", "seal"])
def test_a_field_of_the_head_edited(field: str, folder: Path) -> None:
    head = msgspec.json.decode((folder / HEAD_FILE).read_bytes())
    head[field] = 6 if field == "seq" else "0" * 64
    (folder / HEAD_FILE).write_bytes(msgspec.json.encode(head))
    check_found(folder, None)


def test_the_file_removed(folder: Path) -> None:
    (folder / FILE).unlink()
    check_found(folder, 1)


def test_the_file_emptied(folder: Path) -> None:
    (folder / FILE).write_bytes(b"")
    check_found(folder, 1)


def test_all_entries_and_the_head_removed(folder: Path) -> None:
    edit(folder, sql("DELETE FROM entry"))
    (folder / HEAD_FILE).unlink()
    check_found(folder, None)


def test_the_file_replaced_by_a_fresh_one(folder: Path, tmp_path: Path) -> None:
    PickupLedger(tmp_path / "fresh", FakeClock(MORNING), key=KEY).close()
    shutil.copy(tmp_path / "fresh" / FILE, folder / FILE)
    check_found(folder, 1)


def test_the_file_replaced_by_that_of_another_terminal(folder: Path, tmp_path: Path) -> None:
    with PickupLedger(tmp_path / "other", FakeClock(MORNING), key=OTHER_KEY) as other:
        for number in range(12):
            other.commit(r.CodesWrong(number))
    shutil.copy(tmp_path / "other" / FILE, folder / FILE)
    check_found(folder, 1)


def test_the_file_replaced_by_an_older_one(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / FILE, tmp_path / "older")
    with PickupLedger(folder, FakeClock(MORNING), key=KEY) as one:
        one.commit(r.CodesWrong(4))
    shutil.copy(tmp_path / "older", folder / FILE)
    check_found(folder, 13)


def test_another_history_of_the_same_length_with_the_same_key(folder: Path, tmp_path: Path) -> None:
    """A terminal's own ledger from before it was set up anew: only its head tells them apart."""
    with PickupLedger(tmp_path / "before", FakeClock(MORNING), key=KEY) as before:
        for number in range(12):
            before.commit(r.CodesWrong(number))
    shutil.copy(tmp_path / "before" / FILE, folder / FILE)
    check_found(folder, 12)


@pytest.mark.parametrize("data", [b"not a database at all" * 400, b"SQLite format 3\0" + bytes(9000)])
def test_the_file_replaced_by_something_else(data: bytes, folder: Path) -> None:
    (folder / FILE).write_bytes(data)
    with pytest.raises(LedgerDamaged):
        PickupLedger(folder, FakeClock(MORNING), key=KEY)
    assert audit(folder, KEY).fault


def test_a_database_of_somebody_else(folder: Path) -> None:
    (folder / FILE).unlink()
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute("CREATE TABLE entry (seq, at, record, hash)")
    check_found(folder, None)


# --- what proves a holder --------------------------------------------------------------------------------------------

SECRETS: dict[str, Edit] = {
    "the proof of another pickup": lambda connection: connection.executescript(
        "DELETE FROM secret WHERE pickup = 'B-1'; UPDATE secret SET pickup = 'B-1' WHERE pickup = 'B-2'"
    ),
    "another code": sql("UPDATE secret SET code_tag = ? WHERE pickup = 'B-1'", b"9" * 32),
    "the second factor of another": sql(
        "UPDATE secret SET factors = (SELECT factors FROM secret WHERE pickup = 'B-2') WHERE pickup = 'B-1'"
    ),
    "its seal": sql("UPDATE secret SET seal = zeroblob(32) WHERE pickup = 'B-1'"),
}


@pytest.mark.parametrize("case", SECRETS)
def test_a_proof_that_was_changed_is_found(case: str, folder: Path) -> None:
    edit(folder, SECRETS[case])
    check_found(folder, None)


def test_a_proof_that_was_wiped_and_is_put_back(folder: Path) -> None:
    """Of a document that was collected: its old message opens nothing any more."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        row = connection.execute("SELECT * FROM secret WHERE pickup = 'B-1'").fetchone()
    with PickupLedger(folder, FakeClock(MORNING), key=KEY) as one:
        one.commit(*collected("i9", "3", "B-1"))
        assert one.secret("B-1") is None, "wiped by itself"
    edit(folder, sql("INSERT INTO secret VALUES (?, ?, ?, ?)", *row))
    check_found(folder, None)


# --- what is not damage ----------------------------------------------------------------------------------------------


@pytest.fixture
def untouched(folder: Path) -> Iterator[Path]:
    yield folder
    PickupLedger(folder, FakeClock(MORNING), key=KEY).close()


def test_what_was_not_touched_opens(untouched: Path) -> None:
    found = audit(untouched, KEY)
    assert (found.fault, len(found.entries)) == ("", 12)


def test_a_head_that_is_behind_is_caught_up(folder: Path, tmp_path: Path) -> None:
    """As after a power cut between the commit and its head."""
    shutil.copy(folder / HEAD_FILE, tmp_path / "head")
    with PickupLedger(folder, FakeClock(MORNING), key=KEY) as one:
        one.commit(r.CodesWrong(1), r.CodesWrong(2))
    shutil.copy(tmp_path / "head", folder / HEAD_FILE)
    with PickupLedger(folder, FakeClock(MORNING), key=KEY) as one:
        assert one.report.beyond_head == 2
    with PickupLedger(folder, FakeClock(MORNING), key=KEY) as one:
        assert one.report.beyond_head == 0


def test_no_ledger_is_no_audit(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as fault:
        audit(tmp_path, KEY)
    assert not isinstance(fault.value, LedgerDamaged)
