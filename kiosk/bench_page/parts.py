"""What the page shows and touches: simulated devices, the staff's desk, the kiosk's screen. Contracts only."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, Protocol, runtime_checkable

from msgspec import Struct


class Paper(Protocol):
    """One piece of paper that came out of a simulated printer."""

    @property
    def at(self) -> datetime:
        """When it was cut."""
        ...

    @property
    def png(self) -> bytes:
        """The picture of the paper; asked for only when somebody looks."""
        ...

    @property
    def text(self) -> str:
        """Its words, line by line."""
        ...


@runtime_checkable
class SimulatedDevice(Protocol):
    """A device that can be broken and mended by hand. Every method may come from any thread and returns soon."""

    @property
    def name(self) -> str:
        """Short and unique, for addresses and labels: "printer"."""
        ...

    def faults(self) -> Mapping[str, bool]:
        """Everything that can be wrong, and whether it is: "paper_out", "cover_open", "unplugged"."""
        ...

    def set_fault(self, name: str, on: bool) -> None:
        """Break it, or mend it.

        :raises KeyError: the device has no such fault.
        """
        ...


@runtime_checkable
class WithPaper(Protocol):
    """A simulated device that uses up paper."""

    def refill(self) -> None:
        """Put in a new roll."""
        ...

    def papers(self) -> Sequence[Paper]:
        """All that came out, oldest first. Only ever grows."""
        ...


@runtime_checkable
class WithSwitches(Protocol):
    """A simulated device before which something can be done that is no fault."""

    def switches(self) -> Mapping[str, bool]:
        """What can be done, and whether it is: "somebody"."""
        ...

    def set_switch(self, name: str, on: bool) -> None:
        """Do it, or undo it.

        :raises KeyError: the device has no such switch.
        """
        ...


class QueueLine(Struct, frozen=True, kw_only=True):
    """A queue as the page shows it."""

    concern: str
    title: Mapping[str, str]
    """By language."""
    open: bool
    reason: str
    """Why not open: "closed", "used_up", "paused"."""
    waiting: int
    wait_minutes: int | None
    last_called: tuple[tuple[str, str], ...]
    """(label, room), newest first."""
    rooms: tuple[str, ...]
    """Whose desks call this queue."""


class OpenTicket(Struct, frozen=True, kw_only=True):
    """A ticket that staff must settle."""

    ticket: str
    """Id."""
    label: str
    why: str
    """See `kiosk.ticketing.settling.Why`."""
    choices: tuple[str, ...]
    """See `kiosk.ticketing.settling.How`."""


class DeskRefused(Exception):
    """The desk cannot do that now; the message is a sentence for staff."""


class StaffDesk(Protocol):
    """What staff do at their desks. Called from any thread."""

    def queues(self) -> tuple[QueueLine, ...]:
        """All queues, in the content's order."""
        ...

    def unsettled(self) -> tuple[OpenTicket, ...]:
        """What needs somebody, oldest first."""
        ...

    def call_next(self, concern: str, room: str) -> str | None:
        """Call whoever is next; their label, or None if nobody waits.

        :raises DeskRefused:
        """
        ...

    def settle(self, ticket: str, how: str) -> None:
        """Say what became of a paper.

        :raises DeskRefused:
        """
        ...


class KeysAndEars(Protocol):
    """The keypad to be pressed, the headphones to be plugged in, and what is said. Called from any thread."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the keypad's keys, three a row; empty where there is no simulated keypad."""
        ...

    def press(self, key: str) -> None:
        """Press a key and let it go.

        :raises KeyError: there is no such key.
        """
        ...

    @property
    def headphones(self) -> bool | None:
        """Whether headphones are plugged in; None: the jack cannot tell, or the voice is no simulated one."""
        ...

    def plug(self, plugged: bool) -> None:
        """Put headphones in, or take them out."""
        ...

    def said(self) -> tuple[str, ...]:
        """What was said last, newest first; a few."""
        ...


Finger = Literal["down", "move", "up"]


class Picture(Struct, frozen=True):
    """The screen at one moment."""

    version: int
    """Grows with every picture that differs from the one before."""
    jpeg: bytes


class ScreenMirror(Protocol):
    """The kiosk's screen, to be seen and touched from elsewhere. Called from any thread."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, px."""
        ...

    def picture(self, after: int, patience: float) -> Picture | None:
        """The screen as soon as it differs from version `after`; None if it does not within `patience` seconds."""
        ...

    def touch(self, finger: Finger, x: float, y: float) -> None:
        """Put a finger down, move it, lift it; x and y from 0 to 1, from the upper left corner."""
        ...

    def key(self, name: str) -> None:
        """Press and let go a key, named as in the web's KeyboardEvent.key: "a", "Enter", "ArrowDown"."""
        ...
