"""`lotse route`: a way between two rooms of a plan, all pairs of rooms, or the walkable graph itself."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from content.wayfinding.building import Level
from content.wayfinding.directions import SPOKEN, directions, level_name
from content.wayfinding.features import BuildingUnreadable
from content.wayfinding.reading import read_building
from content.wayfinding.route import NoWay, Profile, Route
from content.wayfinding.wayfinder import UnknownPlace, Wayfinder

REASONS = {
    "not-connected": "No walkable way joins the two places on this plan.",
    "no-step-free-way": "There is no way without steps; with --profile shortest there is one.",
    "closed": "The only way leads through a part that is closed.",
}


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: a way; 1: no way; 2: wrong plan, place or option."""
    options = _options(arguments)
    try:
        finder = Wayfinder(read_building(options.file), options.closed)
        if options.all:
            return _all(finder, Profile(options.profile), options.json)
        if options.graph:
            return _graph(finder)
        return _one(finder, options)
    except BuildingUnreadable as fault:
        print(f"{options.file}: {fault}", file=sys.stderr)
    except UnknownPlace as fault:
        print(f"{options.file}: {fault}", file=sys.stderr)
    return 2


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lotse route", description=__doc__)
    parser.add_argument("file", type=Path, help="plan: GeoJSON or OSM XML, or one that import-building wrote")
    parser.add_argument("--from", dest="start", metavar="A", help="id, ref or name of the place to start from")
    parser.add_argument("--to", dest="goal", metavar="B", help="id, ref or name of the place to go to")
    parser.add_argument("--all", action="store_true", help="every pair of rooms")
    parser.add_argument("--graph", action="store_true", help="print the walkable graph as JSON")
    parser.add_argument("--profile", choices=[p.value for p in Profile], default=Profile.SHORTEST.value)
    parser.add_argument("--closed", action="append", default=[], metavar="PART", help="a closed part; may be repeated")
    parser.add_argument("--language", choices=tuple(SPOKEN), default="de")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    if not (options.all or options.graph) and not (options.start and options.goal):
        parser.error("give --from and --to, or --all, or --graph")
    return options


def _one(finder: Wayfinder, options: argparse.Namespace) -> int:
    start, goal = finder.find(options.start), finder.find(options.goal)
    way = finder.route(start, goal, Profile(options.profile), private=True)
    if isinstance(way, NoWay):
        if options.json:
            plain = {"from": start, "to": goal, "profile": options.profile, "reason": way.reason}
            print(json.dumps(plain | {"message": REASONS[way.reason]}))
        else:
            print(REASONS[way.reason])
        return 1
    texts = directions(way, finder.building, options.language)
    if options.json:
        print(json.dumps(_plain(way, texts), ensure_ascii=False))
        return 0
    print(f"{way.length_m:.0f} m, {way.duration_s / 60:.1f} min")
    shown: Level | None = None
    for number, (step, text) in enumerate(zip(way.steps, texts, strict=True), 1):
        if step.level != shown:
            shown = step.level
            print(f"{level_name(shown, finder.building, options.language)}:")
        print(f"  {number}. {text}" + (f"  ({step.length_m:.0f} m)" if step.length_m >= 1 else ""))
    return 0


def _plain(way: Route, texts: Sequence[str]) -> dict[str, Any]:
    return {
        "from": way.start,
        "to": way.goal,
        "profile": way.profile.value,
        "length_m": way.length_m,
        "duration_s": way.duration_s,
        "levels": [_number(level) for level in way.levels],
        "steps": [
            {
                "text": text,
                "level": _number(step.level),
                "kind": step.kind.value,
                "length_m": step.length_m,
                **({"to_level": _number(step.to_level)} if step.to_level is not None else {}),
            }
            for step, text in zip(way.steps, texts, strict=True)
        ],
        "points": [[point.x, point.y, _number(point.level)] for point in way.points],
    }


def _all(finder: Wayfinder, profile: Profile, as_json: bool) -> int:
    from content.wayfinding.all_pairs import all_pairs

    pairs = []
    for pair in all_pairs(finder, profile):
        found: dict[str, Any] = {"from": pair.start, "to": pair.goal}
        pairs.append(found | ({"reason": pair.reason} if pair.length_m is None else {"length_m": pair.length_m}))
    if as_json:
        print("[\n" + ",\n".join(json.dumps(pair, ensure_ascii=False) for pair in pairs) + "\n]")
    else:
        for one in pairs:
            result = f"{one['length_m']:.1f} m" if "length_m" in one else REASONS[one["reason"]]
            print(f"{one['from']} -> {one['to']}: {result}")
    return 0


def _graph(finder: Wayfinder) -> int:
    """Nodes [x, y, level], edges [node, node, metres, owner], and what belongs to which place."""
    graph = finder.graph
    plain = {
        "nodes": [[x, y, _number(z)] for x, y, z in zip(graph.xs, graph.ys, graph.levels, strict=True)],
        "edges": [list(edge) for edge in graph.edges],
        "owners": [
            {
                "id": owner.id,
                "going": owner.going.name.lower(),
                "through": owner.through,
                "closed": owner.closed,
                "step_free": owner.step_free,
            }
            for owner in graph.owners
        ],
        "places": {place: list(nodes) for place, nodes in graph.places.items()},
        "place_owner": graph.place_owner,
    }
    print(json.dumps(plain, ensure_ascii=False))
    return 0


def _number(level: Level) -> float | int:
    return int(level) if level == int(level) else level
