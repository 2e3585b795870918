"""Ansicht and the page of languages: everything can be reached, page by page, and says how it is now."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows.session import S, Session, advance
from kiosk.flows.view import TEXT_SCALES, View
from kiosk.presenters import contents as c
from kiosk.presenters.outline import Role, outline
from kiosk.presenters.present import present
from kiosk.presenters.world import SpeechView, World
from kiosk.texts import LANGUAGES, NAMES
from tests.kiosk.world import Kiosk


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    kiosk = Kiosk(tmp_path)
    yield kiosk.conductor.world()
    kiosk.ledger.close()
    kiosk.printer.close()


def panels(session: Session, world: World) -> Iterator[c.ViewPanel]:
    """All pages of the panel."""
    while True:
        panel = present(session, world)
        assert isinstance(panel, c.ViewPanel)
        yield panel
        if panel.later is None or panel.later.event is None:
            return
        session, _ = advance(session, panel.later.event)


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("portrait", [True, False])
def test_every_setting_is_on_some_page(world: World, scale: float, low: bool, portrait: bool) -> None:
    heard = replace(world, speech=SpeechView(available=True), portrait=portrait)
    session = Session(visit="v", state=S.VIEW, view=View(text_scale=scale, low_reach=low))
    found = [setting.id for panel in panels(session, heard) for setting in panel.settings]
    wanted = ["theme", "text", "low", "still", "reading", "speed", "volume", "scanning"]
    assert found == [f"view.{name}" for name in wanted]
    for panel in panels(session, heard):
        assert len(panel.settings) + len(panel.actions) <= 6


def test_without_a_voice_nothing_about_speech_is_offered(world: World) -> None:
    world = replace(world, speech=SpeechView())
    session = Session(visit="v", state=S.VIEW)
    found = {setting.id for panel in panels(session, world) for setting in panel.settings}
    assert found.isdisjoint({"view.reading", "view.speed", "view.volume"})
    assert present(session, world).frame.help_bar[2] is None


def test_what_is_chosen_is_shown_and_can_be_undone(world: World) -> None:
    session = Session(visit="v", state=S.VIEW)
    panel = next(panels(session, world))
    assert [action.test_id for action in panel.actions] == ["view.language"]
    changed, _ = advance(session, e.ThemeChosen("contrast_dark"))
    panel = next(panels(changed, world))
    chosen = [choice.test_id for setting in panel.settings for choice in setting.choices if choice.chosen]
    assert chosen == ["view.theme.contrast_dark", "view.text.1"]
    undo = next(action.event for action in panel.actions if action.test_id == "view.reset")
    assert undo is not None
    assert advance(changed, undo)[0].view == View()


def test_the_outline_names_each_choice_with_its_setting(world: World) -> None:
    nodes = {node.id: node for node in outline(present(Session(visit="v", state=S.VIEW), world))}
    assert (nodes["view.text.2"].name, nodes["view.text.2"].note) == ("Groß", "Schrift")
    assert (nodes["view.text.1"].role, nodes["view.text.1"].on) == (Role.CHOICE, True)
    assert (nodes["view.low"].role, nodes["view.low"].on) == (Role.SWITCH, False)


def test_every_language_is_offered_in_its_own_name(world: World) -> None:
    page = present(Session(visit="v", state=S.LANGUAGES, language="en"), world)
    assert isinstance(page, c.Languages)
    assert [choice.label for choice in page.choices] == [NAMES[code] for code in LANGUAGES][: len(page.choices)]
    assert [choice.label for choice in page.choices if choice.chosen] == ["English"]


@pytest.mark.parametrize("speaking", [False, True])
def test_reading_aloud_has_its_place_in_the_bar_where_there_is_a_voice(world: World, speaking: bool) -> None:
    heard = replace(world, speech=SpeechView(available=True, speaking=speaking))
    for state in (S.WELCOME, S.TOPICS, S.HELP, S.VIEW):
        action = present(Session(visit="v", state=state), heard).frame.help_bar[2]
        assert action is not None
        assert (action.label, action.event) == ("Stopp" if speaking else "Vorlesen", e.ReadAloud())


@pytest.mark.parametrize("state", [S.WELCOME, S.SEARCH, S.PLACES, S.TOPICS, S.TICKETS, S.HELP, S.LANGUAGES])
def test_ansicht_stands_in_the_fourth_place_of_every_screen(world: World, state: S) -> None:
    action = present(Session(visit="v", state=state), world).frame.help_bar[3]
    assert action is not None
    assert action.event == e.ViewOpened()
