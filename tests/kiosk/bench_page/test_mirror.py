"""The kiosk's real window, seen and touched from other threads: pictures only when something changed, real touches."""

import io
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PIL import Image

from kiosk.bench_page.parts import Picture
from kiosk.flows import events as e
from tests.kiosk.conftest import LANDSCAPE, Driver
from tests.kiosk.screens import samples

pytestmark = pytest.mark.screen

RED, BLUE = (0.9, 0.1, 0.1, 1.0), (0.1, 0.1, 0.9, 1.0)


class Wall:
    """A window with one widget that has a colour and writes down what reaches it."""

    def __init__(self, driver: Driver) -> None:
        from kivy.core.window import Window
        from kivy.graphics import Color, Rectangle
        from kivy.uix.widget import Widget

        from kiosk.bench_page.kivy_fingers import Fingers
        from kiosk.bench_page.kivy_mirror import KivyMirror

        self.driver, self.window = driver, Window
        self.seen: list[tuple[str, int, int]] = []
        self.keys: list[tuple[Any, ...]] = []
        self.widget = Widget(size=Window.size)
        with self.widget.canvas:
            self.paint = Color(*RED)
            Rectangle(size=Window.size)
        for kind in ("down", "move", "up"):
            self.widget.bind(**{f"on_touch_{kind}": self._noted(kind)})
        Window.bind(on_key_down=self._key_down, on_textinput=self._text)
        Window.add_widget(self.widget)
        self.now = 0.0
        self.mirror = KivyMirror(Fingers(clock=lambda: self.now))
        self.mirror.plug_in()

    def close(self) -> None:
        self.mirror.unplug()
        self.window.unbind(on_key_down=self._key_down, on_textinput=self._text)
        self.window.remove_widget(self.widget)

    def _noted(self, kind: str) -> Callable[..., bool]:
        def note(_widget: Any, touch: Any) -> bool:
            self.seen.append((kind, round(touch.x), round(touch.y)))
            return True

        return note

    def _key_down(self, _window: Any, code: int, _scan: int, text: str, _modifiers: Any) -> None:
        self.keys.append(("down", code, text))

    def _text(self, _window: Any, text: str) -> None:
        self.keys.append(("text", text))

    def colour(self, colour: tuple[float, ...]) -> None:
        self.paint.rgba = colour

    def picture(self, after: int, patience: float = 20.0) -> Picture | None:
        """What another thread gets while this one turns Kivy's loop."""
        answers: list[Picture | None] = []
        asking = threading.Thread(target=lambda: answers.append(self.mirror.picture(after, patience)))
        asking.start()
        while asking.is_alive():
            self.driver.frames(1)
        return answers[0]

    def middle(self, picture: Picture | None) -> str:
        assert picture is not None
        image = Image.open(io.BytesIO(picture.jpeg))
        assert image.size == tuple(self.window.size)
        red, _, blue = image.convert("RGB").getpixel((image.width // 2, image.height // 2))  # type: ignore[misc]
        return "red" if red > 200 and blue < 60 else "blue" if blue > 200 and red < 60 else "other"


@pytest.fixture
def wall(stage: Callable[..., Driver]) -> Iterator[Wall]:
    wall = Wall(stage())
    yield wall
    wall.close()


def test_a_changed_picture_comes_with_a_new_version(wall: Wall) -> None:
    first = wall.picture(after=0)
    assert first and (first.version, wall.middle(first)) == (1, "red")
    wall.colour(BLUE)
    second = wall.picture(after=first.version)
    assert second and (second.version, wall.middle(second)) == (2, "blue")


def test_a_page_that_comes_later_gets_the_picture_as_it_is(wall: Wall) -> None:
    first = wall.picture(after=0)
    assert wall.picture(after=0) == first
    assert wall.picture(after=99) == first, "a page that has seen another kiosk's pictures"


def test_drawn_again_but_the_same_is_no_news(wall: Wall) -> None:
    first = wall.picture(after=0)
    assert first
    wall.window.canvas.ask_update()
    assert wall.picture(after=first.version, patience=0.5) is None


def test_nothing_is_grabbed_while_nobody_looks(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    grabs: list[int] = []
    monkeypatch.setattr(wall.mirror, "_grab", lambda: grabs.append(1))
    for colour in (BLUE, RED, BLUE):
        wall.colour(colour)
        wall.driver.frames(3)
    assert grabs == []


def test_looking_ends_when_nobody_asks_any_more(wall: Wall) -> None:
    from kivy.clock import Clock

    while not wall.picture(after=0, patience=0.2):
        pass  # a busy machine draws its first picture late
    while any(event.callback == wall.mirror._look for event in Clock.get_events()):
        wall.driver.frames(1)
    wall.colour(BLUE)
    assert wall.middle(wall.picture(after=1)) == "blue", "and begins again"


def test_the_upper_left_of_the_picture_is_the_upper_left_of_the_screen(wall: Wall) -> None:
    from kivy.graphics import Color, Rectangle

    with wall.widget.canvas:
        Color(*BLUE)
        Rectangle(pos=(0, wall.window.height - 100), size=(100, 100))
    picture = wall.picture(after=0)
    assert picture
    image = Image.open(io.BytesIO(picture.jpeg)).convert("RGB")
    assert image.getpixel((50, 50))[2] > 200  # type: ignore[index]
    assert image.getpixel((50, image.height - 50))[0] > 200  # type: ignore[index]


def test_unplugged_while_somebody_waits(wall: Wall) -> None:
    first = wall.picture(after=0)
    assert first
    answers: list[Picture | None] = []
    asking = threading.Thread(target=lambda: answers.append(wall.mirror.picture(first.version, 600)))
    asking.start()
    wall.mirror.unplug()
    asking.join(timeout=20)
    assert answers == [None]


def test_a_drag_arrives_as_it_was_made_even_if_sent_at_once(wall: Wall) -> None:
    for finger, x, y in (("down", 0.25, 0.25), ("move", 0.5, 0.5), ("up", 0.75, 0.5)):
        wall.mirror.touch(finger, x, y)  # type: ignore[arg-type]
    wall.driver.frames(4)
    wide, high = wall.window.size
    (first, *landed), *_, (last, *lifted) = wall.seen
    assert (first, last) == ("down", "up")
    assert landed == pytest.approx(
        [wide * 0.25, high * 0.75], abs=1
    )  # Kivy spreads 0 to 1 over the middles of the pixels
    assert lifted == pytest.approx([wide * 0.75, high * 0.5], abs=1)
    assert [kind for kind, *_ in wall.seen].count("up") == 1


def test_a_finger_put_down_twice_is_lifted_in_between(wall: Wall) -> None:
    wall.mirror.touch("down", 0.5, 0.5)
    wall.mirror.touch("down", 0.25, 0.5)
    wall.mirror.touch("up", 0.25, 0.5)
    wall.driver.frames(5)
    assert [kind for kind, *_ in wall.seen if kind != "move"] == ["down", "up", "down", "up"]


def test_moves_without_a_finger_are_nothing(wall: Wall) -> None:
    wall.mirror.touch("move", 0.5, 0.5)
    wall.mirror.touch("up", 0.5, 0.5)
    wall.driver.frames(4)
    assert wall.seen == []


def test_a_forgotten_finger_is_lifted(wall: Wall) -> None:
    wall.mirror.touch("down", 0.5, 0.5)
    wall.now = 9.0
    wall.driver.frames(3)
    assert [kind for kind, *_ in wall.seen] == ["down"]
    wall.now = 20.0
    wall.driver.frames(2)
    assert [kind for kind, *_ in wall.seen] == ["down", "up"]


def test_keys_arrive_as_from_a_keyboard(wall: Wall) -> None:
    for name in ("a", "Ü", " ", "Enter", "ArrowDown", "F13", "Unidentified"):
        wall.mirror.key(name)
    wall.driver.frames(2)
    assert wall.keys == [
        ("down", 97, "a"),
        ("text", "a"),
        ("down", 252, "Ü"),
        ("text", "Ü"),
        ("down", 32, " "),
        ("text", " "),
        ("down", 13, None),
        ("down", 274, None),
    ]


def test_a_button_of_the_kiosk_is_pressed_by_finger_and_by_key(stage: Callable[..., Driver]) -> None:
    from kiosk.bench_page.kivy_mirror import KivyMirror

    driver = stage(LANDSCAPE)
    mirror = KivyMirror()
    mirror.plug_in()
    try:
        driver.show(samples.welcome("de"))
        x, y = driver.where("welcome.tickets")
        mirror.touch("down", x / driver.window.width, 1 - y / driver.window.height)
        mirror.touch("up", x / driver.window.width, 1 - y / driver.window.height)
        driver.frames(5)
        assert driver.events == [e.TicketsOpened()]
        assert driver.stage.focus("welcome.tickets")
        driver.frames(2)
        mirror.key("Enter")
        driver.frames(2)
        assert driver.events == [e.TicketsOpened(), e.TicketsOpened()]
    finally:
        mirror.unplug()
