"""Every room that people are sent to has a door, and a way leads there from each kiosk. Draws no way itself."""

from collections.abc import Iterator

from content.model.content import Content, Problem
from content.model.files import CONCERNS, OFFICES, SERVICES, TOWN
from content.wayfinding.building import SpaceKind
from content.wayfinding.route import NoWay, Profile
from content.wayfinding.wayfinder import Wayfinder

REASONS = {
    "closed": "it, or what lies before it, is closed to the public; open it in the plan (access=yes), or name another",
    "not-connected": "draw the door or the stairs that are missing",
}


def check(content: Content) -> Iterator[Problem]:
    """Rooms without a door; places that visitors are sent to and cannot reach."""
    building = content.building
    with_door = {space for door in building.doors if not door.assumed for space in door.spaces}
    for space in building.spaces:
        if space.kind is SpaceKind.ROOM and space.id not in with_door and not space.closed:
            message = "the room has no door; add a door node on its wall, or mark it access=no"
            yield Problem(content.town.building, space.ref or space.id, "door", message, serious=False)
    if not content.town.kiosks:
        return
    finder = Wayfinder(building)
    for kiosk in content.town.kiosks:
        for place, (file, entry, field) in _destinations(content).items():
            try:
                start, goal = finder.find(kiosk.room), finder.find(place)
            except LookupError:
                continue  # told as a dead reference
            way = finder.route(start, goal, Profile.SHORTEST)
            if isinstance(way, NoWay):
                advice = REASONS.get(way.reason, REASONS["not-connected"])
                yield Problem(file, entry, field, f"no way leads from {kiosk.id} to `{place}`; {advice}")
            elif isinstance(finder.route(start, goal, Profile.STEP_FREE), NoWay):
                message = f"only a way with steps leads from {kiosk.id} to `{place}`; can it be done in another room?"
                yield Problem(file, entry, field, message, serious=False)


def _destinations(content: Content) -> dict[str, tuple[str, str, str]]:
    """Where visitors are sent, each place once, with the file, entry and field that says so first."""
    named = [(content.town.help_room, TOWN, "", "help_room")]
    for office in content.offices.values():
        named += [(room, OFFICES, office.id, f"rooms[{i}]") for i, room in enumerate(office.rooms)]
    for concern in content.concerns.values():
        named += [(room, CONCERNS, concern.id, f"rooms[{i}]") for i, room in enumerate(concern.rooms)]
        named.append((concern.waiting_area, CONCERNS, concern.id, "waiting_area"))
    named += [(one.room, SERVICES, one.id, "room") for one in content.services.values() if one.room]
    found: dict[str, tuple[str, str, str]] = {}
    for place, file, entry, field in named:
        found.setdefault(place, (file, entry, field))
    return found
