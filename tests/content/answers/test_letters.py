"""One form of words however they are written, in Latin, Cyrillic and Arabic letters, and their stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.answers.analysis import fold, plain, spelt, stem, tokens, words
from content.answers.light_stems import arabic, turkish, ukrainian

TURKISH = st.text("abcçdefgğhıijklmnoöprsştuüvyzIİ", min_size=1, max_size=20)
UKRAINIAN = st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’", min_size=1, max_size=20)
ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئء", min_size=1, max_size=20)
MARKS = st.text("\u064b\u064e\u064f\u0650\u0651\u0652\u0640\u200c\u200f", max_size=3)


@pytest.mark.parametrize(
    "alike",
    [
        ("KİMLİK", "kimlik", "KIMLIK", "kımlık", "Kimlik"),
        ("çocuk", "cocuk", "ÇOCUK"),
        ("ikametgâh", "ikametgah"),
        ("ґанок", "ганок", "ҐАНОК"),
        ("Київ", "киів"),
        ("п’ятниця", "п'ятниця", "пʼятниця", "пятниця"),
        ("єдиний", "едыный"),
        ("جَوَاز", "جواز", "جـــواز", "\u200fجواز"),
        ("إقامة", "اقامه", "أقامة", "ٱقامة"),
        ("هوية", "هويه", "هویه"),
        ("المانيا", "ألمانيا"),
        ("١٫٠٧", "1.07", "۱٫۰۷"),
    ],
    ids=lambda alike: alike[0],
)
def test_written_otherwise_it_is_the_same_word(alike: tuple[str, ...]) -> None:
    assert len({tuple(words(word)) for word in alike}) == 1
    assert len(words(alike[0])) == 1


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("tr", ("pasaport", "pasaportu", "pasaportum", "pasaportumu", "pasaportlar", "pasaporttan")),
        ("tr", ("kimlik", "kimliğim", "kimliğimi", "kimlikler")),
        ("tr", ("ehliyet", "ehliyetim", "ehliyetimi", "ehliyetin")),
        ("tr", ("köpek", "köpeğim", "köpeğimi")),
        ("uk", ("паспорт", "паспорта", "паспортом", "паспорти", "паспортів")),
        ("uk", ("довідка", "довідку", "довідки")),
        ("uk", ("собака", "собаку", "собаки")),
        ("uk", ("загубив", "загубила", "загубити", "загубили")),
        ("ar", ("جواز", "الجواز", "جوازي", "جوازات", "بالجواز", "والجوازات")),
        ("ar", ("سيارة", "سيارتي", "السيارة", "سيارات", "للسيارة")),
        ("ar", ("إقامة", "الإقامة", "إقامتي")),
    ],
)
def test_forms_of_one_word_have_one_stem(language: str, forms: tuple[str, ...]) -> None:
    assert len({stem(fold(form), language) for form in forms}) == 1


def test_different_words_keep_different_stems() -> None:
    assert len({turkish(word) for word in ("pasaport", "kimlik", "dogum", "evlilik", "kopek", "kira")}) == 6
    assert len({ukrainian(word) for word in ("паспорт", "права", "переізд", "посвідчення", "собака")}) == 5
    assert len({arabic(word) for word in ("جواز", "زواج", "هويه", "رخصه", "اقامه", "شهاده")}) == 6


@given(st.one_of(TURKISH, UKRAINIAN, ARABIC))
def test_a_plain_word_stays_as_it_is(word: str) -> None:
    assert plain(plain(word)) == plain(word)


@given(st.one_of(TURKISH, UKRAINIAN, ARABIC, st.text(max_size=20)), st.sampled_from(["tr", "uk", "ar", "de", "en"]))
def test_a_stem_is_never_empty(word: str, language: str) -> None:
    for folded in words(word):
        assert stem(folded, language)


@given(letters=st.lists(st.sampled_from("جوازسفرهيةكلب"), min_size=1, max_size=10), marks=st.lists(MARKS, max_size=10))
def test_marks_of_vowels_do_not_matter(letters: list[str], marks: list[str]) -> None:
    marked = "".join(letter + (marks[place] if place < len(marks) else "") for place, letter in enumerate(letters))
    assert words(marked) == words("".join(letters))


@given(st.text(max_size=60))
def test_anything_may_be_given(text: str) -> None:
    assert all(folded and not any(letter.isspace() for letter in folded) for folded, _ in tokens(text))


@pytest.mark.parametrize(
    ("text", "language", "typed"),
    [
        ("Personal-Ausweis beantragen", "de-simple", "Personalausweis beantragen"),
        ("Erste-Hilfe-Kurs", "de-simple", "Erstehilfekurs"),
        ("Straßen·bahn", "de-simple", "Straßenbahn"),
        ("Mo - Fr", "de-simple", "Mo - Fr"),
        ("PIN-Brief", "de", "PIN-Brief"),
    ],
)
def test_easy_german_is_read_as_it_is_typed(text: str, language: str, typed: str) -> None:
    assert spelt(text, language) == typed
