"""Lock boards on one pseudo-terminal, whatever they speak: doors, pulses, and everything that happens to a bus.

Frames are made and read here without the driver's own protocol code, so that a fault there cannot hide.
"""

import time
from abc import abstractmethod
from collections import Counter, deque
from pathlib import Path

from tests.emulators.pty_device import PtyDevice

PIECE_SECONDS = 0.002


class EmulatedBoard:
    """One board with its doors. Changed under the bus's lock."""

    def __init__(self, locks: int) -> None:
        self.open = [False] * locks
        self.jammed: set[int] = set()
        self.pulses: Counter[int] = Counter()
        self.dead = False

    def pulse(self, lock: int) -> None:
        """The solenoid pulls; the door springs open unless it is jammed."""
        self.pulses[lock] += 1
        if lock not in self.jammed:
            self.open[lock] = True


class LockBus(PtyDevice):
    """Starts plugged in, all doors closed; `with` ends it. Every method may come from any thread."""

    def __init__(self, link: Path, boards: dict[int, int]) -> None:
        """:param link: symbolic link that the driver opens, as udev would make it.
        :param boards: address -> how many locks.
        """
        super().__init__(link)
        self.boards = {number: EmulatedBoard(locks) for number, locks in boards.items()}
        self.echo = False
        """An RS-485 adapter that hears itself."""
        self.muddle: deque[str] = deque()
        """What happens to the answers to come: fine, drop, split, garble, noise (before it), twice, late (it comes
        when the next question is asked), other (another board's answer comes before)."""
        self.asked: Counter[int] = Counter()
        """Board -> frames for it that came."""
        self.pulse_times: list[float] = []
        self._late = b""
        self._buffer = b""
        self.begin()

    @abstractmethod
    def _next(self, buffer: bytes) -> tuple[bytes, bytes]:
        """The first whole request in `buffer` (or b"") and what stands behind it; what cannot be one is left out."""

    @abstractmethod
    def _serve(self, request: bytes) -> list[bytes]:
        """Do it; the answers of the boards that are not dead."""

    @abstractmethod
    def _of_another(self, answer: bytes) -> bytes:
        """A whole answer like this one, as of another board, with everything in it turned over."""

    # --- hands -----------------------------------------------------------------------------------------------------

    def close_door(self, board: int, lock: int) -> None:
        """Push it to."""
        with self._news:
            self.boards[board].open[lock] = False

    def open_door(self, board: int, lock: int) -> None:
        """The emergency lever."""
        with self._news:
            self.boards[board].open[lock] = True

    def is_open(self, board: int, lock: int) -> bool:
        """The door itself."""
        with self._news:
            return self.boards[board].open[lock]

    def pulses(self, board: int, lock: int) -> int:
        """Given since the start."""
        with self._news:
            return self.boards[board].pulses[lock]

    def jam(self, board: int, lock: int, on: bool) -> None:
        """Whether a pulse leaves it closed."""
        with self._news:
            (self.boards[board].jammed.add if on else self.boards[board].jammed.discard)(lock)

    def set_dead(self, board: int, on: bool) -> None:
        """No power on it."""
        with self._news:
            self.boards[board].dead = on

    def say(self, data: bytes) -> None:
        """Anything, unasked."""
        with self._news:
            self._write(data)

    def _unplugged(self) -> None:
        """Boards and doors keep what they are."""
        self._buffer = self._late = b""

    # --- works -----------------------------------------------------------------------------------------------------

    def _came(self, came: bytes) -> None:
        self.received += came
        if self.echo:
            self._write(came)
        self._buffer += came
        while True:
            request, self._buffer = self._next(self._buffer)
            if not request:
                return
            late, self._late = self._late, b""
            self._write(late)
            for answer in self._serve(request):
                self._answer(answer)

    def _pulsed(self, board: int, lock: int) -> None:
        self.boards[board].pulse(lock)
        self.pulse_times.append(time.monotonic())

    def _answer(self, answer: bytes) -> None:
        how = self.muddle.popleft() if self.muddle else "fine"
        match how:
            case "fine":
                self._write(answer)
            case "split":
                for at in range(len(answer)):
                    self._write(answer[at : at + 1])
                    time.sleep(PIECE_SECONDS)
            case "garble":
                self._write(answer[:3] + bytes((answer[3] ^ 0x10,)) + answer[4:])
            case "noise":
                self._write(b"\x00\xff\x02\x01" + answer)
            case "twice":
                self._write(answer * 2)
            case "late":
                self._late += answer
            case "other":
                self._write(self._of_another(answer) + answer)
            case "drop":
                return
            case _:
                raise AssertionError(how)
