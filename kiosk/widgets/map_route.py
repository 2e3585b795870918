"""What the map says to this visitor: the route, "you are here", where the level changes, the destination."""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.presenters.contents import MapContent
from kiosk.widgets.map_geometry import LabelPlan, View, chevrons
from kiosk.widgets.map_plan import at
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.strokes import XY, Batch
from kiosk.widgets.typeset import Setting

ROUTE, CASING = 18, 30
CHEVRON_PITCH = 72
ARROWS = {"↑": "arrow-up", "↓": "arrow-down"}
PIN = 132


class Marks(NamedTuple):
    """Labels that must be shown, with the places found for them."""

    labels: tuple[tuple[str, Setting, Rect, str], ...]
    """Kind ("here", "goal", "flag"), words, place, icon."""


def draw_route(pen: Pen, view: View, content: MapContent) -> None:
    """A white casing, the line, and on the current piece arrow heads in walking direction."""
    px = pen.look.px
    pieces = [[at(pen, view, point) for point in piece] for piece in content.route]
    for width, colour in ((px(CASING), pen.theme.card), (px(ROUTE), pen.theme.brand)):
        batch = Batch()
        for piece in pieces:
            batch.round_polyline(piece, width)
        pen.batch(batch, colour)
    heads = Batch()
    for (x, y), angle in chevrons([at(pen, view, p) for p in content.current], px(CHEVRON_PITCH), px(30)):
        _head(heads, (x, y), angle, px(6))
    pen.batch(heads, pen.theme.on_brand)


def _head(batch: Batch, point: XY, angle: float, size: float) -> None:
    from math import cos, sin

    c, s = cos(angle), sin(angle)

    def turned(along: float, across: float) -> XY:
        return (point[0] + along * c - across * s, point[1] + along * s + across * c)

    batch.round_polyline([turned(-size * 0.5, size), turned(size * 0.5, 0), turned(-size * 0.5, -size)], size * 0.6)


def reserve_marks(pen: Pen, view: View, content: MapContent, plan: LabelPlan) -> Marks:
    """Find places for what must be shown, before anything else may use the space."""
    px, labels = pen.look.px, []
    lines = [[view.xy(point) for point in piece] for piece in content.route]
    for x, y in (view.xy(point) for point in (content.here, content.start) if point):
        plan.take(_around(x, y, px(36)))
    for line in lines:
        plan.take_line(line, px(CASING))
    if content.goal:
        labels.append(_goal(pen, view, content, plan))
    if content.flag and content.flag_at:
        labels.append(_flag(pen, view, content, plan))
    if content.here and content.here_label:
        setting = _set(pen, content.here_label)
        x, y = view.xy(content.here)
        places = _beside(x, y, setting.width + px(44), px(70), px(46))
        labels.append(("here", setting, _place(plan, places), ""))
    return Marks(tuple(labels))


def _goal(pen: Pen, view: View, content: MapContent, plan: LabelPlan) -> tuple[str, Setting, Rect, str]:
    px = pen.look.px
    x, y = view.xy(content.goal)
    plan.take(Rect(round(x - px(PIN) * 0.3), round(y - px(PIN) * 0.9), round(px(PIN) * 0.6), round(px(PIN) * 0.9)))
    setting = _set(pen, content.goal_label, bold=True)
    w, h = setting.width + px(40), setting.height + px(28)
    below = Rect(round(x - w / 2), round(y + px(14)), w, h)
    beside = [below.moved(dx=round(s * (w / 2 + px(52))), dy=-px(100)) for s in (1, -1)]
    above = below.moved(dy=-h - px(PIN) - px(20))
    return ("goal", setting, _place(plan, [below, *beside, above, *_beside(x, y, w, h, px(150))]), "")


