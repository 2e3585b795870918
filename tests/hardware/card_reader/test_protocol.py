"""Lines and answers of readers: whole ones come out however they are cut, noise never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.card_reader.interface import Card
from hardware.card_reader.protocol import LONGEST_LINE, QUIET_SECONDS, card_of_answer, card_of_line, lines

UIDS = st.text("0123456789ABCDEFabcdef", min_size=4, max_size=20)
FRAMES = ["{}\r", "{}\n", "{}\r\n", "\x02{}\x03", "\x02{}\r\n\x03"]
"""What readers for access control send: EM4100 readers (RDM6300) with STX and ETX, others with line ends."""


def cards(pieces: list[bytes], now: float = 0.0) -> list[str]:
    splitter = lines()
    whole = [line for piece in pieces for line in splitter.feed(piece, now)]
    return [card.uid for line in whole if (card := card_of_line(line))]


@st.composite
def cut(draw: st.DrawFn, stream: bytes) -> list[bytes]:
    """The same bytes in any pieces."""
    pieces = []
    while stream:
        size = draw(st.integers(1, len(stream)))
        pieces.append(stream[:size])
        stream = stream[size:]
    return pieces


@given(st.lists(st.tuples(UIDS, st.sampled_from(FRAMES)), max_size=6), st.data())
def test_cut_anywhere_every_card_comes_out_once_and_in_order(shown: list[tuple[str, str]], data: st.DataObject) -> None:
    stream = "".join(frame.format(uid) for uid, frame in shown).encode()
    assert cards(data.draw(cut(stream))) == [uid for uid, _ in shown]


@given(st.lists(st.binary(max_size=80), max_size=10))
def test_no_garbage_makes_it_fail_and_what_comes_out_is_printable(garbage: list[bytes]) -> None:
    for uid in cards(garbage):
        assert 4 <= len(uid) <= LONGEST_LINE
        assert uid.isascii()
        assert uid.isprintable()


@given(st.binary(max_size=200), UIDS)
def test_after_any_garbage_and_an_end_the_next_card_is_whole(garbage: bytes, uid: str) -> None:
    assert cards([garbage, b"\r\n", uid.encode(), b"\r\n"])[-1] == uid


@given(st.binary(max_size=60).filter(lambda data: not set(data) & {2, 3, 10, 13}), UIDS)
def test_noise_before_a_frame_is_not_part_of_it(noise: bytes, uid: str) -> None:
    assert cards([noise + b"\x02" + uid.encode() + b"\x03"]) == [uid]


@pytest.mark.parametrize(
    "line",
    [b"", b"   ", b"123", b"\xff\xfe\x00\x01\x02", b"04A2\x00B3C4", b"04A2B3\xe4", b"9" * (LONGEST_LINE + 1)],
)
def test_what_no_reader_sends_for_a_card(line: bytes) -> None:
    assert card_of_line(line) is None


def test_blanks_around_a_number_do_not_count() -> None:
    assert card_of_line(b" 0012345678\t") == Card("0012345678")


def test_half_a_line_is_forgotten() -> None:
    splitter = lines()
    assert splitter.feed(b"04A2", 10.0) == []
    assert splitter.feed(b"", 10.0 + QUIET_SECONDS) == []
    assert splitter.feed(b"B3C4D5\r", 10.1 + QUIET_SECONDS) == [b"B3C4D5"]
    assert splitter.feed(b"04A2", 20.0) == []
    assert splitter.feed(b"B3C4\r", 20.0 + QUIET_SECONDS / 2) == [b"04A2B3C4"]


def test_noise_without_an_end_is_not_collected_for_ever() -> None:
    splitter = lines()
    for _ in range(1000):
        assert splitter.feed(b"x" * 100, 1.0) == []
    assert len(splitter._rest) <= LONGEST_LINE
    assert splitter.feed(b"\r1234\r", 1.0) == [b"1234"]


@pytest.mark.parametrize(
    ("answer", "uid"),
    [
        ("04 A2 B3 C4 90 00", "04A2B3C4"),
        ("04 A2 B3 C4 D5 E6 F7 90 00", "04A2B3C4D5E6F7"),
        ("08 01 02 03 04 05 06 07 08 09 90 00", "08010203040506070809"),
        ("08 01 02 03 90 00", None),  # random: ISO 14443-3
        ("90 00", None),
        ("6D 00", None),
        ("6A 81", None),
        ("04 A2 B3 C4 63 00", None),
        ("04 01 02 03 04 05 06 07 08 09 0A 90 00", None),
        ("90", None),
        ("", None),
    ],
)
def test_answers_to_get_data(answer: str, uid: str | None) -> None:
    """PC/SC part 3, section 3.2.2.1.3: `90 00` after the UID; 63 00 no information, 6A 81 not supported."""
    card = card_of_answer(list(bytes.fromhex(answer)))
    assert (card.uid if card else None) == uid


@given(st.lists(st.integers(0, 255), max_size=300))
def test_any_answer_is_a_number_of_ten_bytes_at_most_or_none(answer: list[int]) -> None:
    card = card_of_answer(answer)
    assert card is None or (answer[-2:] == [0x90, 0] and 2 <= len(card.uid) <= 20)
