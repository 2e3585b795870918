"""A pickup terminal in a test: the real ledger on disk, simulated lock boards, a clock that moves when told."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from hardware.host.clock import FakeClock
from hardware.locker.interface import Address
from hardware.locker.settings import BoardSettings, LockerSettings
from hardware.locker.simulator import SimulatedLockers
from kiosk.pickup.custody import Custody
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.model import PickupState, Size
from kiosk.pickup.proofs import Hashing
from kiosk.pickup.secrets import check_digit
from kiosk.pickup.settings import ColumnSettings, PickupSettings
from kiosk.pickup.verdicts import CodeAccepted, FactorAccepted, Opened
from kiosk.pickup.wall import address, wall_of

START = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
STAFF = ("K-3", "K-7")
BIRTH = "01021990"
SETTINGS = PickupSettings(
    columns=(
        ColumnSettings(column=-1, first_lock=0, first_number=1, doors=(Size.S, Size.S, Size.M, Size.S), bottom=300),
        ColumnSettings(column=1, first_lock=4, first_number=5, doors=(Size.S, Size.S, Size.L, Size.S), bottom=1200),
    ),
    slot=True,
    opens_within=2.0,
)
CHAIN = b"c" * 32


class QuickHashing:
    """Like the real one, without its cost."""

    def code(self, code: str) -> bytes:
        return hashlib.sha256(b"code" + code.encode()).digest()

    def factor(self, booking: str, index: int, value: str) -> bytes:
        return hashlib.sha256(f"{booking}/{index}/{value}".encode()).digest()


def booking(number: str = "MU-26-00471", **more: Any) -> dict[str, Any]:
    """As the city sends it."""
    message: dict[str, Any] = {
        "id": number,
        "holder": f"holder of {number}",
        "document": "identity_card",
        "ways": [{"who": "holder", "factor": "birth_date"}],
        "factors": [BIRTH],
        "contents": ["document", "letter"],
    }
    return message | more


def wrong_code(right: str) -> str:
    """Another well formed one."""
    body = f"{(int(right[:8]) + 1) % 10**8:08}"
    return body + check_digit(body)


class World:
    """One terminal that can be stopped and started."""

    def __init__(self, folder: Path, *, hashing: Hashing | None = None, settings: PickupSettings = SETTINGS) -> None:
        self.folder, self.settings, self.hashing = folder, settings, hashing or QuickHashing()
        self.clock = FakeClock(START)
        self.wall = wall_of(settings)
        boards = LockerSettings(driver="simulator", boards=(BoardSettings(board=0, locks=len(self.wall.compartments)),))
        self.boards = self._new_boards(boards)
        self.notices: list[dict[str, Any]] = []
        self.while_waiting: Callable[[], None] = lambda: None
        self.begin()

    def begin(self) -> None:
        """Start the program."""
        self.ledger = self._new_ledger()
        self.custody = Custody(
            book=self.ledger,
            boards=self.boards,
            wall=self.wall,
            hashing=self.hashing,
            clock=self.clock,
            settings=self.settings,
            sleep=self._sleep,
            seal=self._seal,
            random=Random(len(self.notices)),
            boot="boot",
        )
        self.custody.start()

    def _new_boards(self, settings: LockerSettings) -> SimulatedLockers:
        return SimulatedLockers(settings, clock=self.clock)

    def _new_ledger(self) -> PickupLedger:
        return PickupLedger(self.folder, self.clock, key=CHAIN)

    def restart(self) -> None:
        """The program stops, or the power goes, and it begins again."""
        self.ledger.close()
        self.begin()

    def _sleep(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.while_waiting()

    def _seal(self, inside: bytes) -> bytes:
        self.notices.append(json.loads(inside))
        return b"sealed"

    # --- hands -------------------------------------------------------------------------------------------------------

    def lock(self, number: str) -> Address:
        return address(self.wall[number])

    def shut(self, number: str) -> None:
        self.boards.close_by_hand(self.lock(number))

    def pulses(self) -> int:
        return sum(self.boards.pulses(address(one)) for one in self.wall.compartments)

    def state(self, number: str) -> PickupState:
        return self.ledger.state.pickups[number].state

    def load(self, number: str = "MU-26-00471", **more: Any) -> str:
        """Booked and loaded; returns its code."""
        self.custody.take_booking(booking(number, **more))
        place = self.custody.propose(number)
        assert place is not None
        assert isinstance(self.custody.open_to_load(STAFF, number, place.id), Opened)
        self.shut(place.id)
        self.custody.finish_loading(STAFF, number, True)
        return str(self.notices[-1]["code"])

    def prove(self, visit: str, code: str, value: str = BIRTH) -> tuple[str, ...]:
        """Code and second factor; returns what may be taken."""
        assert isinstance(self.custody.check_code(visit, code), CodeAccepted)
        verdict = self.custody.check_factor(visit, "holder", 0, value)
        assert isinstance(verdict, FactorAccepted)
        return tuple(one.pickup for one in verdict.documents)

    def open(self, visit: str, number: str) -> str:
        """Opened for a holder; returns the compartment."""
        verdict = self.custody.open_to_collect(visit, number)
        assert isinstance(verdict, Opened)
        return verdict.compartment

    def told_city(self) -> list[tuple[str, Mapping[str, Any]]]:
        """What waits for the city, oldest first."""
        return [(one.kind, one.payload) for _, one in self.ledger.outbox.pending(1000)]

    def alarms(self) -> set[str]:
        return {one.code for one in self.custody.view.alarms}
