"""Every driver of presence and display that is named can be built, and none needs a library it does not use."""

import subprocess
import sys
from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

import pytest

from hardware.display.settings import DisplaySettings
from hardware.host.clock import FakeClock
from hardware.host.settings_file import describe
from hardware.presence.interface import PresenceState
from hardware.presence.settings import PresenceSettings
from hardware.registry import DRIVERS, build

NOW = datetime(2026, 11, 24, tzinfo=UTC)
CLOCK = FakeClock(NOW)


@pytest.mark.parametrize("driver", DRIVERS["presence"])
def test_every_presence_is_built_and_opens_nothing(driver: Any) -> None:
    presence = build("presence", PresenceSettings(driver=driver, port="/nowhere/presence"), clock=CLOCK)
    presence.close()
    assert type(presence).__name__ in DRIVERS["presence"][driver]


@pytest.mark.parametrize("driver", DRIVERS["display"])
def test_every_display_is_built(driver: Any, tmp_path: Any) -> None:
    display = build("display", DisplaySettings(driver=driver, folder=tmp_path / "none"), clock=CLOCK)
    display.light(False)
    display.close()
    assert type(display).__name__ in DRIVERS["display"][driver]


@pytest.mark.parametrize(("kind", "settings"), [("presence", PresenceSettings), ("display", DisplaySettings)])
def test_the_settings_know_the_same_drivers(kind: str, settings: Any) -> None:
    assert set(get_args(get_type_hints(settings)["driver"])) == set(DRIVERS[kind])
    assert settings().driver == "disabled"
    assert describe(settings).count("# ") >= 2 * len(settings.__struct_fields__) - 1


def test_without_a_device_nothing_is_told_and_nothing_is_wrong() -> None:
    presence = build("presence", PresenceSettings(), clock=CLOCK)
    presence.start(lambda: pytest.fail("there is nothing that could move"))
    assert presence.state() == PresenceState(works=False, trouble="", since=NOW)
    presence.close()


def test_opencv_is_imported_for_a_camera_alone() -> None:
    code = (
        "import sys; from hardware.registry import build; from hardware.host.clock import SystemClock; "
        "from hardware.presence.settings import PresenceSettings as P; "
        "[build('presence', P(driver=d), clock=SystemClock()) for d in ('motion_sensor', 'simulator', 'disabled')]; "
        "assert 'cv2' not in sys.modules and 'numpy' not in sys.modules; "
        "build('presence', P(driver='camera'), clock=SystemClock()); assert 'cv2' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})
