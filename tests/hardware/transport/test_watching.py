"""The watching itself: pauses that double, rest, a source that hangs, and nothing after the end."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from hardware.host.clock import FakeClock
from hardware.transport import trouble, watching
from hardware.transport.watching import Watch
from tests.contracts.speech_worlds import until

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
PATIENCE_SECONDS = 10.0


class Scripted:
    """A source that fails as told, counts, and can hang."""

    def __init__(self, *, there: bool = True) -> None:
        self.there, self.trouble = there, ""
        self.opened = self.closed = self.reads = 0
        self.go_on = threading.Event()
        self.go_on.set()

    def open(self) -> None:
        self.opened += 1
        if not self.there:
            raise trouble.missing("nothing", "here")

    def read(self, pause: Callable[[float], object]) -> list[int]:
        self.go_on.wait(PATIENCE_SECONDS)
        self.reads += 1
        pause(0.001)
        return [self.reads]

    def close(self) -> None:
        self.closed += 1


def watch(source: Scripted, *, longest: float = 0.02, off_at_rest: bool = False, looking: bool = True) -> Watch[int]:
    clock = FakeClock(START)
    return Watch(source, name="thing", clock=clock, reopen_seconds=longest, looking=looking, off_at_rest=off_at_rest)


def test_pauses_double_up_to_the_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "FIRST_PAUSE_SECONDS", 0.001)
    source = Scripted(there=False)
    made = watch(source, longest=0.004)
    pauses: list[float] = []
    pause = made._pause

    def noted(seconds: float) -> None:
        pauses.append(seconds)
        pause(seconds)

    monkeypatch.setattr(made, "_pause", noted)
    made.start(lambda _: None)
    until(lambda: source.opened >= 6)
    made.close()
    assert pauses[:4] == [0.001, 0.002, 0.004, 0.004]
    assert source.closed == source.opened, "what cannot be opened is let go as well"
    assert made.state().trouble == "port.missing"


def test_a_source_that_is_open_may_have_a_trouble_of_its_own() -> None:
    source = Scripted()
    made = watch(source)
    assert made.state().trouble == "thing.starting"
    made.start(lambda _: None)
    until(lambda: made.state().trouble == "")
    source.trouble = "thing.dark"
    until(lambda: made.state().trouble == "thing.dark")
    source.trouble = ""
    until(lambda: made.state().trouble == "")
    made.close()
    assert source.opened == 1


def test_at_rest_it_is_read_and_nothing_is_told() -> None:
    source, told = Scripted(), list[int]()
    made = watch(source, looking=False)
    made.start(told.append)
    until(lambda: source.reads > 20)
    assert told == []
    made.look(True)
    until(lambda: len(told) > 0)
    assert told[0] > 20
    made.close()


def test_at_rest_it_is_closed_where_that_is_wanted() -> None:
    source, told = Scripted(), list[int]()
    made = watch(source, looking=False, off_at_rest=True)
    made.start(told.append)
    assert (made.state().trouble, made.state().looking) == ("", False)
    for turn in range(1, 6):
        made.look(True)
        until(lambda: len(told) > 0)
        assert source.opened == turn
        made.look(False)
        until(lambda turn=turn: source.closed == turn)  # type: ignore[misc]
        told.clear()
    made.close()
    assert source.opened == source.closed == 5


def test_a_wish_ends_the_pause_of_a_missing_device() -> None:
    source = Scripted(there=False)
    made = watch(source, longest=600)
    made.start(lambda _: None)
    for attempts in range(1, 16):
        until(lambda attempts=attempts: source.opened >= attempts)  # type: ignore[misc]
        made.look(attempts % 2 == 0)
    made.close()
    assert source.opened >= 15


def test_a_source_that_hangs_keeps_nobody_from_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "CLOSE_SECONDS", 0.05)
    source, told = Scripted(), list[int]()
    source.go_on.clear()
    made = watch(source)
    made.start(told.append)
    made.close()
    source.go_on.set()
    assert made._thread is not None
    made._thread.join(PATIENCE_SECONDS)
    assert told == [], "what it reads after the end is told to nobody"
    made.close()


def test_it_may_be_closed_by_what_it_tells() -> None:
    source = Scripted()
    made = watch(source)
    told: list[int] = []

    def shown(news: int) -> None:
        told.append(news)
        made.close()

    made.start(shown)
    until(lambda: source.closed == 1)
    assert told == [1]


def test_closing_what_never_started_does_nothing() -> None:
    source = Scripted()
    watch(source).close()
    assert (source.opened, source.closed) == (0, 0)
