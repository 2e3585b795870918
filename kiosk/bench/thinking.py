"""How long an answer and a way take, on the demo town and on a building of 2,000 features. Opens no window.

Baselines, in the same run: for a search, reading through every text of the content; for a way, Dijkstra's search
without looking ahead over the same graph.
"""

import heapq
import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from content.answers.search import SearchIndex, place_entries, service_entries
from content.model.content import Content
from content.model.loading import load_content
from content.wayfinding.building import Building, SpaceKind
from content.wayfinding.graph import WalkGraph
from content.wayfinding.reading import read_building
from content.wayfinding.route import Profile
from content.wayfinding.wayfinder import Wayfinder
from kiosk.__main__ import DEMO_TOWN
from kiosk.bench.big_building import big_building
from kiosk.bench.measure import Measured, measured

WAYS, SEED = 300, 20261124
TYPED = (
    "personalausweis",
    "persohn",
    "wohnung anmelden",
    "reisepass kind",
    "hundesteuer",
    "zimmer 1.07",
    "führerschein",
)


def answers_and_routes(folder: Path) -> dict[str, Measured]:
    """Times in milliseconds: 95th percentile of every keystroke and of random ways, and the medians.

    :param folder: for the made-up building's file.
    """
    town = load_content(DEMO_TOWN)
    path = folder / "lotse-bench-building.geojson"
    path.write_text(json.dumps(big_building()), encoding="utf-8")
    try:
        large = msgspec.structs.replace(town, building=read_building(path))
    finally:
        path.unlink()
    results: dict[str, Measured] = {}
    for name, content in (("musterstadt", town), ("2000_features", large)):
        results |= {f"search_{key}_{name}": one for key, one in _searches(content).items()}
        results |= {f"route_{key}_{name}": one for key, one in _ways(content.building).items()}
    return results


def _percentiles(times: Sequence[float], baseline: Sequence[float]) -> dict[str, Measured]:
    def p95(values: Sequence[float]) -> float:
        return statistics.quantiles(values, n=20)[-1]

    return {
        "p50": measured(statistics.median(times), "ms", statistics.median(baseline)),
        "p95": measured(p95(times), "ms", p95(baseline)),
    }


def _timed(work: Callable[..., object], *arguments: object) -> float:
    begin = time.perf_counter()
    work(*arguments)
    return (time.perf_counter() - begin) * 1000


def _searches(content: Content) -> dict[str, Measured]:
    """Every beginning of every query: what a visitor's keystrokes ask, services and places, with completions."""
    times, baseline = [], []
    texts = _all_texts(content)
    for entries in (service_entries, place_entries):
        index = SearchIndex(entries(content, "de"), "de")
        for query in TYPED:
            for end in range(1, len(query) + 1):
                times.append(_timed(_keystroke, index, query[:end]))
                baseline.append(_timed(_read_through, texts, query[:end]))
    return _percentiles(times, baseline)


def _keystroke(index: SearchIndex, typed: str) -> None:
    index.search(typed, 12)
    index.complete(typed)


def _read_through(texts: Sequence[str], typed: str) -> list[str]:
    return [text for text in texts if typed in text]


def _all_texts(content: Content) -> list[str]:
    found = [space.label().lower() for space in content.building.spaces]
    for service in content.services.values():
        words = [service.title.in_language("de"), service.summary.in_language("de"), *service.also_called.get("de", ())]
        found += [word.lower() for word in words]
    return found


def _ways(building: Building) -> dict[str, Measured]:
    """Random pairs of rooms, without steps, with directions' steps; the graph is there already, as in the kiosk."""
    finder = Wayfinder(building)
    rooms = [space.id for space in building.spaces if space.kind is SpaceKind.ROOM and not space.closed]
    chosen = random.Random(SEED)  # noqa: S311 - the same ways in every run
    pairs = [tuple(chosen.sample(rooms, 2)) for _ in range(WAYS)]
    near = _neighbours(finder.graph)
    times = [_timed(finder.route, a, b, Profile.STEP_FREE) for a, b in pairs]
    baseline = [_timed(_dijkstra, near, finder.graph.places[a]) for a, _ in pairs]
    return _percentiles(times, baseline)


def _neighbours(graph: WalkGraph) -> list[list[tuple[int, float]]]:
    near: list[list[tuple[int, float]]] = [[] for _ in graph.xs]
    for one, other, metres, _ in graph.edges:
        near[one].append((other, metres))
        near[other].append((one, metres))
    return near


def _dijkstra(near: Sequence[Sequence[tuple[int, float]]], starts: Sequence[int]) -> dict[int, float]:
    cost = dict.fromkeys(starts, 0.0)
    queue = [(0.0, node) for node in starts]
    while queue:
        so_far, node = heapq.heappop(queue)
        if so_far > cost[node]:
            continue
        for other, metres in near[node]:
            if so_far + metres < cost.get(other, float("inf")):
                cost[other] = so_far + metres
                heapq.heappush(queue, (so_far + metres, other))
    return cost
