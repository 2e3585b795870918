"""Lengths between all pairs of rooms at once, by SciPy's Dijkstra. For tools and tests, not for a kiosk."""

import heapq
import math
from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from content.wayfinding.building import SpaceKind
from content.wayfinding.route import NoWay, Profile
from content.wayfinding.wayfinder import BEND_M, Wayfinder


class Pair(Struct, frozen=True, omit_defaults=True):
    """Two rooms, and the metres between them or why there is no way."""

    start: str
    goal: str
    length_m: float | None = None
    reason: str = ""


def rooms_of(finder: Wayfinder) -> list[str]:
    """Ids of all rooms that a way can end in."""
    return [
        space.id for space in finder.building.spaces if space.kind is SpaceKind.ROOM and space.id in finder.graph.places
    ]


def all_pairs(finder: Wayfinder, profile: Profile, *, private: bool = True) -> Iterator[Pair]:
    """Every unordered pair of rooms once, in the order of the plan."""
    rooms = rooms_of(finder)
    ends = {room: _ends(finder, room, profile, private) for room in rooms}
    nodes = sorted({node for mine in ends.values() for node in mine})
    column = {node: i for i, node in enumerate(nodes)}
    metres = _between(finder, nodes, profile)
    for i, room in enumerate(rooms):
        mine = [(column[node], metres_in) for node, metres_in in ends[room].items()]
        for other in rooms[i + 1 :]:
            best = min(
                (here + metres[a, column[node]] + there for a, here in mine for node, there in ends[other].items()),
                default=math.inf,
            )
            if math.isfinite(best):
                yield Pair(room, other, round(float(best), 2))
            else:
                way = finder.route(room, other, profile, private=private)
                if isinstance(way, NoWay):
                    yield Pair(room, other, reason=way.reason)
                else:
                    yield Pair(room, other, way.length_m)


def _ends(finder: Wayfinder, room: str, profile: Profile, private: bool) -> dict[int, float]:
    """Nodes on a room's edge with the metres from its middle; only the middle where the room is walked through."""
    graph = finder.graph
    owner = graph.place_owner[room]
    usable = finder.usable(profile, (room,), private=private)
    if not usable[owner]:
        return {}
    if finder.usable(profile, ())[owner]:
        return dict.fromkeys(graph.places[room], 0.0)
    near: dict[int, list[tuple[int, float]]] = {}
    outside: set[int] = set()
    for one, other, metres, own in graph.edges:
        if own == owner:
            near.setdefault(one, []).append((other, metres))
            near.setdefault(other, []).append((one, metres))
        else:
            outside.update((one, other))
    found = dict.fromkeys(graph.places[room], 0.0)
    queue = [(0.0, node) for node in found]
    while queue:
        so_far, node = heapq.heappop(queue)
        for other, metres in near.get(node, ()):
            if so_far + metres < found.get(other, math.inf):
                found[other] = so_far + metres
                heapq.heappush(queue, (so_far + metres, other))
    return {node: metres for node, metres in found.items() if node in outside}


def _between(
    finder: Wayfinder, nodes: list[int], profile: Profile
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Metres between nodes over thoroughfares only. For few turns: the metres of the way with the least cost."""
    graph = finder.graph
    usable = finder.usable(profile, ())
    edges = [(one, other, metres) for one, other, metres, owner in graph.edges if usable[owner]]
    count = len(graph.xs)
    if not nodes:
        return np.zeros((0, 0))
    bend = BEND_M if profile is Profile.STEP_FREE_FEW_TURNS else 0.0
    shortest: dict[tuple[int, int], float] = {}
    for one, other, metres in edges:
        key = (min(one, other), max(one, other))
        shortest[key] = min(metres, shortest.get(key, math.inf))
    rows = [key[0] for key in shortest]
    columns = [key[1] for key in shortest]
    weights = [max(metres, 1e-6) + bend for metres in shortest.values()]
    matrix = csr_array((weights, (rows, columns)), shape=(count, count))
    if not bend:
        return np.asarray(dijkstra(matrix, directed=False, indices=nodes))[:, nodes]
    cost, before = dijkstra(matrix, directed=False, indices=nodes, return_predecessors=True)
    metres_to = np.full_like(cost, np.inf)
    for row in range(len(nodes)):
        metres_to[row, nodes[row]] = 0.0
        for node in np.argsort(cost[row]):
            previous = before[row, node]
            if previous >= 0 and np.isfinite(cost[row, node]):
                step = shortest[min(previous, node), max(previous, node)]
                metres_to[row, node] = metres_to[row, previous] + step
    return metres_to[:, nodes]
