"""The floor plan under the route: rooms, corridors, walls, outline, doors as gaps. One batch of triangles a colour."""

from collections.abc import Iterable, Sequence
from math import cos, sin

from kivy.graphics.tesselator import TYPE_POLYGONS, WINDING_ODD, Tesselator

from kiosk.presenters.contents import MapContent, MapRoom
from kiosk.widgets.map_geometry import View, bounds, meets
from kiosk.widgets.pen import Pen
from kiosk.widgets.strokes import XY, Batch

DOOR_M = 1.27
"""The 56 px gap of a door in metres where a small house fills the map; the gap shrinks with the plan."""


def draw_plan(pen: Pen, view: View, content: MapContent, rooms: Sequence[MapRoom]) -> None:
    """Everything of the plan that does not depend on the visitor."""
    theme, sizes = pen.theme, pen.sizes
    _fill(pen, view, [(ring,) for ring in content.outlines], theme.card)
    grounds = {"corridor": theme.card, "room": theme.room, "closed": theme.desk, "goal": theme.tint}
    for look, ground in grounds.items():
        of_look = [room for room in rooms if room.look == look and not (look == "room" and room.sign)]
        _fill(pen, view, [(room.outline, *room.holes) for room in of_look], ground)
    signed = [room for room in rooms if room.look == "room" and room.sign]
    _fill(pen, view, [(room.outline, *room.holes) for room in signed], theme.card)
    if not content.outlines:
        open_edges = [room.outline for room in rooms if room.look == "corridor"]
        _walls(pen, view, open_edges, sizes.border_thin, theme.line)
    rings = [ring for room in rooms if room.look != "corridor" for ring in (room.outline, *room.holes)]
    _walls(pen, view, rings, sizes.border, theme.wall)
    _walls(pen, view, content.outlines, pen.look.px(8), theme.ink)
    goals = [room.outline for room in rooms if room.look == "goal"]
    _walls(pen, view, goals, sizes.border_current, theme.brand)
    _doors(pen, view, content)


def at(pen: Pen, view: View, point: XY) -> XY:
    """A point of the plan in Kivy's coordinates."""
    x, y = view.xy(point)
    return (x, pen.up(y))


def _fill(pen: Pen, view: View, polygons: Iterable[Sequence[Sequence[XY]]], colour) -> None:
    """Polygons with holes. Each is cut into triangles by itself, because neighbours of real plans overlap."""
    batch = Batch()
    for rings in polygons:
        tess = Tesselator()
        for ring in rings:
            if len(ring) >= 3:
                tess.add_contour([value for point in ring for value in at(pen, view, point)])
        if tess.tesselate(WINDING_ODD, TYPE_POLYGONS):
            for flat in tess.vertices:
                corners = list(zip(flat[::2], flat[1::2], strict=True))
                order = [i for n in range(1, len(corners) - 1) for i in (0, n, n + 1)]
                batch.triangles(corners, [True] * len(corners), order)
    pen.batch(batch, colour)


def _walls(pen: Pen, view: View, rings: Iterable[Sequence[XY]], width: float, colour) -> None:
    batch, seen = Batch(), view.seen
    for ring in rings:
        for start, end in zip(ring, [*ring[1:], ring[0]], strict=True):
            if start != end and meets(bounds((start, end)), seen):
                batch.segment(at(pen, view, start), at(pen, view, end), width, longer=width / 2)
    pen.batch(batch, colour)


def _doors(pen: Pen, view: View, content: MapContent) -> None:
    px = pen.look.px
    half = min(pen.sizes.door, max(px(12), DOOR_M * view.scale)) / view.scale / 2
    batch = Batch()
    for x, y, turn in content.doors:
        if meets((x, y, x, y), view.seen):
            dx, dy = cos(turn) * half, sin(turn) * half
            batch.segment(at(pen, view, (x - dx, y - dy)), at(pen, view, (x + dx, y + dy)), px(11))
    pen.batch(batch, pen.theme.card)
