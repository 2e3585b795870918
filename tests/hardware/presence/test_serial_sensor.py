"""Bytes of a serial sensor: any of them, or only lines with the word."""

from hypothesis import given
from hypothesis import strategies as st

from hardware.presence.serial_sensor import LONGEST_LINE, SerialLine


class Pieces:
    """A wire from which prepared pieces come."""

    is_open = True

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces

    def open(self) -> None:
        """Always."""

    def write(self, data: bytes) -> None:
        raise AssertionError("nobody speaks to the sensor")

    def read(self, seconds: float) -> bytes:
        return self.pieces.pop(0)

    def close(self) -> None:
        """Nothing to release."""


def heard(pieces: list[bytes], word: str) -> int:
    line = SerialLine(Pieces(list(pieces)), word)
    return sum(line.read(lambda _seconds: None) for _ in pieces)


def test_without_a_word_any_byte_is_movement_and_silence_is_not() -> None:
    assert heard([b"", b"\x01", b"", b"xyz"], "") == 2


def test_a_word_counts_once_its_line_is_whole() -> None:
    assert heard([b"MOT", b"ION", b"\r", b"\n", b"STILL\r\n"], "MOTION") == 1


@given(st.lists(st.sampled_from([b"MOTION\n", b"STILL\n", b"\xff\x00\n"]), max_size=8), st.data())
def test_cut_anywhere_a_line_is_heard_when_it_ends(lines: list[bytes], data: st.DataObject) -> None:
    stream, pieces = b"".join(lines), []
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        pieces.append(stream[:cut])
        stream = stream[cut:]
    assert (heard(pieces, "MOTION") > 0) == (b"MOTION\n" in lines)


def test_noise_without_an_end_is_not_collected_for_ever() -> None:
    line = SerialLine(Pieces([b"x" * 1000] * 50), "MOTION")
    for _ in range(50):
        line.read(lambda _seconds: None)
    assert len(line._rest) <= LONGEST_LINE
