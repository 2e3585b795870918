"""Texts of the content as they are shown: in the visitor's language, or in German where nobody translated them."""

from collections.abc import Iterable, Mapping

from content.model.text import Text


class German(str):
    """Words that stand in German on a page in another language. Used like any text; who speaks or marks it looks.

    Part of a longer sentence of ours they count as a name, and the sentence as one in the visitor's language.
    """


def shown(text: Text, language: str) -> str:
    """The text in `language`, else in German, and then as `German`."""
    words = text.in_language(language)
    return words if text.has(language) else German(words)


def named(names: Mapping[str, str], language: str) -> str:
    """A name of a place in `language`, else its plain, German one; "" where it has none."""
    own, plain = names.get(language), names.get("", "")
    return own or (plain if language == "de" or not plain else German(plain))


def together(words: str, parts: Iterable[str]) -> str:
    """`words` put together of `parts`: `German` if one of them is."""
    return German(words) if any(isinstance(part, German) for part in parts) else words


def language_of(words: str) -> str:
    """ "de" for words left in German, "" for those in the language of their page."""
    return "de" if isinstance(words, German) else ""
