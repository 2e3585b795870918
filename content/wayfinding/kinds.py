"""What OSM tags mean for a walker: kind of a feature, kind of a space, landmarks. Not responsible for shapes."""

import re
from collections.abc import Mapping
from typing import Literal

from content.wayfinding.building import SpaceKind
from content.wayfinding.features import Feature

Tags = Mapping[str, str]
Role = Literal["space", "door", "steps", "lift", "walkway", "wall", "outline", "floor", "mark", ""]

WALKED = frozenset({"footway", "pedestrian", "path", "corridor", "living_street", "cycleway", "track"})
LANDMARKS = {
    "toilets": "toilets",
    "cafe": "cafe",
    "restaurant": "cafe",
    "photo_booth": "photo",
    "reception_desk": "info",
    "vending_machine": "vending",
    "atm": "atm",
    "library": "library",
}
_NAME = re.compile(r"name:([a-z]{2,3}(?:-[A-Za-z]+)?)")
"""A name in a language: `name:tr`, `name:de-simple`, not `name:prefix`."""
_SHOPLIKE = ("shop", "amenity", "office", "tourism", "craft", "healthcare", "disused:shop")


def role(feature: Feature) -> Role:
    """What part a feature plays in a building; "" for none."""
    tags = feature.tags
    if tags.get("lotse:wall") == "yes" or (tags.get("indoor") == "wall" and feature.shape != "point"):
        return "wall"
    if feature.shape == "point":
        return _point(tags)
    if feature.shape == "line":
        return _line(tags)
    return _polygon(tags)


def _point(tags: Tags) -> Role:
    if "door" in tags or tags.get("entrance", "no") != "no":
        return "door"
    if tags.get("highway") == "elevator":
        return "lift"
    if "lotse:mark" in tags:
        return "mark"
    named = "name" in tags or "ref" in tags
    sign = tags.get("amenity") in LANDMARKS or tags.get("tourism") == "information"
    return "mark" if "level" in tags and (sign or (named and any(key in tags for key in _SHOPLIKE))) else ""


def _line(tags: Tags) -> Role:
    if tags.get("highway") == "steps":
        return "steps"
    if tags.get("indoor") in ("room", "corridor", "area"):
        return "space"  # an outline that was left open
    if tags.get("highway") in WALKED and "level" in tags:
        return "walkway"
    return ""


def _polygon(tags: Tags) -> Role:
    indoor = tags.get("indoor", "")
    if indoor == "level":
        return "floor"
    if "building" in tags and indoor not in ("room", "area", "corridor"):
        return "outline"
    if indoor in ("room", "corridor", "area") or tags.get("highway") == "elevator":
        return "space"
    if "level" not in tags or "stairwell" in tags or tags.get("tourism") == "artwork" or indoor == "pathway":
        return ""
    if indoor == "yes" or tags.get("highway") in WALKED or tags.get("railway") == "platform":
        return "space"
    return "space" if "room" in tags else ""


def space_kind(tags: Tags) -> SpaceKind:
    """Kind of a space."""
    room, indoor = tags.get("room", ""), tags.get("indoor", "")
    if tags.get("highway") == "elevator" or room in ("elevator", "lift"):
        return SpaceKind.LIFT
    if tags.get("ramp") == "yes" or room == "ramp" or tags.get("highway") == "ramp":
        return SpaceKind.RAMP
    if tags.get("stairs", "no") != "no" or room in ("stairs", "staircase") or tags.get("highway") == "steps":
        return SpaceKind.STAIRS
    if indoor == "corridor" or room == "corridor":
        return SpaceKind.CORRIDOR
    if indoor == "room" or room not in ("", "yes", "waiting", "hall") or any(key in tags for key in _SHOPLIKE):
        return SpaceKind.AREA if indoor == "area" else SpaceKind.ROOM
    return SpaceKind.AREA


def use(tags: Tags) -> str:
    """What a space is for, in OSM's word."""
    for key in ("room", "amenity", "shop", "office", "tourism"):
        if tags.get(key, "yes") != "yes":
            return tags[key]
    return ""


def landmark(tags: Tags) -> str:
    """Key of something that people recognise from afar; "" for none."""
    if tags.get("room") == "waiting":
        return "waiting"
    if tags.get("room") in ("toilet", "toilets"):
        return "toilets"
    if tags.get("information") in ("office", "desk"):
        return "info"
    return LANDMARKS.get(tags.get("amenity", ""), "")


def wheelchair(tags: Tags) -> bool | None:
    """Whether a wheelchair gets through; None: unknown or limited."""
    return {"yes": True, "designated": True, "no": False}.get(tags.get("wheelchair", ""))


def closed(tags: Tags) -> bool:
    """Whether the public may not go there."""
    return tags.get("access") in ("no", "private")


def names(tags: Tags) -> dict[str, str]:
    """Names per language; "" is the plain one."""
    found = {"": tags["name"]} if tags.get("name") else {}
    for key, value in tags.items():
        if value and (name := _NAME.fullmatch(key)):
            found[name[1]] = value
    return found


def metres_wide(tags: Tags) -> float | None:
    """Clear width from `width`, metres; None where it is not a sensible number."""
    text = tags.get("width", "").replace(",", ".").removesuffix("m").strip()
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0.2 < value < 50 else None
