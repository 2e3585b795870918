"""Questions and answers on a bus of boards that answer only when asked, and number nothing. Knows no protocol.

Not responsible for pulses: what must not be said twice is sent by `send`, once, by who knows what it is.
"""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from msgspec import Struct

from hardware.errors import HardwareError
from hardware.transport import trouble
from hardware.transport.interface import Wire
from hardware.transport.opening import Reopener

BITS_A_BYTE = 10
QUIET_BITS = 38.5
"""Silence between two frames: 3.5 letters of 11 bits ("MODBUS over Serial Line" V1.02, 2.5.1.1); KERONG has no rule."""
NOISY_SECONDS = 0.2
"""Longest wait for a line that never becomes quiet."""
LATE_SECONDS = 2.0
"""An answer later than this after its question is taken for lost."""
SILENT_QUESTIONS = 6
"""After so many questions in a row that nobody answered, the wire is opened anew (a connection may be half open)."""

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class Ear(Protocol[T_co]):
    """Knows the answers to one question."""

    def feed(self, data: bytes) -> Iterable[T_co]:
        """Those that are whole now."""
        ...


class Time(Struct, frozen=True):
    """Time of the world: whoever waits for a wire waits for the world, not for a clock that tests move."""

    now: Callable[[], float] = time.monotonic
    pause: Callable[[float], object] = time.sleep


class _Open(Struct):
    """Questions to one board that were not answered yet: until when each may still be."""

    until: list[float]
    ear: Ear[object]

    def answered(self, count: int) -> None:
        """The oldest are answered first."""
        del self.until[:count]


class Conversation:
    """Owns the wire. Used from one thread."""

    def __init__(
        self, wire: Wire, reopener: Reopener, *, baud: int, answer_seconds: float, closed: threading.Event, world: Time
    ) -> None:
        """:param answer_seconds: longest time for an answer, all attempts together.
        :param closed: when set, nothing is sent any more.
        """
        self._wire, self._reopener, self._closed, self.world = wire, reopener, closed, world
        self._baud, self._answer_seconds = baud, answer_seconds
        self._open: dict[int, _Open] = {}
        self._quiet_at = float("-inf")
        self._silent = 0
        self.openings = 0
        """How often the wire was opened: behind a new one may hang another adapter."""

    def ask(self, board: int, question: bytes, ear: Ear[T]) -> T | None:
        """The answer to this very question, asked again until the deadline; None: there was none.

        Boards answer in turn and number nothing. So an answer counts only once more answers have come than questions
        to this board were open before: an answer that is late is never taken for a new one.

        :raises HardwareError: the wire cannot be opened, or was lost.
        """
        self.get_ready()
        opened = _Open(self._left_open(board), ear)
        self._open[board] = opened
        before, came, answer = len(opened.until), 0, None
        deadline = self.world.now() + self._answer_seconds
        while answer is None and self.world.now() < deadline and not self._closed.is_set():
            opened.until.append(self.world.now() + LATE_SECONDS)
            self.send(question)
            heard = self._first(board, ear, min(deadline, self.world.now() + self._answer_seconds / 2))
            opened.answered(len(heard))
            came += len(heard)
            answer = heard[-1] if heard and came > before else None
        self._note_silence(answer is None)
        return answer

    def _first(self, board: int, ear: Ear[T], deadline: float) -> list[T]:
        while True:
            heard = list(ear.feed(self.hear(deadline - self.world.now(), board)))
            if heard or self.world.now() >= deadline:
                return heard

    def get_ready(self) -> None:
        """Open the wire if it must be, and hear out what is old. A wire that proves lost is opened once more.

        :raises HardwareError: it cannot be opened. Nothing was sent.
        """
        for last in (False, True):
            if self._closed.is_set():
                raise trouble.not_open("the locker port")
            self.openings += self._reopener.open()
            try:
                noisy_until = self.world.now() + NOISY_SECONDS
                while self.hear(0.0) and self.world.now() < noisy_until:
                    continue
                return
            except HardwareError:
                if last:
                    raise

    def send(self, frame: bytes) -> None:
        """Hand over a frame, when the line has been quiet for long enough.

        :raises HardwareError: a part of it, or all, may have left.
        """
        self._pause_until(self._quiet_at)
        self._wire.write(frame)
        self._quiet_at = self.world.now() + (len(frame) * BITS_A_BYTE + QUIET_BITS) / self._baud

    def hear(self, seconds: float, board: int | None = None) -> bytes:
        """What comes next; answers to open questions are counted, those of `board` by the caller.

        :raises HardwareError: the wire was lost.
        """
        came = self._wire.read(max(0.0, seconds))
        if came:
            self._quiet_at = max(self._quiet_at, self.world.now() + QUIET_BITS / self._baud)
        for number, left in self._open.items():
            if came and number != board and left.until:
                left.answered(sum(1 for _ in left.ear.feed(came)))
        return came

    def until_left(self) -> None:
        """Wait until the last frame has gone through the line."""
        self._pause_until(self._quiet_at)

    def _pause_until(self, moment: float) -> None:
        wait = moment - self.world.now()
        if wait > 0:
            self.world.pause(wait)

    def _left_open(self, board: int) -> list[float]:
        left = self._open.get(board)
        return [until for until in left.until if self.world.now() < until] if left is not None else []

    def _note_silence(self, silent: bool) -> None:
        self._silent = self._silent + 1 if silent else 0
        if self._silent >= SILENT_QUESTIONS:
            self._silent = 0
            self._wire.close()

    def close(self) -> None:
        """Let go of the wire."""
        self._wire.close()
