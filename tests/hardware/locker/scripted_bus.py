"""A bus in virtual time on which anything may happen to every byte; writes down what truly was, to compare with."""

from collections.abc import Callable, Iterator
from typing import Protocol

from msgspec import Struct

from hardware.host.clock import FakeClock
from hardware.transport import trouble
from tests.emulators.modbus_board import with_crc

SPEAKING = 0.005
"""Seconds from a question to its answer on a good bus."""
WRITES = ("fine", "fine", "fine", "fine", "fine", "fine", "lost_before", "part", "lost_after", "unheard")
ANSWERS = (
    "fine",
    "fine",
    "fine",
    "fine",
    "drop",
    "late",
    "later",
    "split",
    "garble",
    "cut",
    "noise",
    "other",
    "mid_loss",
)
LATE = {"late": 0.45, "later": 1.7}


class Boards(Protocol):
    """What the wire must know of a protocol; made without the driver's code."""

    def requests(self, buffer: bytearray) -> Iterator[bytes]:
        """Take whole requests out of `buffer`."""
        ...

    def pulse(self, request: bytes) -> tuple[int, int] | None:
        """Board and lock, if it is a pulse."""
        ...

    def answer(self, request: bytes, doors: dict[tuple[int, int], bool]) -> tuple[int, bytes] | None:
        """Board and answer."""
        ...

    def other(self, answer: bytes) -> bytes:
        """The like of a board that is not in the settings, with opposite contents."""
        ...


class Change(Struct, frozen=True):
    """A door's true state from a moment on."""

    at: float
    is_open: bool


class ScriptedWire:
    """`Wire` and the boards behind it; time passes only here and in pauses."""

    def __init__(
        self,
        clock: FakeClock,
        boards: Boards,
        doors: list[tuple[int, int]],
        *,
        echo: bool,
        writes: Iterator[str],
        answers: Iterator[str],
    ) -> None:
        self._clock, self._boards, self._echo = clock, boards, echo
        self._writes, self._answers = writes, answers
        self.is_open = False
        self.plugged = True
        self.dead: set[int] = set()
        self.open_doors = dict.fromkeys(doors, False)
        self.history = {door: [Change(float("-inf"), False)] for door in doors}
        self.pulse_frames: list[tuple[int, int]] = []
        """Locks of the pulse commands that left whole."""
        self.tries = 0
        """Pulse commands that were handed to the wire, whatever became of them."""
        self.heard: list[tuple[int, int]] = []
        """Locks of those that a living board heard."""
        self._buffer = bytearray()
        self._coming: list[tuple[float, bytes]] = []
        self._free_at = 0.0

    def set_door(self, door: tuple[int, int], is_open: bool) -> None:
        """By hand, or by its solenoid."""
        self.open_doors[door] = is_open
        self.history[door].append(Change(self._clock.monotonic(), is_open))

    def all_is_well(self) -> None:
        """From now on nothing happens to any byte."""
        self._writes = self._answers = cycle(("fine",), [])

    def was(self, door: tuple[int, int], since: float) -> set[bool]:
        """All that the door truly was from `since` until now."""
        changes = self.history[door]
        before = [change.is_open for change in changes if change.at <= since][-1:]
        return {*before, *(change.is_open for change in changes if change.at >= since)}

    # --- Wire ----------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """There or not."""
        if not self.plugged:
            raise trouble.missing("the wire", "unplugged")
        self.is_open = True

    def write(self, data: bytes) -> None:
        """As the script says."""
        self._must_be_open()
        how = next(self._writes)
        pulses = [door for request in self._boards.requests(bytearray(data)) if (door := self._boards.pulse(request))]
        self.tries += len(pulses)
        if how == "lost_before":
            self._lose()
        if how == "part":
            self._arrives(data[:-2])
            self._lose()
        self.pulse_frames += pulses
        if self._echo:
            self._comes(data, 0.001)
        if how != "unheard":
            self._arrives(data)
        if how == "lost_after":
            self._lose()

    def read(self, seconds: float) -> bytes:
        """What is due by then; time goes on to where it comes."""
        self._must_be_open()
        now = self._clock.monotonic()
        due = [moment for moment, _ in self._coming if moment <= now + seconds]
        if not due:
            self._clock.advance(seconds)
            return b""
        moment = max(now, min(due))
        self._clock.advance(moment - now)
        data = b"".join(piece for at, piece in self._coming if at <= moment)
        self._coming = [(at, piece) for at, piece in self._coming if at > moment]
        if not data:
            self._lose()
        return data

    def close(self) -> None:
        """What had come already is gone; what boards still say is not."""
        self.is_open = False
        self._coming = [(at, piece) for at, piece in self._coming if at > self._clock.monotonic()]

    # --- works ---------------------------------------------------------------------------------------------------

    def _must_be_open(self) -> None:
        if not self.plugged or not self.is_open:
            self._lose()

    def _lose(self) -> None:
        self.close()
        raise trouble.lost("the wire", "scripted")

    def _arrives(self, data: bytes) -> None:
        self._buffer += data
        for request in self._boards.requests(self._buffer):
            door = self._boards.pulse(request)
            if door and door[0] not in self.dead:
                self.heard.append(door)
                self.set_door(door, True)
            said = self._boards.answer(request, self.open_doors)
            if said and said[0] not in self.dead:
                self._said(said[1])

    def _said(self, answer: bytes) -> None:
        how = next(self._answers)
        if how in LATE:
            self._comes(answer, LATE[how])
        elif how == "split":
            self._comes(answer[:4], SPEAKING)
            self._comes(answer[4:], 2 * SPEAKING)
        elif how == "garble":
            self._comes(answer[:2] + bytes((answer[2] ^ 0x41,)) + answer[3:], SPEAKING)
        elif how == "cut":
            self._comes(answer[1:], SPEAKING)
        elif how == "noise":
            self._comes(b"\x02\x01\xff" + answer, SPEAKING)
        elif how == "other":
            self._comes(self._boards.other(answer) + answer, SPEAKING)
        elif how == "mid_loss":
            self._comes(answer[:3], SPEAKING)
            self._comes(b"", 1.5 * SPEAKING)
        elif how == "fine":
            self._comes(answer, SPEAKING)

    def _comes(self, data: bytes, after: float) -> None:
        """One behind the other: there is one line, and boards speak in turn."""
        moment = max(self._clock.monotonic() + after, self._free_at)
        self._free_at = moment
        self._coming.append((moment, data))


