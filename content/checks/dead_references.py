"""Every id and room ref that an entry names must exist. Not responsible for whether a way leads there."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping

from content.model.content import Content, Problem
from content.model.files import CONCERNS, NOTICES, OFFICES, SERVICES, TOWN
from content.wayfinding.building import Building

Named = Iterable[tuple[str, str | None]]
"""Fields with the name that stands in them."""


def check_places(content: Content) -> Iterator[Problem]:
    """Places that the building does not have, each with the nearest name that exists."""
    rooms, parts, town = known_places(content.building), closable_parts(content.building), content.town
    kiosks = [(f"kiosks[{i}].room", kiosk.room) for i, kiosk in enumerate(town.kiosks)]
    named: list[tuple[str, str, Named]] = [(TOWN, "", [("help_room", town.help_room), *kiosks])]
    named += [(OFFICES, one.id, _numbered("rooms", one.rooms)) for one in content.offices.values()]
    for concern in content.concerns.values():
        places = [*_numbered("rooms", concern.rooms), ("waiting_area", concern.waiting_area)]
        named.append((CONCERNS, concern.id, places))
    named += [(SERVICES, one.id, [("room", one.room)]) for one in content.services.values()]
    for file, entry, fields in named:
        yield from _missing(rooms, fields, file, entry, _as_a_room)
    for notice in content.notices:
        yield from _missing(parts, _numbered("closes", notice.closes), NOTICES, notice.id, _as_a_part)


def check_entries(content: Content) -> Iterator[Problem]:
    """Offices, queues and life situations that are named and not written anywhere."""
    offices, concerns, situations = (
        {one: one for one in entries} for entries in (content.offices, content.concerns, content.life_situations)
    )
    yield from _missing(concerns, [("ask_concern", content.town.ask_concern)], TOWN, "")
    for concern in content.concerns.values():
        yield from _missing(offices, [("office", concern.office)], CONCERNS, concern.id)
    for service in content.services.values():
        yield from _missing(offices, [("office", service.office)], SERVICES, service.id)
        yield from _missing(concerns, [("concern", service.concern)], SERVICES, service.id)
        yield from _missing(situations, _numbered("life_situations", service.life_situations), SERVICES, service.id)


def known_places(building: Building) -> Mapping[str, str]:
    """Every id, ref and name by which `Wayfinder.find` finds a place -> as it is written."""
    marks = [word for one in building.marks for word in (one.id, one.ref, *one.names.values())]
    return _folded((*_of_spaces(building), *marks, *(one.id for one in building.connectors)))


def closable_parts(building: Building) -> Mapping[str, str]:
    """Every id, ref and name of what a notice can close -> as it is written. Points cannot be closed."""
    connectors = [word for one in building.connectors for word in (one.id, one.name)]
    walkways = [word for one in building.walkways for word in (one.id, *one.names.values())]
    return _folded((*_of_spaces(building), *connectors, *walkways))


def _of_spaces(building: Building) -> list[str]:
    return [word for one in building.spaces for word in (one.id, one.ref, *one.names.values())]


def _folded(words: Iterable[str]) -> Mapping[str, str]:
    return {word.casefold(): word for word in words if word}


def _numbered(field: str, names: Iterable[str]) -> list[tuple[str, str | None]]:
    return [(f"{field}[{index}]", name) for index, name in enumerate(names)]


def _as_an_id(name: str) -> tuple[str, ...]:
    """Ids are looked up as they are written: capital letters matter."""
    return (name,)


def _as_a_part(name: str) -> tuple[str, ...]:
    return (name.strip().casefold(),)


def _as_a_room(name: str) -> tuple[str, ...]:
    """Before a room's number a word may stand, as in `Wayfinder.find`."""
    (word,) = _as_a_part(name)
    return (word, *(word.removeprefix(before) for before in ("zimmer ", "raum ", "room ")))


def _missing(
    known: Mapping[str, str],
    named: Named,
    file: str,
    entry: str,
    readings: Callable[[str], tuple[str, ...]] = _as_an_id,
) -> Iterator[Problem]:
    """A problem for every name that is not `known` in any of its `readings`."""
    for field, name in named:
        words = readings(name) if name is not None else ()
        if name is None or any(word in known for word in words):
            continue
        near = difflib.get_close_matches(words[0], known, n=1)
        hint = f"did you mean `{known[near[0]]}`?" if near else "write the name of one that does, or remove it"
        yield Problem(file, entry, field, f"`{name}` does not exist; {hint}")
