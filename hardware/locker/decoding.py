"""Hexadecimal text to the meaning of the frames in it, or to the exact fault. No I/O."""

import re
from collections.abc import Callable
from typing import Any

from hardware.locker import kerong_decoding, modbus_decoding
from hardware.locker.frames import BadFrame, spelled

DECODERS: dict[str, Callable[[bytes], tuple[dict[str, Any], int]]] = {
    "kerong-cu48": kerong_decoding.first_frame,
    "modbus-relay": modbus_decoding.first_frame,
}
LEAST_BYTES = 4
"""Fewer are no beginning of a frame whose kind could be told."""
_BETWEEN = re.compile(r"(?:\s|[:,;._|\-\[\]{}()'\"]|\\x|0[xX])+")
"""What stands between bytes as people and programs write them."""


def decode(protocol: str, text: str) -> dict[str, Any]:
    """One frame's meaning; of several frames back to back `frames`; with `fault` where anything is wrong.

    `position` counts bytes from 1 and `index` from 0, over all frames; so do `lock` and `lock_index`.

    :raises KeyError: no such protocol.
    """
    first_frame = DECODERS[protocol]
    head: dict[str, Any] = {"protocol": protocol, "valid": True}
    frames: list[dict[str, Any]] = []
    data, at = b"", 0
    try:
        data = read_hexadecimal(text)
        while at < len(data) or not frames:
            meaning, length = first_frame(data[at:])
            frames.append(meaning)
            at += length
    except BadFrame as bad:
        return {**head, "valid": False, **_as_dict(bad, data, at, frames)}
    return {**head, **frames[0]} if len(frames) == 1 else {**head, "frames": frames}


def _as_dict(bad: BadFrame, data: bytes, at: int, frames: list[dict[str, Any]]) -> dict[str, Any]:
    fault, message, found, position = bad.fault, bad.message, bad.found, bad.position
    if frames and (fault == "wrong_start" or (fault == "too_short" and len(data) - at < LEAST_BYTES)):
        fault, message = "trailing_bytes", "bytes that begin no frame stand behind the last whole one"
        found, position = spelled(data[at:]), 0
    told: dict[str, Any] = {"fault": fault, "message": message, "expected": bad.expected, "found": found}
    told |= {"position": at + position + 1, "index": at + position}
    if bad.dialect:
        told |= {"dialect": bad.dialect, "checksum_right": fault != "checksum" if bad.has_checksum else None}
    if frames:
        told |= {"frame": len(frames) + 1, "frames": frames}
    return told


def read_hexadecimal(text: str) -> bytes:
    """Bytes with blanks, colons, `0x` or `\\x` between, in capitals or not; a single digit is a byte after `0x` only.

    :raises BadFrame: not_hexadecimal; its position counts letters of the text.
    """
    data, place, before = b"", 0, ""
    for mark in [*_BETWEEN.finditer(text), None]:
        word = text[place : mark.start() if mark else len(text)]
        for offset, letter in enumerate(word):
            if letter not in "0123456789abcdefABCDEF":
                raise _not_hexadecimal(f"`{letter}` is no hexadecimal digit", place + offset, letter)
        if len(word) % 2 and (len(word) > 1 or not before.lower().endswith("x")):
            raise _not_hexadecimal(f"`{word}` has an odd number of digits", place, word)
        data += bytes.fromhex(word.zfill(2)) if word else b""
        place, before = (mark.end(), mark.group()) if mark else (len(text), "")
    return data


def _not_hexadecimal(message: str, position: int, found: str) -> BadFrame:
    return BadFrame("not_hexadecimal", message, position=position, expected="two digits 0 to F a byte", found=found)
