"""What the kiosk itself says, in tables apart from the code, one module a language. Content brings its own texts."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

LANGUAGES = ("de", "en")
"""Languages of the interface, in the order of the language bar."""

NAMES = {"de": "Deutsch", "en": "English"}
"""Each language in its own name."""


@cache
def table(language: str) -> Mapping[str, str]:
    """All texts of one language by key."""
    texts: Mapping[str, str] = import_module(f"kiosk.texts.{language}").TEXTS
    return texts


def say(key: str, language: str, **values: object) -> str:
    """The text `key` with its places filled.

    A number `n` among the values chooses `key.one` for 1, if there is one.

    :raises KeyError: the key does not exist (a test walks all tables).
    """
    texts = table(language if language in LANGUAGES else "de")
    if values.get("n") == 1 and f"{key}.one" in texts:
        key = f"{key}.one"
    return texts[key].format(**values) if values else texts[key]
