"""What all real lock boards share: who is asked when, what is known of every door, and one pulse at a time.

Not responsible for frames: a board's protocol asks and pulses in a driver of its own.
"""

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.host.journal import Changes
from hardware.locker import trouble
from hardware.locker.conversation import Conversation, Time
from hardware.locker.interface import Address, BoardState, Door
from hardware.locker.settings import LockerSettings
from hardware.transport.interface import Wire
from hardware.transport.opening import Reopener, wire_for

log = logging.getLogger(__name__)

WRITE_SECONDS = 1.0
REOPEN_SECONDS = 5.0
"""Longest pause between two attempts to open the port."""
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 10.0
"""How long a board that did not answer is left alone by `doors`; doubles."""
CLOSE_SECONDS = 2.0
WORLD = Time()


class _Known(Struct, frozen=True, kw_only=True):
    """What is known of a board; replaced as a whole, so that any thread may read it."""

    answers: bool = False
    at: float = float("-inf")
    """When it answered last."""
    bits: int = 0
    pulsed: frozenset[int] = frozenset()
    """Locks that were given a pulse since: their bits are of before."""
    trouble: str = ""
    pause: float = 0.0
    not_before: float = float("-inf")


class PolledBoards(ABC):
    """`LockerBoards` on one wire; what differs is `_ask` and `_give_pulse`."""

    def __init__(
        self,
        settings: LockerSettings,
        *,
        clock: Clock,
        baud: int,
        closed_when: Literal[0, 1],
        wire: Wire | None,
        world: Time,
    ) -> None:
        """Opens nothing yet. The settings' own `baud` and `closed_when` go before the protocol's."""
        self._settings, self._clock = settings, clock
        self._closed_when = closed_when if settings.closed_when is None else settings.closed_when
        self._locks = {one.board: one.locks for one in settings.boards}
        self._known = {board: _Known() for board in self._locks}
        self._lock, self._closed = threading.Lock(), threading.Event()
        self._changes = Changes(log)
        self._pulsed_at = float("-inf")
        baud = settings.baud or baud
        wire = wire or wire_for(settings.port, baud=baud, write_seconds=WRITE_SECONDS)
        self._talk = Conversation(
            wire,
            Reopener(wire, clock, longest_seconds=REOPEN_SECONDS),
            baud=baud,
            answer_seconds=settings.answer_ms / 1000,
            closed=self._closed,
            world=world,
        )

    @abstractmethod
    def _ask(self, board: int) -> int | str:
        """Bits of the board's doors as they are now, or what is wrong with it: `locker.no_answer`, `locker.refused`.

        :raises HardwareError: the wire.
        """

    @abstractmethod
    def _give_pulse(self, address: Address) -> None:
        """One pulse, once.

        :raises HardwareError: `locker.not_sent` or `locker.unsure`.
        """

    @abstractmethod
    def _prepare_pulse(self, board: int) -> None:
        """What must be known before a pulse; asks only.

        :raises HardwareError: the wire.
        """

    # --- LockerBoards --------------------------------------------------------------------------------------------

    def unlock(self, address: Address) -> None:
        """See `LockerBoards`."""
        self._check(address)
        with self._lock:
            try:
                self._prepare_pulse(address.board)
                self._keep_the_gap()
                self._talk.get_ready()
            except HardwareError as fault:
                self._port_is(fault.code)
                raise trouble.not_sent(fault.what, fault.who) from fault
            known = self._known[address.board]
            self._known[address.board] = replace(known, pulsed=known.pulsed | {address.lock})
            try:
                self._give_pulse(address)
            except HardwareError as fault:
                log.warning("board %s lock %s: %s", address.board, address.lock, fault.code)
                raise
            finally:
                self._pulsed_at = self._talk.world.now()

    def door(self, address: Address) -> Door:
        """See `LockerBoards`."""
        self._check(address)
        with self._lock:
            heard = self._look_at(address.board)
            return self._door(address) if heard else Door.UNKNOWN

    def doors(self) -> Mapping[Address, Door]:
        """See `LockerBoards`. Of the boards that did not answer last time one at most is asked, the longest due.

        A board that misses a round keeps its doors until they are stale; a door that was given a pulse does not.
        """
        with self._lock:
            for board in self._to_ask():
                if not self._look_at(board) and self._known[board].trouble.startswith("port."):
                    break
            return {address: self._door(address) for address in self._settings.addresses}

    def boards(self) -> Mapping[int, BoardState]:
        """See `LockerBoards`."""
        now = self._clock.monotonic()
        return {
            board: BoardState(answers=known.answers, age=now - known.at, trouble=known.trouble)
            for board, known in self._known.items()
        }

    def close(self) -> None:
        """See `LockerBoards`. Ends what is waited for first."""
        self._closed.set()
        owned = self._lock.acquire(timeout=CLOSE_SECONDS)
        try:
            self._talk.close()
        finally:
            if owned:
                self._lock.release()

    @property
    def openings(self) -> int:
        """How often the port was opened, for logs and tests."""
        return self._talk.openings

    # --- boards --------------------------------------------------------------------------------------------------

    def _to_ask(self) -> list[int]:
        now = self._clock.monotonic()
        due = [board for board, known in self._known.items() if known.pause and now >= known.not_before]
        waiting = sorted(due, key=lambda board: self._known[board].not_before)[:1]
        return [board for board, known in self._known.items() if not known.pause or board in waiting]

    def _look_at(self, board: int) -> bool:
        """Ask it and write down what came; False: nothing that says how its doors are."""
        try:
            heard = self._ask(board)
        except HardwareError as fault:
            self._port_is(fault.code)
            return False
        self._port_is("")
        if isinstance(heard, str):
            self._is_silent(board, heard)
            return False
        self._known[board] = _Known(answers=True, at=self._clock.monotonic(), bits=heard)
        self._note(board)
        return True

    def _is_silent(self, board: int, why: str) -> None:
        known = self._known[board]
        pause = min(LONGEST_PAUSE_SECONDS, known.pause * 2 or FIRST_PAUSE_SECONDS)
        not_before = self._clock.monotonic() + pause
        self._known[board] = replace(known, answers=False, trouble=why, pause=pause, not_before=not_before)
        self._note(board)

    def _note(self, board: int) -> None:
        why = self._known[board].trouble
        self._changes.note(f"locker board {board}", why or "answers", logging.WARNING if why else logging.INFO)

    def _port_is(self, code: str) -> None:
        """No board can be asked through a lost port; once it is back, the last board's trouble is told by asking."""
        self._changes.note("locker port", code or "open", logging.WARNING if code else logging.INFO)
        if code and not self._closed.is_set():
            self._known = {board: replace(known, answers=False, trouble=code) for board, known in self._known.items()}

    # --- doors and pulses ----------------------------------------------------------------------------------------

    def _check(self, address: Address) -> None:
        if not 0 <= address.lock < self._locks.get(address.board, 0):
            raise LookupError(f"there is no lock {address.lock} on board {address.board} in the settings")

    def _door(self, address: Address) -> Door:
        known = self._known[address.board]
        stale = self._clock.monotonic() - known.at > self._settings.stale_seconds
        if stale or address.lock in known.pulsed:
            return Door.UNKNOWN
        return Door.CLOSED if known.bits >> address.lock & 1 == self._closed_when else Door.OPEN

    def _keep_the_gap(self) -> None:
        wait = self._pulsed_at + self._settings.gap_ms / 1000 - self._talk.world.now()
        if wait > 0:
            self._talk.world.pause(wait)
