"""Turn-by-turn directions in German and English, short enough for screen, paper and voice. Finds no way itself."""

from collections.abc import Mapping

from content.wayfinding.building import Building, Level, SpaceKind
from content.wayfinding.german import at_the, into, through, to_the
from content.wayfinding.levels import written
from content.wayfinding.route import Route, Step, StepKind

DE: Mapping[str, str] = {
    "room": "Zimmer {ref}",
    "to": "{to} gehen",
    "towards": "Richtung {name} gehen",
    "past": "{at} vorbei",
    "go": "Losgehen",
    "on": "Weitergehen",
    "out.to": "Aus dem Zimmer, dann {side} {to}",
    "out.left": "Aus dem Zimmer, dann links",
    "out.right": "Aus dem Zimmer, dann rechts",
    "out.ahead": "Aus dem Zimmer, geradeaus",
    "straight": "Geradeaus",
    "straight.alone": "Geradeaus gehen",
    "left": "Links",
    "left.alone": "Links abbiegen",
    "right": "Rechts",
    "right.alone": "Rechts abbiegen",
    "slight-left": "Halb links",
    "slight-left.alone": "Halb links halten",
    "slight-right": "Halb rechts",
    "slight-right.alone": "Halb rechts halten",
    "back": "Umdrehen",
    "back.alone": "Umdrehen und zurückgehen",
    "side.left": "links",
    "side.right": "rechts",
    "side.ahead": "geradeaus",
    "door": "Durch die Tür gehen",
    "through": "{through} gehen",
    "through.left": "Links {through} gehen",
    "through.right": "Rechts {through} gehen",
    "stairwell": "Treppenhaus",
    "goal": "Ihr Ziel",
    "lift": "{into} fahren",
    "stairs.up": "{into} hinaufgehen",
    "stairs.down": "{into} hinuntergehen",
    "stairs.flat": "Über die Stufen gehen",
    "ramp.flat": "Über die Rampe gehen",
    "ramp.up": "Die Rampe hinauf: {level}",
    "ramp.down": "Die Rampe hinunter: {level}",
    "arrive.left": "{place} ist links",
    "arrive.right": "{place} ist rechts",
    "arrive.ahead": "{place} ist vor Ihnen",
    "arrive": "Ziel: {place}",
    "ground": "Erdgeschoss",
    "up": "{n}. Stock",
    "basement": "Untergeschoss",
    "down": "{n}. Untergeschoss",
    "between": "Ebene {level}",
}
EN: Mapping[str, str] = {
    "room": "Room {ref}",
    "to": "Go to {to}",
    "towards": "Go towards {name}",
    "past": "past {at}",
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
    "stairwell": "the stairwell",
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
}


def directions(route: Route, building: Building, language: str) -> tuple[str, ...]:
    """One text for each step of a route; languages without own words get German."""
    saying = _Saying(building, language)
    return tuple(saying.step(step) for step in route.steps)


def level_name(level: Level, building: Building, language: str) -> str:
    """How a level is called: the building's own name, else "1. Stock", "2. Untergeschoss"."""
    own = building.level_names.get(written(level), {})
    name = own.get(language) or (own.get("") or own.get("de"))
    if name:
        return name
    words = EN if language == "en" else DE
    if level != int(level):
        number = written(level) if language == "en" else written(level).replace(".", ",")
        return words["between"].format(level=number)
    if level == 0:
        return words["ground"]
    if level > 0:
        return words["up"].format(n=_ordinal(int(level)) if language == "en" else int(level))
    return words["basement"] if level == -1 else words["down"].format(n=-int(level))


def place_name(place: str, building: Building, language: str) -> str:
    """How a place is called in a sentence: "Zimmer 1.07", "Wartebereich Blau"; "" for one without ref and name."""
    words = EN if language == "en" else DE
    for mark in building.marks:
        if mark.id == place:
            return mark.names.get(language) or mark.names.get("") or mark.ref
    for space in building.spaces:
        if space.id == place:
            if space.ref and space.kind is SpaceKind.ROOM and any(letter.isdigit() for letter in space.ref):
                return words["room"].format(ref=space.ref)
            return space.names.get(language) or space.names.get("") or space.ref
    return next((one.name for one in building.connectors if one.id == place), "")


