"""Reads a floor plan (GeoJSON or OSM XML, Simple Indoor Tagging) into a `Building` and says what it repaired."""

from pathlib import Path
from typing import Any

import shapely
from shapely import Point, Polygon, STRtree

from content.wayfinding.adjoining import Adjoining
from content.wayfinding.assembling import Assembly, rings
from content.wayfinding.building import Building, Level, PlaceMark, Ring, Space
from content.wayfinding.features import BuildingUnreadable, read_features
from content.wayfinding.levels import written
from content.wayfinding.report import Report

__all__ = ["BuildingUnreadable", "import_building", "read_building"]


def read_building(path: Path) -> Building:
    """The building of a file.

    :raises BuildingUnreadable: the file is no floor plan.
    """
    return import_building(path)[0]


def import_building(path: Path) -> tuple[Building, Report]:
    """The building and what was repaired or left out on the way to it.

    Source of the tags: OpenStreetMap wiki, Simple Indoor Tagging. Our own keys begin with `lotse:`.

    :raises BuildingUnreadable: the file is no floor plan, or holds no space to walk in.
    """
    raw = read_features(path)
    report = Report()
    parts = Assembly(raw, report)
    if not parts.spaces and not parts.walkways:
        raise BuildingUnreadable(
            "holds no rooms, corridors or ways; polygons with `indoor=room`, `corridor` or `area` are expected"
        )
    doors = Adjoining(parts.spaces, parts.connectors, parts.walkways, parts.walls, report).complete(parts.doors)
    levels = sorted(
        {level for space in parts.spaces for level in space.levels}
        | {way.level for way in parts.walkways}
        | {level for one in parts.connectors for level in one.levels if level == int(level)}
    )
    building = Building(
        name=_text(raw.head.get("name")) or parts.name or path.stem,
        origin=(parts.plane.latitude, parts.plane.longitude),
        levels=tuple(levels),
        level_names=_level_names(raw.head.get("level_names")),
        outlines=_outlines(parts, levels),
        spaces=tuple(parts.spaces),
        doors=doors,
        connectors=tuple(parts.connectors),
        walkways=tuple(parts.walkways),
        walls=tuple(parts.walls),
        marks=_placed(parts.marks, parts.spaces),
    )
    return building, report


def _text(plain: Any) -> str:
    return plain if isinstance(plain, str) else ""


def _level_names(plain: Any) -> dict[str, dict[str, str]]:
    if not isinstance(plain, dict):
        return {}
    return {
        str(level): {str(language): str(name) for language, name in names.items()}
        for level, names in plain.items()
        if isinstance(names, dict)
    }


def _outlines(parts: Assembly, levels: list[Level]) -> dict[str, tuple[Ring, ...]]:
    """Drawn outlines; else the building's; else what the spaces of a level cover."""
    found: dict[str, tuple[Ring, ...]] = {}
    whole = parts.outlines.get("", [])
    for level in levels:
        key = written(level)
        if key in parts.outlines:
            found[key] = tuple(parts.outlines[key])
        elif whole:
            found[key] = (max(whole, key=lambda ring: Polygon(ring).area),)
        else:
            found[key] = _covered([space for space in parts.spaces if level in space.levels])
    return found


def _covered(spaces: list[Space]) -> tuple[Ring, ...]:
    if not spaces:
        return ()
    shapes = [Polygon(space.outline).buffer(0.3, join_style="mitre") for space in spaces]
    union = shapely.union_all(shapes).buffer(-0.3, join_style="mitre").simplify(0.05)
    return tuple(rings(part)[0] for part in shapely.get_parts(union) if isinstance(part, Polygon))


def _placed(marks: list[PlaceMark], spaces: list[Space]) -> tuple[PlaceMark, ...]:
    """Marks with the smallest space they lie in."""
    shapes = [Polygon(space.outline, space.holes) for space in spaces]
    tree = STRtree(shapes)
    found = []
    for mark in marks:
        inside = [i for i in tree.query(Point(mark.at), predicate="intersects") if mark.level in spaces[i].levels]
        smallest = min(inside, key=lambda i: shapes[i].area, default=None)
        found.append(
            PlaceMark(
                id=mark.id,
                ref=mark.ref,
                names=mark.names,
                kind=mark.kind,
                at=mark.at,
                level=mark.level,
                space="" if smallest is None else spaces[smallest].id,
            )
        )
    return tuple(found)
