"""Every driver of speech and keypad that is named can be built and opens nothing; the settings know the same names."""

from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

import pytest

from hardware.audio.settings import SpeechSettings
from hardware.host.clock import FakeClock
from hardware.keypad.settings import KeypadSettings
from hardware.registry import DRIVERS, build

CLOCK = FakeClock(datetime(2026, 11, 24, tzinfo=UTC))
KINDS: dict[str, Any] = {"speech": SpeechSettings, "keypad": KeypadSettings}


@pytest.mark.parametrize(("kind", "driver"), [(kind, driver) for kind in KINDS for driver in DRIVERS[kind]])
def test_every_driver_is_built_and_opens_nothing(kind: Any, driver: str) -> None:
    device: Any = build(kind, KINDS[kind](driver=driver), clock=CLOCK)
    device.close()


@pytest.mark.parametrize("kind", KINDS)
def test_the_settings_know_the_same_drivers(kind: str) -> None:
    assert set(get_args(get_type_hints(KINDS[kind])["driver"])) == set(DRIVERS[kind])
