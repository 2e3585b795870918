"""Which texts count as a code that was read. Not responsible for what they mean."""

from hardware.scanner.interface import Scan

LONGEST = 400
"""Letters."""


def scan_of(text: str) -> Scan | None:
    """The scan; None: nothing that the kiosk has a use for (control characters, blanks only, too long)."""
    return Scan(text) if 0 < len(text) <= LONGEST and text.isprintable() and not text.isspace() else None


def scan_of_bytes(line: bytes) -> Scan | None:
    """The same of bytes: UTF-8, else Latin-1, which scanners send for codes without another character set."""
    try:
        return scan_of(line.decode("utf-8"))
    except UnicodeDecodeError:
        return scan_of(line.decode("latin-1"))
