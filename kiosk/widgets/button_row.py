"""How buttons share a row, and the type size that neighbours have in common."""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.presenters.contents import Action
from kiosk.widgets.button import PADDING, label_runs, spoken_short, tall_room, tile_room
from kiosk.widgets.look import Look
from kiosk.widgets.rect import Rect

NEARLY = 0.8
"""Share of their size that words keep at least, before a locked neighbour's reason breaks into lines."""


class Placed(NamedTuple):
    """A button's place and how it is set there."""

    rect: Rect
    size: int
    above: bool


def tile_size(
    look: Look, actions: Sequence[Action], places: Sequence[Rect], *, short: bool = False, tall: bool = False
) -> int:
    """The largest size at which the words of every tile fit. `short`: in one word; `tall`: below the icon."""
    sizes = [look.sizes.type_lead]
    for one, place in zip(actions, places, strict=False):
        action, face = spoken_short(one) if short else one, place.above(look.sizes.edge_height)
        room = tall_room(look, face) if tall else tile_room(look, face, action)
        setting = look.scribe.set(
            label_runs(action, None),
            room.w,
            room.h,
            look.sizes.type_lead,
            bold=True,
            leading=1.1,
            max_lines=3,
            language=look.language,
        )
        sizes.append(setting.size)
    return min(sizes)


def row_of_buttons(look: Look, actions: Sequence[Action], rect: Rect, gap: int) -> list[Placed]:
    """Side by side: icons beside the words as long as that fits, then smaller words, then the last icons above."""
    count = len(actions)
    if count == 0:
        return []
    free = rect.w - gap * (count - 1)
    sizes = look.sizes
    steps = (sizes.type_lead, sizes.type_body)
    if look.scale > 1:
        steps = tuple(step for step in sizes.ladder if sizes.type_body >= step >= sizes.type_least)
    for size in [step for step in steps if step > sizes.type_body * NEARLY or not any(one.locked for one in actions)]:
        for stacked in range(count if size == sizes.type_lead else count + 1):
            above = [index >= count - stacked and can_stack(one) for index, one in enumerate(actions)]
            needs = [_need(look, one, size, high) for one, high in zip(actions, above, strict=True)]
            if sum(needs) <= free:
                return _placed(rect, gap, needs, free - sum(needs), size, above)
    above = [can_stack(one) for one in actions]
    smallest = steps[-1]
    for size in steps if look.scale > 1 else steps[-1:]:
        shares = [(smallest, 0.56) if one.locked else (size, 1.0) for one in actions]
        needs = [
            _need(look, one, at, high, share) for one, high, (at, share) in zip(actions, above, shares, strict=True)
        ]
        if sum(needs) <= free:
            return _placed(rect, gap, needs, free - sum(needs), size, above)
    needs = [_need(look, one, smallest, high, 0.56) for one, high in zip(actions, above, strict=True)]
    columns = rect.columns([float(need) for need in needs], gap)
    return [Placed(place, sizes.type_body, high) for place, high in zip(columns, above, strict=True)]


def can_stack(action: Action) -> bool:
    """Whether the icon may stand above; a locked button needs the room for its reason."""
    return bool(action.icon) and not action.locked


def row_height(look: Look, actions: Sequence[Action], width: int, gap: int, usual: int) -> int:
    """Height of the row, edge included: a locked button needs room for its reason."""
    height = usual
    for action, placed in zip(actions, row_of_buttons(look, actions, Rect(0, 0, width, usual), gap), strict=True):
        if action.locked:
            words = look.scribe.set(
                label_runs(action, None),
                placed.rect.w - look.px(PADDING),
                9999,
                look.sizes.type_least,
                leading=1.1,
                max_lines=3,
                language=look.language,
            )
            height = max(height, words.height + look.px(6) + look.sizes.edge_height)
    return height


def _placed(rect: Rect, gap: int, needs: list[int], spare: int, size: int, above: list[bool]) -> list[Placed]:
    places, x, count = [], rect.x, len(needs)
    for index, need in enumerate(needs):
        width = need + spare // count if index < count - 1 else rect.right - x
        places.append(Placed(Rect(x, rect.y, width, rect.h), size, above[index]))
        x += width + gap
    return places


def _need(look: Look, action: Action, size: int, above: bool, share: float = 1.0) -> int:
    """Width a button needs; `share` of its reason must stand in one line where it is locked."""
    words = look.scribe.measure(action.label, True, size)
    if action.locked:
        words = max(words, look.scribe.measure(action.locked, False, min(size, look.sizes.type_min)) * share)
    if above:
        return max(look.panel.target_min, round(words) + look.px(28))
    icon = look.sizes.icon_button + look.px(14) if action.icon and not action.locked else 0
    return max(look.panel.target_min, round(words) + icon + look.px(PADDING))
