"""Modbus RTU frames: the maker's examples, pymodbus' opinion of ours, and answers found in any noise and any pieces."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pymodbus.framer import FramerRTU
from pymodbus.pdu import DecodePDU

from hardware.locker.modbus_protocol import (
    ON,
    READ_COILS,
    READ_INPUTS,
    WRITE_COIL,
    Frame,
    Inputs,
    Reassembler,
    Refusal,
    Request,
    all_off,
    crc,
    pulse,
    read_inputs,
)
from tests.hardware.locker.test_kerong_protocol import pieces_of

DOCUMENTED = [
    ("01 01 00 00 00 08 3D CC", Request(1, READ_COILS, 0, 8)),
    ("01 02 00 00 00 08 79 CC", read_inputs(1, 8)),
    ("01 05 02 00 00 07 8D B0", pulse(1, 0, 700)),
    ("00 06 40 00 00 01 5C 1B", Request(0, 6, 0x4000, 1)),
]
answers = st.one_of(
    st.builds(Inputs, st.just(7), st.just(READ_INPUTS), st.integers(0, 255), st.just(1)),
    st.builds(Refusal, st.just(7), st.just(READ_INPUTS), st.integers(1, 11)),
    st.just(read_inputs(7, 8)),
)


@pytest.mark.parametrize(("text", "request_"), DOCUMENTED)
def test_documented_frames(text: str, request_: Request) -> None:
    assert request_.pack() == bytes.fromhex(text)


def test_relays_off_and_sizes() -> None:
    assert all_off(1).pack()[:6] == bytes.fromhex("01 05 00 FF 00 00")
    assert read_inputs(1, 5).value == 8
    assert read_inputs(1, 9).value == 16
    assert pulse(3, 31, 400) == Request(3, WRITE_COIL, 0x21F, 4)


@given(st.binary(min_size=1, max_size=60))
def test_pymodbus_has_the_same_crc(data: bytes) -> None:
    assert FramerRTU.compute_CRC(data).to_bytes(2, "big") == crc(data)


@given(st.integers(0, 255), st.integers(1, 247))
def test_pymodbus_reads_our_answers_and_questions(bits: int, board: int) -> None:
    used, device, _, body = FramerRTU(DecodePDU(False)).decode(Inputs(board, READ_INPUTS, bits, 1).pack())
    assert (used, device, body) == (6, board, bytes((2, 1, bits)))
    used, device, _, body = FramerRTU(DecodePDU(True)).decode(Request(board, WRITE_COIL, 3, ON).pack())
    assert (used, device, body) == (8, board, b"\x05\x00\x03\xff\x00")


def feed(request: Request, stream: bytes, cuts: list[int]) -> list[Frame]:
    reassembler = Reassembler(request)
    return [frame for piece in pieces_of(stream, cuts) for frame in reassembler.feed(piece)]


no_address = st.binary(max_size=12).map(lambda noise: noise.replace(b"\x07", b"\x00"))


@given(st.lists(st.tuples(no_address, answers), max_size=6), st.lists(st.integers(0, 200)))
def test_answers_between_noise_come_in_turn_whatever_the_pieces(
    parts: list[tuple[bytes, Frame]], cuts: list[int]
) -> None:
    stream = b"".join(noise + frame.pack() for noise, frame in parts)
    assert feed(read_inputs(7, 8), stream, cuts) == [frame for _, frame in parts]


@given(st.binary(max_size=60), st.lists(st.integers(0, 200)))
def test_noise_is_no_answer(noise: bytes, cuts: list[int]) -> None:
    assert feed(read_inputs(7, 8), noise, cuts) == feed(read_inputs(7, 8), noise, [])
    for frame in feed(read_inputs(7, 8), noise, cuts):
        assert frame.pack() in noise


@given(st.integers(1, 247), st.integers(0, 255), st.integers(1, 4))
def test_answers_of_others_and_of_other_questions_are_passed_over(board: int, bits: int, size: int) -> None:
    assume((board, size) != (7, 1))
    stream = Inputs(board, READ_INPUTS, bits, size).pack() + Inputs(7, READ_COILS, bits, 1).pack()
    stream += pulse(7, 3, 400).pack() + Refusal(7, WRITE_COIL, 2).pack()
    assert feed(read_inputs(7, 8), stream, []) == []
    mine = Inputs(7, READ_INPUTS, bits, 1)
    assert feed(read_inputs(7, 8), stream + mine.pack(), []) == [mine]


def test_the_acknowledgement_of_another_lock_is_none() -> None:
    assert feed(pulse(7, 3, 400), pulse(7, 4, 400).pack() + pulse(7, 3, 500).pack(), []) == []
    assert feed(pulse(7, 3, 400), pulse(7, 3, 400).pack(), []) == [pulse(7, 3, 400)]
