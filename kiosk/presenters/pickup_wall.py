"""Where a compartment is: the wall as a picture, and the same in words."""

from collections.abc import Iterable

from kiosk.pickup.model import Compartment, TerminalView
from kiosk.presenters.elements import IconLine
from kiosk.presenters.pickup_contents import LockerWall, WallColumn, WallDoor
from kiosk.texts import listed, say

NAMED_ROWS = 5
"""Doors from below that have a word of their own: "zweite Tür von unten"."""


def compartment_of(terminal: TerminalView, id: str) -> Compartment | None:
    """The compartment with this number."""
    return next((one.compartment for one in terminal.compartments if one.compartment.id == id), None)


def where(terminal: TerminalView, id: str, language: str) -> IconLine | None:
    """ "Rechts von Ihnen, zweite Tür von unten"; None where nothing is known of it."""
    one = compartment_of(terminal, id)
    if one is None:
        return None
    side = "left" if one.column < 0 else "right"
    steps = abs(one.column)
    parts = [say("pickup.column", language, k=steps)] if steps > 1 else []
    parts.append(_door(one, terminal, language))
    return IconLine(
        icon=f"arrow-{side}-thick",
        bold=say("list", language, before=say(f"pickup.side.{side}", language), next="").rstrip(),
        rest=listed(parts, language),
    )


def _door(one: Compartment, terminal: TerminalView, language: str) -> str:
    above = [c.compartment.row for c in terminal.compartments if c.compartment.column == one.column]
    if one.row == max(above) > 0:
        return say("pickup.door.top", language)
    if one.row < NAMED_ROWS:
        return say(f"pickup.door.{one.row + 1}", language)
    return say("pickup.door.nth", language, k=one.row + 1)


def wall(terminal: TerminalView, id: str, language: str, *, open: bool) -> LockerWall | None:
    """The whole wall with this compartment as the visitor's own."""
    one, place = compartment_of(terminal, id), where(terminal, id, language)
    if one is None or place is None:
        return None
    all_of = [view.compartment for view in terminal.compartments]
    return LockerWall(
        columns=tuple(_column(place, all_of, id) for place in sorted({door.column for door in all_of})),
        number=id,
        open=open,
        here=say("pickup.here", language),
        name=say("pickup.wall", language, number=id, where=f"{place.bold} {place.rest}"),
    )


def _column(place: int, doors: Iterable[Compartment], own: str) -> WallColumn:
    there = sorted((door for door in doors if door.column == place), key=lambda door: door.bottom)
    return WallColumn(
        place=place,
        doors=tuple(WallDoor(bottom=door.bottom, height=door.height, own=door.id == own) for door in there),
    )
