"""Every room that people are sent to has a door, and a way leads there from the kiosk, without steps too."""

from collections.abc import Iterator

from content.checks import places
from content.model.content import Content, Problem
from content.wayfinding.building import SpaceKind
from content.wayfinding.route import NoWay, Profile
from content.wayfinding.wayfinder import Wayfinder


def check(content: Content) -> Iterator[Problem]:
    """Rooms without a door; places that visitors are sent to and cannot reach."""
    file, building = content.town.building, content.building
    with_door = {space for door in building.doors if not door.assumed for space in door.spaces}
    for space in building.spaces:
        if space.kind is SpaceKind.ROOM and space.id not in with_door and not space.closed:
            message = "the room has no door; add a door node on its wall, or mark it access=no"
            yield Problem(file, space.ref or space.id, "door", message, serious=False)
    finder = Wayfinder(building)
    for kiosk in content.town.kiosks:
        for place, file, entry, field in _destinations(content):
            try:
                start, goal = finder.find(kiosk.room), finder.find(place)
            except LookupError:
                continue  # told as a dead reference
            way = finder.route(start, goal, Profile.SHORTEST)
            if isinstance(way, NoWay):
                message = f"no way leads from {kiosk.id} to `{place}`; is a door or a connection missing?"
                yield Problem(file, entry, field, message)


def _destinations(content: Content) -> Iterator[tuple[str, str, str, str]]:
    yield content.town.help_room, places.TOWN, "", "help_room"
    seen: set[str] = set()
    for office in content.offices.values():
        for i, room in enumerate(office.rooms):
            if room not in seen:
                seen.add(room)
                yield room, places.OFFICES, office.id, f"rooms[{i}]"
    for concern in content.concerns.values():
        for field, room in (
            *((f"rooms[{i}]", r) for i, r in enumerate(concern.rooms)),
            ("waiting_area", concern.waiting_area),
        ):
            if room not in seen:
                seen.add(room)
                yield room, places.CONCERNS, concern.id, field
    for service in content.services.values():
        if service.room and service.room not in seen:
            seen.add(service.room)
            yield service.room, places.SERVICES, service.id, "room"
