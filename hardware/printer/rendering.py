"""Pictures of paper, as a thermal printer of 203 dpi would draw it. Not responsible for breaking lines."""

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import segno
from PIL import Image, ImageDraw, ImageFont

from hardware.printer.settings import DOTS_PER_MM, FONT_A, PrinterSettings
from hardware.printer.typesetting import QrRow, RasterRow, Row, TextRow

WIDTH, HEIGHT = FONT_A
LINE_FEED = 30
"""Dots from line to line (ESC 2: 3.75 mm)."""
FACE_PACKAGE, FACE_FILE = "fontpkg_jetbrains_mono", "files/JetBrainsMono[wght].ttf"
"""A typewriter face with all letters of Windows-1252; in a package, so that pictures are the same on every machine."""
WEIGHTS = {False: 400, True: 700}
POINT = 20
"""At this size a character of the face is as wide as a cell."""
TOP, BOTTOM = 2 * LINE_FEED, 3 * LINE_FEED
"""Paper between cutter and print head, and behind the last line."""


def png(rows: Sequence[Row], settings: PrinterSettings, *, torn: bool = False) -> bytes:
    """The picture of a piece of paper.

    :param torn: it ended in the middle: no paper behind the last line.
    """
    out = io.BytesIO()
    draw(rows, settings, torn=torn).save(out, "PNG")
    return out.getvalue()


def draw(rows: Sequence[Row], settings: PrinterSettings, *, torn: bool = False) -> Image.Image:
    """Grey, one pixel a dot, as wide as the roll."""
    wide = settings.paper_width * DOTS_PER_MM
    margin = (wide - settings.dots) // 2
    tall = TOP + sum(height(row) for row in rows) + (0 if torn else BOTTOM)
    paper = Image.new("L", (wide, tall), 255)
    y = TOP
    for row in rows:
        _one(paper, row, margin, y, settings.dots)
        y += height(row)
    return paper


def height(row: Row) -> int:
    """Dots down to the next row."""
    match row:
        case TextRow():
            return max(LINE_FEED, HEIGHT * row.size)
        case QrRow():
            return _qr_size(row) + LINE_FEED
        case RasterRow():
            return row.height


def _one(paper: Image.Image, row: Row, left: int, y: int, dots: int) -> None:
    match row:
        case TextRow():
            used = len(row.text) * WIDTH * row.size
            _text(paper, row, left + ((dots - used) // 2 if row.align == "center" else 0), y)
        case QrRow():
            _qr(paper, row, left + (dots - _qr_size(row)) // 2, y + LINE_FEED // 2)
        case RasterRow():
            picture = Image.frombytes("1", (row.width, row.height), row.bits)
            paper.paste(0, (left + (dots - row.width) // 2, y), picture)


def _text(paper: Image.Image, row: TextRow, x: int, y: int) -> None:
    pen = ImageDraw.Draw(paper)
    face = _face(row.size, row.bold)
    baseline = y + 19 * row.size
    for place, letter in enumerate(row.text):
        middle = x + (place * WIDTH + WIDTH / 2) * row.size
        pen.text((middle, baseline), letter, fill=0, font=face, anchor="ms")


def _qr(paper: Image.Image, row: QrRow, x: int, y: int) -> None:
    code = segno.make_qr(row.data.encode(), error="m", mode="byte", boost_error=False)
    pen = ImageDraw.Draw(paper)
    for line, modules in enumerate(code.matrix):
        for column, dark in enumerate(modules):
            if dark:
                corner = (x + column * row.module, y + line * row.module)
                pen.rectangle((*corner, corner[0] + row.module - 1, corner[1] + row.module - 1), fill=0)


def _qr_size(row: QrRow) -> int:
    code = segno.make_qr(row.data.encode(), error="m", mode="byte", boost_error=False)
    return int(code.symbol_size(scale=row.module, border=0)[0])


@cache
def _face(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    file = files(FACE_PACKAGE).joinpath(FACE_FILE)
    face = ImageFont.truetype(io.BytesIO(file.read_bytes()), POINT * size)
    face.set_variation_by_axes([WEIGHTS[bold]])
    return face
