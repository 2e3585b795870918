"""Services are found by their names, everyday words, parts of words, and in spite of misspellings."""

import pytest

from content.answers.search import SearchIndex, service_entries
from tests.content.answers.small_town import small_town

GERMAN = SearchIndex(service_entries(small_town(), "de"), "de")
ENGLISH = SearchIndex(service_entries(small_town(), "en"), "en")


def first(query: str, index: SearchIndex = GERMAN) -> str:
    hits = index.search(query).hits
    return hits[0].id if hits else ""


@pytest.mark.parametrize(
    ("query", "service"),
    [
        ("Personalausweis", "personalausweis"),
        ("perso", "personalausweis"),
        ("pers", "personalausweis"),
        ("p", "personalausweis"),
        ("REISEPASS", "reisepass"),
        ("fuehrerschein", "fuehrerschein"),
        ("fuhrerschein", "fuehrerschein"),
        ("FÜHRERSCHEIN", "fuehrerschein"),
        ("strasse", "strasse"),
        ("Straße", "strasse"),
        ("straßen", "strasse"),
        ("kind reisepass", "kinderreisepass"),
        ("reisepass kinder", "kinderreisepass"),
        ("urkunde", "geburtsurkunde"),
        ("Hunde", "hundesteuer"),
        ("steuer", "hundesteuer"),
        ("personal ausweis", "personalausweis"),
        ("geburts urkunde", "geburtsurkunde"),
        ("ich ziehe um", "wohnung-anmelden"),
        ("Ich melde mein Gewerbe an", "gewerbe"),
        ("Ich melde meine Wohnung ab.", "wohnung-abmelden"),
        ("Was kostet ein Reisepass?", "reisepass"),
        ("welche unterlagen brauche ich für den führerschein", "fuehrerschein"),
        ("Kfz", "auto-zulassen"),
        ("auto anmelden", "auto-zulassen"),
        ("beglaubigte Kopie", "beglaubigung"),
        ("passport", "reisepass"),
        ("driving licence", "fuehrerschein"),
    ],
)
def test_german_screen(query: str, service: str) -> None:
    assert first(query) == service


@pytest.mark.parametrize(
    ("query", "service"),
    [
        ("passport", "reisepass"),
        ("passport child", "kinderreisepass"),
        ("id card", "personalausweis"),
        ("driver's license", "fuehrerschein"),
        ("register my dog", "hundesteuer"),
        ("I want to register my car", "auto-zulassen"),
        ("birth certificates", "geburtsurkunde"),
        ("einzug", "wohnung-anmelden"),
        ("Führerschein", "fuehrerschein"),
        ("Hundesteuer", "hundesteuer"),
        ("licnece", "fuehrerschein"),
    ],
)
def test_english_screen(query: str, service: str) -> None:
    assert first(query, ENGLISH) == service


@pytest.mark.parametrize(
    ("query", "service", "corrected"),
    [
        ("persoh", "personalausweis", "Perso"),
        ("furerschein", "fuehrerschein", "Führerschein"),
        ("fürerschien", "fuehrerschein", "Führerschein"),
        ("furersch", "fuehrerschein", "Führerschein"),
        ("geburtsurkude", "geburtsurkunde", "Geburtsurkunde"),
        ("gebrutsurk", "geburtsurkunde", "Geburtsurkunde"),
        ("reisepas kind", "kinderreisepass", "Reisepass kind"),
        ("wonung anmelden", "wohnung-anmelden", "Wohnung anmelden"),
        ("Schlagloh", "strasse", "Schlagloch"),
    ],
)
def test_misspelt_words_are_mended_and_said(query: str, service: str, corrected: str) -> None:
    found = GERMAN.search(query)
    assert found.hits[0].id == service
    assert found.corrected == corrected


@pytest.mark.parametrize("query", ["Perso", "reisep", "wohnung anm", "Was kostet das", "Auto", "Fuehrerschein", "1.07"])
def test_what_is_right_is_not_corrected(query: str) -> None:
    assert GERMAN.search(query).corrected == ""


@pytest.mark.parametrize("query", ["", " ", "?!…", "🙂🙂", "ich", "guten tag", "مرحبا", "xqzw", "​", "4711", "\x00"])
def test_nothing_to_find_is_nothing(query: str) -> None:
    assert GERMAN.search(query).hits == ()
    assert GERMAN.search(query).corrected == ""
    assert GERMAN.complete(query) == ()


def test_ten_thousand_letters_are_survived() -> None:
    for letters in ("reisepass " * 1000, "x" * 10_000, "1.07" * 2500, "ä" * 10_000):
        assert len(GERMAN.search(letters).hits) <= 12
        assert len(GERMAN.complete(letters)) <= 3


def test_limit() -> None:
    assert len(GERMAN.search("anmelden", 2).hits) == 2
    assert GERMAN.search("anmelden", 0).hits == ()
    assert GERMAN.search("anmelden", -1).hits == ()


def test_no_entries_at_all() -> None:
    empty = SearchIndex((), "de")
    assert empty.search("pass").hits == ()
    assert empty.complete("pass") == ()


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("per", "Personalausweis"),
        ("fuehr", "Führerschein"),
        ("wohnung anm", "anmelden"),
        ("wohnung ab", "abmelden"),
        ("persoh", "Perso"),
        ("Wohnung ", "anmelden"),
        ("Reisepass für ein ", "Kind"),
    ],
)
def test_words_to_take(typed: str, word: str) -> None:
    offered = GERMAN.complete(typed)
    assert word in offered
    assert len(offered) <= 3


def test_words_are_offered_in_the_language_of_the_screen() -> None:
    assert ENGLISH.complete("pass") == ("Passport",) or ENGLISH.complete("pass") == ("passport",)
    assert "passport" not in [word.casefold() for word in GERMAN.complete("pass")]


def test_a_taken_word_finds_its_service() -> None:
    for index, starts in ((GERMAN, ("per", "geb", "wohn", "str")), (ENGLISH, ("pass", "dri", "bir"))):
        for start in starts:
            for word in index.complete(start):
                assert index.search(f"{word} ").hits, word


def test_other_languages_see_german_titles_and_find_by_german_and_english() -> None:
    turkish = SearchIndex(service_entries(small_town(), "tr"), "tr")
    assert turkish.search("reisepass").hits[0].title == "Reisepass beantragen"
    assert turkish.search("birth certificate").hits[0].id == "geburtsurkunde"
