"""The ledger at its public face: durable, all or nothing, secrets wiped from the disk, one owner."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from content.sync.messages import Outgoing
from hardware.host.clock import FakeClock
from kiosk.pickup import chain, ledger
from kiosk.pickup import records as r
from kiosk.pickup.chain import HEAD_FILE
from kiosk.pickup.errors import Contradiction, LedgerDamaged, LedgerError, LedgerInUse, LedgerTooNew, LedgerUnwritable
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.reading import FILE
from kiosk.pickup.secrets import Secret
from tests.kiosk.pickup.lives import KEY, MORNING, booked, booking, collected, loaded, secret

Open = Callable[[], PickupLedger]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(MORNING)


@pytest.fixture
def open_ledger(tmp_path: Path, clock: FakeClock) -> Open:
    return lambda: PickupLedger(tmp_path, clock, key=KEY)


def test_everything_is_there_after_a_restart(open_ledger: Open) -> None:
    with open_ledger() as one:
        assert one.report.fresh
        first = one.commit(*booked("B-1"))
        one.commit(*loaded("i1", "3", "B-1"), secrets={"B-1": secret(7)}, outgoing=[Outgoing("loaded", {"n": 1})])
        state, entries = one.state, one.entries()
    with open_ledger() as again:
        assert (again.report.fresh, again.report.entries, again.report.beyond_head) == (False, len(entries), 0)
        assert again.state == state
        assert again.entries() == entries
        assert again.entries(since=first[-1].seq) == entries[1:]
        assert again.secret("B-1") == secret(7)
        assert again.pickup_of_code(secret(7).code_tag) == "B-1"
        assert [one.kind for _, one in again.outbox.pending(9)] == ["loaded"]


def test_what_was_acknowledged_is_not_sent_again(open_ledger: Open) -> None:
    with open_ledger() as one:
        one.commit(r.Started("b", "T"), outgoing=[Outgoing("state", {"n": n}) for n in range(3)])
        ((first, _), (second, _)) = one.outbox.pending(2)
        one.outbox.acknowledge(second)
        ((third, last),) = one.outbox.pending(9)
        assert (last.payload, third > second > first) == ({"n": 2}, True)
        one.outbox.acknowledge(third)
    with open_ledger() as again:
        again.commit(r.Started("c", "T"), outgoing=[Outgoing("state", {})])
        assert again.outbox.pending(9)[0][0] > third, "a number is given once"


def test_what_contradicts_leaves_no_trace(open_ledger: Open) -> None:
    with open_ledger() as one:
        one.commit(*booked("B-1"))
        before, entries = one.state, one.entries()
        with pytest.raises(Contradiction):
            one.commit(
                r.Started("b", "T"), r.PulseGiven("i9"), secrets={"B-1": secret(1)}, outgoing=[Outgoing("x", {})]
            )
        assert (one.state, one.entries(), one.secret("B-1"), one.outbox.pending(9)) == (before, entries, None, ())
        one.commit(r.Started("b", "T"))
    with open_ledger() as again:
        assert len(again.entries()) == 2


def test_a_record_that_could_not_be_read_again_is_not_written(open_ledger: Open) -> None:
    with open_ledger() as one:
        with pytest.raises(Contradiction):
            one.commit(r.CodesWrong(count="three"))  # type: ignore[arg-type]
        one.commit(r.CodesWrong(count=3))
    with open_ledger() as again:
        assert again.state.codes_wrong == 3


def test_two_pickups_cannot_have_one_code(open_ledger: Open) -> None:
    with open_ledger() as one:
        one.commit(*booked("B-1"), secrets={"B-1": Secret(code_tag=b"", factors=(b"x",))})
        one.commit(*booked("B-2"), secrets={"B-2": Secret(code_tag=b"", factors=(b"y",))})
        assert one.pickup_of_code(b"") is None, "no code is nobody's code"
        one.commit(secrets={"B-1": secret(1)})
        with pytest.raises(Contradiction):
            one.commit(secrets={"B-2": secret(1)})
        assert one.pickup_of_code(secret(1).code_tag) == "B-1"


def test_wiped_secrets_are_in_no_file_any_more(open_ledger: Open, tmp_path: Path) -> None:
    known = secret(77)

    def on_disk() -> bool:
        return any(known.code_tag in file.read_bytes() for file in tmp_path.iterdir())

    one = open_ledger()
    one.commit(*booked("B-1"), *loaded("i1", "3", "B-1"), secrets={"B-1": known})
    assert on_disk()
    one.commit(*collected("i2", "3", "B-1"), r.Wiped("B-1"), secrets={"B-1": None})
    assert (one.secret("B-1"), one.pickup_of_code(known.code_tag)) == (None, None)
    assert not on_disk(), "while the ledger is open"
    one.close()
    assert not on_disk()


def test_secrets_are_not_said(open_ledger: Open) -> None:
    assert "\\x" not in repr(secret(7))


def test_a_second_process_is_kept_out(open_ledger: Open, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from hardware.host.clock import SystemClock;"
        "from kiosk.pickup.ledger import PickupLedger; from kiosk.pickup.errors import LedgerInUse\n"
        "try: PickupLedger(Path(sys.argv[1]), SystemClock(), key=bytes(range(32)))\n"
        "except LedgerInUse: sys.exit(42)"
    )
    repository = Path(__file__).resolve().parents[3]

    def other() -> int:
        return subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)], cwd=repository, timeout=60, check=False
        ).returncode

    with open_ledger() as one:
        one.commit(*booked("B-1"))
        assert other() == 42
        one.commit(*booked("B-2"))
    assert other() == 0


def test_in_one_process_too(open_ledger: Open) -> None:
    with open_ledger(), pytest.raises(LedgerInUse):
        open_ledger()


def test_closed_is_closed(open_ledger: Open) -> None:
    one = open_ledger()
    one.close()
    one.close()
    with pytest.raises(LedgerError):
        one.commit(*booked("B-1"))
    with pytest.raises(LedgerError):
        one.entries()


def test_a_full_disk_writes_nothing_and_goes_on_when_there_is_room(
    open_ledger: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger() as one:
        one.commit(*booked("B-1"))
        state = one.state
        with one.inside() as connection:
            used = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {used}")
        big = tuple(r.Started("b" * 3000, "T") for _ in range(20))
        with pytest.raises(LedgerUnwritable):
            one.commit(*big, outgoing=[Outgoing("state", {})])
        assert (one.state, one.outbox.pending(9)) == (state, ())
        with one.inside() as connection:
            connection.execute("PRAGMA max_page_count = 100000")
        one.commit(*big)
    with open_ledger() as again:
        assert len(again.entries()) == 21


def test_the_next_commit_waits_for_a_head_that_could_not_be_written(
    open_ledger: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with open_ledger() as one:
        with monkeypatch.context() as no_room:
            no_room.setattr(ledger, "write_head", full)
            one.commit(*booked("B-1"))
            assert "B-1" in one.state.pickups, "it is on disk"
            with pytest.raises(LedgerUnwritable):
                one.commit(*booked("B-2"))
            assert "B-2" not in one.state.pickups
        one.commit(*booked("B-2"))
        head = chain.read_head(tmp_path / HEAD_FILE, KEY)
        assert head is not None and head.seq == 2


def test_entries_cannot_be_changed_or_removed_by_a_fault_of_ours(open_ledger: Open) -> None:
    with open_ledger() as one:
        one.commit(*booked("B-1"))
        for statement in ("DELETE FROM entry", "UPDATE entry SET at = ''"):
            with pytest.raises(Contradiction), one.inside() as connection:
                connection.execute(statement)


def test_a_later_version_is_left_alone(open_ledger: Open, tmp_path: Path) -> None:
    open_ledger().close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    with pytest.raises(LedgerTooNew):
        open_ledger()


def test_times_are_kept_with_their_zone(open_ledger: Open, clock: FakeClock) -> None:
    with open_ledger() as one:
        clock.set(MORNING - timedelta(hours=3))
        one.commit(*booked("B-1"))
        clock.set(MORNING)
        one.commit(*booked("B-2"))
        clock.set(MORNING - timedelta(days=400))
        one.commit(*booked("B-3"))
        assert one.state.latest == MORNING
    with open_ledger() as again:
        assert again.state.latest == MORNING
        assert [one.at for one in again.entries()][2] == MORNING - timedelta(days=400)


def test_no_name_fits_into_a_booking() -> None:
    kept = set(msgspec.structs.asdict(booking("B-1")))
    assert not kept & {"name", "first_name", "birth_date", "address", "code"}


def test_another_key_opens_nothing(open_ledger: Open, tmp_path: Path, clock: FakeClock) -> None:
    with open_ledger() as one:
        one.commit(*booked("B-1"))
    with pytest.raises(LedgerDamaged):
        PickupLedger(tmp_path, clock, key=bytes(32))
    with open_ledger() as again:
        assert "B-1" in again.state.pickups, "the attempt changed nothing"
