"""A terminal over scripted boards whose power, disk and clock can fail; and what really lies in its compartments."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import msgspec

from hardware.host.clock import FakeClock
from kiosk.pickup import records as r
from kiosk.pickup.custody import Custody
from kiosk.pickup.errors import LedgerError
from kiosk.pickup.ledger import PickupLedger
from kiosk.pickup.model import Size
from kiosk.pickup.records import Entry
from kiosk.pickup.settings import ColumnSettings, PickupSettings
from kiosk.pickup.steps import Step
from kiosk.pickup.wall import address, wall_of
from tests.kiosk.pickup.scripted_boards import PowerCut, ScriptedBoards
from tests.kiosk.pickup.terminal_world import CHAIN, QuickHashing

SETTINGS = PickupSettings(
    columns=(
        ColumnSettings(column=1, board=0, first_number=1, doors=(Size.S, Size.M), bottom=400),
        ColumnSettings(column=-1, board=1, first_number=11, doors=(Size.S, Size.L), bottom=400),
    ),
    opens_within=1.0,
)
NEVER = 1_000_000_000
T = TypeVar("T")


class FaultyTerminal:
    """One terminal; `act` is everything that anybody does with it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self.wall = (
            folder,
            FakeClock(datetime(2026, 11, 25, 10, 0, tzinfo=UTC)),
            wall_of(SETTINGS),
        )
        self.boards = ScriptedBoards([address(one) for one in self.wall.compartments], point=self.point)
        self.boards.entries = self.all_entries
        self.disk_full = False
        self.codes: dict[str, str] = {}
        """Booking -> the last code that the city got."""
        self.inside: dict[str, str] = {}
        """Compartment -> the document that really lies in it."""
        self.cuts = 0
        self.forget_visits: Callable[[], None] = lambda: None
        """Called when the power went: what was proven counts no more."""
        self._points_left, self._random = NEVER, Random(7)
        self._entries: list[Entry] = []
        self._begin()

    # --- power and disk ----------------------------------------------------------------------------------------------

    def point(self) -> None:
        """The power may go here."""
        self._points_left -= 1
        if self._points_left < 0:
            raise PowerCut

    def cut_after(self, points: int) -> None:
        """The power goes at one of the next points."""
        self._points_left = points

    def _step(self, step: Step) -> None:
        self.point()
        if self.disk_full and step is Step.ENTRIES_WRITTEN:
            raise sqlite3.OperationalError("database or disk is full")

    def _begin(self) -> None:
        """Power is back: nothing may open, and what the ledger knew it knows."""
        self._points_left = NEVER
        asked = len(self.boards.asked)
        self.ledger = PickupLedger(self.folder, self.clock, key=CHAIN, step=self._step)
        self.custody = Custody(
            book=self.ledger,
            boards=self.boards,
            wall=self.wall,
            hashing=QuickHashing(),
            clock=self.clock,
            settings=SETTINGS,
            sleep=self._sleep,
            seal=lambda inside: inside,
            random=self._random,
            boot=str(self.cuts),
        )
        full, self.disk_full = self.disk_full, False
        self.custody.start()
        self.disk_full = full
        assert len(self.boards.asked) == asked, "a door was opened at start-up"

    def _sleep(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.point()

    def restart(self) -> None:
        """The power goes and comes back."""
        self.cuts += 1
        self.forget_visits()
        self.ledger.close()
        self._begin()

    def act(self, what: Callable[[Custody], T]) -> T | None:
        """None: it was refused, or the power went."""
        try:
            return what(self.custody)
        except LedgerError:
            return None
        except PowerCut:
            self.restart()
            return None
        finally:
            self._read_notices()

    @property
    def faulty(self) -> bool:
        """Whether a technician has something to do."""
        boards = self.boards
        return bool(
            boards.jammed or boards.no_sensor or boards.dead or boards.not_sent or boards.unsure or self.disk_full
        )

    @property
    def ticked(self) -> bool:
        """The clock looked after everything; False: the disk is full."""
        if not self.disk_full:
            self.act(lambda custody: custody.tick())
        return not self.disk_full

    def mend(self) -> None:
        """Everything works again."""
        for broken in (self.boards.jammed, self.boards.no_sensor, self.boards.dead):
            broken.clear()
        self.boards.not_sent, self.boards.unsure, self.disk_full = False, "", False

    def all_entries(self) -> Sequence[Entry]:
        """As they are on disk."""
        self._entries += self.ledger.entries(since=len(self._entries))
        return self._entries

    def _read_notices(self) -> None:
        pending = self.ledger.outbox.pending(100)
        for _, outgoing in pending:
            if outgoing.kind == "notification":
                inside: dict[str, Any] = msgspec.json.decode(bytes.fromhex(outgoing.payload["sealed"]))
                self.codes[inside["booking"]] = inside["code"]
        if pending:
            self.ledger.outbox.acknowledge(pending[-1][0])

    # --- hands -------------------------------------------------------------------------------------------------------

    def is_open(self, number: str) -> bool:
        return self.boards.really_open[address(self.wall[number])]

    def push(self, number: str, *, open_: bool) -> None:
        self.boards.really_open[address(self.wall[number])] = open_

    def blind(self, number: str) -> bool:
        return self.boards.blind(address(self.wall[number]))

    def intent(self, purpose: r.Purpose) -> tuple[str, str] | None:
        """What is being done at some door: its pickup, and the compartment opened last."""
        for one in reversed(tuple(self.ledger.state.intents.values())):
            if one.purpose == purpose:
                return one.pickup, one.compartment
        return None
