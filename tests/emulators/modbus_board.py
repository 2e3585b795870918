"""Relay boards of the Waveshare RTU Relay (D) class on a pseudo-terminal: FC01, FC02, FC05 with the maker's pulse.

A foreign address is answered by silence, an address out of the table by an exception. A pulse counts when it begins.
"""

from pathlib import Path

from tests.emulators.lock_bus import LockBus


def with_crc(body: bytes) -> bytes:
    """CRC16 Modbus by the table-free textbook way, bit by bit over the reflected polynomial."""
    register = 0xFFFF
    for byte in body:
        register ^= byte
        for _ in range(8):
            carry = register % 2
            register //= 2
            if carry:
                register ^= 0xA001
    return body + bytes((register % 256, register // 256))


class ModbusBoards(LockBus):
    """Each with `locks` relays and door inputs."""

    def __init__(self, link: Path, boards: tuple[int, ...] = (1,), *, locks: int = 8, open_input: int = 1) -> None:
        """:param open_input: 0 where the switches close when the doors do."""
        self._open_input = open_input
        self.pulse_units: list[int] = []
        """Length of every pulse in units of 100 ms."""
        self.all_off: list[int] = []
        """Boards whose relays were all switched off, in turn."""
        self.refuse: int | None = None
        """Exception code with which every write is refused."""
        super().__init__(link, dict.fromkeys(boards, locks))

    def _next(self, buffer: bytes) -> tuple[bytes, bytes]:
        while len(buffer) >= 8:
            if buffer[1] in range(1, 7) and with_crc(buffer[:6]) == buffer[:8]:
                return buffer[:8], buffer[8:]
            buffer = buffer[1:]
        return b"", buffer

    def _serve(self, request: bytes) -> list[bytes]:
        number, function = request[0], request[1]
        address, value = int.from_bytes(request[2:4], "big"), int.from_bytes(request[4:6], "big")
        board = self.boards.get(number)
        self.asked[number] += 1
        if board is None or board.dead:
            return []
        if function in (1, 2):
            if value < 1 or address + value > len(board.open):
                return [self._exception(request, 2)]
            shown = [is_open == bool(self._open_input) and function == 2 for is_open in board.open]
            bits = sum(on << at for at, on in enumerate(shown[address : address + value]))
            size = (value + 7) // 8
            return [with_crc(bytes((number, function, size)) + bits.to_bytes(size, "little"))]
        if function != 5:
            return [self._exception(request, 1)]
        if self.refuse is not None:
            return [self._exception(request, self.refuse)]
        return [self._write_coil(request, address, value)]

    def _write_coil(self, request: bytes, address: int, value: int) -> bytes:
        locks = len(self.boards[request[0]].open)
        if 0x200 <= address < 0x200 + locks:
            self._pulsed(request[0], address - 0x200)
            self.pulse_units.append(value)
        elif (address, value) == (0xFF, 0):
            self.all_off.append(request[0])
        elif not (address < locks and value in (0xFF00, 0)):
            return self._exception(request, 2)
        return request

    @staticmethod
    def _exception(request: bytes, code: int) -> bytes:
        return with_crc(bytes((request[0], request[1] | 0x80, code)))

    def _of_another(self, answer: bytes) -> bytes:
        body = bytes((answer[0] % 247 + 1, answer[1])) + answer[2:3] + bytes(0xFF ^ byte for byte in answer[3:-2])
        return with_crc(body)
