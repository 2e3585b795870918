"""What every part of custody stands on: time, the ledger, doors, alarms, and the terminal as screens see it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from random import Random, SystemRandom
from typing import Any

from hardware.host.clock import Clock
from hardware.locker.interface import LockerBoards
from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction, LedgerError
from kiosk.pickup.model import Alarm, CompartmentView, DoorState, PickupState, TerminalView
from kiosk.pickup.opening import Opener
from kiosk.pickup.proofs import Hashing, Proofs, SecretBook
from kiosk.pickup.secrets import Secret
from kiosk.pickup.settings import PickupSettings
from kiosk.pickup.state import Intent
from kiosk.pickup.verdicts import OpenVerdict, Refused
from kiosk.pickup.wall import Wall

log = logging.getLogger(__name__)


class Terminal:
    """Doors, ledger and clock of one terminal."""

    def __init__(
        self,
        *,
        book: SecretBook,
        boards: LockerBoards,
        wall: Wall,
        hashing: Hashing,
        clock: Clock,
        settings: PickupSettings,
        sleep: Callable[[float], None],
        seal: Callable[[bytes], bytes],
        random: Random | None = None,
        damaged: str = "",
        boot: str = "",
    ) -> None:
        """:param seal: makes a notification readable for the city alone.

        :param random: for codes; None: of the system. Only tests use another.
        :param damaged: why nothing is handed out at all: "ledger_damaged"; "" = the ledger is in order.
        :param boot: names this run of the machine.
        """
        self._book, self._wall, self._clock, self._settings = book, wall, clock, settings
        self._hashing, self._seal, self._damaged, self._boot = hashing, seal, damaged, boot
        self._random = random or SystemRandom()
        self._open = Opener(
            book=book, boards=boards, wall=wall, clock=clock, opens_within=settings.opens_within, sleep=sleep
        )
        self._proofs = Proofs(book=book, hashing=hashing, settings=settings, now=self.now)
        self._doors: Mapping[str, DoorState] = {one.id: "unknown" for one in wall.compartments}
        self._alarms: dict[tuple[str, str], Alarm] = {}
        self._clock_back = False
        self._reconciled = False
        """Whether doors and ledger were compared since the start; before, no door is opened."""
        self._disk = ""
        self._stood_open: set[str] = set()
        """Doors of which the ledger knows already that they stand open unbidden."""
        self._abandoned: set[str] = set()
        """Compartments whose door nobody waits for, until that is on disk."""
        self._view: tuple[object, TerminalView] | None = None
        self.city_silent_since: datetime | None = None

    # --- time and what is known --------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """The highest time ever seen: a clock set back shortens no lock and lengthens no stay."""
        now, latest = self._clock.now(), self._book.state.latest
        return now if latest is None else max(now, latest)

    @property
    def hands_out(self) -> str:
        """Why nothing can be collected now; "" = it can."""
        if self._damaged or self._disk:
            return self._damaged or self._disk
        silent = self._wall.compartments and all(door == "unknown" for door in self._doors.values())
        return "boards_silent" if silent else ""

    @property
    def view(self) -> TerminalView:
        """From any thread; the same object as long as nothing changed."""
        state, doors = self._book.state, self._doors
        alarms = tuple(self._alarms.values())
        seen = (state.seq, doors, alarms, self.hands_out, self.city_silent_since, self._proofs.codes_locked_until())
        if self._view is None or self._view[0] != seen:
            self._view = (seen, self._look(alarms))
        return self._view[1]

    def _look(self, alarms: tuple[Alarm, ...]) -> TerminalView:
        state = self._book.state
        places = []
        for one in self._wall.compartments:
            facts = state.compartment(one.id)
            places.append(
                CompartmentView(
                    compartment=one,
                    state=facts.state,
                    door=self._doors.get(one.id, "unknown"),
                    pickup=facts.pickup,
                    since=facts.since,
                    why=facts.why,
                )
            )
        return TerminalView(
            fitted=bool(places),
            compartments=tuple(places),
            booked=tuple(sorted(n for n, one in state.pickups.items() if one.state is PickupState.BOOKED)),
            alarms=alarms,
            hands_out=self.hands_out,
            city_silent_since=self.city_silent_since,
            locked_until=self._proofs.codes_locked_until(),
            slot=self._settings.slot,
        )

    def _commit(
        self, *records: r.Record, secrets: Mapping[str, Secret | None] | None = None, out: Sequence[Any] = ()
    ) -> None:
        """What must be on disk before anything else happens.

        :raises LedgerError: it is not; until it can be written again nothing is handed out.
        """
        try:
            self._open.settle_debts()
            self._book.commit(*records, secrets=secrets or {}, outgoing=out)
        except LedgerError as fault:
            if not isinstance(fault, Contradiction):
                self._disk = "disk_full"
            raise
        self._disk = ""

    # --- doors -------------------------------------------------------------------------------------------------------

    def _opened(self, number: str, purpose: r.Purpose, pickup: str, by: tuple[str, ...]) -> OpenVerdict:
        """Opens it, unless another door that was opened here stands open. A sensor that lies blocks nothing."""
        opened = (one.compartment for one in self._book.state.intents.values() if one.was_open)
        if any(one != number and self._doors.get(one) == "open" for one in opened):
            return Refused(why="other_door_open")
        self._open.opened_at.pop(number, None)
        try:
            verdict = self._open.open(number, purpose, pickup, by)
        except Contradiction as fault:
            log.warning("compartment %s is not opened: %s", number, fault)
            return Refused(why="not_available")
        except LedgerError:
            log.exception("an intent could not be written down; nothing was opened")
            self._disk = "disk_full"
            return Refused(why="disk_full")
        self._doors = {**self._doors, number: self._open.door(number)}
        return verdict

    def door_now(self, compartment: str) -> DoorState:
        """Ask its board; what is new is written down."""
        door = self._open.door(compartment)
        intent = self._book.state.intent_at(compartment)
        if intent is not None and (door == "open" or intent.was_open):
            self._open.saw(intent.id, compartment, door)
        if self._doors.get(compartment) != door:
            self._doors = {**self._doors, compartment: door}
        return door

    def _must_be_closed(self, intent: Intent) -> None:
        """:raises Contradiction: neither a sensor nor, where that says nothing, a person says that it was opened and is
        closed.
        """
        door = self.door_now(intent.compartment)
        now = self._book.state.intents.get(intent.id, intent)
        if door == "closed" and (now.was_open or now.told is not None):
            return
        if door == "unknown" and now.told == "closed":
            return
        raise Contradiction(f"the door of compartment {intent.compartment} was not seen closed after it was open")

    def abandon(self, compartment: str) -> None:
        """Nobody waits for its door any more: what became of it is unclear until staff look.

        Where the disk is full, that is written down later.
        """
        self._abandoned.add(compartment)
        try:
            self._settle_abandoned()
        except LedgerError:
            log.exception("compartment %s could not be given up yet", compartment)

    def _settle_abandoned(self) -> None:
        for number in sorted(self._abandoned):
            if self._book.state.intent_at(number) is not None:
                self._commit(r.Found(compartment=number, finding="unfinished"))
                self._alarm("unclear", number)
                if self._doors.get(number) == "open":
                    self._stood_open.add(number)
            self._abandoned.discard(number)

    def _intent_of(self, pickup: str, *purposes: str) -> Intent | None:
        """The newest opening for a pickup."""
        found = [one for one in self._book.state.intents.values() if one.pickup == pickup and one.purpose in purposes]
        return max(found, key=lambda one: one.at) if found else None

    # --- alarms ------------------------------------------------------------------------------------------------------

    def _alarm(self, code: str, number: str) -> None:
        self._alarms = {
            **self._alarms,
            (code, number): self._alarms.get((code, number))
            or Alarm(code=code, compartment=number, since=self._clock.now()),
        }

    def _keep_alarm(self, code: str, number: str, on: bool) -> None:
        if on and (code, number) not in self._alarms:
            self._alarm(code, number)
        elif not on and (code, number) in self._alarms:
            self._alarms = {key: one for key, one in self._alarms.items() if key != (code, number)}

    def _calm(self, number: str) -> None:
        """Somebody settled what was wrong with it."""
        self._alarms = {key: one for key, one in self._alarms.items() if key[1] != number}
        self._open.opened_at.pop(number, None)
