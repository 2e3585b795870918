"""Signs and room labels on the map: drawn only where they find room, the important ones first."""

from collections.abc import Sequence

from kiosk.presenters.contents import MapRoom
from kiosk.widgets.map_geometry import LabelPlan, View, bounds
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import Run, Setting

ICONS = {
    "lift": "elevator",
    "stairs": "stairs",
    "toilets": "human-male-female",
    "toilets-wheelchair": "wheelchair",
    "info": "information-variant",
    "cafe": "coffee",
    "ramp": "wheelchair",
}
ORDER = ("lift", "stairs", "toilets-wheelchair", "toilets", "info", "ramp", "cafe")
SMALL_SIGN = 56


def draw_signs(pen: Pen, view: View, rooms: Sequence[MapRoom], plan: LabelPlan) -> None:
    """Lift, stairs, toilets: a white icon in a dark square, the word below where there is room."""
    signed = sorted((room for room in rooms if room.sign), key=lambda room: (ORDER.index(room.sign), -_area(room)))
    for room in signed:
        ring = [view.xy(point) for point in room.outline]
        side = pen.look.px(80)
        word = _set(pen, room.name, 500) if room.name else None
        if word and (place := plan.in_room(ring, max(side, word.width) + 4, side + word.height)):
            _sign(pen, room, place.top(side).around(side, side))
            pen.put(word, place.below(side), pen.theme.ink, align="centre")
            continue
        for smaller in (side, pen.look.px(SMALL_SIGN)):
            if place := plan.in_room(ring, smaller, smaller) or _over(plan, ring, smaller):
                _sign(pen, room, place)
                break


def _over(plan: LabelPlan, ring, side: int) -> Rect | None:
    """A sign may be larger than a lift; it then stands over its middle."""
    x0, y0, x1, y1 = bounds(ring)
    if (x1 - x0) * (y1 - y0) * 5 < side * side:
        return None
    x, y = round((x0 + x1 - side) / 2), round((y0 + y1 - side) / 2)
    return plan.first_free([Rect(x, y, side, side)])


def _sign(pen: Pen, room: MapRoom, place: Rect) -> None:
    pen.box(place, pen.theme.ink, round(place.w * 14 / 80))
    pen.icon(ICONS[room.sign], *place.centre, round(place.w * 0.8), pen.theme.paper)


def draw_labels(pen: Pen, view: View, rooms: Sequence[MapRoom], plan: LabelPlan) -> None:
    """Number first, name below; only the number or nothing where the room is too small."""
    for room in sorted(rooms, key=_area, reverse=True):
        if room.sign or not (room.number or room.name) or room.look == "goal":
            continue
        ring = [view.xy(point) for point in room.outline]
        soft = pen.theme.ink_soft if room.look in ("corridor", "closed") else pen.theme.ink
        for words in _wordings(room):
            setting = _set(pen, words, 420)
            if place := plan.in_room(ring, setting.width + pen.look.px(10), setting.height):
                pen.put(setting, place, soft, align="centre")
                break


def _wordings(room: MapRoom) -> list[str]:
    number, name = room.number, room.name if room.name != room.number else ""
    both = [f"{number}\n{name}"] if number and name else []
    return [*both, *([number] if number else [name])]


def _set(pen: Pen, words: str, width: int) -> Setting:
    return pen.look.scribe.set([Run(words)], pen.look.px(width), 9999, pen.sizes.type_min, leading=1.15, balance=True)


def _area(room: MapRoom) -> float:
    x0, y0, x1, y1 = bounds(room.outline)
    return (x1 - x0) * (y1 - y0)
