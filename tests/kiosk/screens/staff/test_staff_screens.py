"""The staff's screens: drawn upright and on their side, audited, touched control by control, read without eyes."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import Struct

from kiosk.flows import events as e
from kiosk.flows.events import LanguageChosen
from kiosk.flows.session import S
from kiosk.presenters.contents import Message
from kiosk.presenters.outline import Role, surroundings
from kiosk.presenters.staff.closing import PAUSES
from kiosk.presenters.staff.contents import FiguresPage, PinPad, StaffBoard
from kiosk.staff.kept import Pause
from kiosk.texts import LANGUAGES
from kiosk.widgets.audit import audit
from kiosk.widgets.panel import Panel
from kiosk.widgets.theme import CONTRAST_DARK, CONTRAST_LIGHT
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.presenters.staff import worlds
from tests.kiosk.screens.test_outline import all_of, plain
from tests.kiosk.world import WEDNESDAY, running

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]


def controls_of(content: object) -> dict[str, e.Event]:
    """Every control a content names, with its event."""
    found: dict[str, e.Event] = {}
    if isinstance(content, tuple):
        for one in content:
            found |= controls_of(one)
    elif isinstance(content, Struct) and not isinstance(content, e.Event):
        event = getattr(content, "event", None)
        if event is not None and not getattr(content, "locked", ""):
            found[content.test_id] = event  # type: ignore[attr-defined]  # what has an event has a test id
        for name in content.__struct_fields__:
            found |= controls_of(getattr(content, name))
    return found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_every_screen_passes_the_audit(stage: Make, panel: Panel, language: str) -> None:
    driver = stage(panel)
    found = {}
    for name, content in worlds.every(language).items():
        driver.show(content)
        if complaints := audit(driver.stage):
            found[name] = complaints
    assert found == {}


@pytest.mark.parametrize("theme", [CONTRAST_DARK, CONTRAST_LIGHT], ids=lambda theme: theme.name)
def test_contrast_themes_draw_every_screen(stage: Make, theme: object) -> None:
    driver = stage(theme=theme)
    for name, content in worlds.every("de").items():
        driver.show(content)
        assert (name, audit(driver.stage)) == (name, [])


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_every_control_on_the_desk_sends_its_event(stage: Make, panel: Panel) -> None:
    """Rows above the reach zone may be more than there is room for; what is on the screen is touched."""
    driver = stage(panel)
    for name, content in worlds.every("de").items():
        driver.show(content)
        driver.events.clear()
        wanted = {}
        for test_id, event in controls_of(content).items():
            control = driver.stage.find(test_id)
            if control is None:
                assert isinstance(content, StaffBoard) and test_id in {row.test_id for row in content.rows}, (
                    name,
                    test_id,
                )
                continue
            if control.pressable():
                wanted[test_id] = event
                driver.tap(test_id)
        assert (name, driver.events) == (name, list(wanted.values()))


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_whoever_does_not_see_has_every_word_and_control_and_no_digit(stage: Make, panel: Panel) -> None:
    """Rows that found no room are told all the same; the newest digit of a PIN is seen, but not told."""
    driver = stage(panel)
    for name, content in worlds.every("de").items():
        driver.show(content)
        nodes = driver.stage.outline()
        rows = {row.test_id for row in content.rows} if isinstance(content, StaffBoard) else set()
        drawn = set(driver.stage.test_ids())
        told = [node.id for node in nodes if node.control]
        assert (name, drawn - set(told), set(told) - drawn - rows) == (name, set(), set())
        assert len({node.id for node in nodes}) == len(nodes), name
        assert all(node.name for node in nodes), name
        known = [all_of(node) for node in (*surroundings(content.frame), *nodes)]
        missing = [text for text in driver.stage.texts() if not any(plain(text) in one for one in known)]
        if isinstance(content, PinPad):
            assert missing == [], "no digit but those on the keys"
            field = next(node for node in nodes if node.role is Role.FIELD)
            assert field.value == "•" * content.typed
        assert (name, missing) == (name, [])
        placeless = {node.id for node in nodes if node.id not in driver.stage.rects()} - rows
        assert (name, placeless) == (name, set())


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("reason", PAUSES)
def test_visitors_read_why_there_is_a_pause_and_where_to_go(
    stage: Make, tmp_path: Path, panel: Panel, reason: str
) -> None:
    driver = stage(panel)
    with running(tmp_path) as kiosk:
        kiosk.keeper.change(pause=Pause(reason=reason, since=WEDNESDAY, until=WEDNESDAY + timedelta(minutes=30)))
        for language in LANGUAGES:
            kiosk.touch(LanguageChosen(language))
            assert isinstance(kiosk.screen, Message)
            driver.show(kiosk.screen)
            assert (language, audit(driver.stage)) == (language, [])
            assert any("11:12" in node.name for node in driver.stage.outline())
        kiosk.touch(kiosk.screen.actions[0].event)  # type: ignore[union-attr, arg-type]  # the way there, asserted above
        assert kiosk.state is S.WAY


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("view", ["hours", "concerns", "waits", "days"])
def test_bars_are_as_long_as_their_shares(stage: Make, panel: Panel, view: str) -> None:
    """Whatever stands beside them: a value with more letters makes no bar shorter than the others."""
    driver = stage(panel)
    content = worlds.every("de")[f"figures-{view}"]
    assert isinstance(content, FiguresPage)
    driver.show(content)
    lines = [part for part in driver.stage.walk() if type(part).__name__ == "BarLine"]
    assert len(lines) == len(content.bars)
    for line, bar in zip(sorted(lines, key=lambda part: part.rect.y), content.bars, strict=True):
        value = next(words for words in line.words if words.text == bar.value)
        longest = max(round(one.rect.w - one.data["names"] - 20 - one.data["values"] - 16) for one in lines)
        begin = line.rect.x + line.data["names"] + 20
        assert value.rect.x - 16 - begin == pytest.approx(max(4, longest * bar.share), abs=4)
