"""Any sequence of faults on the wire, between and within any commands: no second pulse, no door that is not true."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from hardware.locker.conversation import Time
from hardware.locker.interface import Address, Door
from hardware.locker.kerong_cu48 import KerongCu48
from hardware.locker.modbus_relay import ModbusRelay
from hardware.locker.polling import PolledBoards
from hardware.locker.settings import BoardSettings, LockerSettings
from tests.hardware.locker.scripted_bus import ANSWERS, WRITES, KerongScript, ModbusScript, ScriptedWire, cycle

BOARDS, LOCKS = (1, 2), 2
DOORS = [(board, lock) for board in BOARDS for lock in range(LOCKS)]
SETTINGS = LockerSettings(boards=tuple(BoardSettings(board=board, locks=LOCKS) for board in BOARDS), gap_ms=100)
KINDS: dict[str, tuple[Any, Any, bool]] = {
    "kerong": (KerongCu48, KerongScript, False),
    "kerong with echo": (KerongCu48, KerongScript, True),
    "modbus": (ModbusRelay, ModbusScript, False),
    "modbus with echo": (ModbusRelay, ModbusScript, True),
}

doors = st.sampled_from(DOORS)
steps = st.one_of(
    st.tuples(st.just("unlock"), doors),
    st.tuples(st.just("unlock"), doors),
    st.tuples(st.just("door"), doors),
    st.tuples(st.just("doors"), st.none()),
    st.tuples(st.just("close"), doors),
    st.tuples(st.just("force"), doors),
    st.tuples(st.just("wait"), st.sampled_from([0.05, 0.4, 3.0, 30.0])),
    st.tuples(st.just("dead"), st.sampled_from(BOARDS)),
    st.tuples(st.just("unplug"), st.none()),
)
scripts = st.tuples(
    st.lists(steps, min_size=1, max_size=12),
    st.lists(st.integers(0, len(WRITES) - 1), max_size=12),
    st.lists(st.integers(0, len(ANSWERS) - 1), max_size=12),
)


class Run:
    """One driver, one wire, and the rules."""

    def __init__(self, kind: str, writes: Iterator[str], answers: Iterator[str]) -> None:
        driver, script, echo = KINDS[kind]
        self.clock = FakeClock(datetime(2026, 11, 25, tzinfo=UTC))
        self.wire = ScriptedWire(self.clock, script(), DOORS, echo=echo, writes=writes, answers=answers)
        world = Time(now=self.clock.monotonic, pause=self.clock.advance)
        self.lockers: PolledBoards = driver(SETTINGS, clock=self.clock, wire=self.wire, world=world)
        self.acknowledges = driver is ModbusRelay
        self.pulsed_at = dict.fromkeys(DOORS, float("-inf"))

    def step(self, what: str, on: Any) -> None:
        before = self.wire.tries
        getattr(self, what)(on)
        assert self.wire.tries - before <= (what == "unlock"), "a pulse that nobody asked for"

    def unlock(self, door: tuple[int, int]) -> None:
        before, tries, heard = len(self.wire.pulse_frames), self.wire.tries, len(self.wire.heard)
        try:
            self.lockers.unlock(Address(*door))
            outcome = "sent"
        except HardwareError as fault:
            outcome = fault.code
        event(f"unlock: {outcome}")
        left = self.wire.pulse_frames[before:]
        assert left in ([], [door]), "more than one pulse, or to another lock"
        assert outcome in ("sent", "locker.not_sent", "locker.unsure")
        assert (outcome == "locker.not_sent") == (self.wire.tries == tries), "unsent is what was never begun"
        assert outcome != "sent" or left
        if outcome == "sent" and self.acknowledges:
            assert self.wire.heard[heard:] == [door], "an echo is no acknowledgement"
        if left:
            self.pulsed_at[door] = self.clock.monotonic()

    def door(self, door: tuple[int, int]) -> None:
        begun = self.clock.monotonic()
        self._true(door, self.lockers.door(Address(*door)), begun)

    def doors(self, _: None) -> None:
        told = self.lockers.doors()
        oldest = self.clock.monotonic() - SETTINGS.stale_seconds
        assert sorted(told) == sorted(Address(*door) for door in DOORS)
        for address, said in told.items():
            door = (address.board, address.lock)
            self._true(door, said, max(oldest, self.pulsed_at[door]))

    def _true(self, door: tuple[int, int], said: Door, since: float) -> None:
        event(f"door: {said}")
        if said is not Door.UNKNOWN:
            assert (said is Door.OPEN) in self.wire.was(door, since), f"{door} was never {said} since {since}"

    def close(self, door: tuple[int, int]) -> None:
        self.wire.set_door(door, False)

    def force(self, door: tuple[int, int]) -> None:
        self.wire.set_door(door, True)

    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)

    def dead(self, board: int) -> None:
        self.wire.dead ^= {board}

    def unplug(self, _: None) -> None:
        self.wire.plugged = not self.wire.plugged
        self.wire.is_open &= self.wire.plugged

    def recover(self) -> None:
        """When all is well again, all is known again and every lock can be opened."""
        self.wire.plugged, self.wire.dead = True, set()
        self.wire.all_is_well()
        for _ in range(4):
            self.clock.advance(60)
            told = self.lockers.doors()
        for address, said in told.items():
            assert (said is Door.OPEN) == self.wire.open_doors[address.board, address.lock]
            assert said is not Door.UNKNOWN
        self.unlock(DOORS[0])
        assert self.wire.pulse_frames[-1] == DOORS[0]
        assert self.lockers.door(Address(*DOORS[0])) is Door.OPEN


def check(kind: str, script: tuple[list[tuple[str, Any]], list[int], list[int]]) -> None:
    what, writes, answers = script
    run = Run(kind, cycle(WRITES, writes), cycle(ANSWERS, answers))
    for step, on in what:
        run.step(step, on)
    run.recover()


LOST_BEHIND_THE_COMMAND = (
    [("unlock", (1, 0)), ("unlock", (1, 0)), ("doors", None), ("unlock", (1, 0))],
    [WRITES.index(how) for how in ("lost_before", "lost_after", "unheard")],
    [ANSWERS.index("late")],
)
"""The acknowledgement of the first pulse is on its way when the wire is lost, and comes after the next one."""


@pytest.mark.parametrize("kind", KINDS)
@example(LOST_BEHIND_THE_COMMAND)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scripts)
def test_faults(kind: str, script: tuple[list[tuple[str, Any]], list[int], list[int]]) -> None:
    check(kind, script)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=2500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scripts)
def test_ten_thousand_faults(kind: str, script: tuple[list[tuple[str, Any]], list[int], list[int]]) -> None:
    check(kind, script)
