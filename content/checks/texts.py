"""Every text that visitors read exists in German and in English."""

from collections.abc import Iterator

import msgspec

from content.checks import places
from content.model.content import Content, Problem
from content.model.text import Text

WANTED = ("de", "en")


def texts_in(entry: object, field: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of an entry with the path to it."""
    if isinstance(entry, Text):
        yield field, entry
    elif isinstance(entry, msgspec.Struct):
        for one in msgspec.structs.fields(entry):
            yield from texts_in(getattr(entry, one.name), f"{field}.{one.name}".lstrip("."))
    elif isinstance(entry, tuple):
        for index, one in enumerate(entry):
            yield from texts_in(one, f"{field}[{index}]")


def check(content: Content) -> Iterator[Problem]:
    """Missing translations: the German text is shown instead, marked as such."""
    yield from _of(content.town, places.TOWN, "")
    for file, entries in (
        (places.OFFICES, content.offices.values()),
        (places.CONCERNS, content.concerns.values()),
        (places.SITUATIONS, content.life_situations.values()),
        (places.NOTICES, content.notices),
    ):
        for entry in entries:  # type: ignore[attr-defined]
            yield from _of(entry, file, entry.id)
    for service in content.services.values():
        for problem in _of(service, "", service.id):
            file = places.file_of_service(content, service.id)
            yield Problem(file, problem.entry, problem.field, problem.message, serious=False)


def _of(entry: object, file: str, name: str) -> Iterator[Problem]:
    for field, text in texts_in(entry):
        for language in WANTED:
            if not text.has(language):
                message = f"the text is missing in `{language}`: {text.in_language('de')[:40]!r}"
                yield Problem(file, name, f"{field}.{language}", message, serious=False)
