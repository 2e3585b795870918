"""Nothing is untranslated, stale or broken in the catalogues, in any language."""

import gettext
import re
import unicodedata
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Message
from fontTools.ttLib import TTFont

from kiosk.texts import GERMAN, LANGUAGES, NAMES, extracting, say, spoken
from kiosk.widgets import fonts

OTHERS = [language for language in LANGUAGES if language != GERMAN]
FOREIGN = [language for language in OTHERS if not language.startswith(GERMAN)]
ALIKE = {"{n} m", "{low}–{high} €", "Start", "Online", "OK", "WC"}
"""Words that may be the same as in German, beside those without letters."""
LONGER = 1.9
SHORT_WORD = 13
"""So long may a button's word be in any case: "Weg" sets no button's width."""
LOOKALIKES = "aceiopxyABCEHIKMOPTXaceiopxy"
"""Latin letters that look like Cyrillic ones."""


@cache
def catalogue(language: str) -> dict[str, Message]:
    return extracting.messages(extracting.read(language))


def every(languages: list[str]) -> list[tuple[str, str, str]]:
    """(language, key, form) of all texts."""
    return [
        (language, key, form)
        for language in languages
        for key, message in catalogue(language).items()
        for form in extracting.forms(message)
    ]


def fields(text: str) -> list[tuple[str, str]]:
    """Places in a text, and how they are written."""
    return sorted((name, form or "") for _, name, form, _ in Formatter().parse(text) if name)


# --- the code and German -----------------------------------------------------------------------------------------


def test_everything_the_code_says_exists() -> None:
    missing = set(spoken.spoken()) - set(catalogue(GERMAN))
    assert not missing, "type: make texts"
    for pattern in spoken.patterns():
        assert any(re.fullmatch(pattern, key) for key in catalogue(GERMAN)), pattern


def test_everything_that_exists_is_said() -> None:
    said = set(spoken.spoken()) | spoken.literals()
    patterns = spoken.patterns()
    left = {key for key in catalogue(GERMAN) if key not in said and not any(re.fullmatch(one, key) for one in patterns)}
    assert not left, "remove them from de, then type: make texts"


def test_a_number_is_given_where_a_form_depends_on_it() -> None:
    plural = {key for key, message in catalogue(GERMAN).items() if isinstance(message.id, (tuple, list))}
    numbered = {key for key, with_number in spoken.spoken().items() if with_number}
    assert plural <= numbered


def test_what_stands_on_a_button_tells_the_translator_so() -> None:
    silent = {key for key in spoken.buttons() if not catalogue(GERMAN)[key].auto_comments}
    assert not silent, "write a comment (#.) in de: where it stands, how long it may be"


