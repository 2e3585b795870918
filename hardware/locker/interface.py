"""What every lock board can do. Knows no pickup, no holder, and does not decide whether a door may be opened."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from msgspec import Struct


class Address(Struct, frozen=True, order=True):
    """One lock on the bus."""

    board: int
    """As the board is set: KERONG 0 to 9, Modbus 1 to 247."""
    lock: int
    """From 0."""


class Door(StrEnum):
    """What a door's sensor says."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    """No valid answer of its board for too long, or a sensor that is known to lie."""


class BoardState(Struct, frozen=True, kw_only=True):
    """How one board is."""

    answers: bool
    """Whether its last question was answered validly."""
    age: float
    """Seconds since its last valid answer; `inf` = never."""
    trouble: str = ""
    """Stable code of what is wrong: `locker.no_answer`, `port.lost` ...; "" = nothing."""


class LockerBoards(Protocol):
    """All boards of one bus. Used from one thread; `boards` and `close` may be called from any.

    The driver never pulses a lock by itself, never repeats a pulse, and never says that a door opened because a command
    was acknowledged: only its sensor says so.
    """

    def unlock(self, address: Address) -> None:
        """One pulse to one lock; returns when the command has left (and, where boards acknowledge, was acknowledged).

        :raises HardwareError: `locker.not_sent`: surely no pulse was or will be given;
            `locker.unsure`: it may have been given. Never tried again by the driver.
        :raises LookupError: no such lock in the settings.
        """
        ...

    def door(self, address: Address) -> Door:
        """Ask its board now (reads are tried again until the deadline). Never raises: no answer is `UNKNOWN`.

        :raises LookupError: no such lock in the settings.
        """
        ...

    def doors(self) -> Mapping[Address, Door]:
        """Ask all boards, one after the other; one dead board makes only its own doors `UNKNOWN`. Never raises.

        A board that misses a round may keep what it said until `stale_seconds` are over; a door that was given a pulse
        is `UNKNOWN` until its board has answered a question asked after it.
        """
        ...

    def boards(self) -> Mapping[int, BoardState]:
        """How the boards were when they were last asked; asks nobody."""
        ...

    def close(self) -> None:
        """Let go of the bus."""
        ...
