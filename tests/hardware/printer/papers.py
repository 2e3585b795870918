"""Jobs for these tests, and a second pair of eyes for QR codes."""

import io

import zxingcpp
from PIL import Image

from hardware.printer.interface import Line, PrintJob, Qr, Rule, Space

CODE = "A042\nReisepass für Müßiggänger\nZimmer 1.07 · 5 €"


def ticket(job_id: str = "job-1", label: str = "A042") -> PrintJob:
    """A ticket with all that matters."""
    return PrintJob(
        job_id,
        (
            Line("Rathaus Musterstadt", align="center"),
            Line(label, size=8, bold=True, align="center"),
            Line("Reisepass für Müßiggänger", size=2, bold=True, align="center"),
            Rule(),
            Line("Größe, Öl, Übermaß, ÄÖÜ äöü ß – „so“ kostet 5 €"),
            Space(),
            Qr(CODE),
            Line("Nur heute", bold=True),
        ),
    )


def codes_in(png: bytes) -> list[str]:
    """What a phone would read."""
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))]
