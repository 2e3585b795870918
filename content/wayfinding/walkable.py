"""Makes the walkable graph of a building: spaces, doors, ways, connectors joined. Slow; the result is kept."""

from collections.abc import Iterable

from shapely import Point, Polygon

from content.wayfinding import sight
from content.wayfinding.building import XY, Building, Level, SpaceKind
from content.wayfinding.collecting import Collection, metres_between
from content.wayfinding.graph import Owner, WalkGraph
from content.wayfinding.inside import Inside
from content.wayfinding.lines import SNAP_M, Lines
from content.wayfinding.thoroughfares import find_thoroughfares


def build_graph(building: Building) -> WalkGraph:
    """The graph. Rooms are thoroughfares only where nothing else leads to what lies behind them."""
    parts = Collection(building)
    inside, lines = Inside(parts), Lines(parts)
    inside.doors()
    lines.attach()
    inside.spaces()
    lines.edges()
    _Marks(parts).join()
    return _graph(parts)


class _Marks:
    def __init__(self, parts: Collection) -> None:
        self._parts = parts

    def join(self) -> None:
        """Kiosks, desks and the like: joined to all that they see in their space."""
        for mark in self._parts.building.marks:
            node = self._parts.node(mark.at, mark.level)
            self._parts.places[mark.id] = [node]
            space = self._parts.spaces.get(mark.space)
            if space is None:
                self._mark_on_line(node, mark.at, mark.level)
                continue
            owner = self._parts.owner_index[space.id]
            self._parts.place_owner[mark.id] = owner
            inside = {n for one, other, own in self._parts.edges if own == owner for n in (one, other)}
            others = [n for n in sorted(inside) if self._parts.at[n][2] == mark.level]
            for part in self._parts.ground.free(space, mark.level):
                if part.distance(Point(mark.at)) < 0.75:
                    points = [mark.at, *(self._parts.xy(n) for n in others)]
                    for _, other, metres in _seen_from_first(part, points):
                        self._parts.edge(node, others[other - 1], metres, owner)
                    break

    def _mark_on_line(self, node: int, at: XY, level: Level) -> None:
        near = [(metres_between(at, xy), other) for (xy, one), other in self._parts.line_nodes.items() if one == level]
        if near and min(near)[0] <= 4 * SNAP_M:
            self._parts.edge(node, min(near)[1], min(near)[0], self._parts.owner(Owner("joint")))


def _graph(parts: Collection) -> WalkGraph:
    """Everything collected, rooms that must be walked through found."""
    edges = tuple((one, other, metres, owner) for (one, other, owner), metres in parts.edges.items())
    rooms = {parts.owner_index[s.id] for s in parts.building.spaces if s.kind is SpaceKind.ROOM}
    owners = find_thoroughfares(len(parts.at), edges, parts.owners, rooms)
    return WalkGraph(
        xs=tuple(at[0] for at in parts.at),
        ys=tuple(at[1] for at in parts.at),
        levels=tuple(at[2] for at in parts.at),
        owners=owners,
        edges=edges,
        places={place: tuple(nodes) for place, nodes in parts.places.items()},
        place_owner=parts.place_owner,
        doors={node: door for door, node in parts.door_nodes.items()},
    )


def _seen_from_first(polygon: Polygon, points: list[XY]) -> Iterable[tuple[int, int, float]]:
    """Lines of sight from the first point to all others."""
    no_need = [False] + [True] * (len(points) - 1)
    return [pair for pair in sight.lines_of_sight(polygon, points, no_need) if pair[0] == 0]
