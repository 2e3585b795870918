"""What the demo town says in six languages: what is there, and slips that a proofreader would find."""

import re
from collections.abc import Iterator

import pytest

from content.checks.halves import coverage
from content.checks.texts import entries_of, texts_in
from content.model.content import Content
from content.model.loading import load_content
from content.model.text import LANGUAGES, Text
from tests.content.musterstadt.floor_plan import FOLDER

WANTED = 20
"""Services that are there in all languages, at least: those that most people come for."""
FOREIGN = ("tr", "uk", "ar")
GERMAN = re.compile(
    r"\b(der|die|das|den|dem|des|ein|eine|und|oder|für|mit|von|vom|zum|zur|im|ist|sind|Sie|Ihr|Ihre|nicht|Zimmer|Platz"
    r"|Wochen|Jahre|unter)\b"
)
FACTS = re.compile(r"\d+,\d\d|\b[\dU]\.\d\d\b|\d\d\.\d\d\.\d{4}|\d{5} [\d-]+|www\.\S+[\w/]|20\d\d|€")
"""Prices, rooms, days, telephones, addresses: the same in every language."""
LETTERS = {"uk": re.compile("[а-яіїєґ]", re.IGNORECASE), "ar": re.compile("[\u0621-\u064a]")}
NAMES_ONLY = {"Musterstadt", "IBAN"}
LONGEST_SENTENCE = 13
"""Words of an easy German sentence."""
LONGEST_WORD = 15
"""Letters of an easy German word that is not parted."""
HARD = re.compile(r"\b(des|wird|werden|wurde|worden|dessen|deren|gemäß|bzw|ggf|sowie|hierfür|erforderlich)\b")
"""Genitive, passive, office words."""


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(FOLDER)


def texts(content: Content) -> Iterator[tuple[str, Text]]:
    for _, identity, entry in entries_of(content):
        for field, text in texts_in(entry):
            yield f"{identity} {field}", text


def test_the_house_speaks_all_languages(content: Content) -> None:
    services = set(content.services)
    missing = [
        place
        for place, text in texts(content)
        if place.split(" ")[0] not in services
        if set(text.languages) != set(LANGUAGES)
    ]
    assert missing == []


def test_the_services_that_most_people_come_for_speak_all_languages(content: Content) -> None:
    whole = [one for one in content.services.values() if set(one.title.languages) == set(LANGUAGES)]
    assert len(whole) >= WANTED
    for service in whole:
        assert [field for field, text in texts_in(service) if set(text.languages) != set(LANGUAGES)] == []
        assert {language: len(service.also_called.get(language, ())) >= 4 for language in LANGUAGES} == dict.fromkeys(
            LANGUAGES, True
        ), service.id
    assert set(content.concerns) - {one.concern for one in whole} == {"auskunft"}  # every queue has one


def test_coverage(content: Content) -> None:
    shares = coverage(content)
    assert shares["en"] == 1.0
    assert min(shares.values()) > 0.25


def test_every_open_place_has_its_name_in_all_languages(content: Content) -> None:
    building = content.building
    places = [space for space in building.spaces if space.names and not space.closed]
    names = [place.names for place in places] + [mark.names for mark in building.marks if mark.names]
    assert len(names) > 100
    assert [one[""] for one in names if not {"en", *FOREIGN} <= one.keys()] == []
    assert all({"de", "en", *FOREIGN} <= one.keys() for one in building.level_names.values())


@pytest.mark.parametrize("language", FOREIGN)
def test_no_german_is_left(content: Content, language: str) -> None:
    for place, text in texts(content):
        if text.has(language):
            assert not GERMAN.search(text.in_language(language)), (place, text)


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_the_letters_are_those_of_the_language(content: Content, language: str) -> None:
    for place, text in texts(content):
        if text.has(language) and text.in_language(language) not in NAMES_ONLY:
            assert LETTERS[language].search(text.in_language(language)), (place, text)


@pytest.mark.parametrize("language", ["de-simple", *FOREIGN])
def test_prices_rooms_and_days_are_the_same(content: Content, language: str) -> None:
    for place, text in texts(content):
        if text.has(language):
            german, other = (sorted(FACTS.findall(text.in_language(one))) for one in ("de", language))
            assert other == german, (place, text)


@pytest.mark.parametrize("language", ["de-simple", *FOREIGN])
def test_sentences_end_where_german_ones_do(content: Content, language: str) -> None:
    for place, text in texts(content):
        if text.has(language) and place.endswith("summary"):
            assert text.in_language(language)[-1] in ".؟?", (place, text)
        elif text.has(language) and text.in_language("de")[-1] not in ".?":
            assert text.in_language(language)[-1] != ".", (place, text)


def test_no_invisible_or_shaped_letters(content: Content) -> None:
    strange = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640\u0660-\u0669\ufb50-\ufdff\ufe70-\ufeff]")
    for place, text in texts(content):
        for language in text.languages:
            assert not strange.search(text.in_language(language)), (place, text)


def test_easy_german_is_easy(content: Content) -> None:
    for place, text in texts(content):
        if not text.has("de-simple"):
            continue
        easy = text.in_language("de-simple")
        assert not HARD.search(easy), (place, easy)
        for sentence in re.split(r"[.?!:] ", easy):
            assert len(sentence.split()) <= LONGEST_SENTENCE, (place, sentence)
        long = [word for word in re.findall(r"[^\W\d_]+", re.sub(r"www\.\S+", "", easy)) if len(word) > LONGEST_WORD]
        assert long == [], place
