"""What a thermal printer does with ESC/POS bytes: rows on paper, answers. No port, no thread, no model of speed.

Written from Epson's ESC/POS Command Reference, independently of the driver's code.
"""

from collections.abc import Callable

from hardware.printer.rendering import png
from hardware.printer.settings import PrinterSettings
from hardware.printer.typesetting import QrRow, RasterRow, Row, TextRow

CODE_PAGES = {0: "cp437", 2: "cp850", 16: "cp1252", 19: "cp858"}
ONE_ARGUMENT = {
    b"\x1bt",
    b"\x1bR",
    b"\x1b!",
    b"\x1bE",
    b"\x1ba",
    b"\x1bd",
    b"\x1d!",
    b"\x1da",
    b"\x1dr",
    b"\x1bM",
    b"\x1b{",
}


class EmulatedPaper:
    """A piece of paper that was cut off."""

    def __init__(self, rows: list[Row], settings: PrinterSettings) -> None:
        self.rows, self._settings = tuple(rows), settings

    @property
    def text(self) -> str:
        """Its words, line by line."""
        return "\n".join(row.text for row in self.rows if isinstance(row, TextRow))

    @property
    def codes(self) -> list[str]:
        """What its QR codes say."""
        return [row.data for row in self.rows if isinstance(row, QrRow)]

    @property
    def png(self) -> bytes:
        """Its picture."""
        return png(self.rows, self._settings)


class Interpreter:
    """Takes bytes into a buffer and works them off one by one."""

    def __init__(
        self, settings: PrinterSettings, answer: Callable[[bytes], None], paper_byte: Callable[[], int]
    ) -> None:
        """:param answer: sends bytes to the computer.
        :param paper_byte: the answer to GS r 1.
        """
        self._settings, self._answer, self._paper_byte = settings, answer, paper_byte
        self.papers: list[EmulatedPaper] = []
        self.strip: list[Row] = []
        """Printed and not cut off yet."""
        self.rows_printed = 0
        self.unknown: list[bytes] = []
        self.too_wide = 0
        """Lines that the printer had to break itself."""
        self.asb = False
        self.fences = True
        """Whether it knows GS r, as every Epson does and some copies do not."""
        self.buffer = bytearray()
        self._line, self._page = "", CODE_PAGES[0]
        self._reset()

    def power_cycle(self) -> None:
        """The buffer is lost, what was printed hangs out of the slot."""
        self.buffer.clear()
        self.asb = False
        self._reset()
        self._page = CODE_PAGES[0]

    def step(self) -> bool:
        """Work off one command or character; False: the buffer is empty or holds the beginning of a command."""
        if not self.buffer:
            return False
        first = self.buffer[0]
        if first == 0x0A:
            del self.buffer[:1]
            self._end_line()
        elif first in (0x1B, 0x1D):
            return self._command()
        elif first == 0x10:
            if len(self.buffer) < 3:
                return False
            del self.buffer[:3]  # DLE EOT n: answered when it came
        else:
            del self.buffer[:1]
            if first >= 0x20:
                self._line += bytes((first,)).decode(self._page, errors="replace")
        return True

    # --- commands --------------------------------------------------------------------------------------------------

    def _command(self) -> bool:
        name = bytes(self.buffer[:2])
        if name == b"\x1b@":
            return self._done(2, self._reset)
        if name in ONE_ARGUMENT:
            return len(self.buffer) >= 3 and self._done(3, lambda: None, name, self.buffer[2])
        if name == b"\x1dV":
            return self._cut()
        if name == b"\x1d(":
            return self._sized(head=5, size=lambda b: b[3] + 256 * b[4], run=self._parenthesis)
        if name == b"\x1dv":
            return self._sized(head=8, size=lambda b: (b[4] + 256 * b[5]) * (b[6] + 256 * b[7]), run=self._raster)
        if len(self.buffer) < 2:
            return False
        self.unknown.append(name)
        return self._done(2, lambda: None)

    def _done(self, length: int, run: Callable[[], None], name: bytes = b"", value: int = 0) -> bool:
        del self.buffer[:length]
        run()
        if name:
            self._mode(name, value)
        return True

    def _mode(self, name: bytes, value: int) -> None:
        match name:
            case b"\x1bt":
                self._page = CODE_PAGES.get(value, "ascii")
            case b"\x1b!":
                self._bold, self._size = bool(value & 8), 2 if value & 0x30 else 1
            case b"\x1bE":
                self._bold = bool(value & 1)
            case b"\x1ba":
                self._align = value
            case b"\x1bd":
                self._end_line()
                self.strip += [TextRow("")] * (value - 1)
            case b"\x1d!":
                self._size = (value & 7) + 1
            case b"\x1da":
                self.asb = value != 0
            case b"\x1dr" if self.fences and value in (1, 49):
                self._answer(bytes((self._paper_byte(),)))

    def _cut(self) -> bool:
        if len(self.buffer) < 3 or (self.buffer[2] in (65, 66) and len(self.buffer) < 4):
            return False
        del self.buffer[: 4 if self.buffer[2] in (65, 66) else 3]
        if self._line:
            self._end_line()
        self.papers.append(EmulatedPaper(self.strip, self._settings))
        self.strip = []
        return True

    def _sized(self, *, head: int, size: Callable[[bytearray], int], run: Callable[[bytes, bytes], None]) -> bool:
        if len(self.buffer) < head:
            return False
        whole = head + size(self.buffer)
        if len(self.buffer) < whole:
            return False
        start, data = bytes(self.buffer[:head]), bytes(self.buffer[head:whole])
        del self.buffer[:whole]
        run(start, data)
        return True

    def _parenthesis(self, start: bytes, data: bytes) -> None:
        if start[2:3] != b"k" or data[:1] != b"1":
            self.unknown.append(start[:3])
        elif data[1] == 67:
            self._module = data[2]
        elif data[1] == 80:
            self._code = data[3:]
        elif data[1] == 81 and self._code:
            self._print(QrRow(self._code.decode("utf-8", errors="replace"), self._module))

    def _raster(self, start: bytes, data: bytes) -> None:
        width, height = 8 * (start[4] + 256 * start[5]), start[6] + 256 * start[7]
        if width and height:
            self._print(RasterRow(width, height, data))

    # --- paper -----------------------------------------------------------------------------------------------------

    def _end_line(self) -> None:
        room = self._settings.columns // self._size
        line, self._line = self._line, ""
        self.too_wide += len(line) > room
        for start in range(0, max(1, len(line)), room):
            align = "center" if self._align == 1 else "left"
            self._print(
                TextRow(line[start : start + room], self._size, self._bold, "center" if align == "center" else "left")
            )

    def _print(self, row: Row) -> None:
        self.strip.append(row)
        self.rows_printed += 1

    def _reset(self) -> None:
        self._line, self._page = "", CODE_PAGES[0]
        self._size, self._bold, self._align = 1, False, 0
        self._module, self._code = 3, b""
