"""Which characters a font file has a picture for, read from its `cmap` table alone. No font library is loaded."""

import struct
from bisect import bisect_right
from functools import cache
from pathlib import Path

Ranges = tuple[tuple[int, ...], tuple[int, ...]]
"""First and last code points of runs of characters, sorted."""


def covers(file: str, text: str) -> bool:
    """Whether every character of `text` that is not a blank has a picture."""
    return not missing(file, text)


def missing(file: str, text: str) -> str:
    """Characters without a picture, each once, sorted."""
    firsts, lasts = ranges(file)
    lacking = set()
    for letter in text:
        code = ord(letter)
        at = bisect_right(firsts, code) - 1
        if (at < 0 or lasts[at] < code) and not letter.isspace():
            lacking.add(letter)
    return "".join(sorted(lacking))


@cache
def ranges(file: str) -> Ranges:
    """What a font covers (OpenType, `cmap` of format 12 or 4).

    :raises ValueError: no such table; not a font.
    """
    with Path(file).open("rb") as font:
        _, count = struct.unpack(">4sH", font.read(6))
        font.seek(12)
        entries = [struct.unpack(">4sLLL", font.read(16)) for _ in range(count)]
        place = next(((offset, length) for tag, _, offset, length in entries if tag == b"cmap"), None)
        if place is None:
            raise ValueError(f"{file} has no table of characters")
        font.seek(place[0])
        table = font.read(place[1])
    found = sorted(_subtable(table))
    return tuple(first for first, _ in found), tuple(last for _, last in found)


def _subtable(table: bytes) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", table, 2)
    places = [struct.unpack_from(">HHL", table, 4 + 8 * index)[2] for index in range(count)]
    formats = {struct.unpack_from(">H", table, place)[0]: place for place in places}
    if 12 in formats:
        (groups,) = struct.unpack_from(">L", table, formats[12] + 12)
        return [struct.unpack_from(">LL", table, formats[12] + 16 + 12 * index) for index in range(groups)]
    if 4 in formats:
        return _format_4(table, formats[4])
    raise ValueError("a font whose characters are listed in an unusual way")


def _format_4(table: bytes, place: int) -> list[tuple[int, int]]:
    (twice,) = struct.unpack_from(">H", table, place + 6)
    count = twice // 2
    lasts = struct.unpack_from(f">{count}H", table, place + 14)
    firsts = struct.unpack_from(f">{count}H", table, place + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", table, place + 16 + 2 * twice)
    offsets = struct.unpack_from(f">{count}H", table, place + 16 + 3 * twice)
    found = []
    for index, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if first == 0xFFFF:
            continue
        if offsets[index] == 0:
            zero = (0x10000 - deltas[index]) % 0x10000  # the one code point of the run that means "no picture"
            found += [(a, b) for a, b in ((first, min(last, zero - 1)), (max(first, zero + 1), last)) if a <= b]
            continue
        at = place + 16 + 3 * twice + 2 * index + offsets[index]
        glyphs = struct.unpack_from(f">{last - first + 1}H", table, at)
        found += [(code, code) for code, glyph in enumerate(glyphs, first) if glyph]
    return found
