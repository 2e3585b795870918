"""What the kiosk itself says: gettext catalogues apart from the code, one a language. Content brings its own texts.

A message is named by a key ("welcome.search"), not by a sentence, so that German can be mended without touching the
other languages. `locale/LANGUAGE/LC_MESSAGES/kiosk.po` is what people edit; `kiosk.texts.compiling` compiles it.
"""

import gettext
from functools import cache
from pathlib import Path

LANGUAGES = ("de", "en")
"""Languages of the interface, in the order of the language page."""

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


FOLDER = Path(__file__).parent / "locale"


class NotCompiled(Exception):
    """A catalogue was never compiled. The text says what to type."""


@cache
def _catalogue(language: str) -> gettext.GNUTranslations:
    path = FOLDER / language / "LC_MESSAGES" / "kiosk.mo"
    if not path.is_file():
        raise NotCompiled(f"the texts for {language!r} are not compiled; type: python -m kiosk.texts.compiling")
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def say(key: str, language: str, **values: object) -> str:
    """The text `key` with its places filled; a number `n` among the values chooses the plural form.

    :raises KeyError: the key does not exist (a test walks all catalogues).
    """
    catalogue = _catalogue(language if language in LANGUAGES else "de")
    n = values.get("n")
    text = catalogue.ngettext(key, key, n) if isinstance(n, int) else key
    if text == key:
        text = catalogue.gettext(key)
    if text == key:
        raise KeyError(key)
    return text.format(**values) if values else text
