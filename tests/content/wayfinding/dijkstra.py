"""Shortest lengths by a plain Dijkstra over what `lotse route --graph` prints. Uses none of the code it checks."""

import heapq
import math
from collections.abc import Iterable
from typing import Any

STEPS = {"stairs", "escalator"}


class Checker:
    """Lengths from one place to all others."""

    def __init__(self, plain: dict[str, Any]) -> None:
        """:param plain: the printed JSON."""
        self.plain = plain
        self._near: list[list[tuple[int, float, int]]] = [[] for _ in plain["nodes"]]
        for one, other, metres, owner in plain["edges"]:
            self._near[one].append((other, metres, owner))
            self._near[other].append((one, metres, owner))

    def usable(self, step_free: bool, terminals: Iterable[str], closed: Iterable[str] = ()) -> set[int]:
        """Owners that a way may use: thoroughfares that are open, and the two rooms."""
        ends = {self.plain["place_owner"].get(place) for place in terminals}
        return {
            i
            for i, owner in enumerate(self.plain["owners"])
            if (owner["through"] or i in ends)
            and (not owner["closed"] or i in ends)
            and not (step_free and (not owner["step_free"] or owner["going"] in STEPS))
            and owner["id"] not in closed
        }

    def length(
        self, start: str, goal: str, step_free: bool, closed: Iterable[str] = (), a_stretch: float = 0.0
    ) -> float:
        """Metres, and `a_stretch` more for each edge; infinite without a way."""
        usable = self.usable(step_free, (start, goal), closed)
        if any(self.plain["place_owner"].get(place, -1) not in {-1, *usable} for place in (start, goal)):
            return math.inf
        best = dict.fromkeys(self.plain["places"][start], 0.0)
        goals = set(self.plain["places"][goal])
        queue = [(0.0, node) for node in best]
        while queue:
            so_far, node = heapq.heappop(queue)
            if node in goals:
                return so_far
            if so_far > best[node]:
                continue
            for other, metres, owner in self._near[node]:
                if owner in usable and so_far + metres + a_stretch < best.get(other, math.inf):
                    best[other] = so_far + metres + a_stretch
                    heapq.heappush(queue, (best[other], other))
        return math.inf
