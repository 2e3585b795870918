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
    through = {i for i, owner in enumerate(owners) if owner.through and not owner.closed}
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
            shared = _shared_nodes(inside, edges, room) if len(inside) > 1 else set()
            if len({groups.find(node) for node in shared}) > 1:
                through.add(room)
                for one, other, _, _ in inside:
                    groups.join(one, other)
    return tuple(
        msgspec.structs.replace(owner, through=i in through or (owner.through and i not in rooms))
        for i, owner in enumerate(owners)
    )


def _shared_nodes(inside: Sequence[Edge], edges: Sequence[Edge], room: int) -> set[int]:
    """Nodes of a room that belong to other owners too: its doors."""
    mine = {node for one, other, _, _ in inside for node in (one, other)}
    return {node for one, other, _, owner in edges if owner != room for node in (one, other) if node in mine}
