"""Modbus RTU frames of relay boards (Waveshare "Modbus RTU Relay (D)" class) as bytes and back, without I/O.

Sources: "MODBUS over Serial Line" V1.02 (frame, CRC16), "MODBUS Application Protocol" V1.1b3 (functions 01, 02, 05,
exceptions), and the maker's table: FC05 to 0x0200+n is a pulse of n's relay that the board times itself, in units of
100 ms, which is not plain Modbus (a coil's value there is FF00 or 0000 only). docs/adr/0009 says why this is our own.
"""

from collections.abc import Iterator

from msgspec import Struct

from hardware.locker.frames import BadFrame

READ_COILS, READ_INPUTS, WRITE_COIL, WRITE_REGISTER = 0x01, 0x02, 0x05, 0x06
EXCEPTION = 0x80
ON, OFF, TOGGLE = 0xFF00, 0x0000, 0x5500
ALL_RELAYS, FLASH_ON, FLASH_OFF = 0x00FF, 0x0200, 0x0400
FLASH_UNIT_MS = 100
MOST_RELAYS = 32
FIRST_BOARD, LAST_BOARD = 1, 247
REQUEST_BYTES, EXCEPTION_BYTES = 8, 5
NOT_DONE = frozenset({1, 2, 3, 6, 10})
"""Exception codes that say surely that nothing was done: illegal function, address, value; busy; no path."""


class Request(Struct, frozen=True):
    """Eight bytes: reads, and writes of one coil or register; a write is answered by the same bytes."""

    board: int
    function: int
    address: int
    value: int
    """How many to read, or what to write."""

    def pack(self) -> bytes:
        """With its CRC."""
        head = bytes((self.board, self.function))
        return sealed(head + self.address.to_bytes(2, "big") + self.value.to_bytes(2, "big"))


class Inputs(Struct, frozen=True):
    """Answer to a read of coils or inputs."""

    board: int
    function: int
    bits: int
    """Bit n = the n-th that was asked for, from 0."""
    size: int
    """Bytes of bits."""

    def pack(self) -> bytes:
        """With its CRC."""
        return sealed(bytes((self.board, self.function, self.size)) + self.bits.to_bytes(self.size, "little"))


class Refusal(Struct, frozen=True):
    """An exception: the board heard the question and did not do it, or not all."""

    board: int
    function: int
    """That was asked for, without the high bit."""
    code: int

    def pack(self) -> bytes:
        """With its CRC."""
        return sealed(bytes((self.board, self.function | EXCEPTION, self.code)))


Frame = Request | Inputs | Refusal


def crc(data: bytes) -> bytes:
    """CRC16 (polynomial A001 reflected, start FFFF), low byte first as on the wire."""
    rest = 0xFFFF
    for byte in data:
        rest ^= byte
        for _ in range(8):
            rest = (rest >> 1) ^ (0xA001 if rest & 1 else 0)
    return rest.to_bytes(2, "little")


def sealed(body: bytes) -> bytes:
    """With the CRC behind it."""
    return body + crc(body)


def read_inputs(board: int, locks: int) -> Request:
    """Door inputs from the first on, in whole bytes: some boards refuse other counts."""
    return Request(board, READ_INPUTS, 0, -(-locks // 8) * 8)


def pulse(board: int, relay: int, milliseconds: int) -> Request:
    """One pulse that the board ends by itself.

    :param milliseconds: a multiple of 100.
    """
    return Request(board, WRITE_COIL, FLASH_ON + relay, max(1, milliseconds // FLASH_UNIT_MS))


def all_off(board: int) -> Request:
    """Every relay lets go."""
    return Request(board, WRITE_COIL, ALL_RELAYS, OFF)


def check_crc(data: bytes) -> None:
    """:raises BadFrame: checksum."""
    right = crc(data[:-2])
    if data[-2:] != right:
        found, expected = (part.hex(" ").upper() for part in (data[-2:], right))
        raise BadFrame(
            "checksum",
            f"the CRC is {found} and should be {expected}",
            position=len(data) - 2,
            expected=expected,
            found=found,
        )


class Reassembler:
    """Finds the answers to one request in what comes, in any pieces and between any other bytes.

    A Modbus frame has no mark where it begins: only who knows the question knows how long its answer is.
    """

    def __init__(self, request: Request) -> None:
        self._own, self._refusal = request.pack(), bytes((request.board, request.function | EXCEPTION))
        self._head = b""
        if request.function in (READ_COILS, READ_INPUTS):
            self._head = bytes((request.board, request.function, -(-request.value // 8)))
        self._request, self._rest = request, b""

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Answers and refusals, and the request itself wherever its own bytes come back."""
        self._rest += data
        while self._rest:
            frame, length = self._frame()
            if frame is None and length == 0:
                return
            self._rest = self._rest[length:]
            if frame is not None:
                yield frame

    def _frame(self) -> tuple[Frame | None, int]:
        """The frame at the beginning and its length; None and 1: none begins here; None and 0: more must come."""
        shapes = [(self._own, len(self._own)), (self._refusal, EXCEPTION_BYTES)]
        if self._head:
            shapes.append((self._head, len(self._head) + self._head[-1] + 2))
        for head, length in shapes:
            known = self._rest[: len(head)]
            if not head.startswith(known):
                continue
            piece = self._rest[:length]
            if len(piece) < length:
                return None, 0
            if crc(piece[:-2]) == piece[-2:]:
                return self._made(piece), length
        return None, 1

    def _made(self, piece: bytes) -> Frame:
        board, function = piece[0], piece[1]
        if piece == self._own:
            return self._request
        if function & EXCEPTION:
            return Refusal(board, function & ~EXCEPTION, piece[2])
        return Inputs(board, function, int.from_bytes(piece[3:-2], "little"), piece[2])
