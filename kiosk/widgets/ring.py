"""The focus ring: two colours, so that one of them stands out from any ground."""

from kivy.graphics import Color
from kivy.uix.widget import Widget

from kiosk.widgets.look import Look
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.strokes import Batch, rounded_outline

RING = 6
"""Thickness of each of the two rings."""


def draw_ring(root: Widget, look: Look, rect: Rect | None) -> None:
    """Around `rect`, above everything under `root`; None: no ring. At the window's edge it stays inside."""
    root.canvas.after.clear()
    if rect is None:
        return
    pen, width = Pen(look, root.canvas.after, []), look.px(RING)
    window = Rect(0, 0, look.panel.width_px, look.panel.height_px)
    for distance, colour in ((width / 2, look.theme.focus_inner), (width * 1.5, look.theme.focus_outer)):
        far = round(distance)
        outer = _inside(rect.inset(-far), window, width * 2 - far)
        ring = Batch()
        outline = rounded_outline(outer.x, pen.up(outer.bottom), outer.w, outer.h, look.sizes.radius + far, 10)
        ring.polyline(outline, width, longer=0.3)
        pen.batch(ring, colour)
    root.canvas.after.add(Color(1, 1, 1, 1))


def _inside(rect: Rect, window: Rect, margin: int) -> Rect:
    """The rectangle, no nearer to the window's edge than `margin`."""
    left, top = max(rect.x, window.x + margin), max(rect.y, window.y + margin)
    right, bottom = min(rect.right, window.right - margin), min(rect.bottom, window.bottom - margin)
    return Rect(left, top, right - left, bottom - top)
