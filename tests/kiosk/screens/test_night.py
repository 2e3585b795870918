"""The sleeping screen: black, and the touch or key that wakes it presses nothing, held or repeated as it may be."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.flows import events as e
from tests.kiosk import shot
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens import samples

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]
ENTER, SPACE = 13, 32


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """What others at the window hear of touches and keys."""
    from kivy.core.window import Window

    names: list[str] = []
    listeners: dict[str, Any] = {
        name: lambda *_, name=name: names.append(name)
        for name in ("on_touch_down", "on_touch_up", "on_key_down", "on_key_up", "on_textinput")
    }
    Window.bind(**listeners)
    yield names
    Window.unbind(**listeners)


def sleeping(stage: Make, panel: object = PORTRAIT) -> Driver:
    """A welcome screen under a night that wakes as the kiosk's does."""
    driver = stage(panel)
    driver.show(samples.welcome("de"))
    driver.stage.wake = lambda: driver.stage.sleep(False)
    driver.stage.sleep(True)
    driver.frames()
    return driver


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_it_is_black_but_for_a_dim_sign(stage: Make, panel: object, tmp_path: Path) -> None:
    driver = sleeping(stage, panel)
    picture = shot.image()
    picture.save(tmp_path / "night.png")
    colours = picture.convert("L").histogram()
    assert sum(colours[1:]) / sum(colours) < 0.01, "nearly nothing shines"
    assert 0 < max(level for level, count in enumerate(colours) if count) < 128
    driver.stage.sleep(False)
    driver.frames()
    assert shot.image().convert("L").histogram()[255] > 0


def test_the_waking_touch_presses_nothing_and_the_next_does(stage: Make, heard: list[str]) -> None:
    driver = sleeping(stage)
    driver.tap("welcome.tickets")
    assert driver.events == []
    assert heard == []
    assert driver.stage.night is None
    driver.tap("welcome.tickets")
    assert driver.events == [e.TicketsOpened()]
    assert "on_touch_down" in heard


def test_a_waking_finger_that_slides_on_a_control_presses_nothing(stage: Make) -> None:
    driver = sleeping(stage)
    driver.drag((5, 5), driver.where("welcome.tickets"))
    assert driver.events == []


def test_a_second_finger_presses_while_the_waking_one_still_lies(stage: Make) -> None:
    driver = sleeping(stage)
    first = driver.press(driver.where("welcome.way"))
    driver.tap("welcome.tickets")
    first.touch_up()
    driver.frames()
    assert driver.events == [e.TicketsOpened()]


@pytest.mark.parametrize(("code", "text"), [(ENTER, ""), (SPACE, " ")])
def test_the_waking_key_presses_nothing_even_where_the_focus_was(
    stage: Make, heard: list[str], code: int, text: str
) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    driver.stage.focus("welcome.tickets")
    driver.stage.wake = lambda: driver.stage.sleep(False)
    driver.stage.sleep(True)
    assert driver.stage.focused == ""
    driver.window.dispatch("on_key_down", code, 0, text, [])
    assert driver.stage.night is None
    driver.stage.focus("welcome.tickets")
    driver.window.dispatch("on_key_down", code, 0, text, [])  # held: the keyboard repeats
    driver.window.dispatch("on_textinput", text)
    driver.window.dispatch("on_key_up", code, 0)
    driver.frames()
    assert driver.events == []
    assert heard == []
    driver.key(code, text)
    assert driver.events == [e.TicketsOpened()]


def test_woken_by_movement_the_first_touch_counts(stage: Make) -> None:
    driver = sleeping(stage)
    driver.stage.sleep(False)
    driver.frames()
    driver.tap("welcome.tickets")
    assert driver.events == [e.TicketsOpened()]


def test_a_screen_that_nobody_wakes_swallows_everything(stage: Make, heard: list[str]) -> None:
    driver = sleeping(stage)
    asked: list[int] = []
    driver.stage.wake = lambda: asked.append(1)
    driver.tap("welcome.tickets")
    driver.key(ENTER)
    assert (len(asked), driver.events, heard) == (2, [], [])
    driver.stage.sleep(False)
    driver.key(ENTER)
    assert heard == ["on_key_down", "on_key_up"], "what was let go in the dark is nobody's any more"


def test_content_that_changes_under_the_night_stays_under_it(stage: Make) -> None:
    driver = sleeping(stage)
    driver.show(samples.welcome("en"))
    assert driver.stage.children[0] is driver.stage.night
    assert sum(shot.image().convert("L").histogram()[200:]) == 0
    driver.stage.sleep(False)
