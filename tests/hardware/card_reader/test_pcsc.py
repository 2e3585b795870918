"""The PC/SC source on functions that fail as told: cards that tremble, are mute, or lay there before."""

import builtins
import logging
from datetime import UTC, datetime
from typing import Any

import pytest

from hardware.card_reader.pcsc import GONE_SECONDS, TRIES, PcscCards, scard
from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from tests.emulators.pcsc_library import UID, PcscLibrary

UID_HEX = bytes(UID).hex().upper()


def waits(_seconds: float) -> None:
    """No time passes."""


class Walking(FakeClock):
    """Each look at it comes so much later that no card is taken for the one before."""

    def monotonic(self) -> float:
        self.advance(GONE_SECONDS)
        return super().monotonic()


def frozen() -> FakeClock:
    return FakeClock(datetime(2026, 11, 25, tzinfo=UTC))


def opened(library: PcscLibrary, reader: str = "", clock: FakeClock | None = None) -> PcscCards:
    """After its first look."""
    source = PcscCards(reader, clock or Walking(datetime(2026, 11, 25, tzinfo=UTC)), lambda: library)
    source.open()
    assert source.read(waits) == []
    return source


def uids(source: PcscCards) -> list[str]:
    return [card.uid for card in source.read(waits)]


def test_a_card_that_lay_there_before_was_not_put_there() -> None:
    library = PcscLibrary()
    library.put()
    source = opened(library)
    assert uids(source) == []
    library.take()
    assert uids(source) == []
    library.put()
    assert uids(source) == [UID_HEX]


def test_taken_away_and_put_down_between_two_looks_is_a_new_showing() -> None:
    library = PcscLibrary()
    source = opened(library)
    library.put()
    assert uids(source) == [UID_HEX]
    library.take()
    library.put()
    assert uids(source) == [UID_HEX]
    assert uids(source) == []


def test_a_card_at_the_edge_of_the_field_is_one_showing() -> None:
    library, clock = PcscLibrary(), frozen()
    source, told = opened(library, clock=clock), list[str]()
    for _ in range(10):
        library.put()
        told += uids(source)
        clock.advance(GONE_SECONDS / 2)
        library.take()
        told += uids(source)
    library.put((*UID, 0x55, 0x90, 0))
    assert (told, uids(source)) == ([UID_HEX], [UID_HEX + "55"])


def test_it_asks_for_the_number_as_pcsc_says() -> None:
    library = PcscLibrary()
    source = opened(library)
    for protocol, header in ((1, "header T=0"), (2, "header T=1")):
        library.protocol = protocol
        library.put()
        assert uids(source) == [UID_HEX]
        assert library.sent[-1] == (header, [0xFF, 0xCA, 0, 0, 0])
        library.take()
        assert uids(source) == []


@pytest.mark.parametrize(("failures", "told"), [(1, [UID_HEX]), (TRIES - 1, [UID_HEX]), (TRIES, [])])
def test_a_card_that_is_still_moving_is_asked_again(failures: int, told: list[str]) -> None:
    library = PcscLibrary()
    source = opened(library)
    library.put()
    library.failing_connects = failures
    assert uids(source) == told
    assert uids(source) == []
    assert library.connects == library.disconnects


@pytest.mark.parametrize("answer", [(0x6D, 0x00), (0x6A, 0x81), (0x90, 0x00), ()])
def test_a_card_without_a_number_is_ignored(answer: tuple[int, ...], caplog: pytest.LogCaptureFixture) -> None:
    library = PcscLibrary()
    source = opened(library)
    with caplog.at_level(logging.DEBUG):
        library.put(answer)
        assert uids(source) == []
        library.take()
        assert uids(source) == []
        library.put()
        assert uids(source) == [UID_HEX]
    assert [record.getMessage() for record in caplog.records] == ["a card without a lasting number was shown"]
    assert UID_HEX not in caplog.text


def test_only_readers_with_the_name_count() -> None:
    library = PcscLibrary()
    library.readers = ["Yubico YubiKey CCID 00 00", "ACS ACR122U PICC Interface 01 00"]
    source = opened(library, "acr122u picc")
    library.put()
    assert uids(source) == [UID_HEX]
    with pytest.raises(HardwareError) as fault:
        PcscCards("Omnikey", frozen(), lambda: library).open()
    assert fault.value.code == "card_reader.missing"


def test_all_readers_count_where_none_is_named() -> None:
    library = PcscLibrary()
    library.readers = ["one", "two"]
    source = opened(library)
    library.put()
    assert uids(source) == [UID_HEX], "one card, though the library shows it on both"
    assert library.connects == 2
    library.readers.append("three")
    assert uids(source) == [], "what lies on a reader that was just plugged in was not put there"


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (PcscLibrary.SCARD_E_NO_SERVICE, "card_reader.no_service"),
        (PcscLibrary.SCARD_W_SECURITY_VIOLATION, "card_reader.refused"),
        (PcscLibrary.SCARD_E_NO_ACCESS, "card_reader.refused"),
    ],
)
def test_a_service_that_does_not_serve(result: int, code: str) -> None:
    library = PcscLibrary()
    library.established = result
    source = PcscCards("", frozen(), lambda: library)
    with pytest.raises(HardwareError, match=f"{result:#x}") as fault:
        source.open()
    assert fault.value.code == code
    source.close()
    assert library.contexts == 0


def test_a_reader_unplugged_between_two_questions_is_missing_at_the_next() -> None:
    library = PcscLibrary()
    source = opened(library)
    library.waiting = library.SCARD_E_UNKNOWN_READER
    assert uids(source) == []
    library.readers = []
    with pytest.raises(HardwareError) as fault:
        source.read(waits)
    assert fault.value.code == "card_reader.missing"


@pytest.mark.parametrize("how", ["listing", "waiting", "forgotten"])
def test_a_service_that_dies(how: str) -> None:
    library = PcscLibrary()
    source = opened(library)
    if how == "listing":
        library.listing = library.SCARD_E_NO_SERVICE
    elif how == "waiting":
        library.waiting = library.SCARD_F_COMM_ERROR
    else:
        library.listing = SystemError("returned NULL without setting an exception")
    with pytest.raises(HardwareError) as fault:
        source.read(waits)
    assert fault.value.code == "card_reader.no_service"
    source.close()
    source.close()
    assert library.contexts == 0


def test_without_pyscard_the_technician_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    imports = builtins.__import__

    def without(name: str, *more: Any, **further: Any) -> Any:
        if name.startswith("smartcard"):
            raise ImportError(f"No module named {name}")
        return imports(name, *more, **further)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(HardwareError) as fault:
        PcscCards("", frozen(), scard).open()
    assert fault.value.code == "card_reader.no_library"
