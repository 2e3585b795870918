"""The demo town hall's plan as written in the file, in metres. For the tests beside it."""

import json
import math
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from shapely.geometry import Point, Polygon

FOLDER = Path(__file__).resolve().parents[3] / "content" / "musterstadt"
FILE = FOLDER / "building.geojson"
LEVELS = ("-1", "0", "1", "2")
METRES_PER_DEGREE = 111_195.0
"""Of latitude; good to 1 % here, which is all that the tests need."""


class Feature:
    """One line of the file."""

    def __init__(self, plain: dict[str, Any]) -> None:
        self.id: str = plain["id"]
        self.tags: dict[str, str] = plain["properties"]
        self.kind: str = plain["geometry"]["type"]
        self.coordinates = plain["geometry"]["coordinates"]

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(self.tags.get("level", "").split(";"))

    @property
    def nodes(self) -> tuple[tuple[float, float], ...]:
        """Longitude and latitude as written: those of the ring, or the one point."""
        if self.kind == "Point":
            return (tuple(self.coordinates),)
        return tuple(tuple(node) for node in self.coordinates[0])

    @cached_property
    def polygon(self) -> Polygon:
        return Polygon([metres(node) for node in self.nodes])

    @cached_property
    def corners(self) -> tuple[Point, ...]:
        """Where the wall turns, without the nodes in its straight parts."""
        outline = self.polygon.simplify(0.05)
        assert isinstance(outline, Polygon)
        return tuple(Point(corner) for corner in outline.exterior.coords)

    @cached_property
    def point(self) -> Point:
        return Point(metres(self.nodes[0]))

    def __repr__(self) -> str:
        return f"{self.id} {self.tags.get('ref', '')} {self.tags.get('name', '')}".strip()


def metres(node: tuple[float, float]) -> tuple[float, float]:
    """East and north of the plan's corner."""
    longitude, latitude = node
    east = (longitude - 9.12) * METRES_PER_DEGREE * math.cos(math.radians(48.743))
    return east, (latitude - 48.743) * METRES_PER_DEGREE


@cache
def features() -> tuple[Feature, ...]:
    """All features in the order of the file."""
    return tuple(Feature(plain) for plain in json.loads(FILE.read_text("utf-8"))["features"])


def is_space(feature: Feature) -> bool:
    """A room, corridor or area (not the outline of the building or of a level)."""
    return feature.kind == "Polygon" and feature.tags.get("indoor") in ("room", "corridor", "area")


def spaces_on(level: str) -> list[Feature]:
    """The spaces of one level."""
    return [feature for feature in features() if is_space(feature) and level in feature.levels]
