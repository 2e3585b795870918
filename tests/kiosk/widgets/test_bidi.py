"""Directions: as the Unicode algorithm has it, but no number is ever turned round."""

import re

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from kiosk.widgets import bidi

ARABIC = ("رقم", "الغرفة", "من", "إلى", "بطاقة", "اتصل،", "(المبنى)", "·", "؟")
NUMBERS = (
    *("A042", "AB1042", "1.07", "0.01", "37,00 €", "€22.80", "10:42", "17.11.2026", "07999 555-0", "+49 1234 567-0"),
    *("12 m", "50%", "3"),
)


def shown(text: str, rtl: bool) -> str:
    """Letters from left to right as they stand on the screen."""
    return "".join(text[index] for index in bidi.visual(bidi.levels(text, rtl)))


@given(st.text(st.sampled_from("abA12 .,:-+/€%()[]·–بجاى؟"), max_size=14), st.booleans())
def test_order_is_that_of_the_unicode_algorithm(text: str, rtl: bool) -> None:
    with pytest.MonkeyPatch.context() as without_our_rule:
        without_our_rule.setattr(bidi, "NUMBER", re.compile("(?!)"))
        assert shown(text, rtl) == get_display(text, base_dir="R" if rtl else "L")


mixed = st.lists(st.sampled_from([*ARABIC, *NUMBERS, "Musterstadt"]), min_size=1, max_size=6)


@given(mixed)
def test_no_number_is_ever_turned_round(words: list[str]) -> None:
    line = "؟ ".join(words)  # a sign between, or two numbers side by side would be one telephone number
    seen = shown(line, rtl=True)
    for word in words:
        if word in NUMBERS or word == "Musterstadt":
            assert seen.count(word) >= words.count(word), seen


@given(mixed, st.booleans())
def test_nothing_is_lost_or_doubled(words: list[str], rtl: bool) -> None:
    line = " ".join(words)
    assert sorted(bidi.visual(bidi.levels(line, rtl))) == list(range(len(line)))


def test_sentences_run_from_right_to_left() -> None:
    assert shown("الغرفة 1.07", rtl=True) == "1.07 " + "الغرفة"[::-1]
    assert shown("دون 24: 22,80 €", rtl=True) == "22,80 € :24 " + "دون"[::-1]
    assert shown("2 من 4", rtl=True) == "4 " + "من"[::-1] + " 2"
    assert shown("رقمك A042 الآن", rtl=True) == "الآن"[::-1] + " A042 " + "رقمك"[::-1]


def test_a_paragraph_takes_the_direction_of_its_first_letter() -> None:
    assert bidi.is_rtl("(3) أسابيع")
    assert not bidi.is_rtl("Deutsch العربية")
    assert not bidi.is_rtl("Straßenverkehrsamt", mirrored=True)
    assert not bidi.is_rtl("A042", mirrored=True)
    assert bidi.is_rtl("Musterstadt مدينة", mirrored=True)
    assert bidi.is_rtl("10:42 – 16:00", mirrored=True)
    assert not bidi.is_rtl("10:42 – 16:00")
