"""`lotse locker decode`: meanings and faults, to the byte."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.locker.command import run
from hardware.locker.decoding import decode
from hardware.locker.kerong_protocol import StatusReply

KERONG, MODBUS = "kerong-cu48", "modbus-relay"
ON_47 = [1, 2, 3, 47, 48]
MEANINGS: list[tuple[str, str, dict[str, Any]]] = [
    (KERONG, "02 00 00 50 03 55", {"kind": "status_request", "board": 0, "command": "50"}),
    (KERONG, "02 0A 00 50 03 5F", {"kind": "status_request", "board": "all"}),
    (KERONG, "02 00 00 65 07 00 00 00 00 C0 03 31", {"kind": "status_reply", "board": 0, "locked": ON_47}),
    (KERONG, "02 01 00 65 00 00 80 00 00 00 03 EB", {"kind": "status_reply", "board": 1, "locked": [24]}),
    (KERONG, "02 00 00 65 FE FE FF FF FF FF 03 62", {"kind": "status_reply", "unlocked": [1, 9]}),
    (KERONG, "02 00 00 51 03 56", {"kind": "unlock", "board": 0, "lock": 1, "lock_index": 0}),
    (KERONG, "02 09 2F 51 03 8E", {"kind": "unlock", "board": 9, "lock": 48, "lock_index": 47}),
    (KERONG, "02 00 30 51 03 86", {"kind": "unlock", "board": 0, "lock": "all"}),
    (KERONG, "02 0A 30 51 03 90", {"kind": "unlock", "board": "all", "lock": "all"}),
    (MODBUS, "01 01 00 00 00 08 3D CC", {"kind": "relays_request", "board": 1, "first": 1, "count": 8}),
    (MODBUS, "01 02 00 00 00 08 79 CC", {"kind": "inputs_request", "board": 1, "count": 8}),
    (MODBUS, "01 05 02 00 00 07 8D B0", {"kind": "unlock", "board": 1, "lock": 1, "lock_index": 0, "pulse_ms": 700}),
    (MODBUS, "00 06 40 00 00 01 5C 1B", {"kind": "set_board_address", "board": "all", "new_board": 1}),
    (MODBUS, "01 02 01 05 61 8B", {"kind": "inputs_reply", "board": 1, "on": [1, 3], "on_indexes": [0, 2]}),
    (MODBUS, "01 85 02 C3 51", {"kind": "exception", "code": 2, "reason": "illegal address"}),
    (MODBUS, "01 05 00 FF 00 00 FD FA", {"kind": "relay_off", "lock": "all"}),
    (MODBUS, "01 05 00 00 FF 00 8C 3A", {"kind": "relay_on", "lock": 1}),
]
FAULTS: list[tuple[str, str, dict[str, Any]]] = [
    (KERONG, "", {"fault": "too_short", "found": "0", "position": 1}),
    (KERONG, "02 00", {"fault": "too_short", "found": "2", "position": 3}),
    (KERONG, "02 00 00 50 03", {"fault": "too_short", "expected": "6", "found": "5"}),
    (KERONG, "02 00 00 65 07 00 00 00 00 C0 03", {"fault": "too_short", "expected": "12", "found": "11"}),
    (KERONG, "02 00 00 50 03 45", {"fault": "checksum", "expected": "55", "found": "45", "position": 6, "index": 5}),
    (KERONG, "02 00 00 65 07 00 00 00 00 C0 03 32", {"fault": "checksum", "expected": "31", "position": 12}),
    (KERONG, "03 00 00 50 03 56", {"fault": "wrong_start", "expected": "02", "found": "03", "position": 1}),
    (KERONG, "02 00 00 50 04 56", {"fault": "wrong_end", "expected": "03", "found": "04", "position": 5}),
    (KERONG, "02 00 00 52 03 57", {"fault": "unknown_command", "found": "52", "position": 4}),
    (KERONG, "02 00 00 52 03 58", {"fault": "checksum", "expected": "57", "found": "58"}),
    (KERONG, "02 00 31 51 03 87", {"fault": "lock_out_of_range", "found": "31", "position": 3}),
    (KERONG, "02 0B 00 50 03 60", {"fault": "address_out_of_range", "found": "0B", "position": 2}),
    (KERONG, "02 0A 00 65 07 00 00 00 00 C0 03 3B", {"fault": "address_out_of_range", "expected": "00 to 09"}),
    (KERONG, "02 00 00 50 00 03 55", {"fault": "wrong_length", "expected": "6", "found": "7"}),
    (KERONG, "02 00 00 65 07 03 71", {"fault": "wrong_length", "expected": "12", "found": "7"}),
    (KERONG, "02 00 00 50 03 55 00", {"fault": "trailing_bytes", "found": "00", "position": 7}),
    (KERONG, "02 00 00 50 03 55 02 00", {"fault": "trailing_bytes", "found": "02 00", "position": 7}),
    (KERONG, "02 00 00 50 03 5G", {"fault": "not_hexadecimal", "found": "G"}),
    (KERONG, "0200005003 551", {"fault": "not_hexadecimal", "found": "551"}),
    (
        KERONG,
        "02 10 30 03 3E",
        {"fault": "checksum", "expected": "45", "found": "3E", "position": 5, "dialect": "cu16"},
    ),
    (
        KERONG,
        "02 0F 31 03 49",
        {"fault": "checksum", "expected": "45", "found": "49", "position": 5, "dialect": "cu16"},
    ),
    (KERONG, "02 10 30 03 45", {"fault": "other_dialect", "dialect": "cu16", "checksum_right": True}),
    (KERONG, "02 00 35 FF FF 00 00 03 38", {"fault": "other_dialect", "dialect": "cu16"}),
    (KERONG, "02 00 00 60 03 65", {"fault": "other_dialect", "dialect": "cu48b", "checksum_right": True}),
    (KERONG, "02 00 00 60 03 66", {"fault": "checksum", "dialect": "cu48b", "expected": "65", "found": "66"}),
    (KERONG, "02 00 00 75" + " FF" * 12 + " 03 6E", {"fault": "other_dialect", "dialect": "cu48b"}),
    (KERONG, "02 00 00 75 07 00 00 00 00 C0 03 41", {"fault": "other_dialect", "dialect": "cu48b", "position": 4}),
    (KERONG, "02 00 00 61", {"fault": "other_dialect", "dialect": "cu48b", "checksum_right": None}),
    (KERONG, "02 05 02 00 00 07 8D 83", {"fault": "other_dialect", "dialect": "modbus_rtu", "checksum_right": True}),
    (KERONG, "02 00 50 03 55", {"fault": "wrong_length", "expected": "6", "found": "5"}),
    (KERONG, "02 0A 51 03 90", {"fault": "wrong_length", "expected": "6", "found": "5"}),
    (KERONG, "02 00 00 00 51 03 56", {"fault": "wrong_length", "expected": "6", "found": "7"}),
    (KERONG, "02 00 65 07 00 00 00 00 C0 03 31", {"fault": "wrong_length", "expected": "12", "found": "11"}),
    (KERONG, "02 00 00 50 03 5", {"fault": "not_hexadecimal", "found": "5", "position": 16}),
    (KERONG, "90 06 05 01 02 03", {"fault": "other_dialect", "dialect": "winnsen", "checksum_right": None}),
    (KERONG, "57 4B 4C 59 09 00", {"fault": "other_dialect", "dialect": "wkly"}),
    (MODBUS, "01 02 00 00 00 08 79 CD", {"fault": "checksum", "expected": "79 CC", "found": "79 CD", "position": 7}),
    (MODBUS, "01 02 00", {"fault": "too_short", "found": "3"}),
    (MODBUS, "01 05 02 00 00 07", {"fault": "too_short", "expected": "8", "found": "6"}),
    (MODBUS, "F8 02 00 00 00 08 6D A5", {"fault": "address_out_of_range", "found": "F8"}),
    (MODBUS, "01 08 00 00 12 34 ED 7C", {"fault": "unknown_command", "found": "08", "position": 2}),
    (MODBUS, "01 05 01 00 FF 00 8D C6", {"fault": "lock_out_of_range", "found": "0100", "position": 3}),
    (MODBUS, "01 05 00 00 00 07 8C 08", {"fault": "wrong_value", "found": "0007", "position": 5}),
]


@pytest.mark.parametrize(("protocol", "text", "meaning"), MEANINGS)
def test_meanings(protocol: str, text: str, meaning: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decode", "--protocol", protocol, text]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["valid"] is True
    assert "fault" not in found
    assert {key: found[key] for key in meaning} == meaning


@pytest.mark.parametrize(("protocol", "text", "fault"), FAULTS)
def test_faults(protocol: str, text: str, fault: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decode", "--protocol", protocol, text]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["valid"] is False
    assert {key: found[key] for key in fault} == fault
    assert found["message"]


@pytest.mark.parametrize(
    "text",
    [
        "020a305103 90",
        "0x02 0x0A 0x30 0x51 0x03 0x90",
        "0X020A30510390",
        "02:0a:30:51:03:90",
        "02-0A-30-51-03-90",
        r"\x02\x0a\x30\x51\x03\x90",
        "[0x2, 0xa, 0x30, 0x51, 0x3, 0x90]",
        " 02\t0A\n30 51 03 90 ",
    ],
)
def test_spellings(text: str) -> None:
    found = decode(KERONG, text)
    assert (found["kind"], found["board"], found["lock"]) == ("unlock", "all", "all")


def test_words_of_a_shell(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decode", "--protocol", KERONG, *["02", "00", "00", "51", "03", "56"]]) == 0
    assert json.loads(capsys.readouterr().out)["lock"] == 1


def test_answers_to_a_question_to_all_boards() -> None:
    found = decode(KERONG, "02 00 00 65 07 00 00 00 00 C0 03 31 02 01 00 65 00 00 80 00 00 00 03 EB")
    assert [(one["board"], one["locked"]) for one in found["frames"]] == [(0, ON_47), (1, [24])]


def test_a_fault_behind_a_good_frame_counts_from_the_first_byte() -> None:
    found = decode(KERONG, "02 00 00 65 07 00 00 00 00 C0 03 31 02 01 00 65 00 00 80 00 00 00 03 EC")
    assert (found["fault"], found["position"], found["index"], found["frame"]) == ("checksum", 24, 23, 2)
    assert [one["board"] for one in found["frames"]] == [0]
    found = decode(KERONG, "02 00 00 50 03 55 02 01 00 65 00")
    assert (found["fault"], found["expected"], found["found"]) == ("too_short", "12", "5")


def test_modbus_frames_back_to_back() -> None:
    found = decode(MODBUS, "01 02 00 00 00 08 79 CC 01 02 01 05 61 8B")
    assert [one["kind"] for one in found["frames"]] == ["inputs_request", "inputs_reply"]


@given(st.sampled_from([KERONG, MODBUS]), st.one_of(st.text(max_size=40), st.binary(max_size=60).map(bytes.hex)))
def test_anything_at_all_has_a_meaning_or_a_fault(protocol: str, text: str) -> None:
    found = decode(protocol, text)
    json.dumps(found)
    assert found["valid"] is ("fault" not in found)


@given(st.integers(0, 9), st.integers(0, 2**48 - 1))
def test_locked_and_unlocked_are_all_locks(board: int, bits: int) -> None:
    found = decode(KERONG, StatusReply(board, bits).pack().hex())
    assert sorted(found["locked"] + found["unlocked"]) == list(range(1, 49))
    assert [bool(bits >> at & 1) for at in range(48)] == [at + 1 in found["locked"] for at in range(48)]


def test_an_unknown_protocol_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["decode", "--protocol", "winnsen", "90"])
    assert ended.value.code == 2
