"""What a ticket says beside its number, gathered from the content: concern, rooms, way, papers. Prints nothing."""

from collections.abc import Sequence
from typing import Protocol

from content.model.content import Content
from content.wayfinding.route import NoWay, Route
from kiosk.texts.shown import shown
from kiosk.ticketing.lines import TicketFacts
from kiosk.ticketing.model import Ticket

STEPS = 7
"""Directions on a ticket; a longer way is on the screen and on a paper of its own."""
PAPERS = 8


class Ways(Protocol):
    """Names of places and ways to them."""

    def place_name(self, place: str, language: str) -> str:
        """How a place is called."""
        ...

    def place_level(self, place: str) -> float:
        """Its level."""
        ...

    def level_name(self, level: float, language: str) -> str:
        """How a level is called."""
        ...

    def way(self, place: str, step_free: bool) -> Route | NoWay:
        """From the kiosk."""
        ...

    def directions(self, route: Route, language: str) -> Sequence[str]:
        """One text a step."""
        ...


def ticket_facts(
    ticket: Ticket,
    content: Content,
    ways: Ways,
    language: str,
    *,
    service: str = "",
    step_free: bool = False,
    with_way: bool = False,
) -> TicketFacts:
    """Facts in the visitor's language. A concern that left the content meanwhile leaves the number alone.

    :param service: id of the service in mind: its papers are listed.
    :param with_way: with short directions to the waiting area.
    """
    concern = content.concerns.get(ticket.concern)
    wanted = content.services.get(service)
    house, town = content.town.house.in_language(language), content.town.name.in_language(language)
    bring = tuple(
        paper.what.in_language(language) + (f" ({paper.only_if.in_language(language)})" if paper.only_if else "")
        for paper in (wanted.papers[:PAPERS] if wanted else ())
    )
    if concern is None:
        return TicketFacts(language=language, house=house, town=town, concern="", bring=bring)
    return TicketFacts(
        language=language,
        house=house,
        town=town,
        concern=shown(concern.title, language),
        waiting_area=_area(concern.waiting_area, content, ways, language),
        rooms=tuple(_door(room, content, language) for room in concern.rooms),
        steps=_steps(concern.waiting_area, ways, language, step_free) if with_way else (),
        bring=bring,
    )


def _area(place: str, content: Content, ways: Ways, language: str) -> str:
    """ "1. Stock, Blau": the level, and the colour on the wall where the area has one."""
    level = ways.level_name(ways.place_level(place), language)
    space = next((one for one in content.building.spaces if place in (one.id, one.ref, one.names.get(""))), None)
    if space is None or not space.colour:
        return f"{level}, {ways.place_name(place, language)}"
    return f"{level}, {space.colour.capitalize()}"


def _door(room: str, content: Content, language: str) -> str:
    """As it stands on the door: the number, else the name."""
    wanted = room.casefold()
    for space in content.building.spaces:
        if wanted in (space.id.casefold(), space.ref.casefold()):
            return space.ref or space.label(language)
        if wanted in {name.casefold() for name in space.names.values()}:
            return space.names.get(language) or room
    for mark in content.building.marks:
        if wanted in {mark.ref.casefold(), *(name.casefold() for name in mark.names.values())}:
            return mark.names.get(language) or mark.names.get("") or room
    return room


def _steps(place: str, ways: Ways, language: str, step_free: bool) -> tuple[str, ...]:
    way = ways.way(place, step_free)
    if isinstance(way, NoWay):
        return ()
    texts = tuple(ways.directions(way, language))
    return texts if len(texts) <= STEPS else texts[:STEPS]
