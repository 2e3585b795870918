"""A person's words for Modbus RTU frames of relay boards, and for what is wrong with them. No I/O.

A Modbus frame does not say whether it is a question or an answer, nor how long it is; the CRC tells which of the
possible lengths is right.
"""

from typing import Any

from hardware.locker.frames import BadFrame, spelled
from hardware.locker.modbus_protocol import (
    ALL_RELAYS,
    EXCEPTION,
    EXCEPTION_BYTES,
    FLASH_OFF,
    FLASH_ON,
    FLASH_UNIT_MS,
    LAST_BOARD,
    MOST_RELAYS,
    OFF,
    ON,
    READ_COILS,
    READ_INPUTS,
    REQUEST_BYTES,
    TOGGLE,
    WRITE_COIL,
    WRITE_REGISTER,
    check_crc,
    crc,
)

EXCEPTIONS = {
    1: "illegal function",
    2: "illegal address",
    3: "illegal value",
    4: "device failure",
    5: "accepted, not yet done",
    6: "busy",
    8: "memory parity",
    10: "gateway: no path",
    11: "gateway: no answer",
}
VALUES = {ON: "relay_on", OFF: "relay_off", TOGGLE: "relay_toggle"}
READ_REGISTERS = 0x03
BOARD_REGISTER, MODE_REGISTER = 0x4000, 0x1000
READS = {READ_COILS: "relays", READ_INPUTS: "inputs", READ_REGISTERS: "registers"}
KNOWN = (READ_COILS, READ_INPUTS, READ_REGISTERS, WRITE_COIL, WRITE_REGISTER)
LEAST_BYTES = 4


def first_frame(data: bytes) -> tuple[dict[str, Any], int]:
    """Meaning and length of the frame that `data` begins with.

    :raises BadFrame: there is none.
    """
    if len(data) < LEAST_BYTES:
        raise _too_short(data, EXCEPTION_BYTES)
    lengths = _lengths(data)
    right = [one for one in lengths if len(data) >= one and crc(data[: one - 2]) == data[one - 2 : one]]
    if not right:
        _tell_fault(data, lengths)
    piece = data[: right[0]]
    if piece[0] > LAST_BOARD:
        message = "boards are 01 to F7, 00 is all"
        raise BadFrame("address_out_of_range", message, position=0, expected="00 to F7", found=f"{piece[0]:02X}")
    head = {"bytes": spelled(piece), "board": "all" if piece[0] == 0 else piece[0], "function": f"{piece[1]:02X}"}
    kind, rest = _meaning(piece)
    return {"kind": kind, **head, **rest}, len(piece)


def _lengths(data: bytes) -> list[int]:
    """In which a frame may end that begins like this, the likelier first."""
    function = data[1]
    if function & EXCEPTION:
        return [EXCEPTION_BYTES] if function & ~EXCEPTION in KNOWN else [len(data)]
    if function in READS:
        answer = 5 + data[2]
        return [answer, REQUEST_BYTES] if data[2] else [REQUEST_BYTES]
    return [REQUEST_BYTES] if function in KNOWN else [len(data)]


def _tell_fault(data: bytes, lengths: list[int]) -> None:
    fits = [one for one in lengths if one == len(data)] or [one for one in lengths if one < len(data)]
    if fits:
        check_crc(data[: fits[0]])
    if data[1] & ~EXCEPTION not in KNOWN:
        check_crc(data)
    if crc(data[:-2]) == data[-2:]:
        raise BadFrame(
            "wrong_length",
            f"the frame has {len(data)} bytes in place of {min(lengths)}",
            position=len(data),
            expected=str(min(lengths)),
            found=str(len(data)),
        )
    raise _too_short(data, min(lengths))


def _too_short(data: bytes, length: int) -> BadFrame:
    return BadFrame(
        "too_short",
        f"the frame has {len(data)} of its {length} bytes",
        position=len(data),
        expected=str(length),
        found=str(len(data)),
    )


def _meaning(piece: bytes) -> tuple[str, dict[str, Any]]:
    function, address, value = piece[1], int.from_bytes(piece[2:4], "big"), int.from_bytes(piece[4:6], "big")
    if function & EXCEPTION and function & ~EXCEPTION in KNOWN:
        return "exception", {"code": piece[2], "reason": EXCEPTIONS.get(piece[2], "unknown")}
    if function not in KNOWN:
        known = ", ".join(f"{one:02X}" for one in KNOWN)
        message = f"function {function:02X} is not one of {known}"
        raise BadFrame("unknown_command", message, position=1, expected=known, found=f"{function:02X}")
    if function == READ_REGISTERS and len(piece) == 5 + piece[2]:
        return "registers_reply", {"values": [spelled(piece[at : at + 2]) for at in range(3, len(piece) - 2, 2)]}
    if function in READS and len(piece) == 5 + piece[2]:
        on = [at for at in range(8 * piece[2]) if int.from_bytes(piece[3:-2], "little") >> at & 1]
        return f"{READS[function]}_reply", {
            "on": [at + 1 for at in on],
            "on_indexes": on,
            "data": spelled(piece[3:-2]),
        }
    if function in READS:
        return f"{READS[function]}_request", {"first": address + 1, "first_index": address, "count": value}
    return _register(address, value) if function == WRITE_REGISTER else _coil(address, value)


def _lock(index: int) -> dict[str, Any]:
    return {"lock": index + 1, "lock_index": index}


def _coil(address: int, value: int) -> tuple[str, dict[str, Any]]:
    """The answer is the same bytes: "command or its acknowledgement"."""
    if FLASH_ON <= address < FLASH_ON + MOST_RELAYS:
        return "unlock", {**_lock(address - FLASH_ON), "pulse_ms": value * FLASH_UNIT_MS}
    if FLASH_OFF <= address < FLASH_OFF + MOST_RELAYS:
        return "pulse_off", {**_lock(address - FLASH_OFF), "pulse_ms": value * FLASH_UNIT_MS}
    if address != ALL_RELAYS and address >= MOST_RELAYS:
        message = f"there is no relay and no command at address {address:04X}"
        raise BadFrame(
            "lock_out_of_range",
            message,
            position=2,
            expected="0000 to 001F, 00FF, 0200 to 021F, 0400 to 041F",
            found=f"{address:04X}",
        )
    if value not in VALUES:
        message = f"a relay's value is FF00 (on), 0000 (off) or 5500 (toggle), not {value:04X}"
        raise BadFrame("wrong_value", message, position=4, expected="FF00, 0000 or 5500", found=f"{value:04X}")
    return VALUES[value], {"lock": "all", "lock_index": "all"} if address == ALL_RELAYS else _lock(address)


def _register(address: int, value: int) -> tuple[str, dict[str, Any]]:
    if address == BOARD_REGISTER:
        return "set_board_address", {"new_board": value}
    if MODE_REGISTER <= address < MODE_REGISTER + MOST_RELAYS:
        modes = {0: "normal", 1: "linkage", 2: "toggle", 3: "edge"}
        return "set_control_mode", {**_lock(address - MODE_REGISTER), "mode": modes.get(value, str(value))}
    return "write_register", {"register": f"{address:04X}", "value": f"{value:04X}"}
