"""The watching itself: pauses that double, silence that is seen, a source that hangs, no crowd of messages."""

import math
import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from hardware.host.clock import FakeClock
from hardware.presence import watching
from hardware.presence.watching import SILENT, WatchedSource
from hardware.transport import trouble

CLOCK = FakeClock(datetime(2026, 11, 24, tzinfo=UTC))
PATIENCE_SECONDS = 10.0


class Scripted:
    """A source that fails as told, counts, and can hang."""

    def __init__(self, *, works: bool = True, silent_seconds: float = math.inf) -> None:
        self.works, self.silent_seconds = works, silent_seconds
        self.opened = self.closed = self.reads = 0
        self.go_on, self.enough = threading.Event(), threading.Event()
        self.go_on.set()

    def open(self) -> None:
        self.opened += 1
        if self.opened >= 5:
            self.enough.set()
        if not self.works:
            raise trouble.missing("nothing", "here")

    def read(self, pause: Callable[[float], object]) -> bool:
        self.go_on.wait(PATIENCE_SECONDS)
        self.reads += 1
        if self.reads >= 50:
            self.enough.set()
        pause(0.001)
        return True

    def close(self) -> None:
        self.closed += 1


def test_pauses_double_up_to_the_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "FIRST_PAUSE_SECONDS", 0.001)
    source = Scripted(works=False)
    watch = WatchedSource(source, clock=CLOCK, reopen_seconds=0.004)
    pauses: list[float] = []
    wait = watch._closed.wait

    def noted(seconds: float | None = None) -> bool:
        pauses.append(seconds or 0)
        return wait(seconds)

    monkeypatch.setattr(watch._closed, "wait", noted)
    watch.start(lambda: None)
    assert source.enough.wait(PATIENCE_SECONDS)
    watch.close()
    assert pauses[:4] == [0.001, 0.002, 0.004, 0.004]
    assert source.closed == source.opened, "what cannot be opened is let go as well"


def test_movement_without_end_is_told_once_a_second() -> None:
    source, told = Scripted(), []
    watch = WatchedSource(source, clock=CLOCK, reopen_seconds=1)
    watch.start(lambda: told.append(1))
    assert source.enough.wait(PATIENCE_SECONDS)
    watch.close()
    assert 1 <= len(told) < source.reads / 10


def test_a_source_that_falls_silent_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Scripted(silent_seconds=0.0)
    watch = WatchedSource(source, clock=CLOCK, reopen_seconds=1)
    watch.start(lambda: None)
    assert source.enough.wait(PATIENCE_SECONDS)
    source.go_on.clear()
    state = watch.state()
    assert (state.works, state.trouble) == (False, SILENT)
    source.go_on.set()
    watch.close()


def test_a_source_that_hangs_keeps_nobody_from_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "CLOSE_SECONDS", 0.05)
    source, told = Scripted(), []
    source.go_on.clear()
    watch = WatchedSource(source, clock=CLOCK, reopen_seconds=1)
    watch.start(lambda: told.append(1))
    watch.close()
    assert told == []
    source.go_on.set()
    assert watch._thread is not None
    watch._thread.join(PATIENCE_SECONDS)
    assert told == [], "what it reads after the end is told to nobody"
