"""Which rooms have to be walked through because nothing else leads to what lies behind. Knows only the graph."""

from collections.abc import Sequence

import msgspec

from content.wayfinding.graph import Owner

Edge = tuple[int, int, float, int]


class _Groups:
    """Nodes that are joined (union-find)."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, node: int) -> int:
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def join(self, one: int, other: int) -> None:
        self._parent[self.find(one)] = self.find(other)


def find_thoroughfares(
    nodes: int, edges: Sequence[Edge], owners: Sequence[Owner], rooms: set[int]
) -> tuple[Owner, ...]:
    """The owners, with `through` set for rooms that alone join two parts of the building.

    First for those who cannot climb steps, then for all; rooms closed to the public never.
    """
    through = {i for i, one in enumerate(owners) if one.through and not one.closed}
    at: list[set[int]] = [set() for _ in range(nodes)]
    """Owners that meet at each node; at a door there are two."""
    for edge in edges:
        at[edge[0]].add(edge[3])
        at[edge[1]].add(edge[3])
    for step_free_only in (True, False):
        groups = _Groups(nodes)
        usable = {i for i in through if owners[i].step_free or not step_free_only}
        shut = {room for room in rooms - through if not owners[room].closed}
        waiting: dict[int, list[Edge]] = {}
        for edge in edges:
            if edge[3] in usable:
                groups.join(edge[0], edge[1])
            elif edge[3] in shut and (owners[edge[3]].step_free or not step_free_only):
                waiting.setdefault(edge[3], []).append(edge)
        for room, inside in sorted(waiting.items(), key=lambda item: (len(item[1]), item[0])):
            shared = {node for edge in inside for node in edge[:2] if len(at[node]) > 1} if len(inside) > 1 else set()
            if len({groups.find(node) for node in shared}) > 1:
                through.add(room)
                for one, other, _, _ in inside:
                    groups.join(one, other)
    return tuple(
        msgspec.structs.replace(one, through=i in through or (one.through and i not in rooms))
        for i, one in enumerate(owners)
    )
