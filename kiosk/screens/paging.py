"""The two buttons that turn the pages of a list, at the lower end of the desk."""

from kiosk.presenters.contents import Action
from kiosk.screens.board import Board
from kiosk.widgets.rect import Rect

HEIGHT = 96


def paged(board: Board, earlier: Action | None, later: Action | None, area: Rect) -> Rect:
    """Put the page buttons, if any, and give back what is left above them."""
    if earlier is None and later is None:
        return area
    high = board.px(HEIGHT) + board.sizes.edge_height
    bar = area.low(high)
    for action, place in zip((earlier, later), bar.columns((1, 1), board.px(24)), strict=True):
        if action is not None:
            board.button(action, place)
    return area.above(high + board.px(16))
