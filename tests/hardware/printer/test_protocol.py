"""Bytes as Epson's reference and the emulator emupos have them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.printer.interface import Paper
from hardware.printer.protocol import (
    FENCE,
    Asb,
    Sorter,
    asb,
    error_byte,
    is_status,
    offline_byte,
    paper_byte,
    printer_byte,
    question,
)


def test_questions_and_fence() -> None:
    assert [question(which) for which in (1, 2, 3, 4)] == [
        bytes.fromhex(line) for line in ("10 04 01", "10 04 02", "10 04 03", "10 04 04")
    ]
    assert bytes.fromhex("1D 72 01") == FENCE


@pytest.mark.parametrize(
    ("first", "second", "fourth", "offline", "cover", "paper"),
    [
        (0x12, 0x12, 0x12, False, False, Paper.OK),
        (0x12, 0x12, 0x1E, False, False, Paper.LOW),
        (0x1A, 0x32, 0x7E, True, False, Paper.OUT),
        (0x1A, 0x16, 0x12, True, True, Paper.OK),
        (0x1A, 0x12, 0x12, True, False, Paper.OK),
    ],
)
def test_states_as_observed(first: int, second: int, fourth: int, offline: bool, cover: bool, paper: Paper) -> None:
    assert printer_byte(first).offline is offline
    assert offline_byte(second).cover_open is cover
    assert offline_byte(second).stopped_by_paper_end is (paper is Paper.OUT)
    assert paper_byte(fourth).paper is paper


@pytest.mark.parametrize(
    ("third", "fault"),
    [(0x12, ""), (0x16, "recoverable"), (0x1A, "cutter"), (0x32, "unrecoverable"), (0x52, "recoverable")],
)
def test_errors(third: int, fault: str) -> None:
    assert error_byte(third).fault == fault


@given(st.integers(0, 255))
def test_only_bytes_with_the_fixed_bits_are_answers(byte: int) -> None:
    assert is_status(byte) is (
        byte & 0x01 == 0 and byte & 0x02 != 0 and byte & 0x0C in (0, 4, 8, 12) and byte & 0x90 == 0x10
    )
    if not is_status(byte):
        for parse in (printer_byte, offline_byte, error_byte, paper_byte):
            with pytest.raises(ValueError, match="no answer"):
                parse(byte)


@pytest.mark.parametrize(
    ("frame", "meaning"),
    [
        ("10 00 00 00", Asb(False, False, "", Paper.OK)),
        ("10 00 03 00", Asb(False, False, "", Paper.LOW)),
        ("38 00 00 00", Asb(True, True, "", Paper.OK)),
        ("38 00 03 00", Asb(True, True, "", Paper.LOW)),
        ("18 00 0F 00", Asb(True, False, "", Paper.OUT)),
        ("18 08 00 00", Asb(True, False, "cutter", Paper.OK)),
    ],
)
def test_automatic_status(frame: str, meaning: Asb) -> None:
    assert asb(bytes.fromhex(frame)) == meaning


@pytest.mark.parametrize("frame", ["", "10 00 00", "12 00 00 00", "10 00 00 10", "10 80 00 00"])
def test_no_automatic_status(frame: str) -> None:
    with pytest.raises(ValueError, match="no automatic status"):
        asb(bytes.fromhex(frame))


def test_the_bytes_of_an_automatic_status_are_no_fences() -> None:
    sorted_ = Sorter().sort(bytes.fromhex("12 38 00 03 00 00 1E 03"))
    assert sorted_.statuses == (0x12, 0x1E)
    assert sorted_.fences == 2
    assert sorted_.asb == (Asb(True, True, "", Paper.LOW),)


def test_a_torn_automatic_status_does_not_hide_an_answer() -> None:
    sorter = Sorter()
    assert sorter.sort(bytes.fromhex("10 00 12")).statuses == (0x12,)
    assert sorter.noise == 2


@given(st.binary(max_size=60), st.lists(st.integers(1, 59), max_size=5))
def test_splitting_changes_nothing(came: bytes, cuts: list[int]) -> None:
    whole, parts = Sorter(), Sorter()
    expected = whole.sort(came)
    places = [0, *sorted(cuts), len(came)]
    pieces = [parts.sort(came[a:b]) for a, b in pairwise(places)]
    assert sum((piece.statuses for piece in pieces), ()) == expected.statuses
    assert sum(piece.fences for piece in pieces) == expected.fences
    assert sum((piece.asb for piece in pieces), ()) == expected.asb
    assert parts.noise == whole.noise
