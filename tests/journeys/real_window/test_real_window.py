"""A black box: the kiosk in its own process and window under Xvfb, with buttons and keys as the X server sends them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.journeys.real_window.kiosk_window import Window, kiosk_window
from tests.journeys.real_window.x_server import x_server

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed (Debian package xvfb)")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    with x_server(1080, 1920) as display, kiosk_window(display, tmp_path) as window:
        yield window


def test_a_visitor_finds_a_service_gets_the_way_and_a_number_by_touch(window: Window, tmp_path: Path) -> None:
    window.touch("welcome.search")
    for letter in "reisep":
        window.touch(f"key.{letter}")
    window.touch("service.reisepass-beantragen")
    window.until(lambda seen: seen["state"] == "service", "the service")
    window.touch("paper.0")
    window.touch("service.way")
    window.until(lambda seen: seen["state"] == "way", "the way")
    while "way.next" in window.seen()["controls"]:
        step = window.seen()["texts"]
        window.touch("way.next")
        window.changes(step)
    window.touch("bar.back")
    window.touch("service.draw")
    seen = window.until(lambda seen: seen["state"] == "ticket", "the printed number")
    assert any(text[:1].isalpha() and text[1:].isdigit() for text in seen["texts"]), seen["texts"]
    window.person.picture(tmp_path / "ticket.png")
    with Image.open(tmp_path / "ticket.png") as picture:
        colours = picture.convert("RGB").getcolors(1 << 24)
    assert colours is not None
    assert len(colours) > 50, "the window shows nothing"
    window.touch("ticket.done")
    window.until(lambda seen: seen["state"] == "welcome", "the welcome screen again")


def test_a_finger_that_slides_off_presses_nothing(window: Window) -> None:
    x, y = window.middle("welcome.topics")
    window.person.drag((x, y), (x, y - 700))
    window.touch("welcome.tickets")
    seen = window.until(lambda seen: seen["state"] != "welcome", "some other screen")
    assert seen["state"] == "tickets"


def test_arrows_and_enter_of_a_keyboard_press_buttons(window: Window) -> None:
    window.touch("language.de")  # gives the window the keyboard, which a window manager would
    for key in ("Down", "Down", "Right", "Return"):
        window.person.key(key)
    window.until(lambda seen: seen["state"] == "topics", "the topics, by arrows")
    window.person.key("1")
    window.person.key("Return")
    window.until(lambda seen: seen["state"] == "topic", "the first topic, by its digit")
    window.person.key("Escape")
    window.until(lambda seen: seen["state"] == "topics", "back, and the window is still open")
    window.person.key("F1")
    window.until(lambda seen: seen["state"] == "help", "help")
