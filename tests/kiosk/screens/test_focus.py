"""The focus: in reading order, towards a direction, never lost, never behind the question, and seen in two colours."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flows import events as e
from kiosk.flows.view import View
from kiosk.screens.focus import nearest, stepped
from kiosk.widgets.rect import Rect
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens import samples
from tests.kiosk.screens.sample_views import fitted

Make = Callable[..., Driver]
GRID = {f"{row}{column}": Rect(column * 200, row * 100, 180, 80) for row in range(3) for column in range(3)}
TAB, ENTER, SPACE, UP, DOWN, RIGHT, LEFT = 9, 13, 32, 273, 274, 275, 276


@pytest.mark.parametrize(("direction", "there"), [("up", "01"), ("down", "21"), ("left", "10"), ("right", "12")])
def test_in_a_grid_an_arrow_leads_to_the_neighbour(direction: str, there: str) -> None:
    assert nearest(GRID, "11", direction) == there


def test_at_the_edge_an_arrow_stays() -> None:
    assert nearest(GRID, "00", "up") == "00"
    assert nearest(GRID, "22", "right") == "22"


def test_an_arrow_prefers_what_shares_its_line() -> None:
    rects = {"here": Rect(0, 0, 100, 50), "aslant": Rect(110, 60, 100, 50), "far": Rect(260, 0, 100, 50)}
    assert nearest(rects, "here", "right") == "far"


Rects = st.dictionaries(
    st.text("abc", min_size=1, max_size=3),
    st.builds(Rect, st.integers(0, 900), st.integers(0, 900), st.integers(20, 300), st.integers(20, 300)),
    min_size=1,
)


@given(Rects, st.sampled_from(["up", "down", "left", "right"]))
def test_whatever_stands_where_an_arrow_goes_towards_its_direction_or_stays(
    rects: dict[str, Rect], direction: str
) -> None:
    for name in rects:
        there = nearest(rects, name, direction)
        if there != name:
            axis, sign = {"up": (1, -1), "down": (1, 1), "left": (0, -1), "right": (0, 1)}[direction]
            assert (rects[there].centre[axis] - rects[name].centre[axis]) * sign > 0


@given(st.lists(st.text("abc", min_size=1), min_size=1, unique=True))
def test_stepping_on_visits_every_control_once_and_comes_back(order: list[str]) -> None:
    seen, now = [], ""
    for _ in order:
        now = stepped(order, now, 1)
        seen.append(now)
    assert seen == order
    assert stepped(order, now, 1) == order[0]
    assert stepped(order, "", -1) == order[-1]
    assert stepped([], "", 1) == ""


@pytest.mark.screen
@pytest.mark.parametrize("name", samples.every("de"))
@pytest.mark.parametrize("view", [View(), View(text_scale=1.5, low_reach=True)], ids=["usual", "large-low"])
def test_tab_reaches_every_control_on_the_screen_in_reading_order(stage: Make, name: str, view: View) -> None:
    driver = stage(view=view)
    driver.show(fitted(samples.every("de")[name], view, portrait=True))
    seen = []
    for _ in driver.stage.test_ids():
        driver.key(TAB)
        seen.append(driver.stage.focused)
    assert sorted(seen) == sorted(driver.stage.test_ids())
    assert seen == list(driver.stage.order())
    assert all(node.name for node in driver.stage.outline())
    bar = [one for one in seen if one.startswith("bar.")]
    assert seen[len(seen) - len(bar) :] == bar


@pytest.mark.screen
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("name", samples.every("de"))
def test_arrows_alone_reach_every_control(stage: Make, name: str, panel: object) -> None:
    driver = stage(panel)
    driver.show(samples.every("de")[name])
    rects = driver.stage.order()
    todo, reached = [next(iter(rects), "")], set()
    while todo:
        now = todo.pop()
        reached.add(now)
        there = {nearest(rects, now, direction) for direction in ("up", "down", "left", "right")}
        todo += there - reached - set(todo)
    assert reached == set(rects) or not rects


@pytest.mark.screen
def test_enter_and_space_press_what_has_the_focus_and_the_ring_shows_it(stage: Make) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    assert driver.stage.focus("welcome.way")
    assert driver.stage.canvas.after.length() > 0
    driver.key(ENTER)
    driver.key(SPACE, " ")
    assert driver.events == [e.PlacesOpened(), e.PlacesOpened()]
    assert driver.stage.focus("")
    assert driver.stage.canvas.after.length() == 0
    driver.key(ENTER)
    assert len(driver.events) == 2


@pytest.mark.screen
def test_arrows_move_among_the_tiles(stage: Make) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    driver.stage.focus("welcome.tickets")
    for key, there in (
        (RIGHT, "welcome.topics"),
        (DOWN, "welcome.pickup"),
        (LEFT, "welcome.way"),
        (UP, "welcome.tickets"),
    ):
        driver.key(key)
        assert driver.stage.focused == there
    driver.key(TAB, modifiers=("shift",))
    assert driver.stage.focused == "welcome.search"


@pytest.mark.screen
def test_the_focus_stays_on_its_control_and_goes_to_the_first_where_that_is_gone(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    driver.stage.focus("bar.view")
    driver.show(samples.service("en"))
    assert driver.stage.focused == "bar.view"
    driver.show(samples.welcome("de"))
    assert driver.stage.focused == "bar.view"
    driver.stage.focus("welcome.way")
    driver.show(samples.topics("de"))
    assert driver.stage.focused == "moving"
    driver.show(samples.message("de", "cleared"))
    driver.stage.restyle(View(text_scale=1.5))
    assert driver.stage.focused in driver.stage.order()


@pytest.mark.screen
def test_without_focus_nothing_gets_it_by_itself(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    driver.show(samples.welcome("de"))
    driver.tap("welcome.way")
    assert driver.stage.focused == ""


@pytest.mark.screen
def test_before_the_question_only_its_controls_and_help_can_be_reached(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    driver.stage.focus("service.way")
    driver.stage.ask(samples.question("de"))
    assert driver.stage.focused == "idle.yes"
    assert list(driver.stage.order()) == ["idle.yes", "idle.no", "bar.help"]
    assert not driver.stage.press("service.way")
    assert driver.stage.move_focus(1) == "idle.no"
    assert driver.stage.press("idle.no")
    assert driver.events == [e.Finished()]


@pytest.mark.screen
def test_a_locked_control_is_reached_and_says_why_but_is_not_pressed(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de", hard=True))
    assert driver.stage.focus("service.draw")
    assert not driver.stage.press("service.draw")
    node = next(node for node in driver.stage.outline() if node.id == "service.draw")
    assert (node.locked, node.note) == (True, "Geschlossen, morgen ab 8 Uhr")


@pytest.mark.screen
def test_keys_of_the_keyboard_have_spoken_names_and_come_before_the_help_bar(stage: Make) -> None:
    driver = stage()
    driver.show(samples.search("de"))
    names = {node.id: node.name for node in driver.stage.outline()}
    assert names["key.erase"] == "Letztes Zeichen löschen"
    assert names["key.turn"] == "123 Zahlen und Zeichen"
    assert names["key.space"] == "Leertaste"
    assert names["key.ß"] == "ß"
    order = list(names)
    assert order.index("key.open") < order.index("key.q") < order.index("key.y") < order.index("bar.back")
    assert driver.stage.press("key.turn")
    assert {node.id: node.name for node in driver.stage.outline()}["key.turn"] == "abc Buchstaben"


@pytest.mark.screen
def test_a_stage_that_left_the_window_hears_no_keys(stage: Make) -> None:
    old = stage()
    old.show(samples.welcome("de"))
    new = stage()
    new.show(samples.welcome("de"))
    new.key(TAB)
    assert new.stage.focused == "welcome.search"
    assert old.stage.focused == ""
