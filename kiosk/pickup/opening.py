"""The only place that gives a pulse to a lock: intent on disk, one pulse, and what the sensor says, on disk."""

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.locker.interface import Door, LockerBoards
from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction, LedgerError
from kiosk.pickup.model import DoorState
from kiosk.pickup.state import Intent, State
from kiosk.pickup.verdicts import NotOpened, Opened, OpenUnseen, OpenVerdict, Refused
from kiosk.pickup.wall import Wall, address

log = logging.getLogger(__name__)

ASK_EVERY_SECONDS = 0.1
STAYS_CLOSED = "door.stays_closed"
DOORS: Mapping[Door, DoorState] = {Door.OPEN: "open", Door.CLOSED: "closed", Door.UNKNOWN: "unknown"}


class Book(Protocol):
    """What is needed of the ledger."""

    @property
    def state(self) -> State:
        """What is known."""
        ...

    def commit(self, *records: r.Record, secrets: Mapping[str, Any] = ..., outgoing: Sequence[Any] = ...) -> Any:
        """All of it on disk, or nothing.

        :raises LedgerError: the disk is full, say.
        """
        ...


class Opener:
    """Opens doors and writes down what they say. What may be opened is decided before."""

    def __init__(
        self,
        *,
        book: Book,
        boards: LockerBoards,
        wall: Wall,
        clock: Clock,
        opens_within: float,
        sleep: Callable[[float], None],
    ) -> None:
        """:param opens_within: seconds in which a door must open after its pulse.

        :param sleep: waits so many seconds between two questions to a board.
        """
        self._book, self._boards, self._wall, self._clock = book, boards, wall, clock
        self._opens_within, self._sleep = opens_within, sleep
        self._owed: list[r.Record] = []
        """Outcomes that the disk did not take; they are written before anything else is."""
        self._liars: set[str] = set()
        """Compartments whose sensor said open before the pulse: it says nothing of the door, until it says closed."""
        self.opened_at: dict[str, float] = {}
        """Compartment -> when its door was seen or told open, by the monotonic clock; gone once it is closed."""

    def settle_debts(self) -> None:
        """Write what the disk did not take before.

        :raises LedgerError: it still does not.
        """
        while self._owed:
            try:
                self._book.commit(self._owed[0])
            except Contradiction as fault:
                log.error("an outcome does not fit the ledger any more and is left out: %s", fault)
            del self._owed[0]

    def open(self, number: str, purpose: r.Purpose, pickup: str, by: tuple[str, ...]) -> OpenVerdict:
        """One intent, one pulse at most.

        :raises LedgerError: the intent is not on disk; no pulse was given.
        """
        self.settle_debts()
        where = address(self._wall[number])
        if self._boards.door(where) is Door.OPEN:
            if self._stands_open(number, purpose, pickup):
                return Opened(compartment=number)
            self._liars.add(number)
        intent = secrets.token_hex(8)
        self._book.commit(r.OpenIntended(intent=intent, compartment=number, purpose=purpose, pickup=pickup, by=by))
        try:
            self._boards.unlock(where)
        except HardwareError as fault:
            if fault.code != "locker.unsure":
                self.note(r.PulseNotGiven(intent=intent, code=fault.code))
                return Refused(why="boards_silent")
            self.note(r.PulseUnsure(intent=intent, code=fault.code))
        else:
            self.note(r.PulseGiven(intent=intent))
        return self._wait(intent, number)

    def _stands_open(self, number: str, purpose: r.Purpose, pickup: str) -> bool:
        """Whether its door was seen to open for just that, and was not closed since: no pulse is needed."""
        intent = self._book.state.intent_at(number)
        return intent is not None and intent.door == "open" and (intent.purpose, intent.pickup) == (purpose, pickup)

    def _wait(self, intent: str, number: str) -> OpenVerdict:
        until = self._clock.monotonic() + self._opens_within
        while (door := self.door(number)) != "open" and self._clock.monotonic() < until:
            self._sleep(ASK_EVERY_SECONDS)
        if door == "open":
            self.saw(intent, number, "open")
            return Opened(compartment=number)
        if door == "unknown":
            self.saw(intent, number, "unknown")
            return OpenUnseen(compartment=number)
        self.note(r.DoorNotOpened(intent=intent, code=STAYS_CLOSED))
        return NotOpened(compartment=number, code=STAYS_CLOSED, again=True)

    # --- what doors say ----------------------------------------------------------------------------------------------

    def door(self, number: str) -> DoorState:
        """Ask its board now; a sensor that lies is not known."""
        return self._believed(number, self._boards.door(address(self._wall[number])))

    def doors(self) -> Mapping[str, DoorState]:
        """Ask all boards."""
        said = self._boards.doors()
        return {one.id: self._believed(one.id, said.get(address(one), Door.UNKNOWN)) for one in self._wall.compartments}

    def _believed(self, number: str, door: Door) -> DoorState:
        if door is Door.CLOSED:
            self._liars.discard(number)
        return "unknown" if number in self._liars else DOORS[door]

    def saw(self, intent: str, number: str, door: DoorState) -> None:
        """What the sensor says is written down where it is new."""
        self.clocked(number, door)
        known = self._book.state.intents.get(intent)
        if known is not None and known.door != door:
            self.note(r.DoorSeen(intent=intent, compartment=number, door=door))

    def clocked(self, number: str, door: DoorState) -> None:
        """Since when a door is open."""
        if door == "open":
            self.opened_at.setdefault(number, self._clock.monotonic())

    def told(self, intent: Intent, said: r.Told) -> None:
        """Somebody says so. It counts only where the sensor says nothing: it is asked now.

        :raises LedgerError: it is not on disk.
        """
        door = self.door(intent.compartment)
        self.saw(intent.id, intent.compartment, door)
        if door != "unknown":
            return
        if said == "open":
            self.clocked(intent.compartment, "open")
        self.settle_debts()
        self._book.commit(r.DoorTold(intent=intent.id, said=said))

    def note(self, record: r.Record) -> None:
        """An outcome: where the disk does not take it, it is owed, and the door is looked after all the same."""
        try:
            self.settle_debts()
            self._book.commit(record)
        except Contradiction as fault:
            log.error("an outcome does not fit the ledger and is left out: %s", fault)
        except LedgerError:
            self._owed.append(record)
