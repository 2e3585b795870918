"""How buttons share the desk where type is large or the desk is low: as many a page as keep large words. No drawing."""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.presenters.contents import Action
from kiosk.widgets.button import PADDING, Style, label_runs, tile_room
from kiosk.widgets.look import Look
from kiosk.widgets.rect import Rect

LARGE = 60
"""Type of labels in large type, at least, where fewer of them would allow it; usual labels have 54."""
HIGHEST = 176
"""Of a button, edge included."""


class Group(NamedTuple):
    """Buttons of one page and where they stand."""

    actions: Sequence[Action]
    places: list[Rect]
    style: Style
    size: int
    """Of the words, the same for all; 0: they do not fit."""


def groups_of(look: Look, actions: Sequence[Action], area: Rect, gap: int) -> list[Group]:
    """The buttons over pages, so few on each that their words keep the size of the look's labels."""
    wanted = max(look.sizes.type_min, look.px(LARGE)) if look.scale > 1 else look.sizes.type_min
    for most in range(len(actions), 0, -1):
        count = -(-len(actions) // most)
        chunks = [actions[i * most : (i + 1) * most] for i in range(count)]
        groups = [_arranged(look, chunk, area, gap) for chunk in chunks]
        if most == 1 or all(group.size >= wanted for group in groups):
            return groups
    return []


def _arranged(look: Look, actions: Sequence[Action], area: Rect, gap: int) -> Group:
    """Below each other or two in a row, whichever keeps larger words."""
    column = _column(actions, area, gap, look)
    grid = _grid(actions, area, gap, look)
    return grid if grid.size > column.size else column


def _column(actions: Sequence[Action], area: Rect, gap: int, look: Look) -> Group:
    high = min(look.px(HIGHEST), (area.h - gap * (len(actions) - 1)) // len(actions))
    places = [Rect(area.x, area.y + i * (high + gap), area.w, high) for i in range(len(actions))]
    return Group(actions, places, "row", _size(look, actions, places, "row"))


def _grid(actions: Sequence[Action], area: Rect, gap: int, look: Look) -> Group:
    down = -(-len(actions) // 2)
    high = min(look.px(HIGHEST), (area.h - gap * (down - 1)) // down)
    across = min(2, len(actions))
    places = area.top(high * down + gap * (down - 1)).grid(across, down, gap)
    return Group(actions, places, "tile", _size(look, actions, places, "tile"))


def _size(look: Look, actions: Sequence[Action], places: Sequence[Rect], style: Style) -> int:
    """The largest type at which every label fits, 0 where none does or the buttons are too low."""
    sizes = []
    for action, place in zip(actions, places, strict=False):
        if place.h < look.panel.target_min:
            return 0
        face = place.above(look.sizes.edge_height)
        setting = look.scribe.set(
            label_runs(action, None),
            _room(look, face, action, style),
            face.h - look.px(6),
            look.sizes.type_lead,
            bold=True,
            leading=1.1,
            max_lines=3,
        )
        sizes.append(setting.size if setting.fits else 0)
    return min(sizes)


def _room(look: Look, face: Rect, action: Action, style: Style) -> int:
    if style == "tile":
        return tile_room(look, face, action).w
    icon = look.sizes.icon_button + look.px(14) if action.icon and not action.locked else 0
    return face.w - icon - look.px(PADDING)
