"""Writes a building as GeoJSON in Simple Indoor Tagging, one feature a line, so that people can read and mend it."""

import json
from collections.abc import Iterator
from typing import Any

from content.wayfinding.building import XY, Building, Connector, Door, Level, PlaceMark, Space, SpaceKind, Walkway
from content.wayfinding.levels import written
from content.wayfinding.plane import Plane

_DRAWN = {
    SpaceKind.ROOM: {"indoor": "room"},
    SpaceKind.CORRIDOR: {"indoor": "corridor"},
    SpaceKind.AREA: {"indoor": "area"},
    SpaceKind.LIFT: {"indoor": "room", "highway": "elevator"},
    SpaceKind.STAIRS: {"indoor": "area", "stairs": "yes"},
    SpaceKind.RAMP: {"indoor": "corridor", "ramp": "yes"},
}
_LANDMARK = {
    "toilets": {"amenity": "toilets"},
    "cafe": {"amenity": "cafe"},
    "info": {"information": "office"},
    "photo": {"amenity": "photo_booth"},
    "vending": {"amenity": "vending_machine"},
    "atm": {"amenity": "atm"},
    "library": {"amenity": "library"},
}


def geojson(building: Building) -> str:
    """The file's text. Reading it again gives the same building."""
    plane = Plane(*building.origin)
    head = {"name": building.name, "level_names": building.level_names, "origin": list(building.origin)}
    lines = [json.dumps(one, ensure_ascii=False) for one in _features(building, plane)]
    opening = '{"type": "FeatureCollection",\n"lotse": ' + json.dumps(head, ensure_ascii=False)
    return opening + ',\n"features": [\n' + ",\n".join(lines) + "\n]}\n"


def _features(building: Building, plane: Plane) -> Iterator[dict[str, Any]]:
    for key, rings in building.outlines.items():
        for number, ring in enumerate(rings, 1):
            yield _feature(f"outline/{key}/{number}", {"indoor": "level", "level": key}, "Polygon", [ring], plane)
    for space in building.spaces:
        yield _feature(space.id, _space(space), "Polygon", [space.outline, *space.holes], plane)
    for door in building.doors:
        yield _feature(door.id, _door(door), "Point", [(door.at,)], plane)
    drawn = {space.id for space in building.spaces}
    for connector in building.connectors:
        if connector.id not in drawn:
            shape = "Point" if len(connector.line) == 1 else "LineString"
            yield _feature(connector.id, _connector(connector), shape, [connector.line], plane)
    for way in building.walkways:
        yield _feature(way.id, _walkway(way), "LineString", [way.line], plane)
    for number, (level, line) in enumerate(building.walls, 1):
        solid = len(line) > 3 and line[0] == line[-1]
        tags = {"indoor": "wall", "lotse:wall": "yes", "level": written(level)}
        yield _feature(f"wall/{number}", tags, "Polygon" if solid else "LineString", [line], plane)
    for mark in building.marks:
        yield _feature(mark.id, _mark(mark), "Point", [(mark.at,)], plane)


def _feature(
    identity: str, tags: dict[str, str], shape: str, rings: list[tuple[XY, ...]], plane: Plane
) -> dict[str, Any]:
    degrees = [[list(plane.degrees(at)) for at in ring] for ring in rings]
    coordinates: Any = degrees if shape == "Polygon" else degrees[0][0] if shape == "Point" else degrees[0]
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "id": identity, "properties": tags, "geometry": geometry}


def _named(tags: dict[str, str], ref: str, names: dict[str, str]) -> dict[str, str]:
    if ref:
        tags["ref"] = ref
    for language, name in names.items():
        tags[f"name:{language}" if language else "name"] = name
    return tags


def _levels(levels: tuple[Level, ...]) -> str:
    return ";".join(written(level) for level in levels)


def _may(tags: dict[str, str], wheelchair: bool | None, closed: bool) -> dict[str, str]:
    if wheelchair is not None:
        tags["wheelchair"] = "yes" if wheelchair else "no"
    if closed:
        tags["access"] = "private"
    return tags


def _space(space: Space) -> dict[str, str]:
    tags = _named({"level": _levels(space.levels)}, space.ref, space.names) | _DRAWN[space.kind]
    if space.use == "stairs":
        tags["indoor"] = "room"
    tags |= _LANDMARK.get(space.landmark, {})
    if space.use:
        tags["room"] = space.use
    if space.colour:
        tags["colour"] = space.colour
    return _may(tags, space.wheelchair, space.closed)


def _door(door: Door) -> dict[str, str]:
    tags = {"level": written(door.level), "door": "yes"}
    if door.width is not None:
        tags["width"] = f"{door.width:g}"
    if door.entrance:
        tags["entrance"] = "yes"
    if door.automatic:
        tags["automatic_door"] = "yes"
    if door.assumed:
        tags |= {"lotse:assumed": "yes"}
    tags["lotse:spaces"] = ";".join(door.spaces)
    return _may(tags, None, door.closed)


def _connector(connector: Connector) -> dict[str, str]:
    kind = {SpaceKind.LIFT: "elevator", SpaceKind.STAIRS: "steps"}.get(connector.kind, "footway")
    tags = {"level": _levels(connector.levels), "highway": kind, "indoor": "yes"}
    if connector.kind is not SpaceKind.LIFT:
        tags["incline"] = "up"
    if connector.escalator:
        tags["conveying"] = "yes"
    if connector.name:
        tags["name"] = connector.name
    return _may(tags, connector.wheelchair, connector.closed)


def _walkway(way: Walkway) -> dict[str, str]:
    tags = {"level": written(way.level), "highway": "footway", "indoor": "yes"}
    return _may(_named(tags, "", way.names), way.wheelchair, way.closed)


def _mark(mark: PlaceMark) -> dict[str, str]:
    return _named({"level": written(mark.level), "lotse:mark": mark.kind or "place"}, mark.ref, mark.names)
