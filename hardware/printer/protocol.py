"""ESC/POS bytes: questions for the printer's state and what it answers. Knows no port and no layout of tickets.

Source: Epson ESC/POS Command Reference, pages DLE EOT, GS r, GS a, ESC @, ESC t, ESC R.
"""

from typing import Literal

from msgspec import Struct

from hardware.printer.interface import Paper

RESET = b"\x1b@"
"""ESC @: clears the line in work and all modes."""
SILENCE_ASB = b"\x1da\x00"
"""GS a 0: no status without being asked; its bytes could be taken for a fence."""
NO_NATIONAL_SET = b"\x1bR\x00"
"""ESC R 0: brackets stay brackets, whatever the switches say."""
FENCE = b"\x1dr\x01"
"""GS r 1: the paper sensor's state, answered in turn, after everything sent before it has been printed."""
CUT_OFF = b"\n\x1dVB\x00"
"""GS V 66 0: feed what was printed past the cutter, and cut."""
FILLER = b"\x00"
"""Ignored between commands; fills up the parameters of a command that was cut short."""

Question = Literal[1, 2, 3, 4]
"""DLE EOT: 1 printer, 2 cause of being offline, 3 cause of an error, 4 paper sensors."""


def question(which: Question) -> bytes:
    """DLE EOT n: answered at once with one byte, also without paper and in mid-job."""
    return bytes((0x10, 0x04, which))


def is_status(byte: int) -> bool:
    """Whether a byte can be the answer to DLE EOT: 0xx1xx10."""
    return byte & 0x93 == 0x12


class PrinterByte(Struct, frozen=True):
    """DLE EOT 1."""

    offline: bool
    waits_for_recovery: bool
    feed_button: bool


class OfflineByte(Struct, frozen=True):
    """DLE EOT 2."""

    cover_open: bool
    feed_button: bool
    stopped_by_paper_end: bool
    error: bool


class ErrorByte(Struct, frozen=True):
    """DLE EOT 3."""

    recoverable: bool
    cutter: bool
    unrecoverable: bool
    recovers_by_itself: bool

    @property
    def fault(self) -> str:
        """Stable code, the worst first; "" = none."""
        if self.unrecoverable:
            return "unrecoverable"
        if self.cutter:
            return "cutter"
        return "recoverable" if self.recoverable or self.recovers_by_itself else ""


class PaperByte(Struct, frozen=True):
    """DLE EOT 4."""

    near_end: bool
    end: bool

    @property
    def paper(self) -> Paper:
        """In words."""
        return Paper.OUT if self.end else Paper.LOW if self.near_end else Paper.OK


def printer_byte(byte: int) -> PrinterByte:
    """:raises ValueError: not an answer to DLE EOT."""
    _check(byte)
    return PrinterByte(bool(byte & 0x08), bool(byte & 0x20), bool(byte & 0x40))


def offline_byte(byte: int) -> OfflineByte:
    """:raises ValueError: not an answer to DLE EOT."""
    _check(byte)
    return OfflineByte(bool(byte & 0x04), bool(byte & 0x08), bool(byte & 0x20), bool(byte & 0x40))


def error_byte(byte: int) -> ErrorByte:
    """:raises ValueError: not an answer to DLE EOT."""
    _check(byte)
    return ErrorByte(bool(byte & 0x04), bool(byte & 0x08), bool(byte & 0x20), bool(byte & 0x40))


def paper_byte(byte: int) -> PaperByte:
    """:raises ValueError: not an answer to DLE EOT."""
    _check(byte)
    return PaperByte(bool(byte & 0x0C), bool(byte & 0x60))


def _check(byte: int) -> None:
    if not is_status(byte):
        raise ValueError(f"{byte:02X} is no answer to DLE EOT")


class Asb(Struct, frozen=True):
    """Automatic status back, four bytes (GS a)."""

    offline: bool
    cover_open: bool
    fault: str
    paper: Paper


def asb(frame: bytes) -> Asb:
    """:raises ValueError: not such a frame."""
    if len(frame) != 4 or not is_asb_head(frame[0]) or any(byte & 0x90 for byte in frame[1:]):
        raise ValueError(f"{frame.hex(' ')} is no automatic status")
    first, second, third, _ = frame
    errors = ErrorByte(bool(second & 0x04), bool(second & 0x08), bool(second & 0x20), bool(second & 0x40))
    return Asb(bool(first & 0x08), bool(first & 0x20), errors.fault, PaperByte(bool(third & 3), bool(third & 12)).paper)


def is_asb_head(byte: int) -> bool:
    """0xx1xx00: begins an automatic status."""
    return byte & 0x93 == 0x10


class Answers(Struct, frozen=True):
    """What came, sorted."""

    statuses: tuple[int, ...] = ()
    """Answers to DLE EOT, as they came."""
    fences: int = 0
    """Answers to GS r 1."""
    asb: tuple[Asb, ...] = ()


class Sorter:
    """Tells a printer's bytes apart by their fixed bits; anything else is noise and passes."""

    def __init__(self) -> None:
        self._frame = b""
        self.noise = 0
        """Bytes that were nothing, so far."""

    def sort(self, came: bytes) -> Answers:
        """The next bytes; an automatic status may be spread over several calls."""
        statuses: list[int] = []
        automatic: list[Asb] = []
        fences = 0
        for byte in came:
            if self._frame and byte & 0x90 == 0:
                self._frame += bytes((byte,))
                if len(self._frame) == 4:
                    automatic.append(asb(self._frame))
                    self._frame = b""
                continue
            self.noise += len(self._frame)
            self._frame = b""
            if is_status(byte):
                statuses.append(byte)
            elif is_asb_head(byte):
                self._frame = bytes((byte,))
            elif byte & 0xF0 == 0:
                fences += 1
            else:
                self.noise += 1
        return Answers(tuple(statuses), fences, tuple(automatic))

    def forget(self) -> None:
        """Begin anew, after the port was opened."""
        self._frame = b""
