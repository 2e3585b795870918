"""Small floor plans for the tests, drawn in metres, written as GeoJSON or OSM XML."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from content.wayfinding.building import Building
from content.wayfinding.reading import import_building, read_building
from content.wayfinding.report import Report

XY = tuple[float, float]
EAST, NORTH = 111_319.49, 110_574.28
"""Metres per degree where equator and prime meridian meet: the plans lie there."""
MUSTERSTADT = Path(__file__).resolve().parents[3] / "content" / "musterstadt" / "building.geojson"


def degrees(at: XY) -> list[float]:
    return [round(at[0] / EAST, 9), round(at[1] / NORTH, 9)]


def box(x: float, y: float, width: float, depth: float) -> list[XY]:
    """A closed rectangle with its lower left corner at (x, y)."""
    return [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth), (x, y)]


class Plan:
    """Add parts, then `read` or `write`."""

    def __init__(self) -> None:
        self.points: list[tuple[str, XY, dict[str, str]]] = []
        self.ways: list[tuple[str, Sequence[XY], dict[str, str]]] = []
        self.holes: dict[str, Sequence[XY]] = {}

    def space(self, number: int, outline: Sequence[XY], indoor: str = "room", level: str = "0", **tags: str) -> "Plan":
        return self.way(number, outline, indoor=indoor, level=level, **tags)

    def way(self, number: int, line: Sequence[XY], **tags: str) -> "Plan":
        self.ways.append((f"way/{number}", line, _tags(tags)))
        return self

    def point(self, number: int, at: XY, **tags: str) -> "Plan":
        self.points.append((f"node/{number}", at, _tags(tags)))
        return self

    def door(self, number: int, at: XY, level: str = "0", **tags: str) -> "Plan":
        return self.point(number, at, door="yes", level=level, **tags)

    def geojson(self) -> dict[str, Any]:
        features = [_feature(one, "Point", degrees(at), tags) for one, at, tags in self.points]
        for one, line, tags in self.ways:
            ring = [degrees(at) for at in line]
            area = "indoor" in tags and tags.get("indoor") != "yes" and len(line) > 2
            rings = [ring] + ([[degrees(at) for at in self.holes[one]]] if one in self.holes else [])
            features.append(_feature(one, "Polygon", rings, tags) if area else _feature(one, "LineString", ring, tags))
        return {"type": "FeatureCollection", "features": features}

    def osm(self) -> str:
        nodes = [_node(one.removeprefix("node/"), at, tags) for one, at, tags in self.points]
        numbers: dict[XY, str] = {}
        ways = []
        for one, line, tags in self.ways:
            for at in line:
                if at not in numbers:
                    numbers[at] = str(1_000_000 + len(numbers))
                    nodes.append(_node(numbers[at], at, {}))
            refs = "".join(f'<nd ref="{numbers[at]}"/>' for at in line)
            ways.append(f'<way id="{one.removeprefix("way/")}">{refs}{_xml(tags)}</way>')
        return "<osm version='0.6'>" + "".join(nodes + ways) + "</osm>"

    def write(self, folder: Path, name: str = "plan.geojson") -> Path:
        path = folder / name
        path.write_text(json.dumps(self.geojson()) if name.endswith("json") else self.osm(), encoding="utf-8")
        return path

    def read(self, folder: Path, name: str = "plan.geojson") -> Building:
        return read_building(self.write(folder, name))

    def examined(self, folder: Path) -> tuple[Building, Report]:
        return import_building(self.write(folder))


def kinds(report: Report, identity: str = "") -> set[str]:
    """Kinds of what was found, of one thing or of all."""
    return {finding.kind for finding in report.findings if identity in ("", finding.id)}


def _tags(plain: dict[str, str]) -> dict[str, str]:
    return {key.replace("__", ":"): value for key, value in plain.items()}


def _feature(identity: str, kind: str, coordinates: Any, tags: dict[str, str]) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "id": identity, "properties": tags, "geometry": geometry}


def _node(number: str, at: XY, tags: dict[str, str]) -> str:
    longitude, latitude = degrees(at)
    return f'<node id="{number}" lat="{latitude:.9f}" lon="{longitude:.9f}">{_xml(tags)}</node>'


def _xml(tags: dict[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())


def office() -> Plan:
    """Two floors: a corridor 20 m long, two rooms north, one south, a lift and a staircase at its ends.

    ::

        +---------+---------+
        | way/1   | way/2   |   y 2 .. 6, doors at x 2 and x 18
        +--'---------'------+
      S |  way/10 corridor  | L   y 0 .. 2
        +---------'---------+
        | way/3             |   y -4 .. 0, door at x 10
        +-------------------+

    The upper floor has the corridor way/11 and the room way/4 above way/1.
    """
    plan = Plan()
    plan.space(10, box(0, 0, 20, 2), "corridor", name="Flur")
    plan.space(11, box(0, 0, 20, 2), "corridor", "1", name="Flur oben")
    plan.space(1, box(0, 2, 10, 4), ref="0.01", name="Kasse").door(101, (2, 2))
    plan.space(2, box(10, 2, 10, 4), ref="0.02", name="Büro").door(102, (18, 2))
    plan.space(3, box(0, -4, 20, 4), ref="0.03", name="Saal").door(103, (10, 0))
    plan.space(4, box(0, 2, 10, 4), level="1", ref="1.01", name="Standesamt").door(104, (2, 2), "1")
    plan.space(20, box(20, 0, 2, 2), level="0;1", highway="elevator", name="Aufzug").door(120, (20, 1), "0;1")
    plan.space(21, box(-4, 0, 4, 2), level="0;1", stairs="yes", room="stairs", name="Treppe").door(121, (0, 1), "0;1")
    plan.point(7, (8.0, 1.0), level="0", lotse__mark="kiosk", ref="KIOSK", name="Kiosk")
    return plan
