"""CU48 frames: every example of the maker's document, and frames found in any noise and any pieces."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.locker.frames import BadFrame
from hardware.locker.kerong_protocol import Frame, Reassembler, StatusReply, StatusRequest, Unlock, unpack

FIRST_REPLY = StatusReply(0, 0b111 | 1 << 46 | 1 << 47)
DOCUMENTED: list[tuple[str, Frame]] = [
    ("02 00 00 50 03 55", StatusRequest(0)),
    ("02 0A 00 50 03 5F", StatusRequest(0x0A)),
    ("02 00 00 65 07 00 00 00 00 C0 03 31", FIRST_REPLY),
    ("02 01 00 65 00 00 80 00 00 00 03 EB", StatusReply(1, 1 << 23)),
    ("02 00 00 51 03 56", Unlock(0, 0)),
    ("02 00 30 51 03 86", Unlock(0, 0x30)),
    ("02 0A 30 51 03 90", Unlock(0x0A, 0x30)),
]

frames = st.one_of(
    st.builds(StatusRequest, st.integers(0, 10), st.integers(0, 0x30)),
    st.builds(Unlock, st.integers(0, 10), st.integers(0, 0x30)),
    st.builds(StatusReply, st.integers(0, 9), st.integers(0, 2**48 - 1), st.integers(0, 255)),
)


@pytest.mark.parametrize(("text", "frame"), DOCUMENTED)
def test_documented_frames(text: str, frame: Frame) -> None:
    assert unpack(bytes.fromhex(text)) == frame
    assert frame.pack() == bytes.fromhex(text)


@given(frames)
def test_what_is_packed_is_unpacked(frame: Frame) -> None:
    assert unpack(frame.pack()) == frame


@given(frames, st.data())
def test_a_frame_with_one_wrong_byte_is_none(frame: Frame, data: st.DataObject) -> None:
    right = frame.pack()
    at = data.draw(st.integers(0, len(right) - 1))
    wrong = right[:at] + bytes((right[at] ^ data.draw(st.integers(1, 255)),)) + right[at + 1 :]
    with pytest.raises(BadFrame):
        unpack(wrong)


def pieces_of(stream: bytes, cuts: list[int]) -> list[bytes]:
    """`stream` cut at every place of `cuts`."""
    places = sorted({0, len(stream), *(cut % (len(stream) + 1) for cut in cuts)})
    return [stream[start:end] for start, end in pairwise(places)]


def feed(stream: bytes, cuts: list[int]) -> list[Frame]:
    reassembler = Reassembler()
    return [frame for piece in pieces_of(stream, cuts) for frame in reassembler.feed(piece)]


no_start = st.binary(max_size=12).map(lambda noise: noise.replace(b"\x02", b"\x00"))


@given(st.lists(st.tuples(no_start, frames), max_size=6), st.lists(st.integers(0, 200)))
def test_frames_between_noise_come_in_turn_whatever_the_pieces(
    parts: list[tuple[bytes, Frame]], cuts: list[int]
) -> None:
    stream = b"".join(noise + frame.pack() for noise, frame in parts)
    assert feed(stream, cuts) == [frame for _, frame in parts]


@given(st.lists(st.one_of(st.binary(max_size=20), frames.map(lambda frame: frame.pack()))), st.lists(st.integers(0)))
def test_nothing_is_found_that_is_not_there(parts: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(parts)
    found = feed(stream, cuts)
    assert found == feed(stream, []), "pieces change nothing"
    place = 0
    for frame in found:
        place = stream.index(frame.pack(), place) + len(frame.pack())


@given(frames, st.integers(1, 11), frames)
def test_after_a_frame_that_was_cut_the_next_reply_is_found(first: Frame, left: int, second: Frame) -> None:
    reply = StatusReply(second.board % 10, 0x123456789ABC)
    cut = first.pack()[: min(left, len(first.pack()) - 1)]
    assert reply in feed(cut + reply.pack(), [])
