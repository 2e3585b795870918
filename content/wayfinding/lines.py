"""Ways, stairs, lifts and ramps drawn as lines or points: joined to halls and to each other. No insides of spaces."""

from collections import defaultdict
from itertools import pairwise

import shapely
from shapely import LineString, Point

from content.wayfinding.building import XY, Connector, Level, SpaceKind
from content.wayfinding.collecting import Collection, metres_between
from content.wayfinding.graph import LEVEL_HEIGHT_M, STAIRS_PER_LEVEL_M, Going, Owner
from content.wayfinding.inside import GOING

NEAR_M = 0.35
"""A line's end this near to a space is in it."""
SNAP_M = 3.0
"""A line's end that touches nothing is joined to a space or line this near."""


class Lines:
    """`attach` before the insides of spaces are made, `edges` after."""

    def __init__(self, parts: Collection) -> None:
        self._parts = parts
        self._cut: dict[str, list[int]] = {}

    def attach(self) -> None:
        """Points of walkways and of the ends of stairs, lifts and ramps become doors of the spaces they lie in."""
        for way in self._parts.building.walkways:
            points = self._with_crossings(way.line, way.level)
            self._cut[way.id] = [self._line_node(at, way.level) for at in points]
        for connector in self._parts.building.connectors:
            if connector.line:
                for at, level in self._ends(connector):
                    self._line_node(at, level)
        for (at, level), node in self._parts.line_nodes.items():
            for space in self._containing(at, level):
                self._parts.portals[space, level].append(node)

    def _ends(self, connector: Connector) -> list[tuple[XY, Level]]:
        """Where one gets on and off: a lift at one point on each level, stairs at their two ends."""
        if len(connector.line) == 1:
            return [(connector.line[0], level) for level in connector.levels]
        first, last = connector.line[0], connector.line[-1]
        if connector.bottom != connector.top and self._fits_turned(connector):
            first, last = last, first
        return [(first, connector.bottom), (last, connector.top)]

    def _fits_turned(self, connector: Connector) -> bool:
        """Whether the line's ends meet other lines only if it is drawn from top to bottom."""
        at = {point for way in self._parts.building.walkways for point in ((one, way.level) for one in way.line)}
        first, last = connector.line[0], connector.line[-1]
        as_drawn = ((first, connector.bottom) in at) + ((last, connector.top) in at)
        turned = ((last, connector.bottom) in at) + ((first, connector.top) in at)
        return turned > as_drawn

    def _line_node(self, at: XY, level: Level) -> int:
        key = (at, level)
        if key not in self._parts.line_nodes:
            self._parts.line_nodes[key] = self._parts.node(at, level)
        return self._parts.line_nodes[key]

    def _containing(self, at: XY, level: Level) -> list[str]:
        point = Point(at)
        found = self._parts.ground.touching(level, point.buffer(NEAR_M))
        return [
            name
            for name in found
            if self._parts.spaces[name].kind not in (SpaceKind.LIFT, SpaceKind.STAIRS)
            and (self._parts.spaces[name].kind is not SpaceKind.ROOM or self._parts.shapes[name].contains(point))
        ]

    def _with_crossings(self, line: tuple[XY, ...], level: Level) -> list[XY]:
        """The line with a point wherever it enters or leaves a hall, and beside a room's door without a neighbour."""
        drawn = LineString(line)
        extra: list[float] = []
        for name in self._parts.ground.touching(level, drawn):
            if self._parts.spaces[name].kind in (SpaceKind.CORRIDOR, SpaceKind.AREA):
                crossing = drawn.intersection(self._parts.shapes[name].boundary)
                extra += [drawn.project(Point(c)) for c in shapely.get_coordinates(crossing)]
        for door in self._parts.building.doors:
            if door.level == level and len(door.spaces) == 1 and not door.entrance and door.assumed:
                extra.append(drawn.project(Point(door.at)))
        at: dict[float, XY] = {drawn.project(Point(point)): point for point in line[1:-1]}
        at |= {0.0: line[0], drawn.length: line[-1]}
        for distance in extra:
            if all(abs(distance - other) > 0.05 for other in at):
                point = drawn.interpolate(distance)
                at[distance] = (round(point.x, 3), round(point.y, 3))
        return [at[distance] for distance in sorted(at)]

    def edges(self) -> None:
        """Edges along walkways, stairs, escalators, lifts and ramps that are drawn as lines."""
        for way in self._parts.building.walkways:
            owner = self._parts.owner(Owner(way.id, closed=way.closed, step_free=way.wheelchair is not False))
            nodes = self._cut[way.id]
            for one, other in pairwise(nodes):
                self._parts.edge(one, other, metres_between(self._parts.xy(one), self._parts.xy(other)), owner)
        for connector in self._parts.building.connectors:
            if connector.line:
                self._along(connector)
        self._join_loose_ends()
        self._join_lonely_doors()

    def _along(self, connector: Connector) -> None:
        going = GOING[connector.kind]
        if connector.escalator:
            going = Going.ESCALATOR
        step_free = going in (Going.LIFT, Going.RAMP) and connector.wheelchair is not False
        owner = self._parts.owner(Owner(connector.id, going=going, closed=connector.closed, step_free=step_free))
        nodes = [self._parts.line_nodes[at, level] for at, level in self._ends(connector)]
        along = LineString(connector.line).length if len(connector.line) > 1 else 0.0
        for one, other in pairwise(nodes):
            levels = abs(self._parts.at[other][2] - self._parts.at[one][2])
            rise = STAIRS_PER_LEVEL_M if going in (Going.STAIRS, Going.ESCALATOR) else LEVEL_HEIGHT_M
            self._parts.edge(one, other, round(max(along, levels * rise), 3), owner)
        self._parts.places[connector.id] = nodes
        self._parts.place_owner[connector.id] = owner

    def _join_loose_ends(self) -> None:
        """Ends of lines that touch nothing else are joined to the nearest hall or line near by."""
        used: dict[int, set[int]] = defaultdict(set)
        for one, other, owner in self._parts.edges:
            used[one].add(owner)
            used[other].add(owner)
        joint = self._parts.owner(Owner("joint"))
        by_level: dict[Level, list[tuple[int, XY]]] = defaultdict(list)
        for (at, level), node in self._parts.line_nodes.items():
            by_level[level].append((node, at))
        for (at, level), node in self._parts.line_nodes.items():
            if len(used[node]) > 1:
                continue
            near = [
                (metres_between(at, xy), other)
                for other, xy in by_level[level]
                if other != node and not used[other] & used[node] and metres_between(at, xy) <= SNAP_M
            ]
            if near:
                metres, other = min(near)
                self._parts.edge(node, other, metres, joint)
            elif not any(node in nodes for (_, one), nodes in self._parts.portals.items() if one == level):
                self._join_to_hall(node, at, level, joint)

    def _join_to_hall(self, node: int, at: XY, level: Level, joint: int) -> None:
        point = Point(at)
        best: tuple[float, int] | None = None
        for (space, one), nodes in self._parts.portals.items():
            if one == level and space in self._parts.shapes and self._parts.shapes[space].distance(point) <= SNAP_M:
                for other in (n for n in nodes if n != node):
                    candidate = (metres_between(at, self._parts.xy(other)), other)
                    best = candidate if best is None or candidate < best else best
        if best is not None and best[0] <= 4 * SNAP_M:
            self._parts.edge(node, best[1], best[0], joint)

    def _join_lonely_doors(self) -> None:
        """A room's assumed door without a neighbour leads to the nearest point of a walkway."""
        joint = self._parts.owner(Owner("joint"))
        for door in self._parts.building.doors:
            if door.closed or len(door.spaces) != 1 or door.entrance or not door.assumed:
                continue
            node = self._parts.door_nodes[door.id]
            near = [
                (metres_between(door.at, at), other)
                for (at, level), other in self._parts.line_nodes.items()
                if level == door.level
            ]
            if near:
                metres, other = min(near)
                self._parts.edge(node, other, round(metres, 3), joint)
