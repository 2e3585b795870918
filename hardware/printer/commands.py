"""Rows of paper as ESC/POS commands, made by python-escpos. Not responsible for breaking lines nor for sending.

python-escpos keeps in mind what the printer was told last; a power cut makes that wrong. So every job is made by a new
object, with the code page fixed, and begins with a reset.
"""

import os
import shutil
from collections.abc import Sequence

from escpos import capabilities
from escpos.constants import QR_ECLEVEL_M
from escpos.printer import Dummy
from msgspec import Struct
from PIL import Image, ImageOps

from hardware.printer.protocol import NO_NATIONAL_SET, RESET, SILENCE_ASB
from hardware.printer.settings import PrinterSettings
from hardware.printer.typesetting import QrRow, RasterRow, Row, TextRow

if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
    shutil.rmtree(
        capabilities.pickle_dir, ignore_errors=True
    )  # python-escpos leaves a new folder in /tmp at each start

ENCODING = "CP1252"
FULL_CUT = b"\x1dVA\x00"
"""GS V 65 0: feed past the cutter and cut through; python-escpos has it for the partial cut only."""
FRAGMENT = 64
"""Rows of a picture per command: what a cut cable leaves open is no longer than this."""


class Commands(Struct, frozen=True):
    """A job on the wire, in two parts: nothing of the first can ever become visible on paper."""

    preamble: bytes
    body: bytes


def commands(rows: Sequence[Row], settings: PrinterSettings) -> Commands:
    """The whole job but its fence."""
    preamble = RESET + SILENCE_ASB + NO_NATIONAL_SET + b"\x1bt" + bytes((settings.code_page,))
    made = Dummy(profile="default", magic_encode_args={"encoding": ENCODING, "disabled": True})
    for row in rows:
        match row:
            case TextRow(text, size, bold, align):
                made.set(align=align, bold=bold, custom_size=True, width=size, height=size)
                made.textln(text)
            case QrRow(data, module):
                made.set(align="center", bold=False, custom_size=True, width=1, height=1)
                made.qr(data, ec=QR_ECLEVEL_M, size=module, native=True)
                made.ln()
            case RasterRow(width, height, bits):
                picture = ImageOps.invert(Image.frombytes("1", (width, height), bits).convert("L"))
                made.set(align="center")
                made.image(picture, fragment_height=FRAGMENT)
    if settings.cut == "partial":
        made.cut(feed=False)
    body: bytes = made.output
    return Commands(preamble, body if settings.cut == "partial" else body + FULL_CUT)


def filler_bytes(rows: Sequence[Row], settings: PrinterSettings) -> int:
    """How many bytes end whatever command of this job was cut short."""
    codes = [len(row.data.encode()) for row in rows if isinstance(row, QrRow)]
    pictures = [FRAGMENT * ((row.width + 7) // 8) for row in rows if isinstance(row, RasterRow)]
    return 16 + max([*codes, *pictures], default=0)
