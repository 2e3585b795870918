"""From features to the parts of a building, in metres, outlines mended. Not responsible for doors' neighbours."""

from typing import TypeVar

import shapely
from shapely import LinearRing, MultiPolygon, Polygon

from content.wayfinding import kinds
from content.wayfinding.building import (
    XY,
    Connector,
    Door,
    Level,
    PlaceMark,
    Ring,
    Space,
    SpaceKind,
    Walkway,
)
from content.wayfinding.features import Feature, RawPlan
from content.wayfinding.levels import parse_levels, written
from content.wayfinding.plane import Plane
from content.wayfinding.report import Report

GAP_M = 2.5
"""Ends of an open outline that are nearer than this are joined without a second thought."""
SMALLEST_M2 = 0.2

Part = TypeVar("Part")


class Assembly:
    """The parts as they are collected; `reading` makes a building of them."""

    def __init__(self, raw: RawPlan, report: Report) -> None:
        self.report = report
        self.spaces: list[Space] = []
        self.doors: list[tuple[Door, tuple[str, ...]]] = []
        """Each with the ids of its spaces where the file names them."""
        self.connectors: list[Connector] = []
        self.walkways: list[Walkway] = []
        self.walls: list[tuple[Level, tuple[XY, ...]]] = []
        self.marks: list[PlaceMark] = []
        self.outlines: dict[str, list[Ring]] = {}
        self.name = ""
        self._ids: set[str] = set()
        roles = [(feature, kinds.role(feature)) for feature in raw.features]
        used = [feature for feature, part in roles if part and (part != "outline" or feature.shape == "polygon")]
        self.plane = _plane(raw, used)
        for identity, reason in raw.skipped:
            report.add(identity, "skipped", reason)
        take = {
            "space": self._space,
            "door": self._door,
            "steps": self._steps,
            "lift": self._lift,
            "walkway": self._walkway,
            "wall": self._wall,
            "outline": self._outline,
            "floor": self._outline,
            "mark": self._mark,
        }
        for feature, part in roles:
            if part:
                take[part](feature)

    # --- one kind each -------------------------------------------------------------------------------------------

    def _space(self, feature: Feature) -> None:
        levels = self._levels(feature)
        polygon = self._polygon(feature)
        if levels is None or polygon is None or not self._is_new(feature, "space"):
            return
        tags, kind = feature.tags, kinds.space_kind(feature.tags)
        outline, holes = rings(polygon)
        space = Space(
            id=feature.id,
            ref=tags.get("ref", "").strip(),
            names=kinds.names(tags),
            kind=kind,
            use=kinds.use(tags),
            levels=levels,
            outline=outline,
            holes=holes,
            wheelchair=kinds.wheelchair(tags),
            closed=kinds.closed(tags),
            landmark=kinds.landmark(tags),
            colour=tags.get("lotse:colour") or tags.get("colour", ""),
        )
        if self._stands_twice(space):
            self.report.add(feature.id, "twice", f"`{space.ref}` is drawn a second time in the same place")
            return
        self.spaces.append(space)
        if kind in (SpaceKind.LIFT, SpaceKind.STAIRS, SpaceKind.RAMP):
            self.connectors.append(self._connector(feature, kind, levels, ()))

    def _door(self, feature: Feature) -> None:
        levels = self._levels(feature, default=(0.0,) if "entrance" in feature.tags else None)
        if levels is None or not self._is_new(feature, "door"):
            return
        tags = feature.tags
        named = tuple(part for part in tags.get("lotse:spaces", "").split(";") if part)
        for level in levels:
            door = Door(
                id=feature.id if len(levels) == 1 else f"{feature.id}@{written(level)}",
                at=self._at(feature),
                level=level,
                spaces=(),
                width=kinds.metres_wide(tags),
                entrance=tags.get("entrance", "no") != "no",
                automatic=tags.get("automatic_door", "no") != "no",
                closed=kinds.closed(tags) or tags.get("entrance") == "emergency",
                assumed=tags.get("lotse:assumed") == "yes",
            )
            self.doors.append((door, named))

    def _steps(self, feature: Feature) -> None:
        levels = self._levels(feature)
        if levels is None or len(feature.rings[0]) < 2 or not self._is_new(feature, "space"):
            return
        line = tuple(self.plane.metres(*point) for point in feature.rings[0])
        if feature.tags.get("incline", "").startswith(("down", "-")):
            line = line[::-1]
        self.connectors.append(self._connector(feature, SpaceKind.STAIRS, levels, line))

    def _lift(self, feature: Feature) -> None:
        levels = self._levels(feature)
        if levels is not None and self._is_new(feature, "space"):
            self.connectors.append(self._connector(feature, SpaceKind.LIFT, levels, (self._at(feature),)))

    def _walkway(self, feature: Feature) -> None:
        levels = self._levels(feature)
        if levels is None or len(feature.rings[0]) < 2 or not self._is_new(feature, "space"):
            return
        line = tuple(self.plane.metres(*point) for point in feature.rings[0])
        if len(levels) > 1:
            if feature.tags.get("incline", "").startswith(("down", "-")):
                line = line[::-1]
            self.connectors.append(self._connector(feature, SpaceKind.RAMP, levels, line))
            return
        tags = feature.tags
        self.walkways.append(
            Walkway(
                id=feature.id,
                level=levels[0],
                line=line,
                names=kinds.names(tags),
                wheelchair=kinds.wheelchair(tags),
                closed=kinds.closed(tags),
            )
        )

    def _wall(self, feature: Feature) -> None:
        levels = self._levels(feature, quiet=True)
        for level in levels or ():
            for ring in feature.rings[:1]:
                self.walls.append((level, tuple(self.plane.metres(*point) for point in ring)))

    def _outline(self, feature: Feature) -> None:
        polygon = self._polygon(feature)
        if polygon is None:
            return
        if not self.name:
            self.name = feature.tags.get("name", "")
        key = feature.tags.get("level", "")
        try:
            keys = [written(level) for level in parse_levels(key)] if key else [""]
        except ValueError:
            keys = [""]
        for one in keys:
            self.outlines.setdefault(one, []).append(rings(polygon)[0])

    def _mark(self, feature: Feature) -> None:
        levels = self._levels(feature)
        if levels is None or not self._is_new(feature, "space"):
            return
        tags = feature.tags
        self.marks.append(
            PlaceMark(
                id=feature.id,
                ref=tags.get("ref", "").strip(),
                names=kinds.names(tags),
                kind=tags.get("lotse:mark") or kinds.landmark(tags) or kinds.use(tags),
                at=self._at(feature),
                level=levels[0],
            )
        )

    # --- what they share -----------------------------------------------------------------------------------------

    def _connector(
        self, feature: Feature, kind: SpaceKind, levels: tuple[Level, ...], line: tuple[XY, ...]
    ) -> Connector:
        tags = feature.tags
        return Connector(
            id=feature.id,
            kind=kind,
            bottom=levels[0],
            top=levels[-1],
            levels=levels,
            line=line,
            escalator=tags.get("conveying", "no") != "no",
            name=tags.get("name") or tags.get("ref", ""),
            wheelchair=kinds.wheelchair(tags),
            closed=kinds.closed(tags),
        )

    def _levels(
        self, feature: Feature, default: tuple[Level, ...] | None = None, quiet: bool = False
    ) -> tuple[Level, ...] | None:
        text = ";".join(part for part in (feature.tags.get("level"), feature.tags.get("repeat_on")) if part)
        if not text:
            if default is not None:
                self.report.add(feature.id, "level-assumed", f"has no level; level {written(default[0])} is assumed")
                return default
            if not quiet and "indoor" in feature.tags:
                self.report.add(feature.id, "no-level", "has no `level=`")
            return None
        try:
            return parse_levels(text)
        except ValueError as fault:
            if not quiet:
                self.report.add(feature.id, "bad-level", str(fault))
            return None

    def _at(self, feature: Feature) -> XY:
        return self.plane.metres(*feature.rings[0][0])

    def _is_new(self, feature: Feature, family: str) -> bool:
        key = f"{family} {feature.id}"
        if key in self._ids:
            self.report.add(feature.id, "twice", "this id stands twice; the first one is used")
            return False
        self._ids.add(key)
        return True

    def _stands_twice(self, space: Space) -> bool:
        """Stairs or a lift drawn once more on one of its levels."""
        if space.kind not in (SpaceKind.LIFT, SpaceKind.STAIRS) or not space.ref:
            return False
        return any(
            other.kind is space.kind and other.ref == space.ref and set(space.levels) <= set(other.levels)
            for other in self.spaces
        )

    def _polygon(self, feature: Feature) -> Polygon | None:
        """The outline in metres, closed and without crossings; None where nothing is left of it."""
        drawn = [[self.plane.metres(*point) for point in ring] for ring in feature.rings]
        shell = drawn[0]
        if shell[0] != shell[-1]:
            gap = shapely.Point(shell[0]).distance(shapely.Point(shell[-1]))
            self.report.add(feature.id, "closed-outline", f"the outline was open ({gap:.1f} m); closed")
            shell = [*shell, shell[0]]
        if len(shell) < 4:
            self.report.add(feature.id, "too-small", "the outline has fewer than three corners")
            return None
        polygon = Polygon(shell, [hole for hole in drawn[1:] if len(hole) > 3 and hole[0] == hole[-1]])
        if not polygon.is_valid:
            mended = _largest(shapely.make_valid(polygon))
            if mended is not None:
                self.report.add(feature.id, "mended-outline", "the outline crossed itself; the largest part is used")
            polygon = mended or Polygon()
        if polygon.area < SMALLEST_M2:
            self.report.add(feature.id, "too-small", "the outline encloses no ground")
            return None
        return polygon


def _plane(raw: RawPlan, used: list[Feature]) -> Plane:
    origin = raw.head.get("origin")
    if isinstance(origin, list) and len(origin) == 2 and all(isinstance(one, int | float) for one in origin):
        latitude, longitude = origin
        if abs(latitude) < 89 and abs(longitude) <= 180:  # NaN is neither
            return Plane(float(latitude), float(longitude))
    return Plane.around(point for feature in used for point in feature.rings[0])


def _largest(shape: shapely.Geometry) -> Polygon | None:
    parts = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    parts += [inner for part in shapely.get_parts(shape) if isinstance(part, MultiPolygon) for inner in part.geoms]
    return max(parts, key=lambda part: part.area, default=None)


def rings(polygon: Polygon) -> tuple[Ring, tuple[Ring, ...]]:
    """Outline counter-clockwise, holes clockwise, in millimetres."""
    return _ring(polygon.exterior, True), tuple(_ring(hole, False) for hole in polygon.interiors)


def _ring(ring: LinearRing, counter_clockwise: bool) -> Ring:
    points = [(round(x, 3), round(y, 3)) for x, y in ring.coords]
    return tuple(points if ring.is_ccw == counter_clockwise else points[::-1])
