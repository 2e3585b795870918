"""Digits seen for a second, keys from left to right, the wall in its proportions with the own door always in sight."""

from collections.abc import Callable

import pytest

from kiosk.flows import pickup_events as p
from kiosk.flows.session import S
from kiosk.flows.view import View
from kiosk.presenters.pickup_wall import wall
from kiosk.texts import LANGUAGES
from kiosk.widgets.audit import audit
from kiosk.widgets.code_boxes import CodeBoxes
from kiosk.widgets.locker_wall import LockerWall
from kiosk.widgets.panel import Panel
from kiosk.widgets.rect import Rect
from kiosk.widgets.wall_view import COLUMN_MM, TERMINAL_MM, view_of
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens.sample_pickup import CARD, columns_of, rare, screen, terminal
from tests.kiosk.screens.sample_views import fitted

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]


PANELS = pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def faults_of(driver: Driver, language: str, look: View) -> dict[str, list[str]]:
    """What the audit finds in the states that the samples of every test leave out, on all their pages."""
    found = {}
    for name, content in rare(language).items():
        driver.show(fitted(content, look, portrait=driver.panel.portrait))
        for page in range(driver.stage.screen.all_pages):
            if faults := audit(driver.stage):
                found[f"{name} {page + 1}"] = faults
            if driver.stage.find("more"):
                driver.stage.press("more")
    return found


@PANELS
@pytest.mark.parametrize("language", ["de", "uk"])
def test_every_state_passes_the_audit(stage: Make, panel: Panel, language: str) -> None:
    assert faults_of(stage(panel), language, View()) == {}


@pytest.mark.long
@PANELS
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", [View(), View(text_scale=1.25), View(text_scale=1.5, low_reach=True)])
def test_every_state_passes_the_audit_in_every_language(stage: Make, panel: Panel, language: str, look: View) -> None:
    assert faults_of(stage(panel, view=look), language, look) == {}


def boxes(driver: Driver) -> CodeBoxes:
    return next(one for one in driver.stage.walk() if isinstance(one, CodeBoxes))


def digits_seen(driver: Driver) -> str:
    return str(boxes(driver).text)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_newest_digit_is_seen_until_its_second_is_over(stage: Make, language: str) -> None:
    driver = stage()
    for typed, seen in (("", ""), ("7", "7"), ("74", "4"), ("7", ""), ("70", "0")):
        driver.show(screen(S.PICKUP_CODE, language, typed=typed, ways=()))
        assert digits_seen(driver) == seen
    boxes(driver).cover()
    assert digits_seen(driver) == ""


def test_what_was_typed_before_the_boxes_came_is_covered(stage: Make) -> None:
    driver = stage()
    driver.show(screen(S.PICKUP_CODE, "de", typed="7421", ways=()))
    assert digits_seen(driver) == ""


@pytest.mark.parametrize("language", ["de", "ar"])
def test_keys_stand_as_on_every_keypad_in_every_language(stage: Make, language: str) -> None:
    driver = stage()
    driver.show(screen(S.PICKUP_CODE, language, ways=()))
    places = driver.stage.test_ids()
    for row in ("123", "456", "789"):
        xs = [places[f"key.{digit}"].x for digit in row]
        assert xs == sorted(xs)
    assert places["key.0"].x == places["key.8"].x
    driver.tap("key.5")
    assert driver.events == [p.PickupDigit("5")]


def test_one_touch_states_and_goes_on(stage: Make) -> None:
    driver = stage(LANDSCAPE)
    driver.show(screen(S.PICKUP_STATEMENTS, "de", documents=(CARD,), chosen=CARD.pickup))
    driver.tap("pickup.stated")
    assert driver.events == [p.StatementMade(), p.OpeningWanted()]


def test_only_the_own_number_stands_on_the_wall(stage: Make) -> None:
    driver = stage()
    driver.show(screen(S.PICKUP_OPEN, "de", terminal(door="open")))
    drawn = next(one for one in driver.stage.walk() if isinstance(one, LockerWall))
    assert [words.text for words in drawn.words] == ["Sie sind hier", "17"]


@pytest.mark.parametrize("count", [2, 6, 12, 40])
@pytest.mark.parametrize("rect", [Rect(48, 300, 984, 560), Rect(48, 300, 800, 300)], ids=["portrait", "small"])
def test_the_own_door_and_the_screen_are_always_in_the_picture(count: int, rect: Rect) -> None:
    view_ = terminal(count)
    for place in columns_of(count):
        own = next(one.compartment for one in view_.compartments if one.compartment.column == place)
        drawn = wall(view_, own.id, "de", open=True)
        assert drawn is not None
        view = view_of(drawn, rect, 4)
        door = next(door for column in drawn.columns for door in column.doors if door.own)
        (x,) = view.places(place)
        assert rect.holds(view.door(x, door)), place
        seat = Rect(view.terminal, rect.y, view.terminal_width, 10)
        assert rect.holds(seat), place
        assert (x > view.terminal) == (place > 0), "left is left"
        if view.gap is not None:
            assert not Rect(view.gap[0], rect.y, view.gap[1] - view.gap[0], rect.h).overlaps(view.door(x, door))
            assert not Rect(view.gap[0], rect.y, view.gap[1] - view.gap[0], 10).overlaps(seat)


def test_doors_keep_their_proportions() -> None:
    drawn = wall(terminal(), "17", "de", open=True)
    assert drawn is not None
    view = view_of(drawn, Rect(0, 0, 984, 560), 0)
    door = drawn.columns[0].doors[0]
    rect = view.door(0, door)
    assert rect.w / rect.h == pytest.approx(COLUMN_MM / door.height, rel=0.03)
    assert view.terminal_width / view.column == pytest.approx(TERMINAL_MM / COLUMN_MM, rel=0.03)
