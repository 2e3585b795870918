"""How fast a pickup terminal is: code to relay, door to confirmed, commits of the ledger, 600 compartments at start-up.

The real ledger on the real disk, the real hashes, simulated lock boards. Run by `lotse bench pickup`.
"""

import json
import sqlite3
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from hardware.host.clock import FakeClock
from hardware.locker.interface import Address
from hardware.locker.settings import BoardSettings, LockerSettings
from hardware.locker.simulator import SimulatedLockers
from kiosk.bench.measure import Measured, measured
from kiosk.pickup import records as r
from kiosk.pickup import wall as walls
from kiosk.pickup.custody import Custody
from kiosk.pickup.hashing import KeyedHashing
from kiosk.pickup.keys import DeviceKeys
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.model import Size
from kiosk.pickup.settings import ColumnSettings, PickupSettings

BIRTH, STAFF = "01021990", ("K-3", "K-7")
BOARDS, LOCKS = 15, 40
"""600 compartments."""
LOADED = 40
"""Pickups collected for the measure."""
COMMITS = 300


class Bench:
    """A terminal with 600 compartments."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.codes = folder, list[str]()
        self.clock = FakeClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
        self.settings = PickupSettings(
            columns=tuple(
                ColumnSettings(
                    column=board + 1,
                    board=board,
                    first_number=board * LOCKS + 1,
                    doors=(Size.S,) * LOCKS,
                    bottom=100,
                )
                for board in range(BOARDS)
            ),
            codes_before_lock=20,
        )
        self.wall = walls.wall_of(self.settings)
        boards = tuple(BoardSettings(board=board, locks=LOCKS) for board in range(BOARDS))
        self.boards = SimulatedLockers(LockerSettings(driver="simulator", boards=boards), clock=self.clock)
        self.pulsed_at = 0.0
        self._unlock = self.boards.unlock
        self.keys = DeviceKeys.load_or_make(folder, {})

    def timed_unlock(self, address: Address) -> None:
        """Notes the moment of the relay command."""
        self.pulsed_at = time.perf_counter()
        self._unlock(address)

    def begin(self) -> float:
        """Opens ledger and doors, reconciles; seconds."""
        begun = time.perf_counter()
        self.ledger = PickupLedger(self.folder, self.clock, key=self.keys.chain)
        self.custody = Custody(
            book=self.ledger,
            boards=self.boards,
            wall=self.wall,
            hashing=KeyedHashing(self.keys),
            clock=self.clock,
            settings=self.settings,
            sleep=self.clock.advance,
            seal=self._seal,
            random=Random(1),  # noqa: S311 - a measure, no secret
        )
        self.boards.unlock = self.timed_unlock  # type: ignore[method-assign]
        self.custody.start()
        return time.perf_counter() - begun

    def _seal(self, inside: bytes) -> bytes:
        self.codes.append(json.loads(inside)["code"])
        return inside

    def load(self, number: int) -> None:
        """One document by two staff."""
        booking = f"B-{number:06}"
        self.custody.take_booking(
            {
                "id": booking,
                "holder": booking,
                "document": "passport",
                "ways": [{"who": "holder", "factor": "birth_date"}],
                "factors": [BIRTH],
            }
        )
        place = self.wall.compartments[number]
        self.custody.open_to_load(STAFF, booking, place.id)
        self.boards.close_by_hand(walls.address(place))
        self.custody.finish_loading(STAFF, booking, True)

    def collect(self, number: int) -> tuple[float, float]:
        """Milliseconds from the code to the relay, and from the closed door to confirmed."""
        booking, place = f"B-{number:06}", self.wall.compartments[number]
        begun = time.perf_counter()
        self.custody.check_code("v", self.codes[number])
        self.custody.check_factor("v", "holder", 0, BIRTH)
        self.custody.open_to_collect("v", booking)
        relay = self.pulsed_at - begun
        self.clock.advance(5)
        self.boards.close_by_hand(walls.address(place))
        begun = time.perf_counter()
        self.custody.door_now(place.id)
        self.custody.confirm_taken("v", booking, True)
        return relay * 1000, (time.perf_counter() - begun) * 1000


def pickups(folder: Path, tell: Callable[[str], None]) -> dict[str, Measured]:
    """Everything measured; baselines of the same run: one argon2id, one bare commit with a sync.

    :param folder: an empty folder on the disk to be measured.
    :param tell: takes a line of progress.
    """
    bench = Bench(folder / "pickup")
    bench.begin()
    tell(f"loading {BOARDS * LOCKS} compartments")
    for number in range(BOARDS * LOCKS):
        bench.load(number)
    tell(f"collecting {LOADED}")
    times = [bench.collect(number) for number in range(LOADED)]
    tell(f"{COMMITS} commits")
    commit = statistics.median(_ms(lambda: bench.ledger.commit(r.CodesWrong(count=0))) for _ in range(COMMITS))
    bench.ledger.close()
    tell("start-up")
    start = statistics.median(_start(bench) for _ in range(3))
    hashing = KeyedHashing(bench.keys)
    argon = statistics.median(_ms(lambda: hashing.code("123456789")) for _ in range(10))
    bare = _bare_commit(folder / "bare.sqlite3")
    return {
        "code_to_relay_p95": measured(_p95([relay for relay, _ in times]), "ms", argon),
        "door_to_confirmed_p95": measured(_p95([shut for _, shut in times]), "ms", bare),
        "ledger_commits": measured(1000 / commit, "a second", 1000 / bare),
        "start_600_compartments": measured(start * 1000, "ms", bare),
    }


def _start(bench: Bench) -> float:
    seconds = bench.begin()
    bench.ledger.close()
    return seconds


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _ms(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _bare_commit(path: Path) -> float:
    """One row and one sync, as SQLite does it without us; milliseconds."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE row (text)")
    found = statistics.median(_ms(lambda: connection.execute("INSERT INTO row VALUES ('x')")) for _ in range(COMMITS))
    connection.close()
    return found
