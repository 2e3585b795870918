"""What exists only in German is marked on the screen, and told as German to who speaks it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from content.model.services import Paper
from content.model.text import Text
from content.model.town import Notice
from kiosk.flows.session import S, Session
from kiosk.presenters.outline import Role, outline
from kiosk.presenters.present import present
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import German, language_of, named, shown, together
from tests.kiosk.world import WEDNESDAY, Kiosk

SERVICE = "personalausweis-beantragen"


@pytest.fixture
def world(tmp_path: Path) -> Any:
    kiosk = Kiosk(tmp_path)
    kiosk.worker._look_at_queues()
    yield kiosk.conductor.world()
    kiosk.ledger.close()
    kiosk.printer.close()


def with_service(world: World, **changes: Any) -> World:
    """The world with one service told differently."""
    services = {**world.content.services, SERVICE: replace(world.content.services[SERVICE], **changes)}
    return replace(world, content=replace(world.content, services=services))


def both(german: str, turkish: str) -> Text:
    return Text({"de": german, "tr": turkish})


def translated(world: World, papers: tuple[Paper, ...]) -> World:
    """The service in Turkish but for its papers."""
    return with_service(
        world,
        title=both("Personalausweis beantragen", "Kimlik başvurusu"),
        summary=both("Für alle ab 16.", "16 yaş üstü için."),
        fee_note=None,
        fees=(),
        free=True,
        processing_time=None,
        processing_note=None,
        papers=papers,
    )


def see(world: World, language: str, state: S = S.SERVICE, **session: Any) -> Any:
    return present(Session(visit="v", state=state, language=language, **session), world)


def test_german_and_english_pages_of_the_demo_town_have_no_mark(world: World) -> None:
    for language in ("de", "en"):
        for service in world.content.services:
            assert see(world, language, service=service).frame.only_german is None, (language, service)


def test_a_service_that_nobody_translated_says_so(world: World) -> None:
    bare = with_service(world, title=Text({"de": "Ausweis"}), summary=Text({"de": "Der Ausweis."}))
    for language in ("de-simple", "en", "tr", "uk", "ar"):
        for state in (S.SERVICE, S.DETAILS):
            mark = see(bare, language, state, service=SERVICE).frame.only_german
            assert mark is not None
            assert (mark.icon, mark.rest) == ("translate-off", say("german.only", language))


def test_a_page_with_some_german_texts_says_partly(world: World) -> None:
    some = translated(world, (Paper(what=Text({"de": "Alter Ausweis"})),))
    mark = see(some, "tr", service=SERVICE).frame.only_german
    assert mark is not None
    assert mark.rest == "Kısmen Almanca"
    assert see(translated(world, ()), "tr", service=SERVICE).frame.only_german is None


def test_easy_german_is_told_by_title_or_summary(world: World) -> None:
    easy = with_service(world, summary=Text({"de": "Der Ausweis.", "de-simple": "Sie brauchen einen Ausweis."}))
    assert see(easy, "de-simple", service=SERVICE).frame.only_german is None


def test_the_outline_says_the_mark_after_the_title_and_knows_what_is_german(world: World) -> None:
    some = translated(world, (Paper(what=Text({"de": "Alter Ausweis"})), Paper(what=both("Foto", "Fotoğraf"))))
    nodes = outline(see(some, "tr", service=SERVICE))
    assert [node.role for node in nodes[:2]] == [Role.HEADING, Role.TEXT]
    assert nodes[1].name == "Kısmen Almanca"
    languages = {node.name: node.language for node in nodes}
    assert languages["Kimlik başvurusu"] == ""
    assert languages["Alter Ausweis"] == "de"
    assert languages["Fotoğraf"] == ""
    assert all(type(node.name) is str for node in nodes)


def test_a_german_value_is_told_apart_from_its_label(world: World) -> None:
    german = with_service(world, processing_time=Text({"de": "3 Wochen"}), processing_note=None)
    fact = next(node for node in outline(see(german, "tr", service=SERVICE)) if node.note == "3 Wochen")
    assert (fact.name, fact.language, fact.note_language) == ("Teslim süresi", "", "de")


def test_a_line_of_two_languages_is_two_nodes(world: World) -> None:
    town = replace(world.content.town, help_desk=Text({"de": "Platz 1"}))
    nodes = outline(see(replace(world, content=replace(world.content, town=town)), "ar", S.WELCOME))
    help_line = [node for node in nodes if node.id.startswith("line.2")]
    assert [(node.name, node.language) for node in help_line] == [("المساعدة هنا:", ""), ("Platz 1", "de")]


def test_lists_and_notices(world: World) -> None:
    bare = with_service(world, title=Text({"de": "Ausweis"}))
    topic = next(iter(bare.content.services[SERVICE].life_situations))
    listing = see(bare, "en", S.TOPIC, topic=topic)
    assert any(row.title == "Ausweis" for row in listing.rows)
    assert listing.frame.only_german.rest == "Partly in German"
    assert see(bare, "de-simple", S.TOPIC, topic=topic).frame.only_german is None
    text = Text({"de": "Der Aufzug A fährt heute nicht."})
    notice = Notice(id="n", text=text, first=WEDNESDAY.date(), source="x", as_of=date(2026, 11, 1))
    noticed = replace(world, content=replace(world.content, notices=(notice,)))
    assert see(noticed, "en", S.WELCOME).frame.only_german.rest == "Partly in German"
    assert see(noticed, "de", S.WELCOME).frame.only_german is None


def test_words_know_their_language_until_they_are_put_into_others() -> None:
    text = Text({"de": "Kasse", "en": "Cash office"})
    assert language_of(shown(text, "en")) == ""
    german = shown(text, "ar")
    assert german == "Kasse"
    assert language_of(german) == "de"
    assert language_of(together(f"{german} · 1.07", (german,))) == "de"
    assert language_of(f"{german} · 1.07") == ""
    assert language_of(named({"": "Kasse", "en": "Cash office"}, "uk")) == "de"
    assert language_of(named({"": "Kasse"}, "de")) == ""
    assert named({}, "uk") == ""
    assert isinstance(German("a"), str)


def test_every_language_is_named_in_itself(world: World) -> None:
    named_so = {node.name: node.language for node in outline(see(world, "ar", S.WELCOME)) if node.role is Role.CHOICE}
    assert named_so["Türkçe"] == "tr"
    assert named_so["Leichte Sprache"] == "de-simple"
