"""The ring of keypad and scanning: on every control that the outline names, around a group, gone with the screen."""

from collections.abc import Callable

import pytest

from kiosk.presenters.outline import outline
from tests.kiosk import shot
from tests.kiosk.conftest import Driver
from tests.kiosk.screens import samples

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]


@pytest.mark.parametrize("name", samples.every("de"))
def test_what_the_keypad_reaches_is_on_the_screen(stage: Make, name: str) -> None:
    driver = stage()
    content = samples.every("de")[name]
    driver.show(content)
    named = {node.id for node in outline(content) if node.control}
    missing = named - set(driver.stage.test_ids())
    assert {one for one in missing if not one.startswith("language.")} == set(), "languages have a page of their own"


def test_the_ring_around_one_and_around_a_group(stage: Make) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    plain = shot.image()
    driver.stage.mark(("welcome.tickets",))
    driver.frames()
    one = shot.image()
    assert one != plain
    driver.stage.mark(("welcome.tickets", "welcome.topics"))
    driver.frames()
    assert shot.image() not in (one, plain)
    driver.stage.mark(("title",))
    driver.frames()
    assert shot.image() == plain, "a text has no place"
