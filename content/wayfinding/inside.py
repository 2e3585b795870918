"""The inside of spaces as edges: lines of sight in halls and rooms, shafts of lifts and stairs, ramps. No lines."""

from shapely import Point

from content.wayfinding import sight
from content.wayfinding.building import Door, Level, Space, SpaceKind
from content.wayfinding.collecting import Collection, metres_between
from content.wayfinding.graph import LEVEL_HEIGHT_M, STAIRS_PER_LEVEL_M, Going, Owner

GOING = {SpaceKind.STAIRS: Going.STAIRS, SpaceKind.LIFT: Going.LIFT, SpaceKind.RAMP: Going.RAMP}
HALLS = frozenset({"entrance", "lobby", "hall", "passage", "vestibule", "airlock", "waiting", "corridor", "foyer"})
"""Rooms of these uses are there to walk through."""


class Inside:
    """Adds doors, then what lies between them."""

    def __init__(self, parts: Collection) -> None:
        self._parts = parts

    def doors(self) -> None:
        """A node for every door that may be walked through."""
        for door in self._parts.building.doors:
            if not door.closed or any(self._parts.spaces[space].closed for space in door.spaces):
                self._door(door)  # the room's own closing decides where both are closed

    def spaces(self) -> None:
        """The inside of every space on every level, lifts and stairs between levels."""
        for space in self._parts.building.spaces:
            owner = self._parts.owner(_space_owner(space))
            self._parts.place_owner[space.id] = owner
            if space.kind in (SpaceKind.LIFT, SpaceKind.STAIRS):
                self._shaft(space, owner)
            else:
                for level in self._levels(space):
                    self._inside(space, level, owner)
                if space.kind is SpaceKind.RAMP:
                    self._slope(space, owner)

    def _door(self, door: Door) -> None:
        node = self._parts.node(door.at, door.level)
        self._parts.door_nodes[door.id] = node
        for space in door.spaces:
            self._parts.portals[space, door.level].append(node)

    def _levels(self, space: Space) -> list[Level]:
        """Levels of a space and of its doors (a landing's door lies between two)."""
        extra = {level for one, level in self._parts.portals if one == space.id} if space.kind in GOING else set()
        return sorted({*space.levels, *extra})

    def _inside(self, space: Space, level: Level, owner: int) -> None:
        """Lines of sight between the doors of a space and its centre, around its corners."""
        doors = self._parts.portals.get((space.id, level), [])
        is_room = space.kind is SpaceKind.ROOM
        parts = self._parts.ground.free(space, level)
        largest = max(parts, key=lambda part: part.area, default=None)
        for part in parts:
            mine = doors if len(parts) == 1 else [n for n in doors if part.distance(Point(self._parts.xy(n))) < 0.75]
            nodes = list(dict.fromkeys(mine))
            if part is largest:
                place = self._parts.node(sight.centre(part), level)
                self._parts.places[space.id].append(place)
                nodes.append(place)
            nodes += [self._parts.node(corner, level) for corner in sight.corners(part)]
            # Between the doors of a room lines are drawn only if it is walked through; that is not known yet.
            for one, other, metres in sight.lines_of_sight(part, [self._parts.xy(node) for node in nodes]):
                self._parts.edge(nodes[one], nodes[other], metres, owner)
            if is_room and part is largest and len(parts) > 1:
                break

    def _shaft(self, space: Space, owner: int) -> None:
        """A lift or staircase: one node a level, joined to its doors there and to the next level."""
        at = sight.centre(self._parts.shapes[space.id])
        rise = LEVEL_HEIGHT_M if space.kind is SpaceKind.LIFT else STAIRS_PER_LEVEL_M
        below: int | None = None
        for level in self._levels(space):
            doors = self._parts.portals.get((space.id, level), [])
            if not doors and level != int(level):
                continue
            node = self._parts.node(at, level)
            self._parts.places[space.id].append(node)
            for door in doors:
                self._parts.edge(door, node, metres_between(self._parts.xy(door), at), owner)
            if below is not None:
                self._parts.edge(below, node, round((level - self._parts.at[below][2]) * rise, 3), owner)
            below = node

    def _slope(self, space: Space, owner: int) -> None:
        """A ramp over several levels: from every door to every door of another level."""
        ends = [
            (level, node) for level in self._levels(space) for node in self._parts.portals.get((space.id, level), [])
        ]
        for i, (level, node) in enumerate(ends):
            for other_level, other in ends[i + 1 :]:
                if other_level != level:
                    self._parts.edge(node, other, metres_between(self._parts.xy(node), self._parts.xy(other)), owner)


def _space_owner(space: Space) -> Owner:
    going = GOING.get(space.kind, Going.WALK)
    return Owner(
        space.id,
        going=going,
        through=space.kind is not SpaceKind.ROOM or space.use in HALLS,
        closed=space.closed,
        # A toilet's tag speaks of the room inside: too narrow, but reached without steps.
        step_free=going is not Going.STAIRS and (space.wheelchair is not False or space.landmark == "toilets"),
    )
