"""What a key types on a German and on an American keyboard (linux/input-event-codes.h). Knows no device.

The tables are rows of keys as they lie side by side: digits, two rows of letters, the lowest row.
"""

from typing import Literal

from msgspec import Struct

ENTER = frozenset({28, 96})
"""KEY_ENTER, KEY_KPENTER."""
SHIFT = frozenset({42, 54})
ALT_GR = 100
"""KEY_RIGHTALT."""
SILENT = frozenset({69})
"""KEY_NUMLOCK: some scanners press it before digits."""
SPACE = 57
POINT = 83
"""KEY_KPDOT."""
KEYPAD = dict(zip((71, 72, 73, 75, 76, 77, 79, 80, 81, 82, 98, 55, 74, 78), "7894561230/*-+", strict=True))


class Layout(Struct, frozen=True):
    """Code of a key -> letter."""

    plain: dict[int, str]
    shifted: dict[int, str]
    alt_gr: dict[int, str]
    dead: frozenset[str]
    """Letters whose keys wait for the next one; a blank after them gives the letter itself."""


def _rows(*rows: tuple[int, str]) -> dict[int, str]:
    return {first + place: letter for first, row in rows for place, letter in enumerate(row)} | {SPACE: " "} | KEYPAD


US = Layout(
    plain=_rows((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (43, "\\zxcvbnm,./")) | {POINT: "."},
    shifted=_rows((2, "!@#$%^&*()_+"), (16, "QWERTYUIOP{}"), (30, 'ASDFGHJKL:"~'), (43, "|ZXCVBNM<>?")),
    alt_gr={},
    dead=frozenset(),
)
DE = Layout(
    plain=_rows((2, "1234567890ß´"), (16, "qwertzuiopü+"), (30, "asdfghjklöä^"), (43, "#yxcvbnm,.-"), (86, "<"))
    | {POINT: ","},
    shifted=_rows((2, '!"§$%&/()=?`'), (16, "QWERTZUIOPÜ*"), (30, "ASDFGHJKLÖÄ°"), (43, "'YXCVBNM;:_"), (86, ">")),
    alt_gr={3: "²", 4: "³", 8: "{", 9: "[", 10: "]", 11: "}", 12: "\\", 16: "@", 18: "€", 27: "~", 50: "µ", 86: "|"},
    dead=frozenset("´`^"),
)
LAYOUTS: dict[Literal["de", "us"], Layout] = {"de": DE, "us": US}
