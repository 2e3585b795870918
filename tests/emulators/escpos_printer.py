"""A thermal printer on a real pseudo-terminal that can run out of paper, be opened, switched off and unplugged.

Answers as Epson's reference says: DLE EOT at once, everything else in turn and only while it can print.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from hardware.printer.settings import PrinterSettings
from tests.emulators.escpos_interpreter import EmulatedPaper, Interpreter
from tests.emulators.pty_device import PtyDevice


class EscposEmulator(PtyDevice):
    """Starts plugged in and switched on; `with` ends it. Every method may come from any thread."""

    def __init__(self, link: Path, settings: PrinterSettings) -> None:
        """:param link: symbolic link that the driver opens, as udev would make it."""
        super().__init__(link)
        self.paper_out = self.near_end = self.cover_open = self.offline = self.cutter = False
        self.powered = True
        self.cable_out = False
        """The line is cut in both directions, the port stays, as with RS-232."""
        self.mute = False
        """Works, but says nothing."""
        self._rows_left: int | None = None
        self._then: Callable[[], None] = self._paper_ends
        self._drops: Mapping[int, int | None] = {}
        self._unplug_after: int | None = None
        self._machine = Interpreter(
            settings, self._answer, lambda: 0x0F if self.paper_out else 3 if self.near_end else 0
        )
        self.begin()

    # --- looking ---------------------------------------------------------------------------------------------------

    @property
    def papers(self) -> list[EmulatedPaper]:
        """Cut off so far."""
        with self._news:
            return list(self._machine.papers)

    @property
    def visible_rows(self) -> int:
        """Rows that were printed since the start, cut off or not."""
        with self._news:
            return self._machine.rows_printed

    @property
    def machine(self) -> Interpreter:
        """The works, to look at."""
        return self._machine

    # --- hands -----------------------------------------------------------------------------------------------------

    def set(self, **faults: bool) -> None:
        """paper_out, near_end, cover_open, offline, cutter, cable_out, mute."""
        with self._news:
            for name, on in faults.items():
                assert isinstance(getattr(self, name), bool), name
                setattr(self, name, on)
            if self._machine.asb:
                self._answer(
                    bytes((0x10 | (0x08 if not self._able() else 0) | (0x20 if self.cover_open else 0), 0, 0, 0))
                )
            self._work()

    def run_out_after(self, rows: int) -> None:
        """The roll ends after so many rows more."""
        with self._news:
            self._rows_left, self._then = rows, self._paper_ends

    def power_off_after_rows(self, rows: int) -> None:
        """Power is cut after so many rows more."""
        with self._news:
            self._rows_left, self._then = rows, self.power_off

    def _paper_ends(self) -> None:
        self.paper_out = True

    def refill(self) -> None:
        """A new roll."""
        self._rows_left = None
        self.set(paper_out=False, near_end=False)

    def power_off(self) -> None:
        """What is in the buffer is lost."""
        with self._news:
            self.powered = False
            self._machine.power_cycle()
            self._news.notify_all()

    def power_on(self, noise: bytes = b"") -> None:
        """:param noise: what the line driver sends when it wakes."""
        with self._news:
            self.powered = True
            self._answer(noise)
            self._news.notify_all()

    def garble(self, changes: Mapping[int, int | None]) -> None:
        """Bytes to come, counted from 0 now: what arrives instead, None for nothing."""
        with self._news:
            self._drops = {len(self.received) + place: byte for place, byte in changes.items()}

    def unplug_after(self, count: int) -> None:
        """Pull the cable when so many bytes more have come."""
        with self._news:
            self._unplug_after = len(self.received) + count
            if count == 0:
                self.unplug()

    def _unplugged(self) -> None:
        """The printer keeps its power and its buffer."""
        self._unplug_after = None

    # --- works -----------------------------------------------------------------------------------------------------

    def _came(self, came: bytes) -> None:
        for byte in came:
            if self._master < 0:
                break  # unplugged: the rest never arrived
            place = len(self.received)
            self.received.append(byte)
            seen = self._drops.get(place, byte)
            if seen is not None and self.powered and not self.cable_out:
                self._machine.buffer.append(seen)
                self._real_time()
            if self._unplug_after is not None and len(self.received) >= self._unplug_after:
                self.unplug()
        self._work()

    def _real_time(self) -> None:
        last = bytes(self._machine.buffer[-3:])
        if len(last) == 3 and last[:2] == b"\x10\x04" and last[2] in (1, 2, 3, 4):
            self._answer(bytes((self._status(last[2]),)))

    def _status(self, which: int) -> int:
        byte = 0x12
        if which == 1:
            byte |= 0x08 if not self._able() else 0
        elif which == 2:
            byte |= (0x04 if self.cover_open else 0) | (0x20 if self.paper_out else 0) | (0x40 if self.cutter else 0)
        elif which == 3:
            byte |= 0x08 if self.cutter else 0
        else:
            byte |= (0x0C if self.near_end or self.paper_out else 0) | (0x60 if self.paper_out else 0)
        return byte

    def _able(self) -> bool:
        return self.powered and not (self.paper_out or self.cover_open or self.offline or self.cutter)

    def _work(self) -> None:
        while self._able():
            before = self._machine.rows_printed
            if not self._machine.step():
                break
            if self._rows_left is not None:
                self._rows_left -= self._machine.rows_printed - before
                if self._rows_left <= 0:
                    self._rows_left = None
                    self._then()
        self._news.notify_all()

    def _answer(self, data: bytes) -> None:
        if self.powered and not (self.cable_out or self.mute):
            self._write(data)
