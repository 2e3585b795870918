"""An AT-SPI client alone finds a service, gets the way, draws a number: real kiosk, real bus, no touch, no picture.

`lotse tour` can run the same walk (`kiosk.tour.at_spi.world.walk`).
"""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from kiosk.texts import say
from kiosk.tour.at_spi import world

AT = "2026-11-25T10:42"
"""A Wednesday morning: open, but for the queue of the residence permits."""
LANGUAGES = ["de", "en", "ar"]
ASKED_IN = "de"
"""Waiting for the question takes the shortest idle time there is; once is enough."""
SCRIPTS = {"ar": "ARABIC"}
"""How Unicode calls letters that are not Latin."""

lacking = world.missing()
pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(lacking), reason=lacking or "all is there"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_journey_by_at_spi_alone(language: str, tmp_path: Path) -> None:
    """One walk for all that is checked: each takes a kiosk, a bus and up to a minute."""
    report = world.walk(tmp_path, language, AT, ask=language == ASKED_IN)
    assert not report["stopped"], report["stopped"]
    for check in CHECKS:
        check(report)


def things(report: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(screen, thing) for screen, found in report["screens"].items() for thing in found]


def the_service_is_found_and_read(report: dict[str, Any]) -> None:
    language = report["language"]
    assert report["title"]
    assert any(fact.startswith(say("service.fee", language)) for fact in report["facts"])
    assert len(report["facts"]) == 4
    assert len(report["papers"]) == 4
    if "typed" in report:
        assert report["typed"] in ("personalausweis", "identity card")


def the_way_is_told_step_by_step(report: dict[str, Any]) -> None:
    assert len(report["steps"]) >= 3
    assert [step.partition(".")[0] for step in report["steps"]] == [str(n + 1) for n in range(len(report["steps"]))]
    assert "1.07" in report["steps"][-1]
    assert report["map"]
    heard = [words for words, _ in report["heard"]]
    assert [words for words in heard if words in report["steps"]] == report["steps"], "each told by itself, in order"


def a_number_is_drawn_and_told(report: dict[str, Any]) -> None:
    language = report["language"]
    assert report["number"] == "A001"
    assert report["concern"]
    assert say("paper.before_none", language) in report["lines"]
    assert ["A001", False] in report["heard"]
    assert [say("ticket.title", language), False] in report["heard"]


def a_locked_control_tells_why_and_offers_no_press(report: dict[str, Any]) -> None:
    locked = report["locked"]
    assert locked["name"] == say("service.draw", report["language"])
    assert locked["reason"].startswith(say("access.locked", report["language"]))
    assert len(locked["reason"]) > len(say("access.locked", report["language"])) + 5
    assert not locked["pressable"]


def another_screen_is_told_by_its_title(report: dict[str, Any]) -> None:
    heard = [words for words, _ in report["heard"]]
    for title in (say("topics.title", report["language"]), report["title"], say("cleared.title", report["language"])):
        assert title in heard


def nothing_of_a_visit_is_left_for_the_next(report: dict[str, Any]) -> None:
    assert report["left_behind"] == []


def everything_has_a_role_and_what_can_be_pressed_has_a_name(report: dict[str, Any]) -> None:
    found = things(report)
    assert len(found) > 100
    for screen, thing in found:
        assert thing["role"] not in ("", "unknown", "invalid"), (screen, thing)
        assert thing["name"] or not thing["pressable"], (screen, thing)
    roles = {thing["role"] for _, thing in found}
    assert {"frame", "heading", "label", "push button", "check box", "radio button", "entry", "image"} <= roles | (
        set() if "typed" in report else {"entry"}
    )


def names_are_in_the_language_chosen(report: dict[str, Any]) -> None:
    language = report["language"]
    names = {thing["id"]: thing["name"] for _, thing in things(report)}
    assert names["bar.back"] == say("bar.back", language)
    assert names["welcome.topics"] == say("welcome.topics", language)
    if script := SCRIPTS.get(language):
        assert all(script in unicodedata.name(letter) for letter in names["bar.back"] if letter.isalpha())
        shaped = [name for name in names.values() if any("PRESENTATION" in unicodedata.name(x, "") for x in name)]
        assert shaped == [], "the logical text, not the shaped one"


def the_question_is_told_at_once_and_answered(report: dict[str, Any]) -> None:
    language = report["language"]
    if language != ASKED_IN:
        assert "question" not in report
        return
    question = report["question"]
    assert question["dialog"] == say("idle.title", language)
    assert set(question["interrupts"]) >= {say("idle.title", language), say("idle.text", language)}


CHECKS = [
    the_service_is_found_and_read,
    the_way_is_told_step_by_step,
    a_number_is_drawn_and_told,
    a_locked_control_tells_why_and_offers_no_press,
    another_screen_is_told_by_its_title,
    nothing_of_a_visit_is_left_for_the_next,
    everything_has_a_role_and_what_can_be_pressed_has_a_name,
    names_are_in_the_language_chosen,
    the_question_is_told_at_once_and_answered,
]