def cycle(words: tuple[str, ...], picks: list[int]) -> Iterator[str]:
    """`words` by number, over and over; the first of them for ever where nothing is picked."""
    at = 0
    while True:
        yield words[picks[at % len(picks)]] if picks else words[0]
        at += 1


Taker = Callable[[bytearray], Iterator[bytes]]


def taker(length: int, right: Callable[[bytes], bool]) -> Taker:
    """Finds requests of one length, byte by byte."""

    def take(buffer: bytearray) -> Iterator[bytes]:
        while len(buffer) >= length:
            if right(bytes(buffer[:length])):
                request = bytes(buffer[:length])
                del buffer[:length]
                yield request
            else:
                del buffer[0]

    return take


class KerongScript:
    """CU48."""

    def __init__(self) -> None:
        self.requests = taker(6, lambda it: it[0] == 2 and it[4] == 3 and self._summed(it[:5]) == it)

    def pulse(self, request: bytes) -> tuple[int, int] | None:
        return (request[1], request[2]) if request[3] == 0x51 else None

    def answer(self, request: bytes, doors: dict[tuple[int, int], bool]) -> tuple[int, bytes] | None:
        if request[3] != 0x50:
            return None
        bits = sum((not doors.get((request[1], lock), False)) << lock for lock in range(48))
        head = bytes((2, request[1], 0, 0x65))
        return request[1], self._summed(head + bits.to_bytes(6, "little") + b"\x03")

    def other(self, answer: bytes) -> bytes:
        flipped = bytes(byte ^ 0xFF for byte in answer[4:10])
        return self._summed(bytes((2, answer[1] + 5, 0, 0x65)) + flipped + b"\x03")

    @staticmethod
    def _summed(body: bytes) -> bytes:
        return body + bytes((sum(body) & 0xFF,))


class ModbusScript:
    """Waveshare class; inputs are on while doors are open."""

    def __init__(self) -> None:
        self.requests = taker(8, lambda it: it[1] in (2, 5) and with_crc(it[:6]) == it)

    def pulse(self, request: bytes) -> tuple[int, int] | None:
        return (request[0], request[3]) if request[1] == 5 and request[2] == 2 else None

    def answer(self, request: bytes, doors: dict[tuple[int, int], bool]) -> tuple[int, bytes] | None:
        if request[1] == 5:
            return request[0], request
        bits = sum(doors.get((request[0], lock), False) << lock for lock in range(8))
        return request[0], with_crc(bytes((request[0], 2, 1, bits)))

    def other(self, answer: bytes) -> bytes:
        body = bytes((answer[0] + 5, answer[1], answer[2])) + bytes(byte ^ 0xFF for byte in answer[3:-2])
        return with_crc(body)
