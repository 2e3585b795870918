"""`make texts`: new keys reach every language, and a translation of words that changed is looked at again."""

from pathlib import Path

import pytest

from kiosk.texts import extracting

GERMAN = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. Button of the help bar.
msgid "bar.back"
msgstr "Zurück"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Catalogues of their own: German with one text, and code that says one more."""
    monkeypatch.setattr(extracting, "FOLDER", tmp_path)
    monkeypatch.setattr(extracting, "spoken", lambda: {"bar.back": False, "welcome.waiting": True})
    for language in ("de", "uk"):
        extracting.path_of(language).parent.mkdir(parents=True)
    extracting.path_of("de").write_text(GERMAN, "utf-8")
    return tmp_path


def complete(language: str) -> str:
    extracting.path_of(language).write_bytes(extracting.completed(language))
    return extracting.path_of(language).read_text("utf-8")


def test_a_new_key_is_added_empty_with_all_its_forms(folder: Path) -> None:
    assert 'msgid "welcome.waiting"\nmsgid_plural "welcome.waiting"\nmsgstr[0] ""\nmsgstr[1] ""' in complete("de")
    assert 'msgstr[2] ""' in complete("uk")


def test_a_translator_sees_the_german_words_and_what_they_are_for(folder: Path) -> None:
    complete("de")
    assert '#. Button of the help bar.\n#. de: Zurück\nmsgid "bar.back"\nmsgstr ""' in complete("uk")


def test_words_that_changed_in_german_are_looked_at_again(folder: Path) -> None:
    complete("de")
    complete("uk")
    path = extracting.path_of("uk")
    path.write_text(path.read_text("utf-8").replace('"bar.back"\nmsgstr ""', '"bar.back"\nmsgstr "Назад"'), "utf-8")
    assert "fuzzy" not in complete("uk")
    extracting.path_of("de").write_text(GERMAN.replace("Zurück", "Einen Schritt zurück"), "utf-8")
    assert '#. de: Einen Schritt zurück\n#, fuzzy\nmsgid "bar.back"\nmsgstr "Назад"' in complete("uk")
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")
    assert "fuzzy" not in complete("uk"), "somebody has looked at it"


def test_what_german_no_longer_has_is_removed_elsewhere(folder: Path) -> None:
    complete("de")
    path = extracting.path_of("uk")
    complete("uk")
    path.write_text(path.read_text("utf-8") + '\nmsgid "old.key"\nmsgstr "Старе"\n', "utf-8")
    assert "old.key" not in complete("uk")
