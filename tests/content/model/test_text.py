"""Texts in several languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.model.text import LANGUAGES, Text

WORDS = st.text(min_size=1).filter(lambda words: bool(words.strip()))
PLAIN = st.dictionaries(st.sampled_from(LANGUAGES), WORDS).flatmap(
    lambda other: WORDS.map(lambda german: {**other, "de": german})
)


def test_a_bare_text_is_german() -> None:
    text = Text.from_plain(" Ausweis \n")
    assert text.languages == ("de",)
    assert text.in_language("de") == text.in_language("en") == text.in_language("xx") == "Ausweis"
    assert text.has("de")
    assert not text.has("en")
    assert (text.source, text.as_of) == (None, None)


@pytest.mark.parametrize("day", ["2026-11-17", date(2026, 11, 17)])
def test_a_text_with_its_own_source(day: object) -> None:
    text = Text.from_plain({"de": "Ausweis", "en": "ID card", "source": "§ 1", "as_of": day})
    assert (text.source, text.as_of) == ("§ 1", date(2026, 11, 17))
    assert text.languages == ("de", "en")
    assert text.in_language("en") == "ID card"


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        (None, "write a text"),
        (5, "write a text"),
        (["a"], "one text per language"),
        ({}, "`de`"),
        ({"en": "x"}, r"the German text \(`de`\) is missing"),
        ({"de": ""}, "empty; write it"),
        ({"de": " \n"}, "empty; write it"),
        ({"de": None}, "empty; write it"),
        ({"de": 5}, "put it in quotes"),
        ({"de": ["x"]}, "is not a text"),
        ({"de": "x", "fr": "y"}, "unknown language `fr`; known are de, de-simple"),
        ({"de": "x", "source": 5}, "`source` must be a text"),
        ({"de": "x", "as_of": 5}, "`as_of` must be a date"),
        ({"de": "x", "as_of": "2026-13-01"}, "`as_of` must be a date"),
        ("", "empty"),
    ],
)
def test_what_is_no_text(plain: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Text.from_plain(plain)


@given(plain=PLAIN)
def test_every_language_is_kept_and_the_others_are_german(plain: dict[str, str]) -> None:
    text = Text.from_plain(plain)
    assert set(text.languages) == set(plain)
    for language in LANGUAGES:
        assert text.has(language) is (language in plain)
        assert text.in_language(language) == plain.get(language, plain["de"]).strip()
    again = Text.from_plain(dict(reversed(plain.items())))
    assert again == text
    assert hash(again) == hash(text)


def test_texts_are_compared_with_source_and_date() -> None:
    text = Text({"de": "a"})
    assert text != Text({"de": "a"}, "x")
    assert text != Text({"de": "a"}, None, date(2026, 1, 1))
    assert text != Text({"de": "a", "en": "a"})
    assert text != "a"
    assert repr(text) == "Text({'de': 'a'})"


def test_what_it_was_made_of_may_change() -> None:
    words = {"de": "a"}
    text = Text(words)
    words["de"] = "b"
    assert text.in_language("de") == "a"


@given(plain=PLAIN)
def test_the_language_that_is_shown_is_told(plain: dict[str, str]) -> None:
    text = Text.from_plain(plain)
    for language in (*LANGUAGES, "xx"):
        assert text.shown_in(language) == (language if language in plain else "de")
        assert text.in_language(language) == text.in_language(text.shown_in(language))
