"""KERONG CU48 boards on RS-485. Not responsible for their dialects CU48B and CU16, which have other frames.

A CU48 answers no unlock: `unlock` returns when the command has left, and nobody but the door's sensor says what became
of it.
"""

from collections.abc import Iterator

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.locker import trouble
from hardware.locker.conversation import Time
from hardware.locker.interface import Address
from hardware.locker.kerong_protocol import Reassembler, StatusReply, StatusRequest, Unlock
from hardware.locker.polling import WORLD, PolledBoards
from hardware.locker.settings import LockerSettings
from hardware.transport.interface import Wire

BAUD = 19200


class _StatusEar:
    """Replies of one board; requests that come back (RS-485 echo) and other boards' replies are passed over."""

    def __init__(self, board: int) -> None:
        self._board, self._pieces = board, Reassembler()

    def feed(self, data: bytes) -> Iterator[int]:
        for frame in self._pieces.feed(data):
            if isinstance(frame, StatusReply) and frame.board == self._board:
                yield frame.bits


class KerongCu48(PolledBoards):
    """`LockerBoards` over CU48 frames."""

    def __init__(
        self, settings: LockerSettings, *, clock: Clock, wire: Wire | None = None, world: Time = WORLD
    ) -> None:
        """Opens nothing yet.

        :param wire: instead of the one that the settings name.
        """
        super().__init__(settings, clock=clock, baud=BAUD, closed_when=1, wire=wire, world=world)

    def _ask(self, board: int) -> int | str:
        bits = self._talk.ask(board, StatusRequest(board).pack(), _StatusEar(board))
        return trouble.NO_ANSWER if bits is None else bits

    def _prepare_pulse(self, board: int) -> None:
        """Nothing: a CU48 is told and does it."""

    def _give_pulse(self, address: Address) -> None:
        try:
            self._talk.send(Unlock(address.board, address.lock).pack())
        except HardwareError as fault:
            self._port_is(fault.code)
            raise trouble.unsure(fault.what) from fault
        self._talk.until_left()
