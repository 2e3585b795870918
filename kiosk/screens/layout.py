"""Where things stand on a panel: reading area, desk, help bar, footer. Pure geometry.

Portrait stacks reading over desk; landscape sets them side by side. Every control lies inside the reach zone.
"""

from collections.abc import Sequence

from msgspec import Struct

from kiosk.widgets.panel import Panel
from kiosk.widgets.rect import Rect
from kiosk.widgets.theme import sizes_for

HEADER = 128
DESK_LINE = 4
QUIET_GAP = 52
"""Between the ground of the town hall and the first line to read, in the low-reach layout."""
NARROW, MIDDLE, WIDE = 804, 840, 896
"""Where the desk begins in landscape: after a narrow, middle (beside the keyboard) or wide reading column."""


class Regions(Struct, frozen=True, kw_only=True):
    """The parts of a screen, in pixels from the upper left."""

    portrait: bool
    window: Rect
    header: Rect
    clock: Rect
    quiet: Rect | None
    """Low-reach layout: above the eyes of seated people; the town hall stands here."""
    reading: Rect
    """For reading, inside the margins."""
    desk: Rect
    """The ground for hands, help bar included."""
    line: Rect
    """Between paper and desk."""
    heading: Rect | None
    """Landscape: the desk's upper part, where no control may stand."""
    hands: Rect
    """For controls, inside the margins, without the help bar."""
    help_bar: Rect
    footer: Rect | None
    """Below the reach zone, where the panel hangs low: words only."""


def regions(panel: Panel, desk_from: int = WIDE, *, low: bool = False) -> Regions:
    """The regions of a panel.

    :param desk_from: counts in landscape only.
    :param low: the low-reach layout: controls in the lowest part, and nothing to read above seated eyes.
    """
    return _portrait(panel, low=low) if panel.portrait else _landscape(panel, panel.px(desk_from), low=low)


def _portrait(panel: Panel, *, low: bool) -> Regions:
    sizes, px = sizes_for(panel), panel.px
    width, height = panel.width_px, panel.height_px
    top, bottom = panel.low_top if low else panel.reach_top, panel.reach_bottom
    margin, read = sizes.space_5, max(px(144), panel.low_reading if low else 0)
    desk = Rect(0, top, width, bottom - top)
    bar = desk.low(sizes.bar_height)
    inner = width - 2 * margin
    return Regions(
        portrait=True,
        window=Rect(0, 0, width, height),
        header=Rect(margin, 0, inner, px(HEADER)),
        clock=Rect(margin, 0, inner, px(HEADER)),
        quiet=Rect(0, px(HEADER), width, read - px(QUIET_GAP) - px(HEADER)) if low else None,
        reading=Rect(margin, read, inner, top - px(24) - read),
        desk=desk,
        line=Rect(0, top, width, px(DESK_LINE)),
        heading=None,
        hands=Rect(margin, top + px(28), inner, bar.y - px(20) - top - px(28)),
        help_bar=bar,
        footer=_footer(Rect(margin, bottom, inner, height - bottom), px(60)),
    )


def _landscape(panel: Panel, desk_x: int, *, low: bool) -> Regions:
    sizes, px = sizes_for(panel), panel.px
    width, height = panel.width_px, panel.height_px
    margin, top, bottom = sizes.space_5, panel.low_top if low else panel.reach_top, panel.reach_bottom
    near = margin - sizes.space_1
    read = max(px(144), panel.low_reading if low else 0)
    desk = Rect(desk_x, 0, width - desk_x, height)
    bar = Rect(desk_x, bottom - sizes.bar_height, desk.w, sizes.bar_height)
    inner = desk.w - 2 * margin
    heading = Rect(desk_x + margin, px(HEADER), inner, max(top, px(HEADER + 120)) - px(HEADER))
    first = max(top, heading.bottom) + px(12)
    return Regions(
        portrait=False,
        window=Rect(0, 0, width, height),
        header=Rect(margin, 0, desk_x - margin - near, px(HEADER)),
        clock=Rect(desk_x + margin, 0, inner, px(HEADER)),
        quiet=None,
        reading=Rect(margin, read, desk_x - margin - near, height - read - px(28)),
        desk=desk,
        line=Rect(desk_x, 0, px(DESK_LINE), height),
        heading=heading,
        hands=Rect(desk_x + margin, first, inner, bar.y - px(14) - first),
        help_bar=bar,
        footer=_footer(Rect(desk_x + margin, bottom, inner, height - bottom), px(60)),
    )


def _footer(rect: Rect, least: int) -> Rect | None:
    return rect if rect.h >= least else None


def stacked(
    rect: Rect, heights: Sequence[int], gap: int, *, stretch: int = 0, least: Sequence[int] | None = None
) -> list[Rect]:
    """Rectangles below each other.

    :param stretch: each may grow by this where room is left, and the gaps by half.
    :param least: heights to which they may shrink where room is short.
    """
    count = len(heights)
    if not count:
        return []
    free = rect.h - sum(heights) - gap * (count - 1)
    if free < 0 and least is not None:
        give = sum(heights) - sum(least)
        share = min(1.0, -free / give) if give else 0.0
        heights = [high - round((high - low) * share) for high, low in zip(heights, least, strict=True)]
        free = rect.h - sum(heights) - gap * (count - 1)
    grow = max(0, min(stretch, free // count))
    if count > 1:
        gap += max(0, min(gap // 2, (free - grow * count) // (count - 1)))
    places, y = [], rect.y
    for height in heights:
        places.append(Rect(rect.x, y, rect.w, height + grow))
        y += height + grow + gap
    return places
