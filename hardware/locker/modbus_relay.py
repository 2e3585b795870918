"""Relay boards on Modbus RTU whose pulse the board times itself (Waveshare RTU Relay D class), doors on its inputs.

Before a board's first pulse its relays are switched off, once, in case an earlier program left one on. Not responsible
for boards without input FC02 or without pulses (`0x0200`): a pulse timed by a computer may never end.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.locker import trouble
from hardware.locker.conversation import LATE_SECONDS, Time
from hardware.locker.interface import Address
from hardware.locker.modbus_protocol import (
    NOT_DONE,
    Frame,
    Inputs,
    Reassembler,
    Refusal,
    Request,
    all_off,
    pulse,
    read_inputs,
)
from hardware.locker.polling import WORLD, PolledBoards
from hardware.locker.settings import LockerSettings
from hardware.transport.interface import Wire

BAUD = 9600
T = TypeVar("T", bound=Frame)


class _Ear(Generic[T]):
    """Answers of the wanted kinds; also hears whether the question itself comes back (RS-485 echo)."""

    def __init__(self, request: Request, *kinds: type[T]) -> None:
        self._pieces, self._kinds = Reassembler(request), kinds
        self.echoed = False

    def feed(self, data: bytes) -> Iterator[T]:
        for frame in self._pieces.feed(data):
            self.echoed |= isinstance(frame, Request)
            if isinstance(frame, self._kinds):
                yield frame


class ModbusRelay(PolledBoards):
    """`LockerBoards` over Modbus RTU."""

    def __init__(
        self, settings: LockerSettings, *, clock: Clock, wire: Wire | None = None, world: Time = WORLD
    ) -> None:
        """Opens nothing yet.

        :param wire: instead of the one that the settings name.
        """
        super().__init__(settings, clock=clock, baud=BAUD, closed_when=0, wire=wire, world=world)
        self._echo: tuple[int, bool] = (0, False)
        """For which opening of the port it is known whether the line echoes, and whether it does."""
        self._safe: set[int] = set()
        self._pulse_ends: dict[int, float] = {}
        """Board -> when its last pulse is surely over."""
        self._acknowledgement_until = float("-inf")

    def _ask(self, board: int) -> int | str:
        request = read_inputs(board, self._locks[board])
        ear: _Ear[Inputs | Refusal] = _Ear(request, Inputs, Refusal)
        heard = self._talk.ask(board, request.pack(), ear)
        if ear.echoed or (heard is not None and not self._may_echo(unknown=False)):
            self._echo = (self._talk.openings, ear.echoed)
        if heard is not None and board not in self._safe:
            self._switch_off(board)
        if isinstance(heard, Inputs):
            return heard.bits
        return trouble.NO_ANSWER if heard is None else trouble.REFUSED

    def _prepare_pulse(self, board: int) -> None:
        """Whether the line echoes must be known, for an acknowledgement looks like the command; relays off, too."""
        self._talk.get_ready()
        if board not in self._safe or self._echo[0] != self._talk.openings:
            self._look_at(board)
        self._hear_out()

    def _give_pulse(self, address: Address) -> None:
        pulse_ends = self._talk.world.now() + LATE_SECONDS + self._settings.pulse_ms / 1000
        self._pulse_ends[address.board] = pulse_ends
        try:
            answer = self._write(pulse(address.board, address.lock, self._settings.pulse_ms))
        except HardwareError as fault:
            self._port_is(fault.code)
            raise trouble.unsure(fault.what) from fault
        if answer is None:
            self._is_silent(address.board, trouble.NO_ANSWER)
            raise trouble.unsure("the board did not acknowledge it")
        if isinstance(answer, Refusal):
            raised = trouble.not_sent if answer.code in NOT_DONE else trouble.unsure
            raise raised(f"the board refused it with code {answer.code}")

    def _switch_off(self, board: int) -> None:
        """Best effort: a board that does not acknowledge it is told again with its next answer. It cuts no pulse."""
        if self._talk.world.now() < self._pulse_ends.get(board, float("-inf")):
            return
        self._hear_out()
        if isinstance(self._write(all_off(board)), Request):
            self._safe.add(board)

    def _write(self, request: Request) -> Frame | None:
        """Send once; the acknowledgement, which is the same bytes, or the refusal. None: neither came in time.

        :raises HardwareError: the wire; the command may have left.
        """
        ear: _Ear[Request | Refusal] = _Ear(request, Request, Refusal)
        expected = 2 if self._may_echo(unknown=True) else 1
        world = self._talk.world
        self._acknowledgement_until = world.now() + LATE_SECONDS  # also where the wire is lost behind the command
        self._talk.send(request.pack())
        deadline = world.now() + self._settings.answer_ms / 1000
        while (left := deadline - world.now()) > 0 and not self._closed.is_set():
            for frame in ear.feed(self._talk.hear(left)):
                expected -= isinstance(frame, Request)
                if isinstance(frame, Refusal) or expected == 0:
                    self._acknowledgement_until = float("-inf")
                    return frame
        return None

    def _may_echo(self, *, unknown: bool) -> bool:
        """:param unknown: what it is where nobody has answered since the port was opened."""
        opening, echoes = self._echo
        return echoes if opening == self._talk.openings else unknown

    def _hear_out(self) -> None:
        """A late acknowledgement of an earlier command must not be taken for this one's."""
        world = self._talk.world
        try:
            while (left := self._acknowledgement_until - world.now()) > 0 and not self._closed.is_set():
                self._talk.hear(left)
        except HardwareError:  # opened again before the next command
            world.pause(left)
