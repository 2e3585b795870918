"""Finds places by id, ref or name, and the best way between two of them. Not responsible for words or pictures."""

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from content.wayfinding.building import Building
from content.wayfinding.graph import LEVEL_HEIGHT_M, Going, WalkGraph
from content.wayfinding.route import NoWay, Profile, Route
from content.wayfinding.steps import steps_of
from content.wayfinding.stretch import Stretch, drawn, duration

BEND_M = 6.0
"""Metres that somebody walks further to spare one stretch more (profile with few turns)."""


class UnknownPlace(LookupError):
    """No room, area or mark of that id, ref or name."""


class Wayfinder:
    """Ways in one building with some parts closed. Safe to share between threads: nothing changes after it is made."""

    def __init__(self, building: Building, closed: Iterable[str] = (), graph: WalkGraph | None = None) -> None:
        """:param closed: ids, refs or names of spaces, walkways and connectors that no route may use today.

        :param graph: that of the building, if it was made before; making it takes a second or more.
        """
        self.building = building
        if graph is None:
            from content.wayfinding.walkable import build_graph

            graph = build_graph(building)
        self.graph = graph
        self._names = _names(building)
        self._closed_today = self._parts(closed)
        self._near: list[list[tuple[int, float, int]]] = [[] for _ in graph.xs]
        self._nodes_of: list[set[int]] = [set() for _ in graph.owners]
        self._groups: dict[tuple[bool, bool], list[int]] = {}
        for one, other, metres, owner in graph.edges:
            self._nodes_of[owner].update((one, other))
            self._near[one].append((other, metres, owner))
            self._near[other].append((one, metres, owner))
        both = (True, False)
        self._usable = {(free, today): self._usable_owners(free, today) for free in both for today in both}

    # --- places --------------------------------------------------------------------------------------------------

    def find(self, place: str) -> str:
        """Id of a place given by id, ref or name (any case; "Zimmer 1.07" and "Raum 1.07" too).

        :raises UnknownPlace: with the nearest names.
        """
        wanted = place.strip().casefold()
        for word in (wanted, *(wanted.removeprefix(room) for room in ("zimmer ", "raum ", "room "))):
            if word in self._names:
                return self._names[word]
        import difflib  # only a mistake needs it

        near = difflib.get_close_matches(wanted, self._names, n=3)
        hint = f"; near are {', '.join(f'`{name}`' for name in near)}" if near else ""
        raise UnknownPlace(f"there is no place `{place}`{hint}")

    def _parts(self, closed: Iterable[str]) -> frozenset[int]:
        wanted = {part.strip().casefold() for part in closed}
        index = {owner.id: i for i, owner in enumerate(self.graph.owners)}
        found = set()
        for space in self.building.spaces:
            words = {space.id, space.ref, *space.names.values()}
            if wanted & {word.casefold() for word in words if word}:
                found.add(index[space.id])
        others = [(one.id, {one.name}) for one in self.building.connectors]
        others += [(way.id, set(way.names.values())) for way in self.building.walkways]
        for identity, names in others:
            if wanted & {word.casefold() for word in {identity, *names} if word} and identity in index:
                found.add(index[identity])
        return frozenset(found)

    # --- ways ----------------------------------------------------------------------------------------------------

    def route(self, start: str, goal: str, profile: Profile, *, private: bool = False) -> Route | NoWay:
        """The best way between two places given by id.

        :param private: a way may begin and end in a room closed to the public (it never leads through one).
        :raises UnknownPlace: an id that the building does not have.
        """
        for place in (start, goal):
            if place not in self.graph.places:
                raise UnknownPlace(f"there is no place `{place}`")
        found = self._search(start, goal, profile, today=True, private=private)
        if found is None:
            return NoWay(start=start, goal=goal, profile=profile, reason=self._reason(start, goal, profile, private))
        nodes, owners = found
        stretches = self._stretches(nodes, owners)
        points = drawn(stretches)
        length = math.fsum(stretch.metres for stretch in stretches)
        return Route(
            start=start,
            goal=goal,
            profile=profile,
            length_m=round(length, 2),
            duration_s=round(duration(stretches, profile), 1),
            levels=tuple(_runs([point.level for point in points])),
            points=points,
            steps=steps_of(self.building, start, goal, stretches, points),
        )

    def _reason(self, start: str, goal: str, profile: Profile, private: bool) -> str:
        if profile is not Profile.SHORTEST and self._search(start, goal, Profile.SHORTEST, today=True, private=private):
            return "no-step-free-way"
        owners = [self.graph.place_owner.get(place) for place in (start, goal)]
        if any(i is not None and self.graph.owners[i].closed for i in owners):
            return "closed"
        for one in (profile, Profile.SHORTEST):
            if self._search(start, goal, one, today=False, private=True):
                return "closed"
        return "not-connected"

    def _usable_owners(self, step_free: bool, today: bool) -> bytes:
        """1 for every owner that a way may lead through."""
        return bytes(
            owner.through
            and not owner.closed
            and (owner.step_free or not step_free)
            and not (today and i in self._closed_today)
            for i, owner in enumerate(self.graph.owners)
        )

    def usable(
        self, profile: Profile, terminals: Sequence[str], *, today: bool = True, private: bool = False
    ) -> bytearray:
        """1 for every owner that a way between `terminals` may use: thoroughfares, and the terminals themselves."""
        step_free = profile is not Profile.SHORTEST
        usable = bytearray(self._usable[step_free, today])
        for place in terminals:
            i = self.graph.place_owner.get(place)
            if i is None:
                continue
            owner = self.graph.owners[i]
            allowed = (private or not owner.closed) and (owner.step_free or not step_free)
            usable[i] = usable[i] or (allowed and not (today and i in self._closed_today))
        return usable

    def _search(
        self, start: str, goal: str, profile: Profile, *, today: bool, private: bool
    ) -> tuple[list[int], list[int]] | None:
        """A* over the graph: nodes from start to goal, and the owner of each stretch between them."""
        graph = self.graph
        usable = self.usable(profile, (start, goal), today=today, private=private)
        for place in (start, goal):
            owner = graph.place_owner.get(place)
            if owner is not None and not usable[owner]:
                return None
        if not self._may_meet(start, goal, usable, profile is not Profile.SHORTEST, today):
            return None
        bend = BEND_M if profile is Profile.STEP_FREE_FEW_TURNS else 0.0
        goals = set(graph.places[goal])
        ends = [(graph.xs[n], graph.ys[n], graph.levels[n]) for n in goals]
        cost = dict.fromkeys(graph.places[start], 0.0)
        came: dict[int, tuple[int, int]] = {}
        queue = [(self._ahead(node, ends), node) for node in cost]
        heapq.heapify(queue)
        done: set[int] = set()
        while queue:
            _, node = heapq.heappop(queue)
            if node in done:
                continue
            if node in goals:
                return _trace(node, came)
            done.add(node)
            so_far = cost[node]
            for other, metres, owner in self._near[node]:
                if not usable[owner] or other in done:
                    continue
                now = so_far + metres + bend
                if now < cost.get(other, math.inf):
                    cost[other] = now
                    came[other] = (node, owner)
                    heapq.heappush(queue, (now + self._ahead(other, ends), other))
        return None

    def _may_meet(self, start: str, goal: str, usable: bytearray, step_free: bool, today: bool) -> bool:
        """Whether both places touch the same connected part of the graph; spares the search where they do not."""
        key = (step_free, today)
        return bool(self._touched(start, usable, key) & self._touched(goal, usable, key))

    def _touched(self, place: str, usable: bytearray, key: tuple[bool, bool]) -> set[int]:
        """Connected parts that a place and the inside of its space touch."""
        if key not in self._groups:
            self._groups[key] = self._connected(self._usable[key])
        nodes = set(self.graph.places[place])
        owner = self.graph.place_owner.get(place)
        if owner is not None and usable[owner]:
            nodes |= self._nodes_of[owner]
        return {self._groups[key][node] for node in nodes}

    def together(self, places: Iterable[str], profile: Profile) -> set[str]:
        """Those of `places` that belong to the largest part of the building that hangs together."""
        step_free = profile is not Profile.SHORTEST
        touched: dict[str, set[int]] = {}
        for place in places:
            usable = self.usable(profile, (place,), private=True)
            owner = self.graph.place_owner.get(place)
            if owner is None or usable[owner]:
                touched[place] = self._touched(place, usable, (step_free, True))
        largest = Counter(group for groups in touched.values() for group in groups).most_common(1)
        return {place for place, groups in touched.items() if largest and largest[0][0] in groups}

    def _connected(self, usable: bytes) -> list[int]:
        """For each node the lowest node that it hangs together with."""
        group = [-1] * len(self._near)
        for first in range(len(group)):
            if group[first] >= 0:
                continue
            group[first] = first
            waiting = [first]
            while waiting:
                for other, _, owner in self._near[waiting.pop()]:
                    if usable[owner] and group[other] < 0:
                        group[other] = first
                        waiting.append(other)
        return group

    def _ahead(self, node: int, ends: Sequence[tuple[float, float, float]]) -> float:
        """What is still to go at least: as the crow flies, or up and down."""
        x, y, level = self.graph.xs[node], self.graph.ys[node], self.graph.levels[node]
        return min(
            max(math.hypot(x - ex, y - ey) * 0.999, abs(level - el) * LEVEL_HEIGHT_M * 0.999) for ex, ey, el in ends
        )

    def _stretches(self, nodes: Sequence[int], owners: Sequence[int]) -> list[Stretch]:
        graph = self.graph
        found = []
        for one, other, owner in zip(nodes, nodes[1:], owners, strict=False):
            metres = min(m for n, m, own in self._near[one] if n == other and own == owner)
            part = graph.owners[owner]
            flat = graph.levels[one] == graph.levels[other]
            going = Going.WALK if flat and part.going is Going.LIFT else part.going
            found.append(
                Stretch(
                    start=(graph.xs[one], graph.ys[one]),
                    end=(graph.xs[other], graph.ys[other]),
                    level=graph.levels[one],
                    to_level=graph.levels[other],
                    metres=metres,
                    going=going,
                    owner=part.id,
                    door=graph.doors.get(other, ""),
                )
            )
        if not found:
            (node,) = nodes
            at = (graph.xs[node], graph.ys[node])
            level = graph.levels[node]
            found.append(
                Stretch(start=at, end=at, level=level, to_level=level, metres=0.0, going=Going.WALK, owner="", door="")
            )
        return found


def _trace(node: int, came: dict[int, tuple[int, int]]) -> tuple[list[int], list[int]]:
    nodes, owners = [node], []
    while node in came:
        node, owner = came[node]
        nodes.append(node)
        owners.append(owner)
    return nodes[::-1], owners[::-1]


def _runs(levels: Sequence[float]) -> list[float]:
    """Levels in the order walked, each run once."""
    return [level for i, level in enumerate(levels) if i == 0 or level != levels[i - 1]]


def _names(building: Building) -> dict[str, str]:
    """Everything a place may be called -> id. Ids come first, then refs, then names; the first in the file wins."""
    found: dict[str, str] = {}
    places = [(mark.id, mark.ref, mark.names) for mark in building.marks]
    places += [(space.id, space.ref, space.names) for space in building.spaces]
    for identity, _, _ in places:
        found.setdefault(identity.casefold(), identity)
    for identity, ref, _ in places:
        if ref:
            found.setdefault(ref.casefold(), identity)
    for connector in building.connectors:
        found.setdefault(connector.id.casefold(), connector.id)
    for language in ("", None):
        for identity, _, names in places:
            for key, name in names.items():
                if name and (language is None or key == language):
                    found.setdefault(name.casefold(), identity)
    return found
