"""Every id and room ref that an entry names must exist."""

import difflib
from collections.abc import Iterable, Iterator

from content.checks import places
from content.model.content import Content, Problem


def check(content: Content) -> Iterator[Problem]:
    """Dead references, each with the nearest name that exists."""
    rooms = known_places(content)
    town = content.town
    yield from _missing(rooms, [("help_room", town.help_room)], places.TOWN, "")
    yield from _missing(
        rooms, [(f"kiosks[{i}].room", kiosk.room) for i, kiosk in enumerate(town.kiosks)], places.TOWN, ""
    )
    if town.ask_concern:
        yield from _missing(content.concerns, [("ask_concern", town.ask_concern)], places.TOWN, "")
    for office in content.offices.values():
        named = [(f"rooms[{i}]", room) for i, room in enumerate(office.rooms)]
        yield from _missing(rooms, named, places.OFFICES, office.id)
    for concern in content.concerns.values():
        named = [(f"rooms[{i}]", room) for i, room in enumerate(concern.rooms)]
        yield from _missing(rooms, [*named, ("waiting_area", concern.waiting_area)], places.CONCERNS, concern.id)
        yield from _missing(content.offices, [("office", concern.office)], places.CONCERNS, concern.id)
    for notice in content.notices:
        named = [(f"closes[{i}]", part) for i, part in enumerate(notice.closes)]
        yield from _missing(rooms, named, places.NOTICES, notice.id)
    yield from _services(content, rooms)


def _services(content: Content, rooms: frozenset[str]) -> Iterator[Problem]:
    for service in content.services.values():
        problems = [
            *_missing(content.offices, [("office", service.office)], places.SERVICES, service.id),
            *_missing(content.concerns, [("concern", service.concern)], places.SERVICES, service.id),
            *_missing(rooms, [("room", service.room)], places.SERVICES, service.id),
            *_missing(
                content.life_situations,
                [(f"life_situations[{i}]", one) for i, one in enumerate(service.life_situations)],
                places.SERVICES,
                service.id,
            ),
        ]
        for problem in problems:
            file = places.file_of_service(content, service.id)
            yield Problem(file, problem.entry, problem.field, problem.message)


def known_places(content: Content) -> frozenset[str]:
    """Every id, ref and name of the building, in lower case."""
    building = content.building
    names = [word for space in building.spaces for word in (space.id, space.ref, *space.names.values())]
    names += [word for mark in building.marks for word in (mark.id, mark.ref, *mark.names.values())]
    names += [word for one in building.connectors for word in (one.id, one.name)]
    return frozenset(name.lower() for name in names if name)


def _missing(known: Iterable[str], named: Iterable[tuple[str, str | None]], file: str, entry: str) -> Iterator[Problem]:
    have = {one.lower() for one in known}
    for field, name in named:
        if name is None or name.lower() in have:
            continue
        near = difflib.get_close_matches(name.lower(), have, n=1)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        yield Problem(file, entry, field, f"`{name}` does not exist{hint}")
