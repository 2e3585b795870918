"""The ledger on its disk: owned once, durable, append-only, migrated, and going on after damage."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock
from kiosk.ticketing import schema
from kiosk.ticketing.errors import LedgerDamaged, LedgerInUse, LedgerTooNew, LedgerUnwritable
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.life import What, retold
from kiosk.ticketing.model import NoNumber
from kiosk.ticketing.model import TicketState as S
from tests.kiosk.ticketing.scripted_printer import Does
from tests.kiosk.ticketing.world import House

Restart = Callable[[House], House]


def test_every_commit_is_synced(house: House) -> None:
    with house.ledger.write() as book:
        pragma = {
            name: book._db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_second_owner_is_told_clearly(house: House, tmp_path: Path, clock: FakeClock) -> None:
    with pytest.raises(LedgerInUse, match="already gives out numbers"):
        Ledger(tmp_path / "state", clock)
    house.ledger.close()
    Ledger(tmp_path / "state", clock).close()


def test_events_and_numbers_cannot_be_rewritten(house: House) -> None:
    ticket = house.draw("visit-1")
    for statement, words in (
        ("UPDATE event SET what = 'printed'", "never changed"),
        ("DELETE FROM event", "never removed"),
        ("DELETE FROM ticket", "never removed"),
        ("UPDATE ticket SET number = 7", "never changes"),
    ):
        with pytest.raises(sqlite3.IntegrityError, match=words), house.ledger.write() as book:
            book._db.execute(statement)
    assert house.ticket(ticket) == ticket


def test_the_state_follows_from_the_events(house: House) -> None:
    house.printer.does = Does.LOSES_FENCE
    ticket = house.drawn_and_printed("visit-1")
    house.issuer.settle(ticket.id, "missing", "visitor")
    house.issuer.settle(ticket.id, "phone", "visitor")
    house.queues.call_next("passport", "1.07")
    events = [What(what) for what in house.happened(ticket)]
    assert retold((what, None) for what in events) is house.ticket(ticket).state is S.PAPERLESS
    with pytest.raises(ValueError, match="print_begun cannot"):
        retold((what, None) for what in [*events, What.PRINT_BEGUN])


def test_a_failed_transaction_leaves_nothing(house: House) -> None:
    class Broken(Exception):
        pass

    with pytest.raises(Broken), house.ledger.write() as book:
        book.add("visit-1", house.concerns["passport"], before=0, minutes=None)
        raise Broken
    with house.ledger.read() as page:
        assert page.tickets(set(S)) == ()
        assert page.events() == ()


def test_readers_see_the_last_commit_and_never_wait(house: House) -> None:
    house.draw("visit-1")
    seen: list[int] = []

    def read() -> None:
        seen.append(house.queues.queue_states()["passport"].waiting)

    with house.ledger.write() as book:
        book.add("visit-2", house.concerns["passport"], before=1, minutes=None)
        reader = threading.Thread(target=read)
        reader.start()
        reader.join(timeout=30)
        assert seen == [1]
    assert house.queues.queue_states()["passport"].waiting == 2


def test_migrations_run_once_each_and_a_broken_one_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite3"
    steps = (("CREATE TABLE a (x)",), ("CREATE TABLE b (x)", "INSERT INTO b VALUES (1)"))
    connection = sqlite3.connect(path, isolation_level=None)
    assert [
        schema.migrate(connection, steps[:1]),
        schema.migrate(connection, steps),
        schema.migrate(connection, steps),
    ] == [
        0,
        1,
        2,
    ]
    assert connection.execute("SELECT count(*) FROM b").fetchone() == (1,)
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection, (*steps, ("CREATE TABLE c (x)", "CREATE TABEL d (x)")))
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'c'").fetchone() == (0,)
    with pytest.raises(LedgerTooNew, match="version 2, this software knows 1"):
        schema.migrate(connection, steps[:1])
    connection.close()


def test_a_ledger_of_later_software_is_left_alone(house: House, tmp_path: Path, clock: FakeClock) -> None:
    house.draw("visit-1")
    with house.ledger.write() as book:
        book._db.execute("PRAGMA user_version = 99")
    house.ledger.close()
    with pytest.raises(LedgerTooNew):
        Ledger(tmp_path / "state", clock)
    assert not list((tmp_path / "state").glob("*damaged*"))


def test_an_unwritable_folder(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(LedgerUnwritable):
        Ledger(tmp_path / "file", clock)


def test_a_full_disk_gives_no_number_and_sends_no_byte(house: House) -> None:
    ticket = house.draw("visit-1")
    with house.ledger.write() as book:
        pages = book._db.execute("PRAGMA page_count").fetchone()[0]
    house.ledger._writer.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LedgerUnwritable, match="room"):
        for number in range(2, 500):
            house.draw(f"visit-{number}")
    with pytest.raises(LedgerUnwritable):
        while True:
            with house.ledger.write() as book:
                book.note(What.PAUSED)
    with pytest.raises(LedgerUnwritable):
        house.issuer.print(ticket.id)
    assert house.printer.papers == [], "no intent on disk, no paper"
    assert house.ticket(ticket).state is S.DRAWN


# --- damage ------------------------------------------------------------------------------------------------------


def state(tmp_path: Path) -> Path:
    return tmp_path / "state" / "tickets.sqlite3"


def overwrite(path: Path, start: int, length: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * length)


@pytest.fixture
def used(house: House) -> House:
    """Forty visitors with paper, one without, and everything in the main file."""
    for number in range(40):
        house.drawn_and_printed(f"visit-{number}")
    house.drawn_and_printed("visit-car", "car")
    house.printer.does = Does.HAS_NO_PAPER
    house.drawn_and_printed("visit-last")
    house.ledger.close()
    return house


@pytest.mark.parametrize("what", ["header", "all", "schema", "middle", "emptied", "foreign"])
def test_a_damaged_file_is_kept_and_numbers_go_on_above(
    used: House, tmp_path: Path, restart: Restart, what: str
) -> None:
    path = state(tmp_path)
    size = path.stat().st_size
    if what == "emptied":
        path.write_bytes(b"")
    elif what == "foreign":
        path.unlink()
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE lunch (menu)")
        other.close()
    else:
        overwrite(path, *{"header": (0, 64), "all": (0, size), "schema": (100, 3900), "middle": (4096 * 3, 6000)}[what])
    house = restart(used)
    report = house.ledger.report
    assert report.numbers_known
    assert house.draw("visit-new").label == "A042"
    assert house.draw("visit-new", "car").label == "B002"
    if what != "emptied":  # SQLite takes an empty file for a new one; the mark does not
        assert report.damage
        assert (tmp_path / "state" / report.set_aside).stat().st_size > 0
        assert report.set_aside in str(report)
    with house.ledger.read() as page:
        notes = {event.what: event.detail for event in page.events() if not event.ticket}
    assert notes[What.DAY_BEGAN] == "mark"


def test_readable_tickets_are_taken_over_and_never_printed_again(used: House, tmp_path: Path, restart: Restart) -> None:
    path = state(tmp_path)
    connection = sqlite3.connect(path)
    root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'given_on'").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    overwrite(path, (root - 1) * size, size)
    house = restart(used)
    assert house.ledger.report.taken_over == 42
    states = {S.PRINTED: 41, S.UNCONFIRMED: 1}
    with house.ledger.read() as page:
        assert {state: len(page.tickets({state})) for state in states} == states
        (unsure,) = page.tickets({S.UNCONFIRMED})
    assert house.issuer.print(unsure.id).state is S.UNCONFIRMED
    assert house.queues.queue_states()["passport"].waiting == 41
    assert house.draw("visit-3").label == "A004", "its visit's own number"
    assert house.queues.queue_states()["car"].left_today == 2


def test_lost_numbers_still_count_for_the_contingent(house: House, tmp_path: Path, restart: Restart) -> None:
    for number in range(2):
        house.draw(f"visit-{number}", "car")
    house.ledger.close()
    overwrite(state(tmp_path), 0, 4096)
    again = restart(house)
    assert again.queues.queue_states()["car"].left_today == 1


@pytest.mark.parametrize("mark", [None, b"", b"\x00" * 80, b'{"working_day": "soon"}'])
def test_without_ledger_and_mark_no_number_is_given_until_staff_say_above_which(
    used: House, tmp_path: Path, restart: Restart, mark: bytes | None
) -> None:
    overwrite(state(tmp_path), 0, state(tmp_path).stat().st_size)
    path = tmp_path / "state" / "tickets.mark"
    path.unlink()
    if mark is not None:
        path.write_bytes(mark)
    house = restart(used)
    assert not house.ledger.report.numbers_known
    assert "until staff begin a day" in str(house.ledger.report)
    with pytest.raises(NoNumber, match="paused"):
        house.draw("visit-new")
    house = restart(house)
    with pytest.raises(NoNumber, match="paused"):
        house.draw("visit-new")
    house.queues.start_day(above=200)
    assert house.draw("visit-new").label == "A201"
    assert house.draw("visit-new", "car").label == "B201"
    house = restart(house)
    assert house.draw("visit-next").label == "A202"


def test_what_staff_said_outlives_the_ledger(used: House, tmp_path: Path, restart: Restart) -> None:
    house = restart(used)
    house.queues.start_day(above=200)
    house.ledger.close()
    overwrite(state(tmp_path), 0, 4096)
    assert restart(house).draw("visit-new").label == "A201"


def test_a_bad_mark_beside_a_good_ledger_is_written_anew(used: House, tmp_path: Path, restart: Restart) -> None:
    mark = tmp_path / "state" / "tickets.mark"
    mark.write_bytes(b"\xff\xfe")
    house = restart(used)
    assert house.ledger.report.numbers_known
    assert house.draw("visit-new").label == "A042"
    overwrite_all = state(tmp_path)
    house.ledger.close()
    overwrite(overwrite_all, 0, overwrite_all.stat().st_size)
    assert restart(house).draw("visit-after").label == "A043"


def test_a_disk_that_lied_about_the_last_commits(house: House, tmp_path: Path, restart: Restart) -> None:
    house.draw("visit-1")
    house.ledger.close()
    old = state(tmp_path).read_bytes()
    again = restart(house)
    assert [again.draw(f"visit-{n}").label for n in (2, 3)] == ["A002", "A003"]
    again.ledger.close()
    state(tmp_path).write_bytes(old)
    last = restart(again)
    assert last.draw("visit-4").label == "A004"
    with last.ledger.read() as page:
        assert [event.detail for event in page.events() if event.what == What.NUMBERS_SKIPPED] == ["A002-A003"]


def test_the_next_day_begins_anew_also_after_damage(
    used: House, tmp_path: Path, restart: Restart, clock: FakeClock
) -> None:
    overwrite(state(tmp_path), 0, 4096)
    clock.advance(24 * 3600)
    assert restart(used).draw("visit-new").label == "A001"


def test_damage_found_while_running_is_said_clearly(house: House, tmp_path: Path, restart: Restart) -> None:
    for number in range(40):
        house.draw(f"visit-{number}")
    house.ledger._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    overwrite(state(tmp_path), 4096, state(tmp_path).stat().st_size - 4096)
    house.ledger._reader.execute("PRAGMA cache_size = 0")
    house.ledger._reader.execute("PRAGMA shrink_memory")
    with pytest.raises(LedgerDamaged, match="numbers go on"), house.ledger.read() as page:
        page.tickets(set(S))
    house.ledger.close()
    assert restart(house).draw("visit-new").label == "A041"


def test_a_torn_write_ahead_log_loses_nothing_that_was_promised(house: House, tmp_path: Path, clock: FakeClock) -> None:
    """Power cut while a transaction is being written: cut the log at every 500 bytes and start again."""
    house.drawn_and_printed("visit-1")
    whole = {path.name: path.read_bytes() for path in (tmp_path / "state").iterdir()}
    before = len(whole["tickets.sqlite3-wal"])
    lost_at = []
    for cut in range(0, before, 500):
        folder = tmp_path / f"cut-{cut}"
        (folder / "state").mkdir(parents=True)
        for name, content in whole.items():
            if not name.endswith("-shm"):
                (folder / "state" / name).write_bytes(content[:cut] if name.endswith("-wal") else content)
        again = House(folder, clock)
        assert not again.ledger.report.damage
        with again.ledger.read() as page:
            known = page.tickets(set(S))
        again.issuer.recover()
        for ticket in known:
            printed = again.issuer.print(ticket.id)
            assert printed.state is not S.PRINTED or "print_begun" in again.happened(ticket)
        assert again.draw("visit-2").label == "A002", "above the mark, even where the log lost A001"
        lost_at.append(not known)
        again.ledger.close()
    assert lost_at[0] and not lost_at[-1], "the cuts cover both"
