"""KERONG CU48 boards on a pseudo-terminal, as "CU48 Protocol And Introduction" V2.1 says: 50 and 51 in, 65 out."""

from pathlib import Path

from tests.emulators.lock_bus import LockBus

EVERY_BOARD, EVERY_LOCK = 0x0A, 0x30


def summed(body: bytes) -> bytes:
    """With the low byte of its sum."""
    return body + bytes((sum(body) % 256,))


class KerongBoards(LockBus):
    """Boards 0 to 9 with 48 locks. A lock that is not wired reads as locked."""

    def __init__(self, link: Path, boards: tuple[int, ...] = (0,), *, locked_bit: int = 1) -> None:
        """:param locked_bit: 0 with the opposite hook switches."""
        self._locked_bit = locked_bit
        super().__init__(link, dict.fromkeys(boards, 48))

    def _next(self, buffer: bytes) -> tuple[bytes, bytes]:
        while len(buffer) >= 6:
            head = buffer[:6]
            if head[0] == 2 and head[3] in (0x50, 0x51) and head[4] == 3 and summed(head[:5]) == head:
                return head, buffer[6:]
            buffer = buffer[1:]
        return b"", buffer

    def _serve(self, request: bytes) -> list[bytes]:
        _, address, lock, command, _, _ = request
        answers = []
        for number, board in self.boards.items():
            if address not in (number, EVERY_BOARD):
                continue
            self.asked[number] += 1
            if board.dead:
                continue
            if command == 0x50:
                answers.append(self._status(number))
            else:
                for one in range(48) if lock == EVERY_LOCK else (lock,):
                    self._pulsed(number, one)
        return answers

    def _status(self, number: int) -> bytes:
        locked = ["01"[is_open ^ self._locked_bit] for is_open in self.boards[number].open]
        data = bytes(int("".join(reversed(locked[at : at + 8])), 2) for at in range(0, 48, 8))
        return summed(bytes((2, number, 0, 0x65)) + data + b"\x03")

    def _of_another(self, answer: bytes) -> bytes:
        other = (answer[1] + 1) % 10
        return summed(bytes((2, other, 0, 0x65)) + bytes(0xFF ^ byte for byte in answer[4:10]) + b"\x03")
