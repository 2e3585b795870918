"""The list of faults: begins and ends, comes back, stays bounded, and survives damage."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.staff.faults import FILE, MOST, Fault, FaultLog

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def fault(code: str = "printer.paper_out", seconds: float = 0, source: str = "printer") -> Fault:
    since = NOON + timedelta(seconds=seconds)
    return Fault(source=source, code=code, name="Drucker", what="Leer.", remedy="Füllen.", since=since)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_a_fault_begins_goes_on_and_ends(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    assert log.note(fault(), "printer", at(0))
    assert not log.note(fault(seconds=5), "printer", at(5))
    assert log.note(None, "printer", at(60))
    assert not log.note(None, "printer", at(61))
    (one,) = FaultLog(tmp_path).all
    assert (one.since, one.until) == (at(0), at(60))


def test_another_fault_of_the_same_source_ends_the_one_before(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    log.note(fault(), "printer", at(0))
    log.note(fault("printer.cover_open", 10), "printer", at(10))
    assert [(one.code, one.until) for one in log.all] == [("printer.cover_open", None), ("printer.paper_out", at(10))]


def test_a_shaky_cable_fills_no_list(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    for second in range(0, 400, 10):
        log.note(fault("printer.no_answer", second), "printer", at(second))
        log.note(None, "printer", at(second + 5))
    assert [one.times for one in log.all] == [40]
    log.note(fault("printer.no_answer", 1000), "printer", at(1000))
    assert len(log.all) == 2


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    for minute in range(0, 2 * (MOST + 20), 2):
        log.note(fault(seconds=60 * minute), "printer", at(60 * minute))
        log.note(None, "printer", at(60 * minute + 1))
    assert len(FaultLog(tmp_path).all) == MOST
    assert log.all[0].since == at(60 * 2 * (MOST + 19))


def test_damage_begins_a_new_list(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"[{]")
    log = FaultLog(tmp_path)
    assert log.all == ()
    assert log.note(fault(), "printer", at(0))
    assert len(FaultLog(tmp_path).all) == 1


STEPS = st.lists(
    st.tuples(st.sampled_from(["printer", "content"]), st.sampled_from(["", "a", "b"]), st.integers(1, 90)), max_size=30
)


@given(STEPS)
@settings(max_examples=40)
def test_at_any_time_each_source_has_what_was_said_last(tmp_path_factory, steps) -> None:  # type: ignore[no-untyped-def]  # fixtures of pytest in a hypothesis test
    log, seconds, last = FaultLog(tmp_path_factory.mktemp("faults")), 0, {}
    for source, code, gone in steps:
        seconds += gone
        log.note(fault(code, seconds, source) if code else None, source, at(seconds))
        last[source] = code
    for source, code in last.items():
        now = log.open(source)
        assert (now.code if now else "") == code
    assert all(one.until is None or one.until >= one.since for one in log.all)
