"""What a route is: profiles, points, steps. Found by `content.wayfinding.wayfinder`, said by `.directions`."""

from enum import StrEnum

from msgspec import Struct

from content.wayfinding.building import Level


class Profile(StrEnum):
    """How somebody walks."""

    SHORTEST = "shortest"
    STEP_FREE = "step-free"
    STEP_FREE_FEW_TURNS = "step-free-few-turns"


class Point(Struct, frozen=True):
    """Metres east and north of the building's origin, and the OSM level."""

    x: float
    y: float
    level: Level


class StepKind(StrEnum):
    """What the walker does."""

    START = "start"
    STRAIGHT = "straight"
    LEFT = "left"
    RIGHT = "right"
    SLIGHT_LEFT = "slight-left"
    SLIGHT_RIGHT = "slight-right"
    BACK = "back"
    DOOR = "door"
    LIFT = "lift"
    STAIRS = "stairs"
    RAMP = "ramp"
    ARRIVE = "arrive"


class Step(Struct, frozen=True, kw_only=True):
    """One instruction. Its words come from `directions.say(step, language)`."""

    kind: StepKind
    level: Level
    """Level it begins on."""
    to_level: Level | None = None
    """For lift, stairs and ramp: the level it ends on."""
    length_m: float = 0.0
    past: str = ""
    """Id of a landmark space or mark on the way ("am Wartebereich Blau vorbei")."""
    towards: str = ""
    """Id of what is walked to: the lift, the stairs, the door, the room."""
    side: str = ""
    """For ARRIVE, DOOR and the START from a room: "left", "right" or "ahead". For a START on the way: "on"."""
    first_point: int = 0
    """Index into the route's points where the step begins; it ends where the next one begins."""


class Route(Struct, frozen=True, kw_only=True):
    """A way that exists."""

    start: str
    goal: str
    """Ids of the two places."""
    profile: Profile
    length_m: float
    duration_s: float
    levels: tuple[Level, ...]
    """In the order walked."""
    points: tuple[Point, ...]
    steps: tuple[Step, ...]


class NoWay(Struct, frozen=True, kw_only=True):
    """There is no way, and why."""

    start: str
    goal: str
    profile: Profile
    reason: str
    """`not-connected`: no walkable way at all; `no-step-free-way`: one with steps exists; `closed`: all are closed."""