class _Saying:
    def __init__(self, building: Building, language: str) -> None:
        self._building = building
        self._english = language == "en"
        self._language = language
        self._words = EN if self._english else DE

    def step(self, step: Step) -> str:
        if step.kind is StepKind.ARRIVE:
            return self._arrive(step)
        if step.kind in (StepKind.LIFT, StepKind.STAIRS, StepKind.RAMP):
            return self._connector(step)
        if step.kind is StepKind.START:
            return self._start(step)
        if step.kind is StepKind.DOOR:
            return self._door(step)
        return self._turn(step)

    def _start(self, step: Step) -> str:
        words, lift = self._words, step.towards and self._is_connector(step.towards)
        if step.side in ("left", "right", "ahead"):
            if not lift:
                return words[f"out.{step.side}"]
            return words["out.to"].format(side=words[f"side.{step.side}"], to=_low(self._to(step.towards)))
        if lift:
            return words["to"].format(to=self._to(step.towards))
        if step.past:
            past = words["past"].format(at=self._at(step.past))
            return past[0].upper() + past[1:] + ("" if self._english else " gehen")
        if step.towards:
            return words["towards"].format(name=self._in_a_sentence(step.towards))
        return words["on" if step.side == "on" else "go"]

    def _door(self, step: Step) -> str:
        if not step.towards:
            return self._words["door"]
        kind = next((one.kind for one in self._building.connectors if one.id == step.towards), None)
        if kind is SpaceKind.STAIRS:
            name = self._words["stairwell"]
        elif kind is not None:
            name = self._known_name(step.towards)
        else:
            name = self._name(step.towards)
            name = _the(name) if self._english and name else name
        if not name:
            return self._words["door"]
        key = f"through.{step.side}" if step.side in ("left", "right") else "through"
        text = self._words[key].format(through=name if self._english else _low(through(name)))
        return text[0].upper() + text[1:]

    def _turn(self, step: Step) -> str:
        turn = self._words[step.kind.value]
        if step.towards and self._is_connector(step.towards):
            to = self._to(step.towards)
            return f"{turn}, {'to ' + to if self._english else _low(to)}"
        if step.past:
            return f"{turn}, {self._words['past'].format(at=self._at(step.past))}"
        if step.towards:
            towards = "towards" if self._english else "Richtung"
            return f"{turn}, {towards} {self._in_a_sentence(step.towards)}"
        return self._words[f"{step.kind.value}.alone"]

    def _connector(self, step: Step) -> str:
        assert step.to_level is not None
        level = level_name(step.to_level, self._building, self._language)
        way = "flat" if step.to_level == step.level else "up" if step.to_level > step.level else "down"
        target = f"the {level[0].lower()}{level[1:]}" if self._english else into(level)
        key = "lift" if step.kind is StepKind.LIFT else f"{step.kind.value}.{way}"
        return self._words[key].format(into=target, level=target if self._english else level)

    def _arrive(self, step: Step) -> str:
        place = self._name(step.towards) or self._words["goal"]
        return self._words[f"arrive.{step.side}" if step.side else "arrive"].format(place=place)

    def _name(self, place: str) -> str:
        return place_name(place, self._building, self._language)

    def _in_a_sentence(self, place: str) -> str:
        name = self._name(place)
        return _low(name) if self._english and name.startswith("Room ") else name

    def _is_connector(self, place: str) -> bool:
        return any(one.id == place for one in self._building.connectors)

    def _to(self, connector: str) -> str:
        name = self._known_name(connector)
        return name if self._english else to_the(name)

    def _known_name(self, connector: str) -> str:
        """The connector's name where it says what it is ("Aufzug A"), else its kind; in English with its article."""
        kind = next(one.kind for one in self._building.connectors if one.id == connector)
        name = self._name(connector)
        known = any(word in name.casefold() for word in (_LIFTS_EN if self._english else _LIFTS_DE))
        if self._english:
            return _the(name) if known else f"the {_KIND_EN[kind]}"
        return name if known else _KIND_DE[kind]

    def _at(self, place: str) -> str:
        name = self._name(place)
        return _the(name) if self._english else at_the(name)


_LIFTS_DE = ("aufzug", "treppe", "rampe", "stufen")
_LIFTS_EN = ("lift", "stairs", "ramp", "steps", "elevator", "escalator")
_KIND_DE = {SpaceKind.LIFT: "Aufzug", SpaceKind.STAIRS: "Treppe", SpaceKind.RAMP: "Rampe"}
_KIND_EN = {SpaceKind.LIFT: "lift", SpaceKind.STAIRS: "stairs", SpaceKind.RAMP: "ramp"}


def _low(text: str) -> str:
    return text[0].lower() + text[1:]


def _the(name: str) -> str:
    """ "the main stairs", but "lift A" and "waiting area Blau": what has a mark of its own needs no article."""
    lower = f"{name[0].lower()}{name[1:]}" if name[:2] != name[:2].upper() else name
    own_mark = " " in name and (name.split()[-1][0].isupper() or name.split()[-1][0].isdigit())
    return lower if own_mark else f"the {lower}"


def _ordinal(n: int) -> str:
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"
