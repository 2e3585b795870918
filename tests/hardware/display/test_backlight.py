"""The panel's light in a folder like the kernel's: off and on, after a crash in the dark, and when it does not obey."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

from hardware.display.backlight import BacklightDisplay
from hardware.display.settings import DisplaySettings
from hardware.display.simulator import SimulatedDisplay
from hardware.host.clock import FakeClock

CLOCK = FakeClock(datetime(2026, 11, 24, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As of a panel at 200 of 255."""
    for name, value in (("bl_power", "0"), ("brightness", "200"), ("max_brightness", "255")):
        (tmp_path / name).write_text(f"{value}\n")
    return tmp_path


def display(folder: Path, switch: Literal["power", "brightness"] = "power") -> BacklightDisplay:
    return BacklightDisplay(DisplaySettings(driver="backlight", folder=folder, switch=switch), clock=CLOCK)


def value(folder: Path, name: str) -> int:
    """As the kernel reads what was written: the first number."""
    return int((folder / name).read_text().split()[0])


def test_off_and_on_by_power_leaves_the_brightness(folder: Path) -> None:
    panel = display(folder)
    panel.light(False)
    assert (value(folder, "bl_power"), value(folder, "brightness")) == (4, 200)
    assert not panel.state().lit
    panel.light(True)
    assert value(folder, "bl_power") == 0
    assert panel.state().lit


def test_off_and_on_by_brightness_comes_back_to_what_it_was(folder: Path) -> None:
    panel = display(folder, "brightness")
    panel.light(False)
    panel.light(False)
    assert value(folder, "brightness") == 0
    panel.light(True)
    assert value(folder, "brightness") == 200


@pytest.mark.parametrize("switch", ["power", "brightness"])
def test_a_process_that_died_in_the_dark_is_lit_by_the_next(
    folder: Path, switch: Literal["power", "brightness"]
) -> None:
    (folder / "bl_power").write_text("4\n")
    (folder / "brightness").write_text("0\n" if switch == "brightness" else "200\n")
    display(folder, switch)
    lit = {"power": ("bl_power", 0), "brightness": ("brightness", 255)}[switch]
    assert value(folder, lit[0]) == lit[1]


def test_the_end_leaves_it_lit(folder: Path) -> None:
    for panel in (display(folder), SimulatedDisplay(DisplaySettings(), clock=CLOCK)):
        panel.light(False)
        panel.close()
        assert panel.state().lit
    assert value(folder, "bl_power") == 0


def test_a_light_that_is_not_there_is_a_state_and_makes_no_file(tmp_path: Path) -> None:
    panel = display(tmp_path)
    panel.light(False)
    state = panel.state()
    assert (state.works, state.lit, state.trouble) == (False, True, "port.missing")
    assert list(tmp_path.iterdir()) == []


def test_a_light_that_may_not_be_written_is_refused(folder: Path) -> None:
    (folder / "bl_power").unlink()
    (folder / "bl_power").mkdir()
    panel = display(folder)
    assert panel.state().trouble == "port.refused"
