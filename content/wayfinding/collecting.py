"""Nodes, edges and owners of a graph while it is made, and which doors lead to which space. Knows no rules."""

from collections import defaultdict

from content.wayfinding.building import XY, Building, Level
from content.wayfinding.graph import Owner
from content.wayfinding.ground import Ground


class Collection:
    """What `inside`, `lines` and `walkable` add to in turn."""

    def __init__(self, building: Building) -> None:
        self.building = building
        self.ground = Ground(building.spaces, building.walls)
        self.spaces, self.shapes = self.ground.spaces, self.ground.shapes
        self.at: list[tuple[float, float, Level]] = []
        self.edges: dict[tuple[int, int, int], float] = {}
        self.owners: list[Owner] = []
        self.owner_index: dict[str, int] = {}
        self.places: dict[str, list[int]] = defaultdict(list)
        self.place_owner: dict[str, int] = {}
        self.door_nodes: dict[str, int] = {}
        self.portals: dict[tuple[str, Level], list[int]] = defaultdict(list)
        """Nodes where one gets into a space on a level: doors, and points of lines that lie in it."""
        self.line_nodes: dict[tuple[XY, Level], int] = {}

    def node(self, at: XY, level: Level) -> int:
        """A new node."""
        self.at.append((at[0], at[1], level))
        return len(self.at) - 1

    def owner(self, owner: Owner) -> int:
        """Index of an owner; the first one of an id stays."""
        if owner.id not in self.owner_index:
            self.owner_index[owner.id] = len(self.owners)
            self.owners.append(owner)
        return self.owner_index[owner.id]

    def edge(self, one: int, other: int, metres: float, owner: int) -> None:
        """Joins two nodes; of two edges of one owner the shorter stays."""
        if one != other:
            key = (min(one, other), max(one, other), owner)
            self.edges[key] = min(metres, self.edges.get(key, metres))

    def xy(self, node: int) -> XY:
        """Where a node lies on its level."""
        return self.at[node][0], self.at[node][1]


def metres_between(one: XY, other: XY) -> float:
    """Rounded to a millimetre."""
    distance: float = ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5
    return round(distance, 3)
