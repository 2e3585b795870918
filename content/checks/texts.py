"""Every text that visitors read exists in German and in English. Not responsible for its length."""

from collections.abc import Iterator

from msgspec import Struct

from content.model.content import Content, Problem
from content.model.files import CONCERNS, NOTICES, OFFICES, SERVICES, SITUATIONS, TOWN
from content.model.text import LANGUAGES, Text

WANTED = ("en",)
"""German is there always: without it a text is not read."""


def texts_in(entry: object, field: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of an entry with the path to it."""
    if isinstance(entry, Text):
        yield field, entry
    elif isinstance(entry, Struct):
        for name in entry.__struct_fields__:
            yield from texts_in(getattr(entry, name), f"{field}.{name}".lstrip("."))
    elif isinstance(entry, tuple):
        for index, one in enumerate(entry):
            yield from texts_in(one, f"{field}[{index}]")


def entries_of(content: Content) -> Iterator[tuple[str, str, Struct]]:
    """Everything that visitors read, with its file and its id ("" for the town)."""
    yield TOWN, "", content.town
    yield from ((OFFICES, one.id, one) for one in content.offices.values())
    yield from ((CONCERNS, one.id, one) for one in content.concerns.values())
    yield from ((SITUATIONS, one.id, one) for one in content.life_situations.values())
    yield from ((NOTICES, one.id, one) for one in content.notices)
    yield from ((SERVICES, one.id, one) for one in content.services.values())


def check(content: Content) -> Iterator[Problem]:
    """Missing translations (the German text is shown instead, marked as such), and words for no language."""
    for file, name, entry in entries_of(content):
        for field, text in texts_in(entry):
            for language in WANTED:
                if not text.has(language):
                    message = f"the text is missing in `{language}`; translate {text.in_language('de')[:40]!r}"
                    yield Problem(file, name, f"{field}.{language}", message, serious=False)
    for service in content.services.values():
        for language in service.also_called:
            if language not in LANGUAGES:
                message = f"unknown language `{language}`; known are {', '.join(LANGUAGES)}"
                yield Problem(SERVICES, service.id, f"also_called.{language}", message)
