"""The CU48 driver and boards on a pseudo-terminal: noise, echo, late answers, and who is asked how often."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from hardware.errors import HardwareError, WhoActs
from hardware.host.clock import FakeClock
from hardware.locker.conversation import LATE_SECONDS
from hardware.locker.interface import Address, Door
from hardware.locker.kerong_cu48 import KerongCu48
from hardware.locker.settings import BoardSettings, LockerSettings
from tests.emulators.kerong_board import KerongBoards

FIRST = Address(0, 0)


@pytest.fixture
def clock() -> FakeClock:
    """Moves when told."""
    return FakeClock(datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[KerongBoards]:
    """Boards 0, 1 and 9."""
    made = KerongBoards(tmp_path / "locker", (0, 1, 9))
    with made:
        yield made


def settings(bus: KerongBoards, **changes: object) -> LockerSettings:
    boards = tuple(BoardSettings(board=board, locks=48) for board in bus.boards)
    given = {"port": str(bus.link), "boards": boards, "gap_ms": 0, "answer_ms": 2000, **changes}
    return LockerSettings(**given)  # type: ignore[arg-type]  # keywords of its own fields


@pytest.fixture
def lockers(bus: KerongBoards, clock: FakeClock) -> Iterator[KerongCu48]:
    """With much patience: only what never comes is waited for."""
    made = KerongCu48(settings(bus), clock=clock)
    yield made
    made.close()


def test_the_first_frames_are_the_documents(bus: KerongBoards, lockers: KerongCu48) -> None:
    lockers.door(FIRST)
    lockers.unlock(FIRST)
    lockers.door(FIRST)
    assert bytes(bus.received) == bytes.fromhex("02 00 00 50 03 55 02 00 00 51 03 56 02 00 00 50 03 55")


@pytest.mark.parametrize("how", ["fine", "split", "noise", "twice", "other"])
@pytest.mark.parametrize("echo", [False, True])
def test_an_answer_is_found_in_what_comes(bus: KerongBoards, lockers: KerongCu48, how: str, echo: bool) -> None:
    bus.echo = echo
    bus.open_door(0, 47)
    bus.muddle.extend([how] * 6)
    for _ in range(2):
        told = lockers.doors()
        assert [address for address, door in told.items() if door is Door.OPEN] == [Address(0, 47)]
        assert Door.UNKNOWN not in told.values()


@pytest.mark.parametrize("how", ["drop", "garble"])
def test_a_question_is_asked_again(bus: KerongBoards, lockers: KerongCu48, how: str) -> None:
    bus.muddle.append(how)
    assert lockers.door(FIRST) is Door.CLOSED
    assert bus.asked[0] == 2


def test_a_late_answer_is_not_taken_for_the_next_one(bus: KerongBoards, clock: FakeClock) -> None:
    lockers = KerongCu48(settings(bus, answer_ms=300), clock=clock)
    bus.muddle.extend(["drop", "late"])
    assert lockers.door(FIRST) is Door.UNKNOWN
    bus.open_door(0, 0)
    assert lockers.door(FIRST) is Door.OPEN, "the late answer, which comes first, says closed"
    lockers.close()


def test_noise_of_an_unused_line_is_no_door(bus: KerongBoards, lockers: KerongCu48) -> None:
    lockers.doors()
    bus.say(b"\x02\x00\x00\x65" + b"\xff" * 20)
    bus.open_door(0, 0)
    assert lockers.door(FIRST) is Door.OPEN


def test_the_opposite_hook_switch_is_a_setting(tmp_path: Path, clock: FakeClock) -> None:
    with KerongBoards(tmp_path / "locker", (0,), locked_bit=0) as bus:
        assert isinstance(bus, KerongBoards)
        lockers = KerongCu48(settings(bus, closed_when=0), clock=clock)
        bus.open_door(0, 3)
        assert [address.lock for address, door in lockers.doors().items() if door is Door.OPEN] == [3]
        lockers.close()


def test_two_pulses_have_a_gap(bus: KerongBoards, clock: FakeClock) -> None:
    lockers = KerongCu48(settings(bus, gap_ms=80), clock=clock)
    for lock in range(3):
        lockers.unlock(Address(1, lock))
    bus.wait_for(lambda: len(bus.pulse_times) == 3)
    lockers.close()
    sent = [b - a for a, b in pairwise(bus.pulse_times)]
    assert sum(sent) > 0.1, "80 ms each, less what the terminal took to bring the first"


def test_a_dead_board_is_asked_seldom_and_one_at_a_time(bus: KerongBoards, clock: FakeClock) -> None:
    lockers = KerongCu48(settings(bus, answer_ms=100), clock=clock)
    bus.set_dead(1, True)
    bus.set_dead(9, True)
    for _ in range(120):  # a minute
        lockers.doors()
        clock.advance(0.5)
    assert bus.asked[0] >= 120
    assert 2 * 5 <= bus.asked[1] <= 2 * 15, "twice a question; half a second, one, two ... ten seconds between"
    assert 2 * 5 <= bus.asked[9] <= 2 * 15
    time.sleep(LATE_SECONDS)  # the boards' own time: nothing can be late any more
    bus.set_dead(1, False)
    for _ in range(30):
        lockers.doors()
        clock.advance(0.5)
    assert lockers.boards()[1].answers
    assert not lockers.boards()[9].answers
    lockers.close()


def test_a_board_that_misses_a_round_keeps_its_doors_until_they_are_stale(bus: KerongBoards, clock: FakeClock) -> None:
    lockers = KerongCu48(settings(bus, answer_ms=150, stale_seconds=5.0), clock=clock)
    lockers.doors()
    bus.set_dead(0, True)
    clock.advance(3)
    assert lockers.doors()[FIRST] is Door.CLOSED
    assert lockers.door(FIRST) is Door.UNKNOWN, "who asks for one door wants it now"
    clock.advance(2.5)
    assert lockers.doors()[FIRST] is Door.UNKNOWN
    lockers.close()


def test_what_was_known_before_a_pulse_is_not_told_after_it(bus: KerongBoards, clock: FakeClock) -> None:
    lockers = KerongCu48(settings(bus, answer_ms=150), clock=clock)
    lockers.doors()
    bus.set_dead(0, True)
    lockers.unlock(FIRST)
    told = lockers.doors()
    assert (told[FIRST], told[Address(0, 1)]) == (Door.UNKNOWN, Door.CLOSED)
    lockers.close()


def test_one_owner(bus: KerongBoards, lockers: KerongCu48, clock: FakeClock) -> None:
    lockers.doors()
    second = KerongCu48(settings(bus), clock=clock)
    with pytest.raises(HardwareError) as caught:
        second.unlock(FIRST)
    assert (caught.value.code, caught.value.who) == ("locker.not_sent", WhoActs.TECHNICIAN)
    assert "another program" in caught.value.what
    assert {state.trouble for state in second.boards().values()} == {"port.busy"}
    second.close()
    assert lockers.door(FIRST) is Door.CLOSED


def test_a_line_that_is_silent_for_long_is_opened_anew(bus: KerongBoards, clock: FakeClock) -> None:
    lockers = KerongCu48(settings(bus, answer_ms=40), clock=clock)
    lockers.doors()
    for board in bus.boards:
        bus.set_dead(board, True)
    openings = lockers.openings
    for _ in range(10):
        clock.advance(20)
        lockers.doors()
    assert lockers.openings > openings
    lockers.close()
