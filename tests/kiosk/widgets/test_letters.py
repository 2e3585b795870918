"""The keyboards: every letter of every language can be typed, and fits keys of 20 mm."""

import pytest

from kiosk.texts import NAMES
from kiosk.widgets.letters import LAYERS, layers

ALPHABETS = {
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "de-simple": "abcdefghijklmnopqrstuvwxyzäöüß",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz" + "qwx",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئةى",
}


@pytest.mark.parametrize("language", NAMES)
def test_every_letter_has_one_key_and_german_words_can_be_typed_too(language: str) -> None:
    first, *others = layers(language)
    letters = "".join((*first.rows, *first.extra))
    assert set(ALPHABETS[language]) <= set(letters)
    assert len(letters) == len(set(letters)), "a letter stands on two keys"
    everywhere = letters + "".join("".join(one.rows) for one in others)
    assert set("abcdefghijklmnoprstuvwzäöü0123456789.") <= set(everywhere)


@pytest.mark.parametrize("language", LAYERS)
def test_no_row_has_more_keys_than_fit(language: str) -> None:
    for layer in layers(language):
        first, second, third = layer.rows
        assert (len(first), len(second)) == (11, 11)
        assert len(third) <= 9
        assert len(layer.extra) <= 2


def test_a_language_without_letters_of_its_own_types_like_german() -> None:
    assert layers("pseudo") == layers("de")
