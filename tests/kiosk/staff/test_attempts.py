"""Wrong PINs: growing waits that no restart, power cut or clock makes shorter, and an attempt that is never free."""

import os
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.host.clock import FakeClock
from kiosk.staff.attempts import DELAYS, FILE, Attempts, AttemptsUnusable, delay_after

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def wrong(attempts: Attempts, clock: FakeClock, count: int) -> None:
    """So many wrong PINs, each as soon as it may be tried."""
    for _ in range(count):
        clock.advance(attempts.waiting())
        assert attempts.begin() == 0.0


def test_the_waits_grow_and_a_right_pin_ends_them(tmp_path: Path) -> None:
    clock = FakeClock(NOON)
    attempts = Attempts(tmp_path, clock, "boot")
    seen = []
    for _ in range(9):
        wrong(attempts, clock, 1)
        seen.append(attempts.waiting())
    assert seen == [0, 0, 5, 15, 60, 300, 900, 900, 900]
    clock.advance(900)
    attempts.right()
    assert (attempts.waiting(), attempts.failures) == (0.0, 0)


def test_too_early_is_not_an_attempt(tmp_path: Path) -> None:
    clock = FakeClock(NOON)
    attempts = Attempts(tmp_path, clock, "boot")
    wrong(attempts, clock, 3)
    clock.advance(2)
    assert attempts.begin() == 3.0
    assert attempts.failures == 3


def test_another_process_of_the_same_run_goes_on_waiting(tmp_path: Path) -> None:
    clock = FakeClock(NOON)
    wrong(Attempts(tmp_path, clock, "boot"), clock, 5)
    clock.advance(20)
    assert Attempts(tmp_path, clock, "boot").waiting() == 40.0


def test_after_a_restart_of_the_machine_the_whole_wait_begins_again(tmp_path: Path) -> None:
    clock = FakeClock(NOON)
    wrong(Attempts(tmp_path, clock, "boot"), clock, 6)
    clock.advance(290)
    later = FakeClock(NOON + timedelta(days=2))
    again = Attempts(tmp_path, later, "next boot")
    assert again.waiting() == 300.0
    later.advance(100)
    assert again.waiting() == 200.0
    assert Attempts(tmp_path, FakeClock(NOON), "third boot").begin() == 300.0


@given(hours=st.integers(-100_000, 100_000), failures=st.integers(3, 12), gone=st.floats(0, 899))
def test_setting_the_clock_changes_no_wait(
    tmp_path_factory: pytest.TempPathFactory, hours: int, failures: int, gone: float
) -> None:
    clock = FakeClock(NOON)
    attempts = Attempts(tmp_path_factory.mktemp("pins"), clock, "boot")
    wrong(attempts, clock, failures)
    clock.advance(gone)
    clock.set(NOON + timedelta(hours=hours))
    assert attempts.waiting() == pytest.approx(max(0.0, delay_after(failures) - gone))


@pytest.mark.parametrize(
    "bytes_", [b"", b"{", b"\xff\xfe", b'{"failures": -1}', b'{"failures": "0"}', b'{"failure": 0}']
)
def test_a_damaged_count_lets_nobody_in(tmp_path: Path, bytes_: bytes) -> None:
    (tmp_path / FILE).write_bytes(bytes_)
    attempts = Attempts(tmp_path, FakeClock(NOON), "boot")
    with pytest.raises(AttemptsUnusable):
        attempts.begin()
    with pytest.raises(AttemptsUnusable):
        attempts.waiting()
    attempts.forget()
    assert attempts.begin() == 0.0


def test_a_disk_that_cannot_be_written_lets_nobody_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    attempts = Attempts(tmp_path, FakeClock(NOON), "boot")
    monkeypatch.setattr("kiosk.staff.attempts.write_atomically", full)
    with pytest.raises(AttemptsUnusable):
        attempts.begin()


def test_many_at_once_are_all_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.staff.attempts.DELAYS", (0.0,))
    clock = FakeClock(NOON)
    threads = [
        threading.Thread(target=lambda: [Attempts(tmp_path, clock, "boot").begin() for _ in range(10)])
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Attempts(tmp_path, clock, "boot").failures == 60


CHILD = """
import os, signal, sys
from pathlib import Path
from hardware.host.clock import SystemClock
from kiosk.staff import attempts
after = sys.argv[2]
real = attempts.write_atomically
def write(*words):
    if after == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*words)
    if after == "written":
        os.kill(os.getpid(), signal.SIGKILL)
attempts.write_atomically = write
attempts.Attempts(Path(sys.argv[1]), SystemClock(), "boot").begin()
os.kill(os.getpid(), signal.SIGKILL)  # the PIN was about to be looked at
"""


@pytest.mark.parametrize(("killed", "counted"), [("before", 2), ("written", 3), ("later", 3)])
def test_a_process_killed_in_the_middle_gets_no_free_attempt(tmp_path: Path, killed: str, counted: int) -> None:
    """Killed before the count was on disk, the PIN was not looked at either."""
    clock = FakeClock(NOON)
    wrong(Attempts(tmp_path, clock, "boot"), clock, 2)
    done = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path), killed], env=os.environ, check=False)
    assert done.returncode == -signal.SIGKILL
    assert Attempts(tmp_path, clock, "boot").failures == counted


def test_the_waits_never_shrink() -> None:
    assert sorted(DELAYS) == list(DELAYS)
    assert [delay_after(n) for n in range(4)] == [0.0, 0.0, 0.0, 5.0]
