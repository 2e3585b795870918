"""Letters by digit keys: every letter can be typed, in every language, and time parts two equal ones."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.presenters.multitap import AGAIN_SECONDS, KEYS, LETTERS, MultiTap

ALPHABETS = {
    "de": string.ascii_lowercase + "äöüß",
    "en": string.ascii_lowercase,
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}


def typed(presses: list[tuple[str, float]], language: str) -> str:
    state, text = MultiTap(), ""
    for key, at in presses:
        state, tapped = state.press(key, at, language)
        text = (text[:-1] if tapped.instead else text) + tapped.sign
    return text


def presses_for(text: str, language: str) -> list[tuple[str, float]]:
    """How a person types it, waiting between two letters."""
    made, at = [], 100.0
    for sign in text:
        key = next(key for key in KEYS if sign in LETTERS[language][key] + key)
        letters = LETTERS[language][key]
        letters = letters if key in letters else letters + key
        at += AGAIN_SECONDS + 1
        made += [(key, at + 0.3 * turn) for turn in range(letters.index(sign) + 1)]
        at = made[-1][1]
    return made


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_digit_and_blank(language: str) -> None:
    text = ALPHABETS[language] + " " + KEYS + "-."
    assert typed(presses_for(text, language), language) == text


@given(st.text(alphabet=ALPHABETS["de"] + " 0123456789", max_size=30))
def test_any_text_comes_out(text: str) -> None:
    assert typed(presses_for(text, "de"), "de") == text


def test_fast_is_the_next_letter_slow_a_new_one() -> None:
    assert typed([("2", 1.0), ("2", 1.5)], "de") == "b"
    assert typed([("2", 1.0), ("2", 1.0 + AGAIN_SECONDS + 0.1)], "de") == "aa"
    assert typed([("2", 1.0), ("3", 1.1), ("2", 1.2)], "de") == "ada"
    assert typed([("2", 1 + 0.5 * turn) for turn in range(6)], "de") == "a", "around: a b c ä 2 a"
