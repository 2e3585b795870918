"""The wall of the demonstration, and walls that cannot be."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from hardware.locker.settings import BoardSettings, LockerSettings
from kiosk.demo_settings import demo_settings
from kiosk.pickup.wall import address, wall_of
from tests.kiosk.world import Kiosk


def test_every_door_of_the_demonstration_has_a_lock_of_its_own() -> None:
    settings = demo_settings()
    wall = wall_of(settings.pickup)
    assert {address(one) for one in wall.compartments} == set(settings.locker.addresses)
    assert any(one.reachable_seated for one in wall.compartments)


def test_a_door_without_a_lock_stops_the_start(tmp_path: Path) -> None:
    locker = LockerSettings(driver="simulator", boards=(BoardSettings(locks=20),))
    with pytest.raises(ValueError, match=r"compartment 21 hangs on lock 20 of board 0"):
        Kiosk(tmp_path, settings=replace(demo_settings(), locker=locker, bench_page=None))
