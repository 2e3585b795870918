"""Every sample screen passes the audit: nothing clipped, overlapping, too small, out of reach or without a picture."""

from collections.abc import Callable

import pytest

from kiosk.widgets.audit import audit
from kiosk.widgets.panel import Panel
from kiosk.widgets.theme import CONTRAST_DARK, CONTRAST_LIGHT
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens import samples

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]


@pytest.mark.parametrize("language", ["de", "en", "tr", "uk", "ar"])
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_every_screen_passes_the_audit(stage: Make, panel: Panel, language: str) -> None:
    driver = stage(panel)
    found = {}
    for name, content in samples.every(language).items():
        driver.show(content)
        if complaints := audit(driver.stage):
            found[name] = complaints
    assert found == {}


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_the_question_passes_the_audit_over_a_screen(stage: Make, panel: Panel) -> None:
    driver = stage(panel)
    driver.show(samples.service("de"))
    driver.stage.ask(samples.question("de"))
    driver.frames()
    assert audit(driver.stage) == []


@pytest.mark.parametrize("theme", [CONTRAST_DARK, CONTRAST_LIGHT], ids=lambda theme: theme.name)
def test_contrast_themes_draw_every_screen(stage: Make, theme: object) -> None:
    driver = stage(theme=theme)
    for content in samples.every("de").values():
        driver.show(content)
        assert audit(driver.stage) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_panel_that_hangs_lower_passes_the_audit_too(stage: Make, language: str) -> None:
    driver = stage(Panel(lower_edge_mm=800))
    for name, content in samples.every(language).items():
        driver.show(content)
        assert (name, audit(driver.stage)) == (name, [])


def test_the_audit_sees_what_is_wrong(stage: Make) -> None:
    driver = stage()
    driver.show(samples.topics("de"))
    from kiosk.widgets.label import TextLabel
    from kiosk.widgets.rect import Rect

    label = TextLabel(driver.stage.look)
    driver.stage.add_widget(label)
    label.show(Rect(48, 300, 200, 60), words="Aufenthaltserlaubnisverlängerungsantrag 漢 …", size=84)
    complaints = "\n".join(audit(driver.stage))
    assert not label.fits
    assert "does not fit its box" in complaints
    assert "'漢'" in complaints
    assert "cut off by dots" in complaints
    label.show(Rect(*driver.stage.find("moving").rect), words="Darüber", size=48)
    assert any("runs into moving" in line for line in audit(driver.stage))
