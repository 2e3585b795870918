"""What a language brings to tell a way: sentences with fields, and how names stand in them. Holds no language."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from content.wayfinding.building import SpaceKind


def as_it_is(name: str) -> str:
    """For languages in which a name stays the same in every place."""
    return name


class Language(NamedTuple):
    """One language. The functions take a name as it is shown and return it as it stands in a sentence."""

    words: Mapping[str, str]
    """Sentences by key; all languages have the same keys, and per key the same fields."""
    kinds: Mapping[SpaceKind, str]
    """What lifts, stairs and ramps are called that have no name in this language."""
    known: tuple[str, ...]
    """Parts of names, folded, by which a lift's or stairs' name says what it is ("Aufzug A", "Haupttreppe")."""
    kinds_by_ref: bool = True
    """Whether a lift without a name in this language is told by its kind and the letter on it."""
    to: Callable[[str], str] = as_it_is
    """A lift, stairs or ramp that is walked to: "zum Aufzug A"."""
    at: Callable[[str], str] = as_it_is
    """A landmark that is passed: "am Wartebereich Blau"."""
    through: Callable[[str], str] = as_it_is
    """A room that is walked through: "durch die Halle"."""
    inside: Callable[[str], str] = as_it_is
    """Any other name within a sentence."""
    into: Callable[[str], str] = as_it_is
    """A level that is gone to: "in den 1. Stock"."""
    level: Callable[[str], str] = as_it_is
    """A level after a colon or its own preposition."""
    ordinal: Callable[[int], str] = str
    """The number of a level: "1", "1st"."""
    comma: str = ","
    """In a number with a fraction."""


def low(text: str) -> str:
    """Its first letter small."""
    return text[:1].lower() + text[1:]
