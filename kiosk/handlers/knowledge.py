"""Answers from the content for the presenters: search, names and ways. Built behind the first picture, in a thread."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from content.model.content import Content
from content.model.town import KioskPlace
from content.wayfinding.directions import directions, level_name
from content.wayfinding.graph import WalkGraph
from content.wayfinding.route import NoWay, Profile, Route
from content.wayfinding.wayfinder import Wayfinder
from kiosk.presenters.world import Found
from kiosk.texts import say
from kiosk.texts.shown import named

if TYPE_CHECKING:
    from content.answers.search import SearchIndex

FIRST_LETTERS = 1
"""Letters needed before a search begins."""
LIMIT = 12


class ContentKnowledge:
    """All that is derived from one version of the content for one kiosk.

    Indexes and the walkable graph are made once, on first use or by `prepare` in the background, and shared by threads.
    """

    def __init__(self, content: Content, graph: WalkGraph, kiosk: KioskPlace, closed: frozenset[str]) -> None:
        """:param graph: of the content's building.

        :param closed: refs, ids or names of parts of the building that no route may use today."""
        self.content, self.kiosk, self.closed = content, kiosk, closed
        self._graph = graph
        self._making = threading.RLock()
        self._indexes: dict[tuple[str, str], SearchIndex] = {}
        self._wayfinder: Wayfinder | None = None
        self._ways: dict[tuple[str, bool], Route | NoWay] = {}

    def prepare(self, language: str) -> None:
        """Make what the first visitor needs; called in a thread after the first picture.

        Search in another language is made at its first letter: a quarter of a second once, megabytes spared till then.
        """
        self._finder()
        for kind in ("services", "places"):
            self._index(kind, language)

    def services(self, query: str, language: str) -> Found:
        """Ids of services that fit what was typed, best first."""
        return self._search("services", query, language)

    def places(self, query: str, language: str) -> Found:
        """Ids of rooms, areas and marks that fit what was typed, best first."""
        return self._search("places", query, language)

    def words(self, query: str, language: str, kind: str) -> Sequence[str]:
        """Up to three completions of the last word."""
        if len(query.strip()) < FIRST_LETTERS:
            return ()
        return self._index(kind, language).complete(query)

    def place_name(self, place: str, language: str) -> str:
        """How a room is called: its name where it has one ("Kasse"), else "Zimmer 1.07".

        A name that exists only in German is `German`.
        """
        place = self._finder().find(place)
        for mark in self.content.building.marks:
            if mark.id == place:
                return named(mark.names, language) or mark.ref or mark.id
        space = next(one for one in self.content.building.spaces if one.id == place)
        if space.ref and any(letter.isdigit() for letter in space.ref):
            return say("room", language, ref=space.ref)
        return named(space.names, language) or space.ref or space.id

    def place_level(self, place: str) -> float:
        """Lowest level the place lies on."""
        place = self._finder().find(place)
        for mark in self.content.building.marks:
            if mark.id == place:
                return mark.level
        return min(next(one for one in self.content.building.spaces if one.id == place).levels)

    def level_name(self, level: float, language: str) -> str:
        """How the level is called."""
        return level_name(level, self.content.building, language)

    def way(self, place: str, step_free: bool) -> Route | NoWay:
        """From this kiosk to `place`; remembered, as a screen asks again for every step."""
        key = (place, step_free)
        if key not in self._ways:
            finder = self._finder()
            profile = Profile.STEP_FREE_FEW_TURNS if step_free else Profile.SHORTEST
            self._ways[key] = finder.route(finder.find(self.kiosk.room), finder.find(place), profile)
        return self._ways[key]

    def directions(self, route: Route, language: str) -> Sequence[str]:
        """One text a step, as seen by somebody who stands before the kiosk."""
        return directions(route, self.content.building, language)

    def _search(self, kind: str, query: str, language: str) -> Found:
        if len(query.strip()) < FIRST_LETTERS:
            return Found(())
        result = self._index(kind, language).search(query, LIMIT)
        return Found(tuple(hit.id for hit in result.hits), result.corrected)

    def _index(self, kind: str, language: str) -> "SearchIndex":
        with self._making:
            key = (kind, language)
            if key not in self._indexes:
                from content.answers.search import (  # after the first picture
                    SearchIndex,
                    place_entries,
                    service_entries,
                )

                entries = service_entries if kind == "services" else place_entries
                self._indexes[key] = SearchIndex(entries(self.content, language), language)
            return self._indexes[key]

    def _finder(self) -> Wayfinder:
        with self._making:
            if self._wayfinder is None:
                self._wayfinder = Wayfinder(self.content.building, self.closed, self._graph)
            return self._wayfinder
