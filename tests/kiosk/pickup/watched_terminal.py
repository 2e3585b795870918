"""A terminal of which the outside knows what it must not forget: acknowledged entries, pulses, doors, codes sent.

It tells them in lines: `ack SEQ KIND` once a commit returned, `pulse NUMBER` before a pulse leaves the lock,
`shut NUMBER` once a hand closed the door, `code PICKUP CODE` when a message is sealed. `Outside` is their sum.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from content.sync.messages import Outgoing
from hardware.host.clock import Clock
from hardware.locker.interface import Address
from hardware.locker.settings import LockerSettings
from hardware.locker.simulator import SimulatedLockers
from kiosk.pickup import records as r
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.model import PickupState
from kiosk.pickup.records import Entry, Record
from kiosk.pickup.secrets import Secret
from kiosk.pickup.steps import OnStep, unwatched
from kiosk.pickup.wall import address
from tests.kiosk.pickup.terminal_world import CHAIN, STAFF, START, World

Tell = Callable[[str], None]
IN_BETWEEN = (PickupState.LOADING, PickupState.COLLECTING, PickupState.TAKING_OUT)


def kind(record: Record) -> str:
    """Its word on disk; a door with what it said."""
    word = str(record.__struct_config__.tag)
    return f"{word}_{record.door}" if isinstance(record, r.DoorSeen) else word


class WatchedLedger(PickupLedger):
    """Tells what it acknowledged."""

    def __init__(self, folder: Path, clock: Clock, *, tell: Tell, step: OnStep) -> None:
        self._tell = tell
        self.committing = ""
        """Kind of the first record of the commit that runs, or ran last."""
        super().__init__(folder, clock, key=CHAIN, step=step)

    def commit(
        self,
        *records: Record,
        secrets: Mapping[str, Secret | None] = MappingProxyType({}),
        outgoing: Sequence[Outgoing] = (),
    ) -> tuple[Entry, ...]:
        """See `PickupLedger`."""
        self.committing = kind(records[0])
        entries = super().commit(*records, secrets=secrets, outgoing=outgoing)
        for entry in entries:
            self._tell(f"ack {entry.seq} {kind(entry.record)}")
        return entries


class WatchedLockers(SimulatedLockers):
    """Tells of every pulse before it is given."""

    def __init__(self, settings: LockerSettings, *, clock: Clock, on_pulse: Callable[[Address], None]) -> None:
        super().__init__(settings, clock=clock)
        self._on_pulse = on_pulse

    def unlock(self, address: Address) -> None:
        """See `SimulatedLockers`."""
        self._on_pulse(address)
        super().unlock(address)


class WatchedTerminal(World):
    """Plays undertakings, and tells."""

    ledger: WatchedLedger

    def __init__(self, folder: Path, tell: Tell, step: OnStep = unwatched) -> None:
        self._tell, self._step = tell, step
        self.codes: dict[str, str] = {}
        super().__init__(folder)

    def _new_boards(self, settings: LockerSettings) -> SimulatedLockers:
        numbers = {address(one): one.id for one in self.wall.compartments}
        return WatchedLockers(settings, clock=self.clock, on_pulse=lambda where: self._tell(f"pulse {numbers[where]}"))

    def _new_ledger(self) -> WatchedLedger:
        return WatchedLedger(self.folder, self.clock, tell=self._tell, step=self._step)

    def _seal(self, inside: bytes) -> bytes:
        sealed = super()._seal(inside)
        notice = self.notices[-1]
        self._tell(f"code {notice['booking']} {notice['code']}")
        return sealed

    def shut(self, number: str) -> None:
        super().shut(number)
        self._tell(f"shut {number}")

    def load(self, number: str = "MU-26-00471", **more: Any) -> str:
        self.codes[number] = super().load(number, **more)
        return self.codes[number]

    def collect(self, number: str) -> None:
        """By its holder, in a visit of its own."""
        self.prove(number, self.codes[number])
        self.shut(self.open(number, number))
        self.custody.confirm_taken(number, number, told=True)
        self.custody.leave(number)


class Outside(Struct, frozen=True):
    """What is known of a terminal without looking into it."""

    acknowledged: Mapping[int, str]
    """Number of an entry -> its kind."""
    pulses: Mapping[str, int]
    """Compartment -> pulses that may have left its lock."""
    standing_open: frozenset[str]
    codes: Mapping[str, str]
    """Pickup -> the code its holder got last."""

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Outside":
        """Add up what was told; a last line without its end does not count."""
        acknowledged: dict[int, str] = {}
        pulses: Counter[str] = Counter()
        opened: dict[str, bool] = {}
        codes: dict[str, str] = {}
        for line in lines:
            match line.split():
                case ["ack", seq, word]:
                    acknowledged[int(seq)] = word
                case ["pulse", number]:
                    pulses[number] += 1
                    opened[number] = True
                case ["shut", number]:
                    opened[number] = False
                case ["code", pickup, code]:
                    codes[pickup] = code
                case _:
                    raise ValueError(f"not a line of a watched terminal: {line!r}")
        return cls(acknowledged, pulses, frozenset(one for one, is_open in opened.items() if is_open), codes)

    def lost(self, entries: Mapping[int, str]) -> int:
        """How many acknowledged entries are not there, or are others (`entries`: number -> kind)."""
        return sum(entries.get(seq) != word for seq, word in self.acknowledged.items())

    def unrecorded(self, entries: Iterable[Entry]) -> int:
        """How many pulses have no intent in the ledger."""
        intents = Counter(one.record.compartment for one in entries if isinstance(one.record, r.OpenIntended))
        return sum(max(0, count - intents[number]) for number, count in self.pulses.items())


class Restarted(World):
    """The terminal afterwards: its doors are as they were left, its program starts anew."""

    def __init__(self, folder: Path, outside: Outside, at: datetime = START) -> None:
        self.outside, self._at = outside, at
        self.found: tuple[Entry, ...] = ()
        """Entries as they were before this start."""
        super().__init__(folder)

    def _new_boards(self, settings: LockerSettings) -> SimulatedLockers:
        boards = super()._new_boards(settings)
        for number in sorted(self.outside.standing_open):
            boards.open_by_hand(address(self.wall[number]))
        self.clock.set(self._at)
        return boards

    def _new_ledger(self) -> PickupLedger:
        ledger = super()._new_ledger()
        self.found = ledger.entries()
        return ledger

    def check(self) -> None:
        """Nothing is lost, no door opened unrecorded, none opens now; all is settled or unclear."""
        assert self.outside.lost({one.seq: kind(one.record) for one in self.found}) == 0
        assert self.outside.unrecorded(self.found) == 0
        self.custody.tick()
        assert self.pulses() == 0, "a start opens no door"
        state = self.ledger.state
        assert not [one.booking.id for one in state.pickups.values() if one.state in IN_BETWEEN]
        for number in sorted(self.outside.standing_open):
            facts = state.compartment(number)
            assert facts.unclear or facts.state.value == "out_of_order", "a door that stands open is unclear"
        for number, pickup in state.pickups.items():
            if pickup.state is PickupState.AVAILABLE:
                code = self.hashing.code(self.outside.codes[number])
                assert self.ledger.pickup_of_code(code) == number, "its holder's code opens it"

    def life_goes_on(self) -> None:
        """What lies in it is collected, staff settle the rest, the next document comes and goes."""
        for number, pickup in self.ledger.state.pickups.items():
            if pickup.state is PickupState.AVAILABLE:
                self._collect(number, self.outside.codes[number])
        for number, facts in self.ledger.state.compartments.items():
            if facts.unclear:
                self.shut(number)
                self.custody.settle(STAFF, number, "empty")
        self._collect("MU-26-99999", self.load("MU-26-99999"))
        assert not [one for one in self.ledger.state.compartments.values() if one.unclear]

    def _collect(self, number: str, code: str) -> None:
        self.prove(number, code)
        self.shut(self.open(number, number))
        self.custody.confirm_taken(number, number, told=True)
        assert self.state(number) is PickupState.COLLECTED
