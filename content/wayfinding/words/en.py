"""Directions in English."""

from content.wayfinding.building import SpaceKind
from content.wayfinding.words.language import Language, low


def the(name: str) -> str:
    """ "the main stairs", but "lift A" and "waiting area Blau": what has a mark of its own needs no article."""
    lower = low(name) if name[:2] != name[:2].upper() else name
    own_mark = " " in name and (name.split()[-1][0].isupper() or name.split()[-1][0].isdigit())
    return lower if own_mark else f"the {lower}"


def the_level(name: str) -> str:
    """ "the 1st floor"."""
    return f"the {low(name)}"


def inside(name: str) -> str:
    """ "room 1.07" where it does not begin a sentence; a name of its own stays as it is."""
    return low(name) if name.startswith("Room ") else name


def ordinal(n: int) -> str:
    """ "1st", "12th"."""
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


ENGLISH = Language(
    words={
        "room": "Room {ref}",
        "to": "Go to {to}",
        "towards": "Go towards {name}",
        "past": "past {at}",
        "turn.to": "{turn}, to {to}",
        "turn.past": "{turn}, past {at}",
        "turn.towards": "{turn}, towards {name}",
        "go": "Set off",
        "on": "Walk on",
        "out.to": "Out of the room, {side} to {to}",
        "out.left": "Out of the room, then left",
        "out.right": "Out of the room, then right",
        "out.ahead": "Out of the room, straight on",
        "straight": "Straight on",
        "straight.alone": "Go straight on",
        "left": "Left",
        "left.alone": "Turn left",
        "right": "Right",
        "right.alone": "Turn right",
        "slight-left": "Half left",
        "slight-left.alone": "Keep half left",
        "slight-right": "Half right",
        "slight-right.alone": "Keep half right",
        "back": "Turn round",
        "back.alone": "Turn round and go back",
        "side.left": "left",
        "side.right": "right",
        "side.ahead": "straight on",
        "door": "Go through the door",
        "through": "Go through {through}",
        "through.left": "Left, through {through}",
        "through.right": "Right, through {through}",
        "stairwell": "stairwell",
        "goal": "Your destination",
        "lift": "Take the lift to {into}",
        "stairs.up": "Walk up to {into}",
        "stairs.down": "Walk down to {into}",
        "stairs.flat": "Take the steps",
        "ramp.flat": "Take the ramp",
        "ramp.up": "Up the ramp to {level}",
        "ramp.down": "Down the ramp to {level}",
        "arrive.left": "{place} is on the left",
        "arrive.right": "{place} is on the right",
        "arrive.ahead": "{place} is ahead of you",
        "arrive": "Destination: {place}",
        "ground": "Ground floor",
        "up": "{n} floor",
        "basement": "Basement",
        "down": "Basement {n}",
        "between": "Level {level}",
    },
    kinds={SpaceKind.LIFT: "lift", SpaceKind.STAIRS: "stairs", SpaceKind.RAMP: "ramp"},
    known=("lift", "stairs", "ramp", "steps", "elevator", "escalator"),
    kinds_by_ref=False,
    to=the,
    at=the,
    through=the,
    inside=inside,
    into=the_level,
    level=the_level,
    ordinal=ordinal,
    comma=".",
)
