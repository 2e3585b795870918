"""Every screen in every look: nothing clipped, overlapping, too small or out of reach, and large type really larger."""

import itertools
import statistics
from collections.abc import Callable

import pytest

from kiosk.flows.view import TEXT_SCALES, THEMES, View
from kiosk.presenters import contents as c
from kiosk.presenters.outline import Role
from kiosk.screens.show import Stage
from kiosk.widgets.audit import audit
from kiosk.widgets.control import Control
from kiosk.widgets.map_view import MapView
from kiosk.widgets.panel import Panel
from kiosk.widgets.part import Part
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens import samples
from tests.kiosk.screens.sample_views import fitted

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]
SHAPES = pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
LOOKS = [
    View(theme=theme, text_scale=scale, low_reach=low)
    for theme, scale, low in itertools.product(THEMES, TEXT_SCALES, (False, True))
]
COVERING = [
    View(text_scale=1.25),
    View(text_scale=1.5),
    View(low_reach=True),
    View(theme="contrast_dark", text_scale=1.25, low_reach=True),
    View(theme="contrast_light", text_scale=1.5, low_reach=True),
]
"""Each size, each height and each theme once, in the usual suite; all of them are drawn by `make test-long`."""


def named(view: View) -> str:
    return f"{view.theme}-{view.text_scale:g}{'-low' if view.low_reach else ''}"


def pages(driver: Driver, content: c.Screen) -> list[list[str]]:
    """What the audit finds on every page of a screen."""
    driver.show(content)
    found = [audit(driver.stage)]
    for _ in range(driver.stage.screen.all_pages - 1):
        assert driver.stage.press("more")
        found.append(audit(driver.stage))
    return found


def audited(driver: Driver, view: View, language: str) -> dict[str, list[str]]:
    """What the audit finds on every sample screen."""
    found = {}
    portrait = driver.panel.portrait
    for name, content in samples.every(language).items():
        for number, faults in enumerate(pages(driver, fitted(content, view, portrait=portrait)), 1):
            if faults:
                found[f"{name} {number}"] = faults
    driver.show(fitted(samples.service(language), view, portrait=portrait))
    driver.stage.ask(samples.question(language))
    if faults := audit(driver.stage):
        found["question"] = faults
    return found


@SHAPES
@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("view", COVERING, ids=named)
def test_every_screen_passes_the_audit_in_its_look(stage: Make, panel: Panel, view: View, language: str) -> None:
    assert audited(stage(panel, view=view), view, language) == {}


@pytest.mark.long
@SHAPES
@pytest.mark.parametrize("language", ["de", "en", "ar"])
@pytest.mark.parametrize("view", LOOKS, ids=named)
def test_every_screen_passes_the_audit_in_every_look(stage: Make, panel: Panel, view: View, language: str) -> None:
    assert audited(stage(panel, view=view), view, language) == {}


@pytest.mark.long
@SHAPES
@pytest.mark.parametrize("language", ["tr", "uk"])
@pytest.mark.parametrize("view", [view for view in LOOKS if view.theme == "light"], ids=named)
def test_every_screen_passes_the_audit_in_longer_languages(
    stage: Make, panel: Panel, view: View, language: str
) -> None:
    assert audited(stage(panel, view=view), view, language) == {}


@pytest.mark.long
@pytest.mark.parametrize("view", [view for view in LOOKS if view.theme == "light"], ids=named)
def test_an_upright_panel_that_hangs_lower_passes_the_audit_too(stage: Make, view: View) -> None:
    assert audited(stage(Panel(lower_edge_mm=800), view=view), view, "de") == {}


@pytest.mark.long
@SHAPES
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_the_low_desk_fits_a_panel_up_to_the_height_the_look_allows(stage: Make, panel: Panel, scale: float) -> None:
    view = View(text_scale=scale, low_reach=True)
    hung = Panel(width_px=panel.width_px, height_px=panel.height_px, lower_edge_mm=884)
    assert audited(stage(hung, view=view), view, "de") == {}


