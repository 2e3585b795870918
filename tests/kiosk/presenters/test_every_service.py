"""Every service of the demo town on every screen that can show it, drawn and audited, in all languages and shapes."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.flows.session import S, Session
from kiosk.flows.view import View
from kiosk.presenters.present import present
from kiosk.presenters.world import SpeechView, World
from kiosk.texts import PSEUDO, say
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT
from tests.kiosk.world import Kiosk

pytestmark = pytest.mark.screen
SPOKEN = ["de", "de-simple", "en", PSEUDO]
SHORT = ("bar.back", "bar.finish", "bar.read", "bar.stop", "bar.view", "bar.help", "service.desk_time")
"""Words with no room to grow by 40 %; how long they may be is tested in the catalogues."""


def faults_of(stage: Any, language: str) -> list[str]:
    """What the audit finds, in the made-up language without what is held short."""
    from kiosk.widgets.audit import audit

    held = [say(key, PSEUDO) for key in SHORT] if language == PSEUDO else []
    return [fault for fault in audit(stage) if not any(words in fault for words in held)]


@pytest.fixture
def world(tmp_path: Path) -> Any:
    kiosk = Kiosk(tmp_path)
    kiosk.worker._look_at_queues()
    yield kiosk.conductor.world()
    kiosk.ledger.close()
    kiosk.printer.close()


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("state", [S.SERVICE, S.DETAILS])
def test_nothing_is_clipped(stage: Any, world: World, state: S, language: str, panel: Any) -> None:
    driver = stage(panel)
    faults = []
    for service in world.content.services.values():
        session = Session(visit="v", state=state, language=language, service=service.id)
        driver.stage.show(present(session, world))
        faults += [f"{service.id}: {fault}" for fault in faults_of(driver.stage, language)]
    assert faults == []


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("language", SPOKEN)
def test_every_list_fits(stage: Any, world: World, language: str, panel: Any) -> None:
    driver = stage(panel)
    faults = []
    for topic in world.content.life_situations:
        for first in range(0, 24, 4):
            session = Session(visit="v", state=S.TOPIC, language=language, topic=topic, first=first)
            driver.stage.show(present(session, world))
            faults += [f"{topic} {first}: {fault}" for fault in faults_of(driver.stage, language)]
    for state in (S.TOPICS, S.TICKETS):
        for first in range(0, 18, 3):
            driver.stage.show(present(Session(visit="v", state=state, language=language, first=first), world))
            faults += [f"{state} {first}: {fault}" for fault in faults_of(driver.stage, language)]
    assert faults == []


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("language", SPOKEN)
def test_what_is_said_between_lists_and_services_fits(stage: Any, world: World, language: str, panel: Any) -> None:
    driver = stage(panel)
    sessions = [Session(visit="v", state=state, language=language) for state in (S.CLEARED, S.DRAWING)]
    for reason in ("closed", "used_up", "paused", "fault"):
        for concern in world.content.concerns:
            refused = Session(visit="v", state=S.NO_NUMBER, language=language, concern=concern, refused=reason)
            sessions.append(refused)
    for place in ("1.07", "Registratur"):
        for step_free in (False, True):
            way = Session(visit="v", state=S.WAY, language=language, place=place, step_free=step_free)
            sessions += [replace(way, step=step) for step in range(4)]
    faults = []
    for session in sessions:
        driver.stage.show(present(session, world))
        faults += [f"{session.state} {session.refused}: {one}" for one in faults_of(driver.stage, language)]
    assert faults == []


@pytest.mark.long
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("low", [False, True], ids=["usual", "low"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_everything_fits_in_large_type_and_on_a_low_desk(
    stage: Any, world: World, language: str, panel: Any, scale: float, low: bool
) -> None:
    """Every service on every page, every list, in the looks that the tests above do not draw."""
    view = View(text_scale=scale, low_reach=low)
    driver, faults = stage(panel, view=view), []
    seen = replace(world, portrait=panel.portrait, speech=SpeechView(available=True))
    begin = Session(visit="v", language=language, view=view)
    sessions = [replace(begin, state=S.VIEW, first=first) for first in range(0, 8, 2)]
    sessions += [replace(begin, state=state) for state in (S.WELCOME, S.LANGUAGES, S.HELP, S.SEARCH, S.PLACES)]
    for service in list(world.content.services)[:: 1 if language == "de" else 4]:
        sessions += [replace(begin, state=state, service=service) for state in (S.SERVICE, S.DETAILS)]
    for topic in world.content.life_situations:
        sessions += [replace(begin, state=S.TOPIC, topic=topic, first=first) for first in range(0, 24, 2)]
    for state in (S.TOPICS, S.TICKETS):
        sessions += [replace(begin, state=state, first=first) for first in range(0, 18, 2)]
    for session in sessions:
        driver.stage.show(present(session, seen))
        for _ in range(driver.stage.screen.all_pages):
            faults += [f"{session.state} {session.service}: {fault}" for fault in faults_of(driver.stage, language)]
            driver.stage.press("more")
    assert faults == []
