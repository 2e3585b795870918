"""A text that people read, in several languages, with where it comes from. Not responsible for choosing what to say."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

LANGUAGES = ("de", "de-simple", "en", "tr", "uk", "ar")
"""Languages a text may have. `de-simple` is Leichte Sprache."""


class Text:
    """One text in one or more languages (German at least), never changed after it was read.

    A text may name its own `source` and `as_of` date; without them those of its entry hold.
    """

    __slots__ = ("_by_language", "as_of", "source")

    def __init__(self, by_language: Mapping[str, str], source: str | None = None, as_of: date | None = None) -> None:
        self._by_language = MappingProxyType(dict(by_language))
        self.source = source
        self.as_of = as_of

    @classmethod
    def from_plain(cls, plain: Any) -> "Text":
        """Read `{de: ..., en: ..., source: ..., as_of: ...}`; a bare string is German.

        :raises ValueError: with a sentence that says what to write instead.
        """
        if isinstance(plain, str):
            plain = {"de": plain}
        if not isinstance(plain, dict):
            raise ValueError("write a text, or one text per language: {de: ..., en: ...}")
        plain = dict(plain)
        source, as_of = plain.pop("source", None), plain.pop("as_of", None)
        if source is not None and not isinstance(source, str):
            raise ValueError("`source` must be a text")
        if as_of is not None:
            as_of = _day(as_of)
        for language, words in plain.items():
            if language not in LANGUAGES:
                raise ValueError(f"unknown language `{language}`; known are {', '.join(LANGUAGES)}")
            if words is not None and not isinstance(words, str):
                raise ValueError(f"what stands for `{language}` is not a text; put it in quotes")
            if not words or not words.strip():
                raise ValueError(f"the text for `{language}` is empty; write it, or remove `{language}`")
        if "de" not in plain:
            raise ValueError("the German text (`de`) is missing")
        return cls({language: words.strip() for language, words in plain.items()}, source, as_of)

    def in_language(self, language: str) -> str:
        """The text in `language`, or in German where it does not exist (see `has`)."""
        return self._by_language.get(language) or self._by_language["de"]

    def shown_in(self, language: str) -> str:
        """The language that `in_language` really gives: `language`, or "de" where the text does not exist in it."""
        return language if self._by_language.get(language) else "de"

    def has(self, language: str) -> bool:
        """Whether the text really exists in `language`."""
        return language in self._by_language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the text exists in."""
        return tuple(self._by_language)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (dict(self._by_language), self.source, self.as_of) == (
            dict(other._by_language),
            other.source,
            other.as_of,
        )

    def __hash__(self) -> int:
        return hash((tuple(sorted(self._by_language.items())), self.source, self.as_of))

    def __repr__(self) -> str:
        return f"Text({dict(self._by_language)!r})"


def _day(plain: Any) -> date:
    try:
        return plain if isinstance(plain, date) else date.fromisoformat(plain)
    except (TypeError, ValueError):
        raise ValueError("`as_of` must be a date such as 2026-11-17") from None