@SHAPES
@pytest.mark.parametrize("view", [View(text_scale=1.5), View(text_scale=1.5, low_reach=True)], ids=named)
def test_pages_show_every_control_and_every_word(stage: Make, panel: Panel, view: View) -> None:
    driver = stage(panel, view=view)
    for name in ("help", "used-up", "ticket", "ticket-no-paper", "service", "qr", "details"):
        content = fitted(samples.every("de")[name], view, portrait=panel.portrait)
        driver.show(content)
        controls, words = set(driver.stage.test_ids()), "".join(driver.stage.texts())
        for _ in range(driver.stage.screen.all_pages - 1):
            driver.tap("more")
            controls |= set(driver.stage.test_ids())
            words += "".join(driver.stage.texts())
        nodes = [node for node in driver.stage.outline() if node.id != "more"]
        assert {node.id for node in nodes if node.control} <= controls
        for node in nodes:
            if node.control or node.role is Role.IMAGE or node.id == "title":
                continue
            read = words.replace(":", "").replace(" ", "")
            missing = [word for word in node.name.replace(":", "").split() if word not in read]
            assert missing == [], f"{name}: {node.id}"


@SHAPES
@pytest.mark.parametrize("low", [False, True], ids=["usual", "low"])
@pytest.mark.parametrize("scale", [1.25, 1.5])
def test_large_type_is_larger(stage: Make, panel: Panel, scale: float, low: bool) -> None:
    """By half (a quarter) in the middle; single long words may grow less, none shrinks."""
    usual, large = sizes(stage(panel), View()), sizes(stage(panel, view=View(text_scale=scale, low_reach=low)), None)
    both = {key: large[key] / usual[key] for key in usual if key in large and usual[key] <= 54}
    assert len(both) > 150
    assert statistics.median(both.values()) >= 1 + (scale - 1) * 0.66
    assert min(both.values()) >= 1.0, min(both, key=lambda key: both[key])


def sizes(driver: Driver, _view: View | None) -> dict[tuple[str, str, str], int]:
    """Size of the words on all pages of all screens, by screen, part and words."""
    found: dict[tuple[str, str, str], int] = {}
    for name, content in samples.every("de").items():
        driver.show(fitted(content, driver.stage.view, portrait=driver.panel.portrait))
        for _ in range(driver.stage.screen.all_pages):
            for part in driver.stage.walk():
                if isinstance(part, Part):
                    for words in part.words:
                        found.setdefault((name, type(part).__name__, words.text), words.size)
            driver.stage.press("more")
    return found


def test_a_low_desk_leaves_nothing_to_press_or_read_above_seated_eyes(stage: Make) -> None:
    """But a map, which stands there where it would else be low; its steps are read below."""
    driver = stage(view=View(low_reach=True))
    for content in samples.every("de").values():
        driver.show(fitted(content, driver.stage.view, portrait=True))
        assert min(part.rect.y for part in parts(driver.stage) if not part.doubled) >= 1254
        top = [
            words
            for part in driver.stage.walk()
            if isinstance(part, Part) and not isinstance(part, MapView)
            for words in part.words
            if 128 <= words.rect.y < 700
        ]
        assert top == []


def test_another_look_keeps_content_question_and_focus(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    driver.stage.ask(samples.question("de"))
    driver.stage.focus("idle.no")
    before = driver.stage.content
    driver.stage.restyle(View(theme="contrast_dark", text_scale=1.25))
    assert driver.stage.content == before
    assert driver.stage.focused == "idle.no"
    assert driver.stage.look.theme.name == "contrast_dark"
    assert driver.stage.find("idle.yes")
    driver.stage.ask(None)
    driver.tap("service.way")
    assert len(driver.events) == 1


def test_what_nobody_sees_does_not_draw_again(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    screen = driver.stage.screen
    driver.stage.restyle(View(speed=1.25, reading=True))
    assert driver.stage.screen is screen
    assert driver.stage.view.reading


def test_the_chosen_part_is_told_by_weight_and_a_tick_too(stage: Make) -> None:
    driver = stage()
    driver.show(samples.view_panel("de"))
    chosen = [part for part in parts(driver.stage) if part.data.get("choice") and part.data["choice"].chosen]
    assert chosen
    assert all(words.bold for part in chosen for words in part.words)


def parts(stage: Stage) -> list[Control]:
    return [widget for widget in stage.walk() if isinstance(widget, Control)]


def test_no_bar_grows_where_nothing_shall_move(stage: Make) -> None:
    from msgspec.structs import replace

    from kiosk.widgets.time_bar import TimeBar

    driver = stage()
    driver.show(samples.service("de"))
    driver.stage.ask(replace(samples.question("de"), share=None))
    assert not any(isinstance(widget, TimeBar) for widget in driver.stage.walk())
    assert "24 Sekunden" in driver.stage.texts()
