"""Numbers, prices, times and signs as people say them, in every language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.presenters.spoken import digits, letter, spoken
from kiosk.presenters.spoken_words import WORDS, form

GERMAN = [
    ("Ihre Nummer ist A042.", "Ihre Nummer ist A, null, vier, zwei."),
    ("Zimmer 1.07", "Zimmer eins Punkt null sieben"),
    ("Zimmer E.10a", "Zimmer E Punkt eins null a"),
    ("37,00 €", "37 Euro"),
    ("22,80 €", "22 Euro 80"),
    ("1.250,05 €", "1250 Euro 5"),
    ("150–6.000 €", "150 bis 6000 Euro"),
    ("offen bis 16:00 Uhr", "offen bis 16 Uhr"),
    ("seit 10:42 Uhr", "seit 10 Uhr 42"),
    ("08:05–12:30", "8 Uhr 05 bis 12 Uhr 30"),
    ("Stand 17.11.2026 · geprüft", "Stand 17. November 2026, geprüft"),
    ("Stand 02.11.2026 – bitte nachfragen", "Stand 2. November 2026, bitte nachfragen"),
    ("12 m, etwa 2 Min.", "12 Meter, etwa 2 Minuten"),
    ("davor 14 Min. warten", "davor 14 Minuten warten"),
    ("↑ 1. Stock", "1. Stock"),
    ("Wartebereich „Blau“", "Wartebereich Blau"),
    ("07999 555-0", "null, sieben, neun, neun, neun, fünf, fünf, fünf, null"),
    ("+49 7999 5550", "+, vier, neun, sieben, neun, neun, neun, fünf, fünf, fünf, null"),
    ("5 Wochen", "5 Wochen"),
    ("1,5 cm", "1,5 cm"),
]


@pytest.mark.parametrize(("written", "said"), GERMAN)
def test_german(written: str, said: str) -> None:
    assert spoken(written, "de") == said
    assert spoken(written, "de-simple") == said


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("Your number is A042.", "en", "Your number is A, zero, four, two."),
        ("Room 1.07", "en", "Room one point zero seven"),
        ("€37.00", "en", "37 euros"),
        ("€22.80", "en", "22 euros 80"),
        ("€150–6,000", "en", "150 to 6000 euros"),
        ("until 16:00", "en", "until 16 o'clock"),
        ("10:42", "en", "10 42"),
        ("As of 17/11/2026", "en", "As of 17 November 2026"),
        ("1 m", "en", "1 metre"),
        ("A042", "tr", "A, sıfır, dört, iki"),
        ("37,00 €", "tr", "37 avro"),
        ("17.11.2026", "tr", "17 Kasım 2026"),
        ("A042", "uk", "A, нуль, чотири, два"),
        ("22,80 €", "uk", "22 євро 80"),
        ("2 m", "uk", "2 метри"),
        ("A042", "ar", "A, صفر, أربعة, اثنان"),
        ("37,00 €", "ar", "37 يورو"),
        ("16:00", "ar", "الساعة 16"),
    ],
)
def test_other_languages(written: str, language: str, said: str) -> None:
    assert spoken(written, language) == said


@pytest.mark.parametrize(
    ("number", "language", "which"),
    [
        *((1, "de", 0), (2, "de", 2), (1, "tr", 0), (0, "en", 2)),
        *((21, "uk", 0), (11, "uk", 2), (3, "uk", 1), (13, "uk", 2), (5, "uk", 2)),
        *((3, "ar", 1), (10, "ar", 1), (11, "ar", 2), (1, "ar", 0), (103, "ar", 1)),
    ],
)
def test_counted_things(number: int, language: str, which: int) -> None:
    assert form(number, language) == which


def test_typed_signs_are_words() -> None:
    assert [letter(sign, "de") for sign in "a 7.ß"] == ["a", "Leerzeichen", "sieben", "Punkt", "scharfes s"]
    assert letter(" ", "en") == "space"


@pytest.mark.parametrize("language", WORDS)
def test_a_waiting_number_is_never_said_as_a_number(language: str) -> None:
    for number in range(0, 1000, 37):
        said = spoken(f"A{number:03}", language)
        assert not any(sign.isdigit() for sign in said)
        assert said == digits(f"A{number:03}", language)
        assert said.count(",") == 3


@given(st.text(alphabet="AZ09.,:–€ muhrMin/·„-", max_size=40), st.sampled_from(sorted(WORDS)))
def test_any_text_can_be_said_without_signs_nobody_says(text: str, language: str) -> None:
    said = spoken(text, language)
    assert "  " not in said
    assert not set(said) & set("„“·")
