"""What the pixels say: QR codes decode, a plan of thousands of features is drawn, colours stand where they belong."""

import math
import random
from collections.abc import Callable

import pytest

from kiosk.presenters import contents as c
from kiosk.widgets.map_view import MapView
from kiosk.widgets.part import Part
from kiosk.widgets.rect import Rect
from kiosk.widgets.theme import LIGHT, Colour
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens import samples
from tests.kiosk.shot import image

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]


def bytes_of(colour: Colour) -> tuple[int, ...]:
    return tuple(round(part * 255) for part in colour[:3])


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_codes_decode_from_the_screen(stage: Make, panel: object) -> None:
    zxing = pytest.importorskip("zxingcpp")
    driver = stage(panel)
    for content, data in (
        (samples.qr_page("de"), samples.qr_page("de").data),
        (samples.ticket("de", paper=False), samples.ticket("de", paper=False).qr),
    ):
        driver.show(content)
        assert [code.text for code in zxing.read_barcodes(image())] == [data]


def big_plan(count: int) -> c.MapContent:
    """Rooms on a grid, some of them bent, with holes, doors and names; `count` features."""
    dice = random.Random(2)
    rooms = []
    across = math.ceil(math.sqrt(count / 2))
    for n in range(count // 2):
        x, y = (n % across) * 5.0, (n // across) * 6.0
        outline = [(x, y), (x + 4.6, y), (x + 4.6, y + 5), (x + dice.uniform(1, 3), y + 5.4), (x, y + 5), (x, y)]
        hole = ((x + 1, y + 1), (x + 2, y + 1), (x + 2, y + 2), (x + 1, y + 1))
        look = ("room", "corridor", "closed")[n % 3]
        rooms.append(
            c.MapRoom(
                outline=tuple(outline),
                holes=(hole,) if n % 7 == 0 else (),
                look=look,  # type: ignore[arg-type]
                number=f"{n // 100}.{n % 100:02}",
                name="Bürgerbüro" if n % 5 == 0 else "",
                sign="lift" if n % 61 == 0 else "",
            )
        )
    doors = tuple((n % across * 5.0 + 2, n // across * 6.0, 0.0) for n in range(count - count // 2))
    return c.MapContent(
        rooms=tuple(rooms),
        outlines=(),
        doors=doors,
        route=(((7.0, 9.0), (30.0, 9.0), (30.0, 40.0)),),
        current=((7.0, 9.0), (30.0, 9.0)),
        here=(7.0, 9.0),
        here_label="Sie sind hier",
        goal=(30.0, 40.0),
        goal_label="3.07",
        focus=(1.0, 3.0, 36.0, 46.0),
    )


def test_a_plan_of_two_thousand_features_is_drawn_once_and_stays_readable(stage: Make) -> None:
    driver = stage()
    driver.show(samples.way("de", plan=big_plan(2000)))
    view = next(widget for widget in driver.stage.walk() if isinstance(widget, MapView))
    assert len(view.canvas.children) < 400
    words = view.words
    assert {"Sie sind hier", "3.07"} <= {one.text for one in words}
    for index, one in enumerate(words):
        assert not any(one.rect.overlaps(other.rect, 2) for other in words[:index]), one.text
    drawn: list[Part] = []
    view.redraw = lambda: drawn.append(view)
    driver.frames(5)
    assert drawn == []


def test_odd_plans_draw_without_trouble(stage: Make) -> None:
    driver = stage()
    bow_tie = ((0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0), (0.0, 0.0))
    plans = (
        c.MapContent(rooms=(), outlines=(), doors=(), route=(), focus=(0.0, 0.0, 1.0, 1.0)),
        c.MapContent(
            rooms=(
                c.MapRoom(outline=bow_tie, look="room", number="1"),
                c.MapRoom(outline=((0.0, 0.0), (1.0, 0.0)), look="goal"),
                c.MapRoom(outline=(), look="room"),
            ),
            outlines=(bow_tie,),
            doors=((0.0, 0.0, 1.0),),
            route=(((1.0, 1.0),), ((2.0, 2.0), (2.0, 2.0))),
            current=((2.0, 2.0), (2.0, 2.0)),
            goal=(2.0, 2.0),
            flag="↓ Untergeschoss",
            flag_at=(500.0, 500.0),
            focus=(2.0, 2.0, 2.0, 2.0),
        ),
    )
    for plan in plans:
        driver.show(samples.way("de", plan=plan))


def test_the_own_position_and_the_route_have_their_colours(stage: Make) -> None:
    driver = stage()
    driver.show(samples.way("de"))
    picture, view = image(), next(w for w in driver.stage.walk() if isinstance(w, MapView))
    found = picture.crop((view.rect.x, view.rect.y, view.rect.right, view.rect.bottom)).getcolors(1_000_000)
    share = {colour: count for count, colour in found}
    assert share[bytes_of(LIGHT.sun)] > 1000
    assert share[bytes_of(LIGHT.brand)] > 5000
    assert share[bytes_of(LIGHT.room)] > 50_000


def test_a_pressed_button_loses_its_edge_and_moves_down(stage: Make) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    rect: Rect = driver.stage.find("welcome.way").rect
    below = (rect.x + rect.w // 2, rect.bottom - 2)
    assert image().getpixel(below) == bytes_of(LIGHT.edge)
    touch = driver.press(driver.where("welcome.way"))
    assert image().getpixel(below) == bytes_of(LIGHT.line_strong)
    assert image().getpixel((rect.x + rect.w // 2, rect.bottom - 20)) == bytes_of(LIGHT.tint)
    touch.touch_up()
    driver.frames()
    assert image().getpixel(below) == bytes_of(LIGHT.edge)


def test_the_town_halls_clock_goes_right(stage: Make) -> None:
    driver = stage()
    driver.show(samples.welcome("de"))
    before = image()
    content = samples.welcome("de")
    fields = {name: getattr(content, name) for name in content.__struct_fields__}
    driver.show(c.Welcome(**{**fields, "hour": 3, "minute": 0}))
    assert image().tobytes() != before.tobytes()


def test_a_scaled_window_shows_the_same_map(stage: Make) -> None:
    """`make run` on a small screen scales the whole stage; nothing may be clipped away by that."""
    from kivy.uix.scatter import Scatter

    driver = stage()
    driver.show(samples.way("de"))
    driver.window.remove_widget(driver.stage)
    frame = Scatter(do_rotation=False, do_translation=False, do_scale=False, scale=0.5)
    frame.pos = (0, 0)
    frame.add_widget(driver.stage)
    driver.window.add_widget(frame)
    driver.frames()
    picture = image().crop((0, 960, 540, 1920))
    driver.window.remove_widget(frame)
    frame.remove_widget(driver.stage)
    driver.window.add_widget(driver.stage)
    share = {colour: count for count, colour in picture.getcolors(1_000_000)}
    assert share[bytes_of(LIGHT.room)] > 12_000
    assert share[bytes_of(LIGHT.sun)] > 250


def test_memory_of_frames_is_given_back(stage: Make) -> None:
    """A software renderer keeps unfinished frames, a megabyte each, unless every frame is finished."""
    driver = stage()
    driver.show(samples.search("de"))
    driver.frames(20)
    before = resident_mb()
    for _ in range(100):
        driver.window.canvas.ask_update()
        driver.frames(1)
    assert resident_mb() - before < 40


def resident_mb() -> int:
    from pathlib import Path

    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 // 2**20
