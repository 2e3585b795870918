"""A made-up building of any size as Simple Indoor Tagging, so that routes are measured on more than the demo town."""

from typing import Any

LEVEL_COUNT, WINGS, SIDE_ROOMS = 5, 4, 24
ROOM_W, ROOM_D, CORRIDOR = 4.0, 5.0, 2.5
"""Metres."""
ORIGIN = (48.9, 9.2)
METRE_NORTH, METRE_EAST = 1 / 111_200, 1 / 73_200
"""Degrees, near the origin; the exact size does not matter here."""

Feature = dict[str, Any]


def big_building() -> dict[str, Any]:
    """About 2,000 features: on each level wings of rooms beside corridors that meet in a spine; lifts and stairs."""
    features: list[Feature] = []
    for level in range(LEVEL_COUNT):
        features += _level(level)
    width = WINGS * (2 * ROOM_D + CORRIDOR)
    levels = f"0-{LEVEL_COUNT - 1}"
    for n, x in enumerate((1.0, width - 3.0)):
        shaft = _box(x, -CORRIDOR - 2.0, x + 2.0, -CORRIDOR)
        features.append(
            _area(f"way/9{n}", shaft, indoor="room", highway="elevator", level=levels, name=f"Aufzug {n + 1}")
        )
        features += [
            _point(f"node/9{n}{level}", x + 1.0, -CORRIDOR, door="sliding", level=str(level))
            for level in range(LEVEL_COUNT)
        ]
    for level in range(LEVEL_COUNT - 1):
        line = [(width / 2, -0.5), (width / 2 + 4.0, -0.5)]
        features.append(
            _feature(
                f"way/8{level}", "LineString", _at(line), highway="steps", incline="up", level=f"{level};{level + 1}"
            )
        )
    return {"type": "FeatureCollection", "features": features}


def _level(level: int) -> list[Feature]:
    width = WINGS * (2 * ROOM_D + CORRIDOR)
    spine = _box(0, -CORRIDOR, width, 0)
    features = [_area(f"way/{level}00", spine, indoor="corridor", level=str(level), name="Hauptflur")]
    for wing in range(WINGS):
        x = wing * (2 * ROOM_D + CORRIDOR) + ROOM_D
        aisle = _box(x, 0, x + CORRIDOR, SIDE_ROOMS * ROOM_W)
        features.append(_area(f"way/{level}{wing + 1}0", aisle, indoor="corridor", level=str(level)))
        features.append(_point(f"node/{level}{wing}", x + CORRIDOR / 2, 0, door="no", level=str(level)))
        for row in range(SIDE_ROOMS):
            for side, left in enumerate((x - ROOM_D, x + CORRIDOR)):
                features += _room(level, wing, 2 * row + side, left, row * ROOM_W, x if side == 0 else x + CORRIDOR)
    return features


def _room(level: int, wing: int, number: int, x: float, y: float, door_x: float) -> list[Feature]:
    ref = f"{level}.{wing + 1}{number:02}"
    key = f"{level}{wing}{number:02}"
    room = _area(
        f"way/7{key}", _box(x, y, x + ROOM_D, y + ROOM_W), indoor="room", room="office", level=str(level), ref=ref
    )
    return [room, _point(f"node/7{key}", door_x, y + ROOM_W / 2, door="hinged", width="0.9", level=str(level))]


def _box(x0: float, y0: float, x1: float, y1: float) -> list[tuple[float, float]]:
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]


def _at(points: list[tuple[float, float]]) -> list[list[float]]:
    return [[round(ORIGIN[1] + x * METRE_EAST, 8), round(ORIGIN[0] + y * METRE_NORTH, 8)] for x, y in points]


def _feature(identity: str, kind: str, coordinates: object, **tags: str) -> Feature:
    return {
        "type": "Feature",
        "id": identity,
        "properties": tags,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _area(identity: str, ring: list[tuple[float, float]], **tags: str) -> Feature:
    return _feature(identity, "Polygon", [_at(ring)], **tags)


def _point(identity: str, x: float, y: float, **tags: str) -> Feature:
    return _feature(identity, "Point", _at([(x, y)])[0], **tags)