def _flag(pen: Pen, view: View, content: MapContent, plan: LabelPlan) -> tuple[str, Setting, Rect, str]:
    px = pen.look.px
    arrow = ARROWS.get(content.flag[:1], "")
    setting = _set(pen, content.flag[1:].strip() if arrow else content.flag, bold=True)
    x, y = view.xy(content.flag_at)
    width = setting.width + px(28) + (px(60) if arrow else 0)
    return ("flag", setting, _place(plan, _beside(x, y, width, px(72), px(26))), arrow)


def _set(pen: Pen, words: str, bold: bool = False) -> Setting:
    return pen.look.scribe.set(
        words, pen.look.px(420), 9999, pen.sizes.type_min, bold=bold, leading=1.1, max_lines=2, balance=True
    )


def _around(x: float, y: float, radius: int) -> Rect:
    return Rect(round(x) - radius, round(y) - radius, 2 * radius, 2 * radius)


def _beside(x: float, y: float, w: int, h: int, off: int) -> list[Rect]:
    """Places around a point, the clearest first."""
    places = []
    for far in (off, off * 2, off * 3, off * 5):
        places += [
            Rect(round(x - w / 2), round(y + far), w, h),
            Rect(round(x + far), round(y - h / 2), w, h),
            Rect(round(x - far - w), round(y - h / 2), w, h),
            Rect(round(x - w / 2), round(y - far - h), w, h),
            Rect(round(x + far), round(y + far / 2), w, h),
            Rect(round(x - far - w), round(y + far / 2), w, h),
            Rect(round(x + far), round(y - far / 2 - h), w, h),
            Rect(round(x - far - w), round(y - far / 2 - h), w, h),
        ]
    return places


def _place(plan: LabelPlan, places: Sequence[Rect]) -> Rect:
    """The first free place; where none is, the first, moved to where it can be read."""
    if found := plan.first_free(places):
        return found
    limits, first = plan.limits, places[0]
    x = min(max(first.x, limits.x), limits.right - first.w)
    y = min(max(first.y, limits.y), limits.bottom - first.h)
    placed = first._replace(x=x, y=y)
    plan.take(placed)
    return placed


def draw_marks(pen: Pen, view: View, content: MapContent, marks: Marks) -> None:
    """Signs of the visitor's own way, above everything else."""
    theme = pen.theme
    if content.start:
        x, y = view.xy(content.start)
        pen.disc(x, y, pen.look.px(26), theme.card)
        pen.disc(x, y, pen.look.px(24), theme.brand)
        pen.disc(x, y, pen.look.px(14), theme.card)
    if content.here:
        draw_here(pen, *view.xy(content.here), 1.0)
    if content.goal:
        draw_pin(pen, *view.xy(content.goal), pen.look.px(PIN))
    for kind, setting, place, arrow in marks.labels:
        ground, words = (theme.brand, theme.on_brand) if kind == "flag" else (theme.ink, theme.paper)
        label = pen.inside(place)
        label.box(place, ground, pen.look.px(14))
        if arrow:
            label.icon(arrow, place.x + pen.look.px(42), place.centre[1], pen.sizes.icon_bar, words)
            label.put(setting, place.inset(pen.look.px(72), 0, pen.look.px(8)), words)
        else:
            label.put(setting, place, words, align="centre")


def draw_here(pen: Pen, x: float, y: float, share: float) -> None:
    """The own position; `share` of its size on the map."""
    theme = pen.theme
    rings = ((34, theme.ink), (26, theme.sun), (9, theme.ink))
    if theme.ring_on_sun:
        rings = ((34, theme.ink), (30, theme.paper), (24, theme.sun), (9, theme.paper))
    for radius, colour in rings:
        pen.disc(x, y, max(3, round(pen.look.px(radius) * share)), colour)


def draw_pin(pen: Pen, x: float, y: float, size: int) -> None:
    """The destination's pin with its tip at x, y."""
    middle = y - size * 10 / 24  # the icon's grid: tip 10 below its centre, eye 3 above, 2.5 wide
    pen.disc(x, middle - size * 3 / 24, round(size * 3.4 / 24), pen.theme.sun)
    pen.icon("map-marker", x, middle, size, pen.theme.ink)
