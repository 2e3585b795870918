"""What journald and a terminal get to read, and that rounds are not logged."""

import io
import logging
import re
import warnings
from collections.abc import Iterator

import pytest

from hardware.host.journal import Changes, set_up_logging


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    logging.captureWarnings(False)


def test_journald_gets_a_priority_on_every_line() -> None:
    out = io.StringIO()
    set_up_logging({"JOURNAL_STREAM": "8:1"}, stream=out)
    log = logging.getLogger("kiosk.printer")
    log.warning("paper low")
    try:
        raise ValueError("two\nlines")
    except ValueError:
        log.exception("worker failed")
    lines = out.getvalue().splitlines()
    assert lines[0] == "<4>kiosk.printer: paper low"
    assert len(lines) > 4
    assert all(line.startswith("<3>") for line in lines[1:])


def test_a_terminal_gets_time_and_level() -> None:
    out = io.StringIO()
    set_up_logging({}, stream=out)
    logging.getLogger("kiosk").info("ready")
    assert re.fullmatch(r"\d\d:\d\d:\d\d INFO    kiosk: ready\n", out.getvalue())


def test_set_up_twice_writes_once_and_debug_stays_out() -> None:
    out = io.StringIO()
    for _ in range(2):
        set_up_logging({}, stream=out)
    logging.getLogger("kiosk").info("ready")
    logging.getLogger("kiosk").debug("every round")
    assert out.getvalue().count("\n") == 1


def test_warnings_of_libraries_reach_the_log() -> None:
    out = io.StringIO()
    set_up_logging({}, stream=out)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("old call", DeprecationWarning, stacklevel=1)
    assert "WARNING py.warnings" in out.getvalue()


def test_changes_are_logged_not_rounds(caplog: pytest.LogCaptureFixture) -> None:
    changes = Changes(logging.getLogger("kiosk.printer"))
    with caplog.at_level(logging.INFO):
        told = [changes.note("printer", state) for state in ("ready", "ready", "out", "out", "ready")]
        other = changes.note("content", "ready")
    assert told == [True, False, True, False, True]
    assert other
    assert [record.message for record in caplog.records] == [
        "printer: ready",
        "printer: out (was: ready)",
        "printer: ready (was: out)",
        "content: ready",
    ]
