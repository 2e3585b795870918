"""Every letter of every language of the kiosk has a picture, and Arabic is joined, whole and in its place."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.widgets import fonts
from kiosk.widgets.audit import missing_glyphs
from tests.kiosk.conftest import Driver

ALPHABETS = {
    "de": "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich, ÄÖÜ „37,00 €“ §",
    "de-simple": "Das Amt hat von 8 Uhr bis 16 Uhr offen. Der Wohnberechtigungs·schein",
    "en": "The quick brown fox jumps over the lazy dog – “don’t”, £5",
    "tr": "Pijamalı hasta yağız şoföre çabucak güvendi. İIıi ĞğŞşÇçÖöÜü Ââ Îî Ûû",
    "uk": "Ґґ Єє Іі Її Жебракують філософи при ґанку церкви в Гадячі, ще й шатро їхнє п’яне знаємо. АБВГДЖЗЩЮЯ №",
    "ar": "نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر ومغلف بجلد أزرق ءآأؤإئىة ًٌٍَُِّْ ،؛؟ «»",
}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", ALPHABETS)
def test_no_letter_is_a_box(language: str, bold: bool) -> None:
    assert missing_glyphs(ALPHABETS[language], bold) == ""


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", ["uk", "ar", "tr"])
def test_letters_and_digits_of_a_language_come_in_few_faces(language: str, bold: bool) -> None:
    words = [word for word in ALPHABETS[language].split() if "İ" not in word]
    base = fonts.base_face(language)
    assert {fonts.face_for(word, base, bold) for word in [*words, "A042", "1.07", "37,00", "€"]} == {base}


pytestmark = pytest.mark.screen


@pytest.fixture
def scribe(stage: Callable[..., Driver]) -> Iterator[Any]:
    look = stage().stage.look
    look.language = "ar"
    yield look.scribe
    look.language = "de"


def ink(texture: Any) -> tuple[int, int]:
    """First and last column with something in it."""
    opacity = bytes(texture.pixels)[3::4]
    wide, high = texture.size
    columns = [any(opacity[row * wide + column] for row in range(high)) for column in range(wide)]
    drawn = [column for column, some in enumerate(columns) if some]
    return drawn[0], drawn[-1]


@pytest.mark.parametrize("bold", [False, True])
def test_arabic_words_are_drawn_whole(scribe: Any, bold: bool) -> None:
    for words in ("هل كل شيء معك؟", "وغالبًا قبل ذلك", "لا إلى الأولى", "(المبنى)", "آخر تحقّق"):
        texture = scribe.texture(words, bold, 60, fonts.ARABIC, True)
        first, last = ink(texture)
        width = scribe.measure(words, bold, 60)
        assert last < texture.width - 1  # not cut off at the right
        assert abs(width - (last - first)) < 14, words


def test_arabic_letters_are_joined_and_vowel_marks_take_no_room(scribe: Any) -> None:
    measure = scribe.measure
    assert measure("ببب", False, 60) < 3 * measure("ب", False, 60) * 0.8
    assert measure("تحقّق", False, 60) == measure("تحقق", False, 60)
    assert measure("لا", False, 60) < measure("ل", False, 60) + measure("ا", False, 60)


def test_bold_is_heavier(scribe: Any) -> None:
    def blackness(words: str, face: str, rtl: bool, bold: bool) -> int:
        opacity: bytes = bytes(scribe.texture(words, bold, 84, face, rtl).pixels)[3::4]
        return sum(opacity)

    for words, face, rtl in (("بطاقة", fonts.ARABIC, True), ("Посвідчення", fonts.CYRILLIC, False)):
        assert blackness(words, face, rtl, True) > 1.3 * blackness(words, face, rtl, False)


def test_a_line_mixes_directions_and_keeps_what_is_read(scribe: Any) -> None:
    from kiosk.widgets.typeset import Run

    runs = [Run("الغرفة", True), Run(" 1.07 – Straßenverkehrsamt، 37,00 €")]
    setting = scribe.set(runs, 2000, 200, 60)
    assert setting.text == "الغرفة 1.07 – Straßenverkehrsamt، 37,00 €"
    (line,) = setting.lines
    assert [piece.text.strip() for piece in line if piece.text.strip(" ،–")] == [
        "37,00 €",
        "Straßenverkehrsamt",
        "1.07",
        "الغرفة",
    ]
    assert [piece.bold for piece in line if "الغرفة" in piece.text] == [True]
    xs = [piece.x for piece in line]
    assert xs == sorted(xs)


def test_lines_are_broken_in_the_order_of_reading(scribe: Any) -> None:
    words = "تُثبت بطاقة الهوية شخصيتك في ألمانيا وعند السفر إلى كثير من بلدان أوروبا"
    setting = scribe.set(words, 500, 2000, 48)
    lines = [" ".join(piece.text for piece in line) for line in setting.lines]
    assert len(lines) > 2
    assert " ".join(lines).split() == words.split() == setting.text.split()
    assert setting.leading == round(48 * 1.3)
    assert setting.width <= 500


def test_forgetting_leaves_no_word(scribe: Any) -> None:
    scribe.set("بطاقة الهوية", 500, 2000, 48)
    scribe.forget()
    assert "بطاقة" not in repr(vars(scribe))


def test_the_faces_are_found_in_the_packages() -> None:
    assert Path(fonts.font_file(fonts.ARABIC)).name.startswith("NotoSansArabic")
