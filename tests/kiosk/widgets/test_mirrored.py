"""Arabic screens are the mirror image of the others: drawn, touched, walked by keys and audited at the same places."""

from collections.abc import Callable
from typing import Any

import pytest
from PIL import ImageChops

from kiosk.flows import events as e
from kiosk.presenters import contents as c
from kiosk.widgets import fonts
from kiosk.widgets.audit import audit
from kiosk.widgets.letters import layers
from kiosk.widgets.map_view import MapView
from kiosk.widgets.panel import Panel
from kiosk.widgets.part import Part
from kiosk.widgets.pen import MIRRORED_ICONS
from kiosk.widgets.rect import Rect
from kiosk.widgets.theme import LIGHT
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens import samples
from tests.kiosk.screens.sample_frame import frame
from tests.kiosk.shot import image

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]
PANELS = pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def in_arabic(content: Any) -> Any:
    """The same content, said to be Arabic."""
    fields = {name: getattr(content, name) for name in content.__struct_fields__}
    return type(content)(**{**fields, "frame": frame("ar", first=content.frame.help_bar[0] is not None)})


def colour(of: tuple[float, ...]) -> tuple[int, ...]:
    return tuple(round(value * 255) for value in of[:3])


@PANELS
def test_every_control_lies_at_the_mirrored_place(stage: Make, panel: Panel) -> None:
    driver = stage(panel)
    for content in (samples.topics("en"), samples.welcome("en"), samples.way("en", upper=True)):
        driver.show(content)
        straight = driver.stage.test_ids()
        driver.show(in_arabic(content))
        mirrored = driver.stage.test_ids()
        names = {name for name in straight if not name.startswith("language.")}  # as many as find room
        assert {name for name in mirrored if not name.startswith("language.")} == names
        bar = [name for name in straight if name.startswith("bar.")]
        same_words = [name for name in straight if name in bar or "tile" in name or name in ("moving", "work")]
        for name in same_words:
            place = straight[name]
            assert mirrored[name] == place._replace(x=panel.width_px - place.right), name


@PANELS
def test_a_tap_on_what_is_seen_hits_it(stage: Make, panel: Panel) -> None:
    driver = stage(panel)
    driver.show(samples.welcome("ar"))
    for test_id, place in driver.stage.test_ids().items():
        control = driver.stage.find(test_id)
        driver.events.clear()
        x, y = place.centre
        driver.drag((x, panel.height_px - y), (x, panel.height_px - y))
        assert driver.events == [control.event], test_id


def test_help_stands_at_the_left_and_back_at_the_right(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("ar"))
    places = driver.stage.test_ids()
    assert places["bar.help"].x == 0
    assert places["bar.back"].right == PORTRAIT.width_px


def test_another_language_on_the_same_screen_draws_everything_again(stage: Make) -> None:
    driver = stage()
    content = samples.topics("de")
    driver.show(content)
    first = image().tobytes()
    driver.show(in_arabic(content))
    assert image().tobytes() != first
    driver.show(content)
    assert image().tobytes() == first


def test_the_logical_words_are_what_others_read(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("ar"))
    texts = driver.stage.texts()
    for words in ("طلب بطاقة هوية جديدة", "37,00 €", "دون 24: 22,80 €", "الغرفة 1.07", "10:42"):
        assert words in texts
    assert "آخر تحقّق 17.11.2026 · من مكتب المواطنين" in texts


def test_words_lie_where_they_are_drawn(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("ar"))
    picture = image()
    parts = [part for part in driver.stage.walk() if isinstance(part, Part) and part.words]
    for part in parts:
        for words in part.words:
            assert part.rect.holds(words.rect, 8), words
            crop = picture.crop((words.rect.x, words.rect.y, words.rect.right, words.rect.bottom))
            assert len(crop.getcolors(100_000)) > 1, words


@PANELS
def test_the_question_is_mirrored_and_help_stays_in_reach(stage: Make, panel: Panel) -> None:
    driver = stage(panel)
    driver.show(samples.service("ar"))
    driver.stage.ask(samples.question("ar"))
    driver.frames()
    assert audit(driver.stage) == []
    driver.tap("bar.help")
    driver.tap("idle.no")
    assert driver.events == [e.HelpOpened(), e.Finished()]


def test_the_time_bar_fills_from_the_right(stage: Make) -> None:
    from kiosk.widgets.time_bar import TimeBar

    driver = stage()
    driver.show(samples.welcome("ar"))
    bar = TimeBar(driver.stage.look)
    driver.stage.add_widget(bar)
    bar.show(Rect(40, 30, 400, 28), share=0.25)
    picture = image()
    assert picture.getpixel((bar.rect.right - 50, 44)) == colour(LIGHT.brand)
    assert picture.getpixel((bar.rect.x + 50, 44)) == colour(LIGHT.card)


def test_keys_keep_their_order(stage: Make) -> None:
    driver = stage()
    driver.show(samples.search("ar"))
    places = driver.stage.test_ids()
    row = layers("ar")[0].rows[0]
    xs = [places[f"key.{letter}"].x for letter in row]
    assert xs == sorted(xs)
    driver.tap(f"key.{row[0]}")
    assert driver.events == [e.Typed(row[0])]


def test_the_house_is_not_turned_round(stage: Make) -> None:
    driver = stage(LANDSCAPE)
    plan = c.MapContent(
        rooms=(
            c.MapRoom(outline=((0, 0), (4, 0), (4, 9), (0, 9)), look="goal"),
            c.MapRoom(outline=((4, 0), (22, 0), (22, 9), (4, 9)), look="room"),
        ),
        outlines=(((0, 0), (22, 0), (22, 9), (0, 9)),),
        doors=((2, 9, 0.0),),
        route=(((20.0, 4.0), (4.0, 4.0), (2.0, 2.0)),),
        here=(20.0, 4.0),
        focus=(0, 0, 22, 9),
    )

    asked = Rect(100, 200, 700, 500)
    pictures = {}
    for language in ("de", "ar"):
        driver.stage.look.language = language
        view = MapView(driver.stage.look)
        driver.stage.add_widget(view)
        view.show(asked, map=plan)
        driver.frames()
        pictures[language] = image().crop((view.rect.x, view.rect.y, view.rect.right, view.rect.bottom))
        driver.stage.remove_widget(view)
    assert view.rect == asked._replace(x=LANDSCAPE.width_px - asked.right)
    difference = ImageChops.difference(pictures["ar"], pictures["de"]).convert("L")
    assert max(difference.tobytes()) <= 2  # of 255, from rounding at another place
    assert len(pictures["de"].getcolors(100_000)) > 5


def test_the_focus_ring_lies_around_its_control(stage: Make) -> None:
    driver = stage()
    driver.show(samples.topics("ar"))
    control = driver.stage.find("moving")
    driver.stage.focus("moving")
    driver.frames()
    place = control.rect
    assert place.x > PORTRAIT.width_px / 2
    y = round(place.centre[1])
    for x in (place.x - 3, place.right + 2):
        assert image().getpixel((x, y)) == colour(LIGHT.focus_inner)


def test_icons_that_point_along_the_line_exist_in_both_directions() -> None:
    assert MIRRORED_ICONS["arrow-left"] == "arrow-right"
    assert {MIRRORED_ICONS[MIRRORED_ICONS[name]] == name for name in MIRRORED_ICONS} == {True}
    assert [name for name in MIRRORED_ICONS if not fonts.has_icon(name)] == []
