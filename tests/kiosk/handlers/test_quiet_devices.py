"""Devices about which staff can do nothing but look: what the staff corner says of them."""

import pytest

from kiosk.flows.staff_events import Answered
from kiosk.handlers.quiet_devices import ICONS, QuietDevice
from kiosk.widgets.fonts import has_icon


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ICONS)
def test_it_is_ready_until_something_is_wrong(name: str, language: str) -> None:
    troubles = [""]
    device = QuietDevice(id=name, driver="evdev", trouble=lambda: troubles[-1])
    well = device.view(language)
    assert (well.tone, well.trouble, has_icon(well.icon)) == ("ok", "", True)
    troubles.append("keypad.missing")
    broken = device.view(language)
    assert (broken.tone, broken.trouble) == ("fault", "keypad.missing")
    assert "keypad.missing" in broken.advice[0]
    assert len(broken.advice) == 2, "what is wrong, and what to do"


def test_what_is_not_fitted_is_no_fault() -> None:
    view = QuietDevice(id="speech", driver="disabled", trouble=lambda: "speech.disabled").view("de")
    assert (view.tone, view.trouble) == ("", "")


def test_nothing_can_be_done_about_it() -> None:
    answers: list[Answered] = []
    QuietDevice(id="display", driver="simulator", trouble=str).do("test", answers.append)
    assert [answer.tone for answer in answers] == ["fault"]
