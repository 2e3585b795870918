"""Plans of real buildings as OpenStreetMap has them; skipped where the shared folder is absent."""

import json
import random
import time
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from content.wayfinding.command import run
from content.wayfinding.directions import directions
from content.wayfinding.import_command import run as import_building
from content.wayfinding.reading import read_building
from content.wayfinding.route import Profile, Route
from content.wayfinding.wayfinder import Wayfinder
from tests.content.wayfinding.dijkstra import Checker

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "buildings"
ROUTES = 300


class Real(NamedTuple):
    """One building, imported by command."""

    finder: Wayfinder
    graph: dict[str, Any]
    pairs: list[dict[str, Any]]


@pytest.mark.parametrize("name", ["apb", "berlin_hbf"])
def test_a_real_building(name: str, tmp_path: Path) -> None:
    """One test, so that the building is imported once however the tests are shared out."""
    source = SHARED / f"{name}.geojson"
    if not source.is_file():
        pytest.skip("the shared plans are not beside this checkout")
    out = tmp_path / "ours.geojson"
    with pytest.MonkeyPatch.context() as patch:
        assert import_building([str(source), "--out", str(out), "--json"]) == 0
        graph, pairs = _printed(patch, out, "--graph"), _printed(patch, out, "--all", "--json")
    real = Real(Wayfinder(read_building(out)), graph, pairs)
    nearly_all_rooms_are_joined(real)
    every_length_is_that_of_a_dijkstra(real)
    no_way_without_steps_uses_stairs_or_an_escalator(real)
    a_way_is_found_quickly_and_told(real)


def _printed(patch: pytest.MonkeyPatch, path: Path, *options: str) -> Any:
    lines: list[str] = []
    patch.setattr("builtins.print", lines.append)
    assert run([str(path), *options]) == 0
    patch.undo()
    return json.loads(lines[0])


def nearly_all_rooms_are_joined(real: Real) -> None:
    rooms = {pair["from"] for pair in real.pairs} | {pair["to"] for pair in real.pairs}
    assert len(real.pairs) == len(rooms) * (len(rooms) - 1) // 2
    assert sum("length_m" in pair for pair in real.pairs) >= 0.98 * len(real.pairs)


def every_length_is_that_of_a_dijkstra(real: Real) -> None:
    """Over the printed graph: one search a room in SciPy; a room is entered only where a way begins or ends."""
    graph = real.graph
    rooms = sorted({pair["from"] for pair in real.pairs} | {pair["to"] for pair in real.pairs})
    checker = Checker(graph)
    open_to_all = checker.usable(step_free=False, terminals=())
    expected, row = _lengths(graph, rooms, open_to_all), {room: i for i, room in enumerate(rooms)}
    for pair in real.pairs:
        length = expected[row[pair["from"]], row[pair["to"]]]
        assert ("length_m" in pair) == np.isfinite(length), pair
        if "length_m" in pair:
            assert pair["length_m"] == pytest.approx(length, rel=0.01, abs=0.02), pair


def _lengths(graph: dict[str, Any], rooms: list[str], open_to_all: set[int]) -> Any:
    """Directed: out of a start's inside, over what is open to all, into a goal's inside (nodes of their own)."""
    count = len(graph["nodes"])
    mine: dict[int, list[tuple[int, int, float]]] = {}
    best: dict[tuple[int, int], float] = {}
    for one, other, metres, owner in graph["edges"]:
        if owner in open_to_all:
            for key in ((one, other), (other, one)):
                best[key] = min(metres, best.get(key, np.inf))
        else:
            mine.setdefault(owner, []).append((one, other, metres))
    starts, goals = [], []
    for room in rooms:
        start, goal = count, count + 1
        count += 2
        starts.append(start)
        goals.append(goal)
        for leaving in (True, False):
            inside: dict[int, int] = {}
            for one, other, metres in mine.get(graph["place_owner"][room], ()):
                for node in (one, other):
                    if node not in inside:
                        inside[node], count = count, count + 1
                        best[(inside[node], node) if leaving else (node, inside[node])] = 1e-9
                best[inside[one], inside[other]] = best[inside[other], inside[one]] = metres
            for node in graph["places"][room]:
                at = inside.get(node, node)
                best[(start, at) if leaving else (at, goal)] = 1e-9
    rows, columns, weights = [a for a, _ in best], [b for _, b in best], [max(m, 1e-9) for m in best.values()]
    matrix = csr_array((weights, (rows, columns)), shape=(count, count))
    return np.asarray(dijkstra(matrix, directed=True, indices=starts))[:, goals]


def no_way_without_steps_uses_stairs_or_an_escalator(real: Real) -> None:
    dice = random.Random(20261124)
    rooms = sorted({pair["from"] for pair in real.pairs})
    checker = Checker(real.graph)
    found = 0
    for _ in range(ROUTES):
        start, goal = dice.sample(rooms, 2)
        way = real.finder.route(start, goal, Profile.STEP_FREE, private=True)
        expected = checker.length(start, goal, step_free=True)
        if isinstance(way, Route):
            found += 1
            assert way.length_m == pytest.approx(expected, rel=0.01)
            assert not any(step.kind.value == "stairs" for step in way.steps)
            assert len(way.steps) <= 16
    assert found > ROUTES // 2


def a_way_is_found_quickly_and_told(real: Real) -> None:
    dice = random.Random(7)
    rooms = sorted({pair["from"] for pair in real.pairs})
    times = []
    for _ in range(100):
        start, goal = dice.sample(rooms, 2)
        before = time.perf_counter()
        way = real.finder.route(start, goal, Profile.SHORTEST, private=True)
        times.append(time.perf_counter() - before)
        if isinstance(way, Route):
            german, english = (directions(way, real.finder.building, language) for language in ("de", "en"))
            assert len(german) == len(english) == len(way.steps) <= 12
            assert all(text.strip() and "{" not in text for text in (*german, *english))
    assert sorted(times)[94] < 0.5, "a visitor waits"
