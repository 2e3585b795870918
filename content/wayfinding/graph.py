"""The walkable graph of a building as plain numbers, so that it can be kept in a file. Finds no way itself."""

from enum import IntEnum

from msgspec import Struct

from content.wayfinding.building import Level

LEVEL_HEIGHT_M = 3.5
"""Metres between two whole levels, as in the usual office building."""
STAIRS_PER_LEVEL_M = 6.3
"""Metres walked on stairs for one level: 17 cm up and 29 cm on for each step (DIN 18065)."""


class Going(IntEnum):
    """How one gets along an owner's edges."""

    WALK = 0
    STAIRS = 1
    LIFT = 2
    RAMP = 3
    ESCALATOR = 4


class Owner(Struct, frozen=True):
    """A space, walkway or connector that edges belong to."""

    id: str
    going: Going = Going.WALK
    through: bool = True
    """False: a room that is no thoroughfare; a way only begins or ends in it."""
    closed: bool = False
    step_free: bool = True


class WalkGraph(Struct, frozen=True, kw_only=True):
    """Nodes are points on a level, edges undirected lengths; both by index."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    levels: tuple[Level, ...]
    owners: tuple[Owner, ...]
    edges: tuple[tuple[int, int, float, int], ...]
    """(node, node, metres, owner)."""
    places: dict[str, tuple[int, ...]]
    """Nodes where a way to a space or mark ends."""
    place_owner: dict[str, int]
    """The owner that a way to the place may always enter."""
    doors: dict[int, str]
    """Node -> id of the door."""
