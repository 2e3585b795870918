"""The line at the foot of the desk: since when somebody is signed in."""

from kiosk.screens.board import Board
from kiosk.widgets.rect import Rect

HEIGHT = 56


def put_note(board: Board, words: str, area: Rect) -> Rect:
    """Put the line and give back what is left above."""
    if not words:
        return area
    high = board.px(HEIGHT)
    board.words(
        "note",
        words,
        area.low(high),
        board.sizes.type_min,
        colour=board.look.theme.ink_soft,
        max_lines=1,
        valign="bottom",
    )
    return area.above(high + board.px(6))
