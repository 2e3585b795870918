"""Rooms, areas and marks of the building as entries of the search. Not responsible for the way there."""

from collections.abc import Iterator, Mapping

from content.answers.entry import ALIAS_WEIGHT, Entry, Words
from content.answers.services import UNDERSTOOD, in_language
from content.answers.uses import USES, USES_IN
from content.model.content import Content
from content.wayfinding.building import PlaceMark, Space, SpaceKind

HIDDEN_KINDS = frozenset({SpaceKind.CORRIDOR, SpaceKind.RAMP})
HIDDEN_USES = frozenset({"technical", "storage", "shaft", "kitchen"})
"""Nothing that visitors go to."""
USE_WEIGHT, OFFICE_WEIGHT, SECOND_ROOM_WEIGHT, SERVICE_WEIGHT = 1.6, 2.0, 1.0, 0.5


def place_entries(content: Content, language: str) -> tuple[Entry, ...]:
    """All places a visitor may look for. Ids are the building's; of the same title ground floor first."""
    doing = _done_in(content, language)
    found = [
        Entry(
            space.id,
            space.label(language),
            (*_space_words(space, language), *doing.get(space.ref, ())),
            language if language in space.names else "de",
            space.ref,
            order=_distance(min(space.levels)),
        )
        for space in content.building.spaces
        if _looked_for(space)
    ]
    found += [
        Entry(
            mark.id,
            mark.names.get(language) or mark.names.get("") or mark.ref,
            (*_named(mark, language), *_use(mark.kind, language), *doing.get(mark.ref, ())),
            language if language in mark.names else "de",
            mark.ref,
            order=_distance(mark.level),
        )
        for mark in content.building.marks
        if mark.names or mark.ref
    ]
    return tuple(found)


def _looked_for(space: Space) -> bool:
    hidden = space.closed or space.kind in HIDDEN_KINDS or space.use in HIDDEN_USES
    return bool(space.names or space.ref) and not hidden


def _distance(level: float) -> float:
    """Order of levels where titles are the same: ground floor, first floor, basement, second floor, ..."""
    return abs(level) + (0.5 if level < 0 else 0.0)


def _space_words(space: Space, language: str) -> Iterator[Words]:
    yield from _named(space, language)
    for use in dict.fromkeys((space.use, space.landmark)):
        yield from _use(use, language)
    if space.colour:
        yield Words(space.colour, ALIAS_WEIGHT)
    if space.wheelchair and space.use.startswith("toilet"):
        yield from _use("wheelchair", language)


def _named(place: Space | PlaceMark, language: str) -> Iterator[Words]:
    """Its names in all languages that are typed here, and its number as people type it."""
    for spoken, name in place.names.items():
        if (spoken or "de") in (language, *UNDERSTOOD):
            yield Words(name, ALIAS_WEIGHT, spoken or "de", name=True)
    if place.ref:
        yield Words(place.ref, ALIAS_WEIGHT, language, name=True)


def _use(use: str, language: str) -> Iterator[Words]:
    if use in USES:
        yield Words(USES[use], USE_WEIGHT)
    if use in USES_IN.get(language, {}):
        yield Words(USES_IN[language][use], USE_WEIGHT, language)


def _done_in(content: Content, language: str) -> Mapping[str, tuple[Words, ...]]:
    """Per room ref the offices, queues and services that are there."""
    found: dict[str, list[Words]] = {}

    def add(room: str, words: Words) -> None:
        found.setdefault(room, []).append(words)

    for office in content.offices.values():
        for place, room in enumerate(office.rooms):
            weight = OFFICE_WEIGHT if place == 0 else SECOND_ROOM_WEIGHT
            for other in dict.fromkeys((language, *UNDERSTOOD)):
                if office.name.has(other):
                    add(room, Words(office.name.in_language(other), weight, other, name=place == 0))
    for concern in content.concerns.values():
        for room in concern.rooms:
            add(room, in_language(concern.title, language, SECOND_ROOM_WEIGHT))
    for service in content.services.values():
        concern_ = content.concerns.get(service.concern or "")
        rooms = (service.room,) if service.room else concern_.rooms if concern_ else ()
        for room in rooms:
            add(room, in_language(service.title, language, SERVICE_WEIGHT))
    return {room: tuple(words) for room, words in found.items()}
