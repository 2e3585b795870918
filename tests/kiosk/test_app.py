"""The window and time: keys, like touches, count as somebody being there, and no question ends under who acts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.flows import events as e
from kiosk.flows.session import S
from kiosk.flows.view import View
from kiosk.screens.keys import ENTER, TAB
from kiosk.widgets.panel import Panel
from tests.kiosk.world import Kiosk, running

pytestmark = pytest.mark.screen
LETTER = 97


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


@pytest.fixture
def app(kiosk: Kiosk) -> Any:
    from kiosk.app import KioskApp

    made = KioskApp(
        panel=Panel(),
        view=View(),
        conductor=kiosk.conductor,
        alive=lambda: None,
        shown=lambda: None,
        hands=kiosk.hands,
        keys={},
    )
    made.build()
    return made


def asked(kiosk: Kiosk) -> bool:
    kiosk.conductor.tick()
    return kiosk.conductor.asking


def test_a_key_keeps_a_session_as_a_touch_does(kiosk: Kiosk, app: Any) -> None:
    kiosk.touch(e.SearchOpened())
    for _ in range(4):
        kiosk.wait(40)
        app._keyed(None, LETTER)
    assert not asked(kiosk)
    kiosk.wait(61)
    assert asked(kiosk)


def test_any_key_answers_the_question_yes(kiosk: Kiosk, app: Any) -> None:
    kiosk.touch(e.SearchOpened())
    kiosk.wait(61)
    app._keyed(None, LETTER)
    assert not asked(kiosk)
    assert kiosk.state is S.SEARCH


def test_who_looks_around_in_the_question_may_choose_no_with_keys_alone(kiosk: Kiosk, app: Any) -> None:
    kiosk.touch(e.SearchOpened())
    kiosk.wait(61)
    for _ in range(3):
        kiosk.wait(20)
        app._keyed(None, TAB)
        app.stage.move_focus(1)
    assert asked(kiosk)
    app.stage.focus("idle.no")
    app._keyed(None, ENTER)
    app.stage.press("idle.no")
    assert kiosk.state is S.CLEARED


def test_the_window_follows_the_view_of_the_session(kiosk: Kiosk, app: Any) -> None:
    kiosk.touch(e.ViewOpened(), e.ThemeChosen("contrast_dark"), e.LowReachSwitched())
    assert app.stage.look.theme.name == "contrast_dark"
    assert app.stage.look.low_reach
    kiosk.touch(e.Back(), e.TopicsOpened(), e.Finished())
    kiosk.wait(3)
    assert app.stage.look.theme.name == "light"
    assert app.stage.focused == ""
