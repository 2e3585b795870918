"""Texts must fit their place on the screen and on the paper. Not responsible for what they say."""

from collections.abc import Iterator

from content.model.content import Content, Problem
from content.model.files import CONCERNS, SERVICES, SITUATIONS
from content.model.text import Text

TITLE, CONCERN, PAPER, PROCESSING, TILE = 48, 26, 44, 18, 30
"""Letters that fit, measured on the 21.5 inch panel."""


def check(content: Content) -> Iterator[Problem]:
    """Texts that would be set smaller or broken into more lines than the look allows."""
    for concern in content.concerns.values():
        yield from _long(concern.title, CONCERN, CONCERNS, concern.id, "title")
    for situation in content.life_situations.values():
        yield from _long(situation.title, TILE, SITUATIONS, situation.id, "title")
    for service in content.services.values():
        yield from _long(service.title, TITLE, SERVICES, service.id, "title")
        yield from _long(service.processing_time, PROCESSING, SERVICES, service.id, "processing_time")
        for index, paper in enumerate(service.papers):
            yield from _long(paper.what, PAPER, SERVICES, service.id, f"papers[{index}].what")


def _long(text: Text | None, limit: int, file: str, entry: str, field: str) -> Iterator[Problem]:
    for language in text.languages if text else ():
        assert text is not None
        length = len(text.in_language(language))
        if length > limit:
            message = f"{length} letters, {limit} fit; use shorter words"
            yield Problem(file, entry, f"{field}.{language}", message, serious=False)
