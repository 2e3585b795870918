"""How much is there in each language, and entries that change their language midway. Not about what must be there.

A service wholly in German is shown with a mark that says so; one with a Turkish title and German papers confuses.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from content.checks.texts import WANTED, entries_of, texts_in
from content.model.content import Content, Problem
from content.model.text import LANGUAGES, Text

OTHERS = LANGUAGES[1:]
"""Into which German is translated."""


def check(content: Content) -> Iterator[Problem]:
    """Entries with some texts in a language that others lack; languages that are wanted are told text by text."""
    for file, name, entry in entries_of(content):
        texts = _written(entry)
        for language in OTHERS:
            missing = [field for field, text in texts if not text.has(language)]
            if language not in WANTED and 0 < len(missing) < len(texts):
                count = f"{len(texts) - len(missing)} of {len(texts)} texts"
                message = f"only {count} are there in `{language}`; translate this one too, or remove `{language}`"
                yield Problem(file, name, f"{missing[0]}.{language}", message, serious=False)


def coverage(content: Content) -> Mapping[str, float]:
    """Per language the share of texts that exist in it, 0 to 1."""
    texts = [text for _, _, entry in entries_of(content) for _, text in _written(entry)]
    return {language: sum(text.has(language) for text in texts) / len(texts) for language in OTHERS}


def _written(entry: Struct) -> list[tuple[str, Text]]:
    """The texts of an entry, without the reasons that the program knows in all languages."""
    return [
        (field, text)
        for field, text in texts_in(entry)
        if not (field.endswith(".reason") and len(text.languages) == len(LANGUAGES))
    ]
