"""Frames of the KERONG CU48 as bytes and back, without I/O. Not responsible for other KERONG boards (CU48B, CU16).

Source: KERONG "CU48 Protocol And Introduction" V2.1 (2020-03-23). RS-485, 19200 8N1. Requests have 6 bytes (the text of
the document says 32; its table and all examples have 6), a status reply has 12:

    request  02 ADDR LOCKNUM CMD 03 SUM        CMD 50 status, 51 unlock (never answered)
    reply    02 ADDR xx 65 D1 .. D6 03 SUM     D1 bit 0 = lock 1 ... D6 bit 7 = lock 48; 1 = hook locked

ADDR is 0 to 9, in requests 0A for all; LOCKNUM is 0 to 2F, 30 for all; SUM is the low byte of the sum of all before.
"""

from collections.abc import Iterator

from msgspec import Struct

from hardware.locker.frames import BadFrame, spelled

STX, ETX = 0x02, 0x03
STATUS, UNLOCK, STATUS_REPLY = 0x50, 0x51, 0x65
LAST_BOARD, ALL_BOARDS = 0x09, 0x0A
LOCKS, ALL_LOCKS = 48, 0x30
REQUEST_BYTES = 6
LENGTHS = {STATUS: REQUEST_BYTES, UNLOCK: REQUEST_BYTES, STATUS_REPLY: 12}
"""Command -> bytes of its whole frame."""
COMMAND_AT = 3
"""Index of the byte that says which frame it is."""


class StatusRequest(Struct, frozen=True):
    """Asks a board, or all with `ALL_BOARDS`, for its 48 locks."""

    board: int
    lock: int = 0
    """LOCKNUM; the answer has all locks whatever it is, and the document's examples have 0."""

    def pack(self) -> bytes:
        """6 bytes."""
        return _sealed(bytes((STX, self.board, self.lock, STATUS, ETX)))


class Unlock(Struct, frozen=True):
    """One pulse to a lock (from 0), or to all of a board with `ALL_LOCKS`. No board answers it."""

    board: int
    lock: int

    def pack(self) -> bytes:
        """6 bytes."""
        return _sealed(bytes((STX, self.board, self.lock, UNLOCK, ETX)))


class StatusReply(Struct, frozen=True):
    """What a board's hook switches say."""

    board: int
    bits: int
    """Bit n = lock n (from 0); 1 = hook locked, with the opposite switch 0."""
    third: int = 0
    """The byte `xx`: 0 in all examples; the document does not say what it is."""

    def pack(self) -> bytes:
        """12 bytes."""
        head = bytes((STX, self.board, self.third, STATUS_REPLY))
        return _sealed(head + self.bits.to_bytes(6, "little") + bytes((ETX,)))


Frame = StatusRequest | Unlock | StatusReply


def checksum(data: bytes) -> int:
    """Of the bytes before it."""
    return sum(data) & 0xFF


def _sealed(body: bytes) -> bytes:
    return body + bytes((checksum(body),))


def unpack(data: bytes) -> Frame:
    """One whole frame and nothing else. The shape is examined first, then the checksum, then the values.

    :raises BadFrame: the first thing that is wrong.
    """
    if data and data[0] != STX:
        raise BadFrame("wrong_start", "a frame starts with 02", position=0, expected="02", found=spelled(data[:1]))
    if len(data) <= COMMAND_AT:
        raise BadFrame(
            "too_short", "the frame ends before its command", position=len(data), expected="6", found=str(len(data))
        )
    command = data[COMMAND_AT]
    length = LENGTHS.get(command)
    if length is not None and len(data) != length:
        raise _wrong_length(data, length)
    if length is not None or (len(data) == REQUEST_BYTES and data[-2] == ETX):
        _check_end(data)
    if length is None:
        raise _unknown(command)
    return _checked(data)


def ends_right(data: bytes) -> bool:
    """Whether the last two bytes end a frame, with the right checksum."""
    return len(data) > COMMAND_AT and data[-2] == ETX and data[-1] == checksum(data[:-1])


def _wrong_length(data: bytes, length: int) -> BadFrame:
    sizes = {"expected": str(length), "found": str(len(data))}
    if len(data) < length and not ends_right(data):
        message = f"the frame has {len(data)} of its {length} bytes"
        return BadFrame("too_short", message, position=len(data), **sizes)
    message = f"the frame has {len(data)} bytes in place of {length}"
    return BadFrame("wrong_length", message, position=min(len(data), length), **sizes)


def _unknown(command: int) -> BadFrame:
    message = f"command {command:02X} is not one of 50 (status), 51 (unlock), 65 (status reply)"
    return BadFrame("unknown_command", message, position=COMMAND_AT, expected="50, 51 or 65", found=f"{command:02X}")


def _check_end(data: bytes) -> None:
    if data[-2] != ETX:
        raise BadFrame(
            "wrong_end",
            "03 stands before the checksum",
            position=len(data) - 2,
            expected="03",
            found=f"{data[-2]:02X}",
        )
    right = checksum(data[:-1])
    if data[-1] != right:
        raise BadFrame(
            "checksum",
            f"the checksum is {data[-1]:02X} and should be {right:02X}",
            position=len(data) - 1,
            expected=f"{right:02X}",
            found=f"{data[-1]:02X}",
        )


def _checked(data: bytes) -> Frame:
    _, board, third, command = data[:4]
    last = LAST_BOARD if command == STATUS_REPLY else ALL_BOARDS
    if board > last:
        message = f"boards are 00 to 09{', 0A is all' if last == ALL_BOARDS else ''}"
        raise BadFrame("address_out_of_range", message, position=1, expected=f"00 to {last:02X}", found=f"{board:02X}")
    if command == STATUS_REPLY:
        return StatusReply(board, int.from_bytes(data[4:10], "little"), third)
    if third > ALL_LOCKS:
        message = "locks are 00 (the first) to 2F (the 48th), 30 is all"
        raise BadFrame("lock_out_of_range", message, position=2, expected="00 to 30", found=f"{third:02X}")
    return Unlock(board, third) if command == UNLOCK else StatusRequest(board, third)


class Reassembler:
    """Puts frames together from pieces; after bytes that are no frame it looks for the next one, byte by byte."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[Frame]:
        """The frames that are whole now."""
        self._rest += data
        while len(self._rest) > COMMAND_AT:
            length = LENGTHS.get(self._rest[COMMAND_AT]) if self._rest[0] == STX else None
            if length is not None and len(self._rest) < length:
                return
            try:
                frame = unpack(self._rest[:length]) if length is not None else None
            except BadFrame:
                frame = None
            self._rest = self._rest[length if frame is not None else 1 :]
            if frame is not None:
                yield frame
