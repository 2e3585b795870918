"""What is read, as blocks one below the other: over several pages where they do not find room on one. Pure."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kiosk.widgets.rect import Rect

LARGEST_HEAD = 0.32
"""Share of a page that a title may take to be shown again on the next."""


class Block(NamedTuple):
    """Something to read, and how it is put on the screen."""

    height: int
    gap: int
    """Free space above it, where it does not begin a page."""
    put: Callable[[Rect], object]
    head: bool = False
    """A title: it begins every page, unless it is so large that little else would find room."""


def pages_of(blocks: Sequence[Block], room: int) -> list[list[Block]]:
    """Blocks over pages of this height; one that is higher than a page stands alone."""
    heads = [block for block in blocks if block.head]
    again = heads if height_of(heads) <= room * LARGEST_HEAD else []
    pages: list[list[Block]] = [[]]
    for block in blocks:
        page = pages[-1]
        begun = any(not one.head for one in page) or (page and not again and not block.head)
        if begun and height_of([*page, block]) > room:
            pages.append([*again])
        pages[-1].append(block)
    return pages


def height_of(blocks: Sequence[Block]) -> int:
    """Height of blocks on one page."""
    return sum(block.height + (block.gap if index else 0) for index, block in enumerate(blocks))


def put_below(blocks: Sequence[Block], area: Rect) -> int:
    """Put blocks below each other. Gives back the lower edge of the last."""
    y = area.y
    for index, block in enumerate(blocks):
        y += block.gap if index else 0
        block.put(Rect(area.x, y, area.w, block.height))
        y += block.height
    return y
