"""The day in figures, from the tickets themselves; and as a table that a spreadsheet reads."""

import csv
import io
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hardware.host.clock import FakeClock
from kiosk.ticketing.command import read_figures, run
from kiosk.ticketing.figures import DAYS, HEAD, as_csv, figures, waits
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.model import TicketState
from tests.kiosk.presenters.staff.worlds import ticket
from tests.kiosk.world import WEDNESDAY

TODAY = WEDNESDAY.date()


def test_numbers_waits_and_contingents_of_a_morning() -> None:
    tickets = [
        ticket(1, "ausweis", 5, wait=4),
        ticket(2, "ausweis", 50, wait=10),
        ticket(3, "wohnung", 130),
        replace(ticket(4, "wohnung", 131), state=TicketState.VOID),
        ticket(5, "ausweis", 5, days=1),
        ticket(6, "ausweis", 5, days=DAYS),
    ]
    one = figures(tickets, TODAY, {"ausweis": 40, "wohnung": None, "fundbuero": 5})
    assert (one.drawn, one.void) == (3, 1)
    assert one.hours() == ((8, 2), (9, 0), (10, 1))
    assert [(c.concern, c.drawn, c.waiting, c.left) for c in one.concerns] == [
        ("ausweis", 2, 0, 38),
        ("wohnung", 1, 1, None),
        ("fundbuero", 0, 0, 5),
    ]
    assert (one.waits.called, one.waits.middle, one.waits.long) == (2, 7, 10)
    assert dict(one.papers)[TODAY] == 3
    assert dict(one.papers)[TODAY - timedelta(days=1)] == 1
    assert len(one.papers) == DAYS


def test_a_day_without_numbers_is_a_table_too() -> None:
    one = figures((), TODAY, {"ausweis": 10})
    assert (one.hours(), one.waits.middle) == ((), None)
    rows = list(csv.DictReader(io.StringIO(as_csv(one)), delimiter=";"))
    assert [(row["concern"], row["drawn"], row["left"]) for row in rows] == [("ausweis", "0", "10")]


def test_the_table_adds_up_and_tells_nothing_about_a_person() -> None:
    tickets = [ticket(n, f"c{n % 3}", n * 7, wait=n) for n in range(40)]
    text = as_csv(figures(tickets, TODAY, {"c0": 9, "c1": None, "c2": None}))
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert tuple(rows[0]) == HEAD
    hours = [row for row in rows if row["hour"]]
    whole = [row for row in rows if not row["hour"]]
    assert sum(int(row["drawn"]) for row in hours) == sum(int(row["drawn"]) for row in whole) == 40
    assert all(one.id not in text and one.visit_id not in text and one.label not in text for one in tickets)


@given(st.lists(st.integers(0, 300), min_size=1, max_size=60))
def test_waits_lie_where_they_should(minutes: list[int]) -> None:
    one = waits(ticket(n, "a", 0, wait=wait) for n, wait in enumerate(minutes))
    assert one.middle is not None and one.long is not None
    assert min(minutes) <= one.middle <= max(minutes)
    assert sum(wait <= one.long for wait in minutes) >= 0.9 * len(minutes)
    assert one.long in minutes


def test_a_clock_set_back_is_no_negative_wait() -> None:
    one = replace(ticket(1, "a", 60), called_at=WEDNESDAY.replace(hour=8, minute=30))
    assert waits([one]).middle == 0


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A ledger in use by a kiosk, as it stands under `--state`."""
    return tmp_path / "state"


def test_the_command_reads_a_ledger_that_is_in_use(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from content.model.town import Concern
    from tests.kiosk.presenters.staff.worlds import content

    concern: Concern = content().concerns["ausweis"]
    with Ledger(state / "tickets", FakeClock(WEDNESDAY)) as ledger:
        with ledger.write() as book:
            for visit in ("v1", "v2"):
                book.add(visit, concern, before=0, minutes=None)
        assert run(["--csv", "--day", TODAY.isoformat(), "--state", str(state.parent)]) == 0
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter=";"))
        assert [(row["hour"], row["concern"], row["drawn"]) for row in rows] == [
            ("10", "ausweis", "2"),
            ("", "ausweis", "2"),
        ]
        assert run(["--day", TODAY.isoformat(), "--state", str(state.parent)]) == 0
        assert "2 numbers" in capsys.readouterr().out
        with ledger.read() as page:
            assert len(page.tickets_of_days(TODAY, 1)) == 2
            assert page.tickets_of_days(TODAY - timedelta(days=1), DAYS) == ()


def test_no_ledger_and_a_broken_one_are_named(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--state", str(state.parent)]) == 1
    assert "--state" in capsys.readouterr().err
    (state / "tickets").mkdir(parents=True)
    (state / "tickets" / "tickets.sqlite3").write_bytes(b"no database at all" * 100)
    assert run(["--state", str(state.parent)]) == 1
    assert "cannot be read" in capsys.readouterr().err
    with pytest.raises(sqlite3.Error):
        read_figures(state / "tickets" / "tickets.sqlite3", TODAY, {})
