"""Fingers on the screens: what is touched sends its event, once, on release, and only where it was meant."""

from collections.abc import Callable

import pytest

from kiosk.flows import events as e
from kiosk.presenters import contents as c
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens import samples

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]


def actions_of(content: object) -> dict[str, e.Event]:
    """Every control a content names, with its event."""
    found: dict[str, e.Event] = {}
    if isinstance(content, tuple):
        for one in content:
            found |= actions_of(one)
    elif isinstance(content, (c.Action, c.Row, c.CheckRow, c.Choice)):
        if content.event is not None:
            found[content.test_id] = content.event
    elif hasattr(content, "__struct_fields__") and not isinstance(content, e.Event):
        for name in content.__struct_fields__:
            found |= actions_of(getattr(content, name))
    return found


@pytest.mark.parametrize("name", samples.every("de"))
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_every_control_sends_its_event(stage: Make, panel: object, name: str) -> None:
    driver = stage(panel)
    content = samples.every("de")[name]
    driver.show(content)
    wanted = actions_of(content)
    for hidden in set(wanted) - set(driver.stage.test_ids()):
        assert hidden.startswith(("language.", "welcome.languages")), "only languages may stand on a page of their own"
        del wanted[hidden]
    for test_id in wanted:
        driver.tap(test_id)
    assert driver.events == list(wanted.values())


def test_sliding_off_cancels_and_coming_back_does_not(stage: Make) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    inside = driver.where("welcome.tickets")
    driver.drag(inside, (inside[0], 1900))
    assert driver.events == []
    touch = driver.press(inside)
    touch.touch_move(inside[0], 1900)
    touch.touch_move(*inside)
    touch.touch_up()
    assert driver.events == [e.TicketsOpened()]


def test_a_held_control_looks_pressed_until_the_finger_slides_off(stage: Make) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    control = driver.stage.find("welcome.tickets")
    touch = driver.press(driver.where("welcome.tickets"))
    assert control.pressed
    assert driver.events == []
    touch.touch_move(5, 1900)
    assert not control.pressed
    touch.touch_up()
    assert driver.events == []


def test_a_second_finger_on_the_same_control_does_nothing(stage: Make) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    at = driver.where("welcome.tickets")
    first, second = driver.press(at), driver.press(at)
    second.touch_up()
    first.touch_up()
    assert driver.events == [e.TicketsOpened()]


def test_a_control_that_changes_its_meaning_under_the_finger_stays_silent(stage: Make) -> None:
    driver = stage()
    driver.show(samples.search("de"))
    touch = driver.press(driver.where("key.open"))
    content = samples.search("de", rows=1)
    changed = c.Action(test_id="key.open", label="Öffnen", primary=True, event=e.ServiceChosen("another"))
    driver.show(
        c.Search(**{name: getattr(content, name) for name in content.__struct_fields__ if name != "open"}, open=changed)
    )
    touch.touch_up()
    assert driver.events == []


def test_a_screen_that_left_takes_its_presses_with_it(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    touch = driver.press(driver.where("service.way"))
    driver.show(samples.welcome("de"))
    touch.touch_up()
    driver.frames()
    assert driver.events == []


def test_a_locked_button_says_why_and_cannot_be_pressed(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de", hard=True))
    driver.tap("service.draw")
    assert driver.events == []
    assert any("Geschlossen, morgen ab 8 Uhr" in text for text in driver.stage.texts())


def test_the_question_is_answered_by_button_or_anywhere_above(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    driver.stage.ask(samples.question("de"))
    driver.frames()
    driver.tap("idle.yes")
    driver.tap("idle.no")
    driver.drag((500, 1500), (500, 1500))
    assert driver.events == [e.StillThere(), e.Finished(), e.StillThere()]


def test_behind_the_question_only_help_stays_in_reach(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    places = {name: driver.where(name) for name in ("bar.back", "bar.finish", "bar.help")}
    driver.stage.ask(samples.question("de"))
    for at in places.values():
        driver.drag(at, at)
    assert e.HelpOpened() in driver.events
    assert e.Back() not in driver.events
    assert e.Finished() not in driver.events
    driver.stage.ask(None)
    driver.drag(places["bar.back"], places["bar.back"])
    assert driver.events[-1] == e.Back()


def test_turning_the_page_of_long_details_is_the_screens_own_business(stage: Make) -> None:
    driver = stage()
    content = samples.details("de")
    driver.show(content)
    seen = " ".join(driver.stage.texts())
    driver.tap("more")
    seen += " ".join(driver.stage.texts())
    assert driver.events == []
    for _heading, text in content.paragraphs:
        assert all(word in seen for word in text.split())
