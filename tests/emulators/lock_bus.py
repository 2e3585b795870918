"""Lock boards on one pseudo-terminal, whatever they speak: doors, pulses, and everything that happens to a bus.

Frames are made and read here without the driver's own protocol code, so that a fault there cannot hide.
"""

import os
import selectors
import threading
import time
import tty
from abc import ABC, abstractmethod
from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

PATIENCE_SECONDS = 10.0
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


class LockBus(ABC):
    """Starts plugged in, all doors closed; `with` ends it. Every method may come from any thread."""

    def __init__(self, link: Path, boards: dict[int, int]) -> None:
        """:param link: symbolic link that the driver opens, as udev would make it.
        :param boards: address -> how many locks.
        """
        self.link = link
        self.boards = {number: EmulatedBoard(locks) for number, locks in boards.items()}
        self.echo = False
        """An RS-485 adapter that hears itself."""
        self.muddle: deque[str] = deque()
        """What happens to the answers to come: fine, drop, split, garble, noise (before it), twice, late (it comes
        when the next question is asked), other (another board's answer comes before)."""
        self.asked: Counter[int] = Counter()
        """Board -> frames for it that came."""
        self.pulse_times: list[float] = []
        self.received = bytearray()
        self._late = b""
        self._buffer = b""
        self._news = threading.Condition(threading.RLock())
        self._master = self._slave = -1
        self._wake, self._woken = os.pipe()
        self._running = True
        self.plug()
        self._thread = threading.Thread(target=self._run, name="lock-bus", daemon=True)
        self._thread.start()

    def __enter__(self) -> "LockBus":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Until `what` holds; asked after everything that comes.

        :raises AssertionError: it never does.
        """
        with self._news:
            assert self._news.wait_for(what, PATIENCE_SECONDS), "the boards never came to that state"

    def say(self, data: bytes) -> None:
        """Anything, unasked."""
        with self._news:
            self._write(data)

    def unplug(self) -> None:
        """The port disappears; boards and doors keep what they are."""
        with self._news:
            master, slave, self._master, self._slave = self._master, self._slave, -1, -1
            self.link.unlink(missing_ok=True)
            self._buffer = self._late = b""
            if master >= 0:
                os.close(master)
                os.close(slave)
        os.write(self._woken, b"!")

    def plug(self) -> None:
        """A new port under the old name."""
        with self._news:
            if self._master >= 0:
                return
            self._master, self._slave = os.openpty()
            tty.setraw(self._slave)
            os.set_blocking(self._master, False)
            self.link.symlink_to(os.ttyname(self._slave))
        os.write(self._woken, b"!")

    def close(self) -> None:
        """End; harmless if ended."""
        if not self._running:
            return
        self._running = False
        self.unplug()
        self._thread.join(PATIENCE_SECONDS)
        os.close(self._wake)
        os.close(self._woken)

    # --- works -----------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while self._running:
            with selectors.DefaultSelector() as waiting:
                waiting.register(self._wake, selectors.EVENT_READ)
                with self._news:
                    if self._master >= 0:
                        waiting.register(self._master, selectors.EVENT_READ)
                ready = [key.fd for key, _ in waiting.select()]
            if self._wake in ready:
                os.read(self._wake, 64)
            with self._news:
                if self._master in ready:
                    self._take()
                self._news.notify_all()

    def _take(self) -> None:
        try:
            came = os.read(self._master, 4096)
        except OSError:
            return
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

    def _write(self, data: bytes) -> None:
        if self._master >= 0 and data:
            try:
                os.write(self._master, data)
            except OSError:
                return
