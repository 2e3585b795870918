"""Typing: the keyboard has every German letter, and a key press changes only what it must."""

from collections.abc import Callable
from functools import partial

import pytest

from kiosk.flows import events as e
from kiosk.widgets.part import Part
from tests.kiosk.conftest import Driver
from tests.kiosk.screens import samples

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]


def test_the_keyboard_types_every_german_letter(stage: Make) -> None:
    driver = stage()
    driver.show(samples.search("de"))
    letters = "abcdefghijklmnopqrstuvwxyzäöüß"
    for letter in letters:
        driver.tap(f"key.{letter}")
    driver.tap("key.space")
    driver.tap("key.erase")
    assert driver.events == [*(e.Typed(letter) for letter in letters), e.Typed(" "), e.Erased()]


def test_digits_and_signs_stand_behind_123(stage: Make) -> None:
    driver = stage()
    driver.show(samples.search("de"))
    driver.tap("key.turn")
    for sign in "1234567890.-/":
        driver.tap(f"key.{sign}")
    driver.tap("key.turn")
    driver.tap("key.q")
    assert driver.events == [*(e.Typed(sign) for sign in "1234567890.-/"), e.Typed("q")]


def test_a_key_press_redraws_only_what_changed(stage: Make) -> None:
    driver = stage()
    driver.show(samples.search("de", query="aus"))
    screen = driver.stage.screen
    drawn: list[str] = []
    parts = [widget for widget in screen.walk() if isinstance(widget, Part)]
    for part in parts:
        part.redraw = partial(_note, drawn, type(part).__name__, part.redraw)
    driver.show(samples.search("de", query="ausw"))
    assert driver.stage.screen is screen
    assert drawn == ["Field"]
    assert [widget for widget in screen.walk() if isinstance(widget, Part)] == parts


def _note(drawn: list[str], name: str, redraw: Callable[[], None]) -> None:
    drawn.append(name)
    redraw()


def test_what_was_typed_is_forgotten_on_the_welcome_screen(stage: Make) -> None:
    driver = stage()
    driver.show(samples.search("de", query="scheidung"))
    assert any("scheidung" in text for text in driver.stage.texts())
    driver.show(samples.welcome("de"))
    scribe = driver.stage.look.scribe
    kept = [*scribe._widths, *scribe._textures]
    assert not any("scheidung" in text for text, *_ in kept)
    assert all(label.text == "" for label in scribe._labels.values())


def test_a_long_query_shows_its_end(stage: Make) -> None:
    driver = stage()
    driver.show(samples.search("de", query="ich brauche einen neuen personalausweis weil der alte weg ist"))
    field = next(text for text in driver.stage.texts() if text.endswith("weg ist"))
    assert field in "ich brauche einen neuen personalausweis weil der alte weg ist"


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_as_many_rows_as_found(stage: Make, count: int) -> None:
    driver = stage()
    driver.show(samples.search("de"))
    driver.show(samples.search("de", rows=count))
    rows = [one for one in ("lost", "new", "found") if driver.stage.find(one)]
    assert len(rows) == count
