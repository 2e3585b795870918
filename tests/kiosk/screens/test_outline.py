"""Who does not see the screen has all of it: every control, every word; and nothing that is not there."""

from collections.abc import Callable, Iterator

import pytest

from kiosk.flows import events as e
from kiosk.presenters.outline import Node, Role, surroundings
from kiosk.widgets.panel import Panel
from tests.kiosk.conftest import LANDSCAPE, PORTRAIT, Driver
from tests.kiosk.screens import samples

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]
PANELS = pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
UNSEEN = ("welcome.languages", "map", "wall", "qr", "key.", "boxes", "hint", "card.", "paragraph.", "heading", "step.")
"""Ids whose words need not be drawn: pictures, keys with icons, boxes of digits, further pages, steps, hints and a
heading that found no room."""


def plain(words: str) -> str:
    """Letters and digits only: lines are broken and hyphens set where words are drawn."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def all_of(node: Node) -> str:
    return plain(node.name + node.note + node.more)


def unseen(driver: Driver, nodes: tuple[Node, ...]) -> Iterator[str]:
    """Words of the outline that are nowhere on the screen."""
    drawn = [plain(text) for text in driver.stage.texts()]
    together = "".join(drawn)
    for node in nodes:
        if not node.id.startswith(UNSEEN):
            yield from (word for word in plain_words(node.name) if word not in together)


def plain_words(words: str) -> list[str]:
    return [found for word in words.split() if (found := plain(word))]


@PANELS
@LANGUAGES
def test_every_control_drawn_is_in_the_outline_and_the_other_way_round(
    stage: Make, panel: Panel, language: str
) -> None:
    driver = stage(panel)
    for name, content in samples.every(language).items():
        driver.show(content)
        known = [node.id for node in driver.stage.outline() if node.control]
        assert sorted(known) == sorted(driver.stage.test_ids()), name
        assert len({node.id for node in driver.stage.outline()}) == len(driver.stage.outline()), name


@PANELS
@LANGUAGES
def test_every_word_drawn_is_in_the_outline(stage: Make, panel: Panel, language: str) -> None:
    driver = stage(panel)
    for name, content in samples.every(language).items():
        driver.show(content)
        nodes = [*surroundings(content.frame), *driver.stage.outline()]
        known = [all_of(node) for node in nodes]
        if name == "details":  # a paragraph is drawn with its heading
            known.append("".join(known))
        missing = [text for text in driver.stage.texts() if not any(plain(text) in one for one in known)]
        if name.startswith("way"):  # the numbers in the circles are told with their steps
            missing = [text for text in missing if not text.isdigit()]
        assert (name, missing) == (name, [])


@PANELS
@LANGUAGES
def test_nothing_is_told_that_is_not_on_the_screen(stage: Make, panel: Panel, language: str) -> None:
    driver = stage(panel)
    for name, content in samples.every(language).items():
        driver.show(content)
        nodes = (*surroundings(content.frame), *driver.stage.outline())
        assert (name, list(unseen(driver, nodes))) == (name, [])


@LANGUAGES
def test_every_control_has_a_name_also_those_with_only_an_icon(stage: Make, language: str) -> None:
    driver = stage()
    for content in samples.every(language).values():
        driver.show(content)
        nameless = [node.id for node in driver.stage.outline() if not node.name]
        assert set(nameless) <= {"key.up", "key.down"}, "the samples leave these two out"
    driver.show(samples.search(language))
    names = {node.id: node.name for node in driver.stage.outline()}
    assert names["key.erase"] == {"de": "Letztes Zeichen löschen", "en": "Delete the last sign"}[language]
    assert names["key.turn"] == {"de": "123 Zahlen und Zeichen", "en": "123 Digits and signs"}[language]
    driver.tap("key.turn")
    names = {node.id: node.name for node in driver.stage.outline()}
    assert names["key.turn"] == {"de": "abc Buchstaben", "en": "abc Letters"}[language]
    assert "key.7" in names
    assert "key.q" not in names


def test_pictures_are_told_in_words(stage: Make) -> None:
    driver = stage()
    driver.show(samples.way("de"))
    plan = next(node for node in driver.stage.outline() if node.role is Role.IMAGE)
    assert plan.name == "Plan: Erdgeschoss, mit Ihrem Weg"
    assert {"Sie sind hier", "Aufzug", "0.01 Fundbüro"} <= set(plan.more.split(", "))
    driver.show(samples.ticket("de", paper=False))
    code = next(node for node in driver.stage.outline() if node.role is Role.IMAGE)
    assert (code.name, code.note) == ("QR-Code mit Ihrer Nummer A042", "Ohne Handy: Merken Sie sich die Nummer.")


def test_under_the_question_only_the_question_and_help_are_there(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de"))
    driver.stage.ask(samples.question("de"))
    known = [node.id for node in driver.stage.outline()]
    assert known[0] == "question.title"
    assert [one for one in known if not one.startswith("question.")] == ["idle.yes", "idle.no", "bar.help"]
    assert [node.id for node in driver.stage.outline() if node.urgent] == ["question.title", "question.text"]
    driver.stage.ask(samples.question("de", seconds=20))
    assert "question.seconds" in [node.id for node in driver.stage.outline() if node.urgent]


def test_pressing_by_name_does_what_a_touch_does(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de", hard=True))
    assert driver.stage.press("service.way")
    assert not driver.stage.press("service.draw"), "locked"
    assert not driver.stage.press("elsewhere")
    driver.stage.ask(samples.question("de"))
    assert not driver.stage.press("service.way"), "covered"
    assert driver.stage.press("bar.help")
    assert driver.stage.press("idle.yes")
    assert driver.events == [e.ServiceChosen("service.way"), e.HelpOpened(), e.StillThere()]


def test_a_locked_control_is_known_with_its_reason(stage: Make) -> None:
    driver = stage()
    driver.show(samples.service("de", hard=True))
    draw = next(node for node in driver.stage.outline() if node.id == "service.draw")
    assert draw.locked
    assert draw.note == "Geschlossen, morgen ab 8 Uhr"
    assert draw.event is None


def test_changes_are_told(stage: Make) -> None:
    driver = stage()
    told: list[str] = []
    driver.stage.changed = lambda: told.append(driver.stage.focused)
    driver.show(samples.welcome("de"))
    seen = len(told)
    driver.show(samples.welcome("de"))
    assert len(told) == seen, "nothing changed"
    driver.stage.focus("welcome.way")
    assert told[-1] == "welcome.way"
    driver.show(samples.details("de"))
    seen = len(told)
    driver.tap("more")
    assert len(told) > seen
    driver.stage.ask(samples.question("de"))
    driver.stage.ask(None)
    assert len(told) >= seen + 3


def test_things_have_their_place_under_the_same_name(stage: Make) -> None:
    """All but words that have no part of their own: lines of a card, paragraphs over pages, a heading without room."""
    driver = stage()
    for name, content in samples.every("de").items():
        driver.show(content)
        rects = driver.stage.rects()
        placeless = {node.id.split(".")[0] for node in driver.stage.outline() if node.id not in rects}
        shared = {"number", "concern", "line", "heading"} if "ticket" in name else set()
        shared |= {"concerns": {"line"}, "details": {"paragraph", "heading"}}.get(name, set())
        shared |= {"step", "heading"} if "way" in name else set()
        assert (name, placeless - shared) == (name, set())
