"""Hyphenation gives the same places as pyphen itself, whose patterns it reads."""

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.widgets import hyphens

WORDS = [
    "Selbstständigkeit",
    "Wohnberechtigungsschein",
    "Unbedenklichkeitsbescheinigung",
    "Personalausweis",
    "Straßenverkehrsamt",
    "Gewerbezentralregisterauszug",
    "Aufenthaltserlaubnis",
    "Überführungskennzeichen",
    "Führerschein",
    "Geburtsurkunde",
    "Amt",
]


@pytest.mark.parametrize("word", WORDS)
def test_german_words_break_where_pyphen_breaks_them(word: str) -> None:
    oracle = pyphen.Pyphen(lang="de", left=1, right=1)
    assert list(hyphens.places(word, "de")) == oracle.positions(word)


@given(st.text(st.sampled_from("abcdefghilmnorstuäöüß"), min_size=3, max_size=24))
def test_any_word_breaks_where_pyphen_breaks_it(word: str) -> None:
    oracle = pyphen.Pyphen(lang="de", left=1, right=1)
    assert list(hyphens.places(word, "de")) == oracle.positions(word)


def test_parts_keep_every_letter_and_are_not_too_short() -> None:
    parts = hyphens.parts("Unbedenklichkeitsbescheinigung", "de", 4)
    assert "".join(parts) == "Unbedenklichkeitsbescheinigung"
    assert min(len(parts[0]), len(parts[-1])) >= 4
    assert hyphens.parts("Amt", "de", 4) == ["Amt"]


def test_a_language_without_patterns_breaks_nowhere() -> None:
    assert hyphens.places("Selbstständigkeit", "xx") == ()


def test_nothing_is_kept_when_told_to_forget() -> None:
    hyphens.places("Selbstständigkeit", "de")
    hyphens.forget()
    assert hyphens.places.cache_info().currsize == 0


def test_easy_german_and_the_made_up_language_break_as_german() -> None:
    for language in ("de-simple", "pseudo"):
        assert hyphens.places("Geburtsurkunde", language) == hyphens.places("Geburtsurkunde", "de") != ()


def test_arabic_breaks_nowhere() -> None:
    assert hyphens.places("المواطنين", "ar") == ()
