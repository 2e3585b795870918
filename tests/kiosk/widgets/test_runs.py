"""Lines cut into stretches: together they are the line, each in a face that has its letters."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.widgets import bidi, fonts
from kiosk.widgets.runs import Stretch, stretches


def cut(texts: list[str], rtl: bool, base: str = fonts.LATIN) -> list[Stretch]:
    found: list[Stretch] = stretches(texts, rtl, lambda word: fonts.face_for(word, base), fonts.ARABIC)
    return found


def test_weights_survive_the_change_of_order() -> None:
    found = cut(["رقمك", " A042", " صالح"], rtl=True, base=fonts.ARABIC)
    assert [(one.text.strip(), one.source, one.rtl) for one in found if one.text.strip()] == [
        ("صالح", 2, True),
        ("A042", 1, False),
        ("رقمك", 0, True),
    ]


def test_a_word_without_all_its_letters_in_the_base_is_set_in_another_face() -> None:
    found = cut(["Şişli ve İstanbul 2"], rtl=False)
    assert [(one.text, one.face) for one in found] == [
        ("Şişli ve ", fonts.LATIN),
        ("İstanbul ", fonts.CYRILLIC),
        ("2", fonts.LATIN),
    ]


def test_invisible_marks_of_direction_are_not_drawn() -> None:
    assert "".join(one.text for one in cut(["A\u200e042\u2066"], rtl=False)) == "A042"


texts = st.lists(st.text(st.sampled_from("abİ 12.,€-()بجاїд؟"), max_size=8), min_size=1, max_size=4)


@given(texts, st.booleans())
def test_stretches_are_the_line(parts: list[str], rtl: bool) -> None:
    found = cut(parts, rtl)
    assert sorted("".join(one.text for one in found)) == sorted("".join(parts))
    for source, part in enumerate(parts):
        own = [one.text for one in found if one.source == source]
        assert sorted("".join(own)) == sorted(part)
        assert all(text in part for text in own)
    assert all(one.face == fonts.ARABIC for one in found if one.rtl)
    assert not any(bidi.RIGHT_TO_LEFT.search(one.text) for one in found if not one.rtl)
