"""Turn-by-turn directions, short enough for screen, paper and voice. Finds no way itself, holds no language's words."""

from collections.abc import Mapping

from content.wayfinding.building import Building, Level, SpaceKind
from content.wayfinding.levels import written
from content.wayfinding.route import Route, Step, StepKind
from content.wayfinding.words.ar import ARABIC
from content.wayfinding.words.de import GERMAN
from content.wayfinding.words.de_simple import EASY_GERMAN
from content.wayfinding.words.en import ENGLISH
from content.wayfinding.words.language import Language
from content.wayfinding.words.tr import TURKISH
from content.wayfinding.words.uk import UKRAINIAN

SPOKEN: Mapping[str, Language] = {
    "de": GERMAN,
    "de-simple": EASY_GERMAN,
    "en": ENGLISH,
    "tr": TURKISH,
    "uk": UKRAINIAN,
    "ar": ARABIC,
}


def directions(route: Route, building: Building, language: str) -> tuple[str, ...]:
    """One text for each step of a route; languages without own words get German."""
    saying = _Saying(building, language)
    return tuple(saying.step(step) for step in route.steps)


def level_name(level: Level, building: Building, language: str) -> str:
    """How a level is called: the building's own name, else "1. Stock", "2. Untergeschoss".

    Where the building has only a German name, and it is the usual one, the usual one of the language is taken.
    """
    own = building.level_names.get(written(level), {})
    if language in own:
        return own[language]
    german = own.get("") or own.get("de")
    return german if german and german != _usual_name(level, GERMAN) else _usual_name(level, _spoken(language))


def _usual_name(level: Level, spoken: Language) -> str:
    words = spoken.words
    if level != int(level):
        return words["between"].format(level=written(level).replace(".", spoken.comma))
    if level == 0:
        return words["ground"]
    if level > 0:
        return words["up"].format(n=spoken.ordinal(int(level)))
    return words["basement"] if level == -1 else words["down"].format(n=-int(level))


def place_name(place: str, building: Building, language: str) -> str:
    """How a place is called in a sentence: "Zimmer 1.07", "Wartebereich Blau"; "" for one without ref and name."""
    for mark in building.marks:
        if mark.id == place:
            return mark.names.get(language) or mark.names.get("") or mark.ref
    for space in building.spaces:
        if space.id == place:
            if space.ref and space.kind is SpaceKind.ROOM and any(letter.isdigit() for letter in space.ref):
                return _spoken(language).words["room"].format(ref=space.ref)
            return space.names.get(language) or space.names.get("") or space.ref
    return next((one.name for one in building.connectors if one.id == place), "")


def _spoken(language: str) -> Language:
    return SPOKEN.get(language, GERMAN)


class _Saying:
    def __init__(self, building: Building, language: str) -> None:
        self._building = building
        self._language = language
        self._spoken = _spoken(language)

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
        lift = step.towards and self._is_connector(step.towards)
        if step.side in ("left", "right", "ahead"):
            if not lift:
                return self._say(f"out.{step.side}")
            return self._say("out.to", side=self._spoken.words[f"side.{step.side}"], to=self._to(step.towards))
        if lift:
            return self._say("to", to=self._to(step.towards))
        if step.past:
            return self._say("past", at=self._at(step.past))
        if step.towards:
            return self._say("towards", name=self._in_a_sentence(step.towards))
        return self._say("on" if step.side == "on" else "go")

    def _door(self, step: Step) -> str:
        kind = next((one.kind for one in self._building.connectors if one.id == step.towards), None)
        if kind is SpaceKind.STAIRS:
            name = self._spoken.words["stairwell"]
        elif kind is not None:
            name = self._known_name(step.towards)
        else:
            name = self._name(step.towards) if step.towards else ""
        if not name:
            return self._say("door")
        key = f"through.{step.side}" if step.side in ("left", "right") else "through"
        return self._say(key, through=self._spoken.through(name))

    def _turn(self, step: Step) -> str:
        turn = self._spoken.words[step.kind.value]
        if step.towards and self._is_connector(step.towards):
            return self._say("turn.to", turn=turn, to=self._to(step.towards))
        if step.past:
            return self._say("turn.past", turn=turn, at=self._at(step.past))
        if step.towards:
            return self._say("turn.towards", turn=turn, name=self._in_a_sentence(step.towards))
        return self._say(f"{step.kind.value}.alone")

    def _connector(self, step: Step) -> str:
        assert step.to_level is not None
        level = level_name(step.to_level, self._building, self._language)
        way = "flat" if step.to_level == step.level else "up" if step.to_level > step.level else "down"
        key = "lift" if step.kind is StepKind.LIFT else f"{step.kind.value}.{way}"
        return self._say(key, into=self._spoken.into(level), level=self._spoken.level(level))

    def _arrive(self, step: Step) -> str:
        place = self._name(step.towards) or self._spoken.words["goal"]
        return self._spoken.words[f"arrive.{step.side}" if step.side else "arrive"].format(place=place)

    def _say(self, key: str, **fields: str) -> str:
        """A sentence with a capital letter, wherever it begins."""
        text = self._spoken.words[key].format(**fields)
        return text[0].upper() + text[1:]

    def _name(self, place: str) -> str:
        return place_name(place, self._building, self._language)

    def _in_a_sentence(self, place: str) -> str:
        return self._spoken.inside(self._name(place))

    def _is_connector(self, place: str) -> bool:
        return any(one.id == place for one in self._building.connectors)

    def _to(self, connector: str) -> str:
        return self._spoken.to(self._known_name(connector))

    def _at(self, place: str) -> str:
        return self._spoken.at(self._name(place))

    def _known_name(self, connector: str) -> str:
        """The connector's name where it says what it is ("Aufzug A"), else its kind, with the letter on it."""
        name = self._name(connector)
        if any(word in name.casefold() for word in self._spoken.known):
            return name
        kind = next(one.kind for one in self._building.connectors if one.id == connector)
        ref = next((one.ref for one in self._building.spaces if one.id == connector), "")
        return f"{self._spoken.kinds[kind]} {ref}".strip() if self._spoken.kinds_by_ref else self._spoken.kinds[kind]
