"""Buttons one below the other over the whole width of the desk."""

from collections.abc import Sequence

from kiosk.presenters.contents import Action
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.widgets.rect import Rect

HEIGHT, FIRST = 128, 152
MOST_GROWTH = 24


def stack_of_buttons(board: Board, actions: Sequence[Action], area: Rect, extra: int = 0) -> list[Rect]:
    """Put the actions below each other; gives back `extra` places kept free above them."""
    count = len(actions) + extra
    if not count:
        return []
    gap, edge = board.px(22), board.sizes.edge_height
    heights = [board.px(FIRST if count < 4 and i == extra else HEIGHT) + edge for i in range(count)]
    spare = area.h - sum(heights) - gap * (count - 1)
    if spare < 0:
        heights = [(area.h - gap * (count - 1)) // count] * count
    places = stacked(area, heights, gap, stretch=board.px(MOST_GROWTH))
    for action, place in zip(actions, places[extra:], strict=True):
        board.button(action, place)
    return places[:extra]