# --- every language ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_as_make_texts_writes_it(language: str) -> None:
    assert extracting.path_of(language).read_bytes() == extracting.completed(language), "type: make texts"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_or_stale(language: str) -> None:
    assert set(catalogue(language)) == set(catalogue(GERMAN))
    assert not extracting.read(language).obsolete
    for key, message in catalogue(language).items():
        assert not message.fuzzy, f"{key}: the German words changed; look at it, then remove `fuzzy`"
        assert all(extracting.forms(message)), f"{key} is not translated"
        assert all(form == form.strip(" \n\t") for form in extracting.forms(message)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    source = extracting.path_of(language).read_text("utf-8")
    count, rule = re.search(r"nplurals=(\d); plural=(.+);", source).groups()  # type: ignore[union-attr]
    assert (int(count), rule) == extracting.PLURALS.get(language, extracting.TWO)
    choose = gettext.c2py(rule)
    chosen = [choose(n) for n in range(1000)]
    assert set(chosen) == set(range(int(count)))
    for key, message in catalogue(language).items():
        if isinstance(message.id, (tuple, list)):
            assert len(extracting.forms(message)) == int(count), key
            for index, form in enumerate(extracting.forms(message)):
                if chosen.count(index) > 1 and any("{n}" in one for one in extracting.forms(message)):
                    assert "{n}" in form, f"{key}[{index}] stands for several numbers and names none"


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_those_of_the_german_text(language: str) -> None:
    for key, german in catalogue(GERMAN).items():
        wanted = fields(extracting.forms(german)[-1])
        plural = isinstance(german.id, (tuple, list))
        for form in extracting.forms(catalogue(language)[key]):
            found = fields(form)
            assert found == wanted or (plural and found == [one for one in wanted if one[0] != "n"]), (key, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said(language: str) -> None:
    for key, message in catalogue(GERMAN).items():
        values: dict[str, object] = dict.fromkeys((name for name, _ in fields(extracting.forms(message)[-1])), 7)
        assert say(key, language, **values)


# --- words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", OTHERS)
def test_buttons_stay_short(language: str) -> None:
    for key in spoken.buttons():
        german = max(map(len, extracting.forms(catalogue(GERMAN)[key])))
        for form in extracting.forms(catalogue(language)[key]):
            assert len(_bare(form)) <= max(LONGER * german, SHORT_WORD), (key, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_bar_has_short_words(language: str) -> None:
    """A fifth of the screen holds nine letters of the smallest size, and none can be broken."""
    for key in ("bar.back", "bar.finish", "bar.read", "bar.stop", "bar.view", "bar.help"):
        (word,) = extracting.forms(catalogue(language)[key])
        assert len(word) <= 9, (key, word)
        assert " " not in word


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_cards_stay_in_one_line(language: str) -> None:
    for key in ("service.fee", "service.processing", "service.desk_time", "service.where"):
        (label,) = extracting.forms(catalogue(language)[key])
        assert len(_bare(label)) <= 16, (key, label)


def test_no_german_is_left_in_other_languages() -> None:
    for language, key, form in every(FOREIGN):
        if any(letter.isalpha() for letter in re.sub(r"\{[^}]*\}", "", form)) and form not in ALIKE:
            assert form not in extracting.forms(catalogue(GERMAN)[key]), (language, key)


def test_easy_german_has_short_sentences() -> None:
    for _, key, form in every(["de-simple"]):
        for sentence in re.split(r"[.?!:] ", form):
            assert len(sentence.split()) <= 10, (key, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_western(language: str) -> None:
    for _, key, form in every([language]):
        assert all(letter in "0123456789" for letter in form if letter.isdigit()), key


def test_arabic_is_logical_text() -> None:
    """No shapes chosen beforehand, no stretching, nothing invisible: who draws shapes and orders it."""
    for _, key, form in every(["ar"]):
        assert all(unicodedata.normalize("NFKC", letter) == letter for letter in form), key
        assert not re.search("[\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]", form), key


def test_no_latin_letter_hides_in_a_ukrainian_word() -> None:
    for _, key, form in every(["uk"]):
        for word in re.findall(r"[^\W\d_]+", re.sub(r"\{[^}]*\}", "", form)):
            scripts = {unicodedata.name(letter).split()[0] for letter in word}
            assert len(scripts) == 1, (key, word)
            assert scripts == {"CYRILLIC"} or not set(word) <= set(LOOKALIKES), (key, word)
            assert not set(word) & set("ыэъёЫЭЪЁ"), f"{key}: {word!r} is Russian"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fonts_have_every_letter(language: str) -> None:
    letters = {letter for _, _, form in every([language]) for letter in form + NAMES[language]}
    assert not {letter for letter in letters if ord(letter) not in covered() and not letter.isspace()}


@cache
def covered() -> frozenset[int]:
    """Characters that one of the kiosk's faces can draw; signs are drawn as icons."""
    codes = {ord("↓"), ord("↑")}
    for script in (fonts.LATIN, fonts.CYRILLIC, fonts.ARABIC):
        with TTFont(fonts.font_file(script), lazy=True) as face:
            codes |= set(face.getBestCmap())
    return frozenset(codes)


def _bare(text: str) -> str:
    """Without vowel signs, which take no room."""
    return "".join(letter for letter in text if not unicodedata.combining(letter))
