"""A building in metres, as wayfinding, screen and robot use it: levels, spaces, doors, ways up. No file formats."""

from enum import StrEnum

from msgspec import Struct

Level = float
"""OSM level: 0 ground floor, -1 basement; halves are mezzanines and landings."""
XY = tuple[float, float]
"""Metres east and north of the building's origin."""
Ring = tuple[XY, ...]
"""Closed outline, first point repeated at the end, counter-clockwise; holes clockwise."""


class SpaceKind(StrEnum):
    """What a space is for a walker."""

    ROOM = "room"
    CORRIDOR = "corridor"
    AREA = "area"
    LIFT = "lift"
    STAIRS = "stairs"
    RAMP = "ramp"


class Space(Struct, frozen=True, kw_only=True):
    """A room, corridor, open area, lift shaft or flight of stairs."""

    id: str
    """OSM id such as `way/123`, unique in the building."""
    ref: str = ""
    """Room number as on the door: "1.07"."""
    names: dict[str, str] = {}
    """Per language; "" is the plain `name`."""
    kind: SpaceKind
    use: str = ""
    """OSM `room=`/`amenity=`: office, toilets, waiting, ...; free text."""
    levels: tuple[Level, ...]
    outline: Ring
    holes: tuple[Ring, ...] = ()
    wheelchair: bool | None = None
    closed: bool = False
    """`access=no`/`private`: no route goes through."""
    landmark: str = ""
    """Icon-like key where people recognise it from afar: toilets, info, cafe, photo, waiting, ..."""
    colour: str = ""
    """Colour word of a waiting area ("blau"), from OSM `colour`/`lotse:colour`."""

    def label(self, language: str = "de") -> str:
        """Name in `language`, else the plain name, else the ref, else the id."""
        return self.names.get(language) or self.names.get("") or self.ref or self.id


class Door(Struct, frozen=True, kw_only=True):
    """A way from one space to another on one level (or into the open, `spaces` of one)."""

    id: str
    at: XY
    level: Level
    spaces: tuple[str, ...]
    width: float | None = None
    """Clear width, metres."""
    entrance: bool = False
    automatic: bool = False
    closed: bool = False
    """`access=no`/`private` or an emergency exit: no route goes through."""
    assumed: bool = False
    """Made by the importer because the plan lacks it."""


class Connector(Struct, frozen=True, kw_only=True):
    """Stairs, lift, ramp or escalator between levels; `line` runs from `bottom` to `top` where it has a length."""

    id: str
    """That of the space where it is drawn as one."""
    kind: SpaceKind
    bottom: Level
    top: Level
    levels: tuple[Level, ...] = ()
    """Where one may get on or off, lowest first."""
    line: tuple[XY, ...] = ()
    """One point for a lift drawn as a point; empty where it is drawn as a space."""
    escalator: bool = False
    name: str = ""
    wheelchair: bool | None = None
    closed: bool = False


class Walkway(Struct, frozen=True, kw_only=True):
    """A way drawn as a line on one level, as large halls and stations have them."""

    id: str
    level: Level
    line: tuple[XY, ...]
    names: dict[str, str] = {}
    wheelchair: bool | None = None
    closed: bool = False


class PlaceMark(Struct, frozen=True, kw_only=True):
    """A point people look for: kiosk, pickup terminal, robot dock, ticket machine, entrance."""

    id: str
    ref: str = ""
    names: dict[str, str] = {}
    kind: str = ""
    """"kiosk", "pickup", "dock", "info", "entrance", ..."""
    at: XY
    level: Level
    space: str = ""
    """Id of the space it lies in; "" outside of all."""


class Building(Struct, frozen=True, kw_only=True):
    """One building. `spaces` etc. are in the order of the file."""

    name: str
    origin: tuple[float, float]
    """Latitude and longitude of (0, 0), degrees."""
    levels: tuple[Level, ...]
    level_names: dict[str, dict[str, str]] = {}
    """Per level written as text ("1"), per language: "1. Stock"."""
    outlines: dict[str, tuple[Ring, ...]] = {}
    """Building outline per level written as text; may be empty."""
    spaces: tuple[Space, ...]
    doors: tuple[Door, ...]
    connectors: tuple[Connector, ...]
    walkways: tuple[Walkway, ...] = ()
    walls: tuple[tuple[Level, tuple[XY, ...]], ...] = ()
    """Walls and columns that stand in a space, as lines; closed lines are solid."""
    marks: tuple[PlaceMark, ...] = ()
