"""Pages of a list: which rows are on the one that is shown, and the controls that turn it."""

from collections.abc import Sequence
from typing import TypeVar

from kiosk.flows import events as e
from kiosk.presenters.contents import Action
from kiosk.texts import say

Item = TypeVar("Item")
Pager = tuple[Action | None, Action | None]
"""Controls for the page before and the page after, None where there is none."""


def paged(items: Sequence[Item], first: int, size: int, language: str, whole: int = 0) -> tuple[Sequence[Item], Pager]:
    """The items of the page that holds item `first`, or of the last page, and its pager.

    :param size: items a page when there are several.
    :param whole: items that fit without page buttons.
    """
    if len(items) <= max(size, whole):
        return items, (None, None)
    begin = min(first, len(items) - 1) // size * size
    turns = {"earlier": begin - size - first, "later": begin + size - first}
    earlier, later = (
        Action(
            test_id=f"page.{name}",
            label=say(f"page.{name}", language),
            icon="arrow-up" if by < 0 else "arrow-down",
            event=e.Paged(by),
        )
        for name, by in turns.items()
    )
    pager = (earlier if begin > 0 else None, later if begin + size < len(items) else None)
    return items[begin : begin + size], pager
