"""Each test has a house of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock
from tests.kiosk.ticketing.world import MORNING, House


@pytest.fixture
def clock() -> FakeClock:
    """24 November 2026, eight in the morning."""
    return FakeClock(MORNING)


@pytest.fixture
def house(tmp_path: Path, clock: FakeClock) -> Iterator[House]:
    """A kiosk with a printer that works."""
    made = House(tmp_path, clock)
    yield made
    made.ledger.close()


@pytest.fixture
def restart(tmp_path: Path, clock: FakeClock) -> Iterator[Callable[..., House]]:
    """Let go of everything without a word, and start again on the same disk; `boot` names a new run of the machine."""
    houses: list[House] = []

    def again(old: House, boot: str = "boot-1") -> House:
        old.ledger.close()
        houses.append(House(tmp_path, clock, concerns=old.concerns, boot=boot))
        return houses[-1]

    yield again
    for made in houses:
        made.ledger.close()
