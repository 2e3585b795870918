"""The free ground of a space: its outline without the rooms, shafts, walls and columns that stand in it."""

from collections.abc import Sequence

import shapely
from shapely import LineString, Polygon, STRtree
from shapely.geometry.base import BaseGeometry

from content.wayfinding.building import XY, Level, Space, SpaceKind
from content.wayfinding.sight import parts_of

WALL_M = 0.1
"""Half the thickness of a wall drawn as a line; more than the tolerance of lines of sight."""
WALLED = (SpaceKind.ROOM, SpaceKind.LIFT, SpaceKind.STAIRS)


class Ground:
    """Shapes of all spaces, found by level; free ground is worked out once for each space and level."""

    def __init__(self, spaces: Sequence[Space], walls: Sequence[tuple[Level, tuple[XY, ...]]]) -> None:
        self.spaces = {space.id: space for space in spaces}
        self.shapes = {space.id: Polygon(space.outline, space.holes) for space in spaces}
        self._walls = walls
        self._trees: dict[Level, tuple[STRtree, list[str]]] = {}
        self._free: dict[tuple[str, Level], list[Polygon]] = {}

    def touching(self, level: Level, shape: BaseGeometry) -> list[str]:
        """Ids of the spaces of a level that touch a shape."""
        if level not in self._trees:
            names = [space.id for space in self.spaces.values() if level in space.levels]
            self._trees[level] = STRtree([self.shapes[name] for name in names]), names
        tree, names = self._trees[level]
        return [names[i] for i in tree.query(shape, predicate="intersects")]

    def free(self, space: Space, level: Level) -> list[Polygon]:
        """Polygons that one can stand on. Rooms are taken as they are drawn, halls without what stands in them."""
        key = (space.id, level)
        if key not in self._free:
            shape: BaseGeometry = self.shapes[space.id]
            if space.kind in (SpaceKind.CORRIDOR, SpaceKind.AREA):
                obstacles = [*self._solid(space, level), *self._standing(shape, level)]
                if obstacles:
                    shape = shape.difference(shapely.union_all(obstacles))
            self._free[key] = parts_of(shape)
        return self._free[key]

    def _solid(self, hall: Space, level: Level) -> list[BaseGeometry]:
        shape = self.shapes[hall.id]
        found: list[BaseGeometry] = []
        for name in self.touching(level, shape):
            inner = self.shapes[name]
            if (
                self.spaces[name].kind in WALLED
                and inner.area < shape.area
                and inner.intersection(shape).area > 0.3 * inner.area
            ):
                found.append(inner)
        return found

    def _standing(self, shape: BaseGeometry, level: Level) -> list[BaseGeometry]:
        found: list[BaseGeometry] = []
        for wall_level, line in self._walls:
            if wall_level != level or len(line) < 2:
                continue
            solid = len(line) > 3 and line[0] == line[-1]
            wall = Polygon(line).buffer(0) if solid else LineString(line).buffer(WALL_M)
            if wall.intersects(shape):
                found.append(wall)
        return found
