"""Features out of GeoJSON and OSM XML files: an id, tags and a shape in degrees. Not responsible for their meaning."""

import json
import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree

from msgspec import Struct

LonLat = tuple[float, float]
LARGEST_BYTES = 200_000_000


class BuildingUnreadable(ValueError):
    """The file is no floor plan at all. The text says why and what to do."""


class Feature(Struct, frozen=True):
    """One thing on the map."""

    id: str
    tags: dict[str, str]
    shape: Literal["point", "line", "polygon"]
    rings: tuple[tuple[LonLat, ...], ...]
    """Point and line: one; polygon: outline and holes. Longitude, latitude in degrees."""


class RawPlan(Struct, frozen=True):
    """What a file holds."""

    features: tuple[Feature, ...]
    head: dict[str, Any]
    """The `lotse` object of a file of ours: names of levels, origin."""
    skipped: tuple[tuple[str, str], ...]
    """(id, reason) of features that could not be read."""


def read_features(path: Path) -> RawPlan:
    """Read a `.geojson`/`.json` or `.osm`/`.xml` file.

    :raises BuildingUnreadable: the file cannot be read, or is neither.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise BuildingUnreadable(f"the file is larger than {LARGEST_BYTES // 1_000_000} MB; cut out the building")
        raw = path.read_bytes()
    except OSError as fault:
        raise BuildingUnreadable(f"the file cannot be read: {fault.strerror}") from fault
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _read_osm(raw)
    return _read_geojson(raw)


# --- GeoJSON ------------------------------------------------------------------------------------------------------


def _read_geojson(raw: bytes) -> RawPlan:
    try:
        plain = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise BuildingUnreadable(f"the file is not UTF-8 text (byte {fault.start})") from fault
    except json.JSONDecodeError as fault:
        raise BuildingUnreadable(f"line {fault.lineno}: is not JSON: {fault.msg}") from fault
    except RecursionError as fault:
        raise BuildingUnreadable("is nested too deep") from fault
    except ValueError as fault:
        raise BuildingUnreadable(f"is not JSON that can be used: {fault}") from fault
    if not isinstance(plain, dict) or not isinstance(plain.get("features"), list):
        raise BuildingUnreadable("is no GeoJSON `FeatureCollection`; export the building's indoor features as GeoJSON")
    features: list[Feature] = []
    skipped: list[tuple[str, str]] = []
    for number, one in enumerate(plain["features"], 1):
        identity = _identity(one, number)
        try:
            features += _geojson_feature(one, identity)
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as fault:
            skipped.append((identity, f"unreadable: {fault}"))
    head = plain.get("lotse")
    return RawPlan(tuple(features), head if isinstance(head, dict) else {}, tuple(skipped))


def _identity(one: Any, number: int) -> str:
    properties = one.get("properties") if isinstance(one, dict) else None
    for holder in (one, properties):
        if isinstance(holder, dict):
            for key in ("id", "@id"):
                if isinstance(holder.get(key), str | int):
                    return str(holder[key])
    return f"feature/{number}"


def _geojson_feature(one: dict[str, Any], identity: str) -> Iterator[Feature]:
    properties = one.get("properties") or {}
    if isinstance(properties.get("tags"), dict):
        properties = {**properties, **properties["tags"]}
    tags = {
        key: _mend(str(value))
        for key, value in properties.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool) and not key.startswith("@")
    }
    geometry = one["geometry"]
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        yield Feature(identity, tags, "point", (_points([coordinates]),))
    elif kind == "LineString":
        yield Feature(identity, tags, "line", (_points(coordinates),))
    elif kind == "Polygon":
        yield _polygon(identity, tags, coordinates)
    elif kind in ("MultiPolygon", "MultiLineString"):
        for part, inner in enumerate(coordinates):
            name = identity if part == 0 else f"{identity}#{part + 1}"
            if kind == "MultiPolygon":
                yield _polygon(name, tags, inner)
            else:
                yield Feature(name, tags, "line", (_points(inner),))
    else:
        raise ValueError(f"geometry `{kind}`")


def _polygon(identity: str, tags: dict[str, str], coordinates: Iterable[Any]) -> Feature:
    rings = tuple(_points(ring) for ring in coordinates)
    if not rings:
        raise ValueError("no outline")
    return Feature(identity, tags, "polygon", rings)


def _points(plain: Iterable[Any]) -> tuple[LonLat, ...]:
    found = []
    for one in plain:
        longitude, latitude = float(one[0]), float(one[1])
        if not (math.isfinite(longitude) and math.isfinite(latitude) and abs(longitude) <= 180 and abs(latitude) <= 90):
            raise ValueError(f"no place on earth: {one}")
        found.append((longitude, latitude))
    if not found:
        raise ValueError("no points")
    return tuple(found)


def _mend(text: str) -> str:
    """Undo UTF-8 that was once read as code page 850 ("Stra├ƒe"); other text stays."""
    if "├" not in text:
        return text
    try:
        return text.encode("cp850").decode("utf-8")
    except UnicodeError:
        return text


# --- OSM XML ------------------------------------------------------------------------------------------------------


def _read_osm(raw: bytes) -> RawPlan:
    if b"<!DOCTYPE" in raw[:4096] or b"<!ENTITY" in raw[:4096]:
        raise BuildingUnreadable("has a document type declaration; OSM files have none")
    try:
        root = ElementTree.fromstring(raw)  # noqa: S314 - declarations are refused above
    except ElementTree.ParseError as fault:
        raise BuildingUnreadable(f"line {fault.position[0]}: is not XML: {fault}") from fault
    if root.tag != "osm":
        raise BuildingUnreadable(f"is no OSM XML: the root is <{root.tag}>, <osm> is expected")
    return _OsmXml(root).read()


class _OsmXml:
    def __init__(self, root: ElementTree.Element) -> None:
        self._root = root
        self._skipped: list[tuple[str, str]] = []
        self._nodes: dict[str, LonLat] = {}
        self._ways: dict[str, tuple[LonLat, ...]] = {}

    def read(self) -> RawPlan:
        points = list(self._points())
        ways = list(self._lines())
        return RawPlan((*points, *ways, *self._relations()), {}, tuple(self._skipped))

    def _points(self) -> Iterator[Feature]:
        for node in self._root.iter("node"):
            try:
                at = _points([(node.attrib["lon"], node.attrib["lat"])])
            except (KeyError, ValueError) as fault:
                self._skipped.append((f"node/{node.get('id')}", f"unreadable: {fault}"))
                continue
            self._nodes[node.get("id", "")] = at[0]
            if tags := _tags(node):
                yield Feature(f"node/{node.get('id')}", tags, "point", (at,))

    def _lines(self) -> Iterator[Feature]:
        for way in self._root.iter("way"):
            identity = f"way/{way.get('id')}"
            references = [nd.get("ref", "") for nd in way.iter("nd")]
            line = tuple(self._nodes[ref] for ref in references if ref in self._nodes)
            if len(line) < len(references):
                self._skipped.append((identity, f"{len(references) - len(line)} of its nodes are not in the file"))
            self._ways[way.get("id", "")] = line
            tags = _tags(way)
            if not tags or len(line) < 2:
                continue
            closed = len(line) > 3 and line[0] == line[-1]
            yield Feature(identity, tags, "polygon" if closed and _is_area(tags) else "line", (line,))

    def _relations(self) -> Iterator[Feature]:
        for relation in self._root.iter("relation"):
            tags = _tags(relation)
            if tags.get("type") != "multipolygon":
                continue
            identity = f"relation/{relation.get('id')}"
            outer = self._rings(relation, "outer")
            inner = self._rings(relation, "inner")
            if not outer:
                self._skipped.append((identity, "its outline is not closed or not in the file"))
            for part, ring in enumerate(outer):
                name = identity if part == 0 else f"{identity}#{part + 1}"
                holes = tuple(hole for hole in inner if _inside(hole[0], ring))
                yield Feature(name, tags, "polygon", (ring, *holes))

    def _rings(self, relation: ElementTree.Element, role: str) -> list[tuple[LonLat, ...]]:
        """Ways of one role joined end to end into closed rings."""
        lines = [
            list(self._ways[member.get("ref", "")])
            for member in relation.iter("member")
            if member.get("type") == "way"
            and (member.get("role") or "outer") == role
            and len(self._ways.get(member.get("ref", ""), ())) > 1
        ]
        rings = []
        while lines:
            line = lines.pop(0)
            while line[0] != line[-1]:
                following = next((one for one in lines if line[-1] in (one[0], one[-1])), None)
                if following is None:
                    break
                lines.remove(following)
                line += following[1:] if following[0] == line[-1] else following[-2::-1]
            if line[0] == line[-1] and len(line) > 3:
                rings.append(tuple(line))
        return rings


def _tags(element: ElementTree.Element) -> dict[str, str]:
    return {tag.get("k", ""): tag.get("v", "") for tag in element.iter("tag")}


def _is_area(tags: dict[str, str]) -> bool:
    if tags.get("area") == "no" or (tags.get("highway") in ("footway", "steps", "path") and tags.get("area") != "yes"):
        return tags.get("indoor") in ("room", "area", "corridor")
    return True


def _inside(at: LonLat, ring: tuple[LonLat, ...]) -> bool:
    x, y = at
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
