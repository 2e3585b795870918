"""What only the true pcscd shows: it stops and starts again, a card lies there, nothing is left behind."""

import queue
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.card_reader.interface import Card
from hardware.card_reader.pcsc import PcscReader
from hardware.card_reader.settings import CardReaderSettings
from hardware.host.clock import FakeClock
from tests.contracts.speech_worlds import until
from tests.emulators.vpcd import READER, Pcscd, VirtualCard, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "it is there")

PATIENCE_SECONDS = 10.0
UID = "04A2B3C4"
ANSWER = bytes.fromhex(UID) + b"\x90\x00"


@pytest.fixture
def service() -> Iterator[Pcscd]:
    """Not started."""
    made = Pcscd()
    yield made
    made.stop()


@pytest.fixture
def told() -> "queue.Queue[Card]":
    return queue.Queue()


@pytest.fixture
def reader(told: "queue.Queue[Card]") -> Iterator[PcscReader]:
    """Started."""
    settings = CardReaderSettings(driver="pcsc", reader=READER, reopen_seconds=0.02)
    made = PcscReader(settings, clock=FakeClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC)))
    made.start(told.put)
    yield made
    made.close()


def test_a_service_that_comes_and_goes(service: Pcscd, reader: PcscReader, told: "queue.Queue[Card]") -> None:
    until(lambda: reader.state().trouble == "card_reader.no_service")
    service.start(reader=False)
    until(lambda: reader.state().trouble == "card_reader.missing")
    service.stop()
    service.start()
    until(lambda: reader.state().trouble == "")
    opened = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        service.stop()
        until(lambda: reader.state().trouble == "card_reader.no_service")
        service.start()
        until(lambda: reader.state().trouble == "")
    assert len(list(Path("/proc/self/fd").iterdir())) <= opened
    card = VirtualCard(service.port, ANSWER)
    assert told.get(timeout=PATIENCE_SECONDS).uid == UID
    card.take_away()


def test_a_card_that_lies_there_is_told_once(service: Pcscd, reader: PcscReader, told: "queue.Queue[Card]") -> None:
    service.start()
    until(lambda: reader.state().trouble == "")
    card = VirtualCard(service.port, ANSWER)
    assert told.get(timeout=PATIENCE_SECONDS).uid == UID
    with pytest.raises(queue.Empty):
        told.get(timeout=1.0)
    card.take_away()


def test_a_card_without_a_number_is_ignored(service: Pcscd, reader: PcscReader, told: "queue.Queue[Card]") -> None:
    service.start()
    until(lambda: reader.state().trouble == "")
    mute = VirtualCard(service.port, b"\x6d\x00")
    with pytest.raises(queue.Empty):
        told.get(timeout=1.0)
    mute.take_away()
    assert reader.state().trouble == ""
