"""Messages of the city: what is done with each, and what the agent is told when it cannot be done."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import pytest

from content.sync.signing import Incoming, IncomingKind
from kiosk.handlers.pickup_city import CityMessages


class Custody:
    """Writes down who asked what, and in which thread."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.fault: Exception | None = None

    def _note(self, *what: object) -> None:
        if self.fault is not None:
            raise self.fault
        self.asked.append((threading.current_thread().name, *what))

    def take_booking(self, message: Mapping[str, Any]) -> None:
        self._note("take_booking", message["id"])

    def withdraw(self, booking: str) -> None:
        self._note("withdraw", booking)

    def keep_longer(self, booking: str, until: datetime) -> None:
        self._note("keep_longer", booking, until.isoformat())

    def release_lock(self, pickup: str, by: str) -> None:
        self._note("release_lock", pickup, by)


def elsewhere(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="lockers").start()


def message(kind: IncomingKind, **payload: object) -> Incoming:
    return Incoming(device="T-1", number=1, kind=kind, payload=payload)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (message("booking", id="B-1"), ("take_booking", "B-1")),
        (message("withdraw", booking="B-1"), ("withdraw", "B-1")),
        (
            message("keep_longer", booking="B-1", until="2026-12-24T12:00:00+01:00"),
            ("keep_longer", "B-1", "2026-12-24T12:00:00+01:00"),
        ),
        (message("release_lock", booking="B-1"), ("release_lock", "B-1", "city")),
    ],
)
def test_it_is_done_in_the_lockers_thread_before_it_returns(said: Incoming, asked: tuple[object, ...]) -> None:
    custody = Custody()
    CityMessages(custody=custody, run=elsewhere).apply(said)
    assert custody.asked == [("lockers", *asked)]


@pytest.mark.parametrize(
    "said",
    [
        message("withdraw"),
        message("release_lock", booking=7),
        message("keep_longer", booking="B-1"),
        message("keep_longer", booking="B-1", until="2026-12-24T12:00:00"),
        message("keep_longer", booking="B-1", until=7),
    ],
)
def test_what_cannot_be_read_is_refused_for_good(said: Incoming) -> None:
    with pytest.raises(ValueError, match="message"):
        CityMessages(custody=Custody(), run=elsewhere).apply(said)


def test_a_full_disk_is_told_so_that_it_comes_again() -> None:
    custody = Custody()
    custody.fault = OSError("the disk is full")
    with pytest.raises(OSError, match="full"):
        CityMessages(custody=custody, run=elsewhere).apply(message("booking", id="B-1"))


def test_a_terminal_that_does_not_answer_leaves_it_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.handlers.pickup_city.PATIENCE_SECONDS", 0.0)
    with pytest.raises(TimeoutError):
        CityMessages(custody=Custody(), run=lambda _: None).apply(message("booking", id="B-1"))
