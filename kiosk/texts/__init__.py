"""What the kiosk itself says: gettext catalogues apart from the code, one a language. Content brings its own texts.

A message is named by a key ("welcome.search"), not by a sentence, so that German can be mended without touching the
other languages. `locale/LANGUAGE/LC_MESSAGES/kiosk.po` is what people edit (docs/translating.md);
`kiosk.texts.extracting` keeps the files complete and `kiosk.texts.compiling` compiles them. The staff corner has a
catalogue of its own, `staff.po`, in the languages of the staff only.
"""

import gettext
from collections.abc import Iterable
from functools import cache, reduce
from pathlib import Path

from kiosk.texts.pseudo import pseudo

LANGUAGES = ("de", "de-simple", "en", "tr", "uk", "ar")
"""Languages of the interface, in the order of the language page."""

STAFF_LANGUAGES = ("de", "en")
"""Languages of the staff corner; whoever comes from another one reads German."""

PSEUDO = "pseudo"
"""Not a language: German made longer and strange, to see which words do not fit. Never offered to visitors."""

NAMES = {
    "de": "Deutsch",
    "de-simple": "Leichte Sprache",
    "en": "English",
    "tr": "Türkçe",
    "uk": "Українська",
    "ar": "العربية",
}
"""Each language in its own name."""

RIGHT_TO_LEFT = frozenset({"ar"})

GERMAN = "de"
"""The language every text exists in."""

FOLDER = Path(__file__).parent / "locale"


class NotCompiled(Exception):
    """A catalogue was never compiled. The text says what to type."""


@cache
def _catalogue(language: str, domain: str = "kiosk") -> gettext.GNUTranslations:
    path = FOLDER / language / "LC_MESSAGES" / f"{domain}.mo"
    if not path.is_file():
        raise NotCompiled(f"the texts for {language!r} are not compiled; type: python -m kiosk.texts.compiling")
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def say(key: str, language: str, **values: object) -> str:
    """The text `key` with its places filled; a number `n` among the values chooses the plural form.

    A language the kiosk does not speak, and a text that is not translated yet, are said in German.

    :raises KeyError: the key does not exist (a test walks all catalogues).
    """
    n = values.get("n")
    text = _text(key, language, n if isinstance(n, int) else None)
    return text.format(**values) if values else text


def _text(key: str, language: str, n: int | None) -> str:
    if language == PSEUDO:
        return pseudo(_text(key, GERMAN, n))
    catalogue = _catalogue(language if language in LANGUAGES else GERMAN)
    text = catalogue.ngettext(key, key, n) if n is not None else key
    if text == key:
        text = catalogue.gettext(key)
    if text != key:
        return text
    if language == GERMAN:
        raise KeyError(key)
    return _text(key, GERMAN, n)


def say_staff(key: str, language: str, **values: object) -> str:
    """The same from the catalogue of the staff corner; languages that staff do not speak are told in German.

    :raises KeyError: the key does not exist.
    """
    catalogue, n = _catalogue(language if language in STAFF_LANGUAGES else GERMAN, "staff"), values.get("n")
    text = catalogue.ngettext(key, key, n) if isinstance(n, int) else key
    text = catalogue.gettext(key) if text == key else text
    if text == key:
        raise KeyError(key)
    return text.format(**values) if values else text


def listed(parts: Iterable[str], language: str) -> str:
    """Parts one after the other, with the comma of the language: "Mo 8–12 Uhr, Di 8–16 Uhr"."""
    return reduce(lambda before, part: say("list", language, before=before, next=part) if before else part, parts, "")
