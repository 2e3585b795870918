"""Bytes of a scanner on a serial line: cut anywhere, in two character sets, with garbage between."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.host.clock import FakeClock
from hardware.scanner.codes import LONGEST, scan_of, scan_of_bytes
from hardware.scanner.serial import GONE_SECONDS, LONGEST_BYTES, QUIET_SECONDS, CodeLines
from tests.hardware.presence.test_serial_sensor import Pieces

PRINTABLE = st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable() and not text.isspace())


def waits(_seconds: float) -> None:
    """No time passes."""


def scanned(pieces: list[bytes], clock: FakeClock | None = None, seconds: float = 0.0) -> list[str]:
    """:param seconds: pass after each piece."""
    clock = clock or FakeClock(datetime(2026, 11, 25, tzinfo=UTC))
    source = CodeLines(Pieces(list(pieces)), clock)
    source.open()
    found: list[str] = []
    for _ in pieces:
        found += [scan.text for scan in source.read(waits)]
        clock.advance(seconds)
    source.close()
    return found


@given(st.lists(PRINTABLE, max_size=6, unique=True), st.sampled_from(["\r", "\n", "\r\n"]), st.data())
def test_cut_anywhere_every_code_comes_out_once_and_in_order(codes: list[str], end: str, data: st.DataObject) -> None:
    stream, pieces = "".join(code + end for code in codes).encode(), []
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        pieces.append(stream[:cut])
        stream = stream[cut:]
    assert scanned(pieces) == codes


@given(st.lists(st.binary(max_size=500), max_size=10))
def test_what_comes_out_of_garbage_is_printable_and_not_too_long(garbage: list[bytes]) -> None:
    for text in scanned(garbage):
        assert 0 < len(text) <= LONGEST
        assert text.isprintable()


@given(st.binary(max_size=3000), st.from_regex(r"[A-Z0-9:]{8,40}", fullmatch=True))
def test_after_any_garbage_and_an_end_the_next_code_is_whole(garbage: bytes, code: str) -> None:
    assert scanned([garbage, b"\r\n"], seconds=GONE_SECONDS) is not None
    assert scanned([garbage, b"\r\n", b"", code.encode() + b"\r"], seconds=GONE_SECONDS)[-1] == code


def test_half_a_code_is_forgotten() -> None:
    assert scanned([b"1234", b"5678\r"]) == ["12345678"]
    assert scanned([b"1234", b"", b"5678\r"], seconds=QUIET_SECONDS) == ["5678"]


def test_a_program_that_was_kept_from_looking_does_not_make_half_a_code_of_a_whole_one() -> None:
    assert scanned([b"1234", b"5678\r"], seconds=10 * QUIET_SECONDS) == ["12345678"]


def test_utf_8_and_latin_1() -> None:
    assert scanned(["Müller\r".encode(), "Grün\r".encode("latin-1")]) == ["Müller", "Grün"]


def test_the_same_code_within_a_second_is_the_same_showing() -> None:
    assert scanned([b"A1\r", b"A1\r", b"B2\r", b"A1\r"], seconds=GONE_SECONDS / 4) == ["A1", "B2"]
    assert scanned([b"A1\r"] * 3, seconds=GONE_SECONDS) == ["A1"] * 3


@pytest.mark.parametrize("text", ["", " ", "a\tb", "a\x1db", "\x1b[A", "x" * (LONGEST + 1), "\u2028"])
def test_what_is_no_code(text: str) -> None:
    assert scan_of(text) is None
    assert scan_of_bytes(text.encode()) is None


def test_the_longest_code_in_the_longest_letters() -> None:
    text = "🏛" * LONGEST
    assert len(text.encode()) == LONGEST_BYTES
    assert scanned([text.encode() + b"\r"]) == [text]
