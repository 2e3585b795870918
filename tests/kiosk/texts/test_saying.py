"""Saying a text: plural forms, German where a language lacks a text, lists, and the made-up language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.model.services import Fee
from kiosk.presenters import wording
from kiosk.texts import LANGUAGES, NAMES, PSEUDO, RIGHT_TO_LEFT, listed, say
from kiosk.texts.pseudo import pseudo


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("de", 1, "1 Person"),
        ("de", 11, "11 Personen"),
        ("en", 1, "1 person"),
        ("tr", 5, "5 kişi"),
        ("uk", 1, "1 особа"),
        ("uk", 3, "3 особи"),
        ("uk", 11, "11 осіб"),
        ("uk", 21, "21 особа"),
        ("ar", 1, "شخص واحد"),
        ("ar", 2, "شخصان"),
        ("ar", 7, "7 أشخاص"),
        ("ar", 14, "14 شخصًا"),
        ("ar", 100, "100 شخص"),
    ],
)
def test_a_number_chooses_the_form(language: str, n: int, said: str) -> None:
    assert say("welcome.waiting", language, n=n) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "37,00 €"),
        ("de-simple", "37,00 €"),
        ("en", "€37.00"),
        ("tr", "37,00 €"),
        ("uk", "37,00 €"),
        ("ar", "37,00 €"),
    ],
)
def test_prices(language: str, said: str) -> None:
    assert wording.price(Decimal(37), language) == said


@pytest.mark.parametrize(
    ("language", "said"), [("de", "1.500–6.000 €"), ("en", "€1,500–6,000"), ("uk", "1\u00a0500–6\u00a0000 €")]
)
def test_ranges_of_prices(language: str, said: str) -> None:
    assert wording.fee(Fee(amount=Decimal(1500), up_to=Decimal(6000)), language) == said


def test_a_language_the_kiosk_does_not_speak_is_german() -> None:
    assert say("bar.back", "fr") == "Zurück"


def test_what_nobody_wrote_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"no\.such_key"):
        say("no.such_key", "ar")


def test_lists_have_the_comma_of_the_language() -> None:
    assert listed(["1.07", "1.08", "1.09"], "de") == "1.07, 1.08, 1.09"
    assert listed(["1.07", "1.08"], "ar") == "1.07، 1.08"
    assert listed([], "de") == ""


def test_every_language_has_a_name_of_its_own_and_the_made_up_one_is_not_offered() -> None:
    assert set(NAMES) == set(LANGUAGES)
    assert len(set(NAMES.values())) == len(LANGUAGES)
    assert set(LANGUAGES) >= RIGHT_TO_LEFT
    assert PSEUDO not in LANGUAGES


def test_the_made_up_language_fills_its_places() -> None:
    assert "A042" in say("ticket.remembered", PSEUDO, label="A042")
    assert say("clock", PSEUDO, hour=9, minute=5) == "09:05"


@given(
    st.lists(
        st.sampled_from(["Wartenummer", "ziehen", "{n}", "{hour:02}", "Uhr.", "„Zurück“", "–", "1.07"]), min_size=1
    )
)
def test_made_up_words_are_longer_and_keep_their_places(parts: list[str]) -> None:
    text = " ".join(parts)
    made = pseudo(text)
    if not any(part.strip("„“.").isalpha() for part in parts):
        assert made == text
        return
    assert made[0] + made[-1] == "[]"
    assert [one for one in made[1:-1].split(" ") if "{" in one] == [one for one in parts if "{" in one]
    letters = sum(len(part) for part in parts if part.isalpha())
    assert len(made) >= len(text) + round(0.4 * letters) - 1
