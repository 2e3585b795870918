"""A job's blocks as rows of paper: lines broken at its width, sizes checked. Knows no command and draws nothing."""

import logging
import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from hardware.printer.interface import Line, Logo, PrintJob, Qr, Rule, Space
from hardware.printer.settings import PrinterSettings
from hardware.printer.transliteration import NO_BREAK_HYPHEN, NO_BREAK_SPACE, SOFT_HYPHEN, printable

log = logging.getLogger(__name__)

SMALLEST_MODULE = 3
"""Dots; below, telephones do not read the code from thermal paper."""
LOGO_DOTS = 200
"""Greatest height of the town's mark."""


class TextRow(Struct, frozen=True, tag="text"):
    """One line that fits."""

    text: str
    size: int = 1
    bold: bool = False
    align: Literal["left", "center"] = "left"


class QrRow(Struct, frozen=True, tag="qr"):
    """A QR code in the middle, error correction M."""

    data: str
    module: int
    """Dots per module, small enough for the paper."""


class RasterRow(Struct, frozen=True, tag="raster"):
    """A picture in the middle, one bit a dot, 1 = black, rows of whole bytes."""

    width: int
    height: int
    bits: bytes


Row = TextRow | QrRow | RasterRow


def lay_out(job: PrintJob, settings: PrinterSettings) -> tuple[Row, ...]:
    """The paper from top to bottom.

    :raises ValueError: a QR code that does not fit.
    """
    rows: list[Row] = []
    for block in job.blocks:
        match block:
            case Line(text, size, bold, align):
                width = max(1, settings.columns // size)
                rows += [TextRow(line, size, bold, align) for line in wrap(printable(text), width)]
            case Qr(data, module):
                rows.append(QrRow(data, fitting_module(data, module, settings.dots)))
            case Rule():
                rows.append(TextRow("-" * settings.columns))
            case Space(lines):
                rows += [TextRow("")] * lines
            case Logo() if settings.logo is not None:
                mark = raster(settings.logo, settings.dots)
                rows += [mark] if mark else []
    return tuple(rows)


# --- lines -------------------------------------------------------------------------------------------------------


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most `columns` characters, broken at blanks, behind hyphens, at soft hyphens, else anywhere.

    :param text: as `printable` gives it.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        done, line = len(lines), ""
        for word in paragraph.split(" "):
            if word:
                *full, line = _append(line, word, columns)
                lines += full
        if line or len(lines) == done:
            lines.append(line)
    return [_shown(line) for line in lines]


def _append(line: str, word: str, columns: int) -> list[str]:
    """`line` with `word` behind it; what is full before it."""
    start = f"{line} " if line else ""
    if len(start) + _width(word) <= columns:
        return [start + word.replace(SOFT_HYPHEN, "")]
    head, rest = _broken(word, columns - len(start), soft=not line or _width(word) > columns)
    if head:
        return [start + head, *_append("", rest, columns)]
    if line:
        return [line, *_append("", word, columns)]
    bare = word.replace(SOFT_HYPHEN, "")
    cut = columns - 1 if columns > 1 and bare[columns - 2].isalpha() and bare[columns - 1].isalpha() else columns
    mark = "-" if cut < columns else ""
    return [bare[:cut] + mark, *_append("", bare[cut:], columns)]


def _broken(word: str, room: int, *, soft: bool) -> tuple[str, str]:
    """The longest beginning of `word` that fits, and the rest; ("", word) if there is none."""
    marks = f"-{SOFT_HYPHEN}" if soft else "-"
    for place in reversed([found.end() for found in re.finditer(rf"(?<=\w)[{marks}](?=\w)", word)]):
        head = word[:place]
        shown = head.replace(SOFT_HYPHEN, "") + ("-" if head.endswith(SOFT_HYPHEN) else "")
        if len(shown) <= room:
            return shown, word[place:]
    return "", word


def _width(word: str) -> int:
    return len(word) - word.count(SOFT_HYPHEN)


def _shown(line: str) -> str:
    return line.replace(NO_BREAK_SPACE, " ").replace(NO_BREAK_HYPHEN, "-").replace(SOFT_HYPHEN, "")


# --- pictures ----------------------------------------------------------------------------------------------------


def fitting_module(data: str, wanted: int, dots: int) -> int:
    """Dots per module: `wanted`, or fewer where the code would be wider than the paper.

    :raises ValueError: too much data, or none.
    """
    import segno  # libraries that only printing needs

    if not data:
        raise ValueError("a QR code without data")
    try:
        code = segno.make_qr(data.encode(), error="m", mode="byte", boost_error=False)
    except segno.DataOverflowError as fault:
        raise ValueError(f"{len(data.encode())} bytes are too many for a QR code") from fault
    modules = code.symbol_size(scale=1, border=0)[0]
    if modules * SMALLEST_MODULE > dots:
        raise ValueError(f"a QR code of {modules} modules does not fit on {dots} dots; {len(data.encode())} bytes")
    return int(min(wanted, dots // modules))


@lru_cache(maxsize=2)
def raster(path: Path, dots: int) -> RasterRow | None:
    """A picture in black and white, no wider than the paper; None, said once, where it cannot be read."""
    from PIL import Image  # libraries that only printing needs

    try:
        with Image.open(path) as opened:
            drawn = opened.convert("RGBA")
    except (OSError, Image.DecompressionBombError) as fault:
        log.warning("tickets have no logo: %s cannot be read (%s)", path, type(fault).__name__)
        return None
    paper = Image.new("RGBA", drawn.size, "white")
    grey = Image.alpha_composite(paper, drawn).convert("L")
    grey.thumbnail((dots, LOGO_DOTS))
    black = grey.point(lambda value: 255 if value < 128 else 0).convert("1")
    return RasterRow(black.width, black.height, black.tobytes())
