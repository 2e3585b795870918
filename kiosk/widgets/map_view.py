"""The map of one level: plan, route, own position, destination. Drawn once into the canvas; nothing runs afterwards."""

from kiosk.presenters.contents import MapContent
from kiosk.widgets.map_geometry import LabelPlan, View, bounds, meets, view_of
from kiosk.widgets.map_labels import draw_labels, draw_signs
from kiosk.widgets.map_plan import draw_plan
from kiosk.widgets.map_route import draw_marks, draw_route, reserve_marks
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.strokes import Batch, rounded_outline

MARGIN = 96
"""Pixels around what must be seen; room for the flag and the pin."""


class MapView(Part):
    """Data: `map` (contents.MapContent). Never mirrored: the house stands as it stands."""

    def draw(self, pen: Pen) -> None:
        pen = pen.unmirrored()
        content: MapContent = self.data["map"]
        corners = [p for ring in content.outlines for p in ring] + [p for room in content.rooms for p in room.outline]
        whole = bounds(corners) if corners else None
        largest = pen.look.px(46)
        view = view_of(content.focus, whole, self.rect, pen.look.px(MARGIN), largest)
        rooms = [room for room in content.rooms if room.outline and meets(bounds(room.outline), view.seen)]
        with pen.clip(self.rect):
            draw_plan(pen, view, content, rooms)
            draw_route(pen, view, content)
        if whole is not None and not _holds(view, whole):
            self._frame(pen)
        plan = LabelPlan(self.rect.inset(pen.look.px(14)))
        marks = reserve_marks(pen, view, content, plan)
        with pen.clip(self.rect):
            draw_signs(pen, view, rooms, plan)
            draw_labels(pen, view, rooms, plan)
            draw_marks(pen, view, content, marks)

    def _frame(self, pen: Pen) -> None:
        """A thin frame: the building goes on outside."""
        rect, width, radius = self.rect, pen.sizes.border, pen.sizes.radius
        pen.round_off(rect, pen.theme.paper, radius)
        half = width / 2
        outline = rounded_outline(
            rect.x + half, pen.up(rect.bottom) + half, rect.w - width, rect.h - width, radius - half, 10
        )
        frame = Batch()
        frame.polyline(outline, width, longer=0.3)
        pen.batch(frame, pen.theme.line_strong)


def _holds(view: View, box) -> bool:
    seen = view.seen
    return box[0] >= seen[0] and box[1] >= seen[1] and box[2] <= seen[2] and box[3] <= seen[3]
