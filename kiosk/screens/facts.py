"""Facts of a service for large type or a low desk: as wide as their words need, none of them shortened."""

from collections.abc import Sequence
from functools import partial

from kiosk.presenters.contents import FactCard as Fact
from kiosk.screens.board import Board
from kiosk.screens.reading import Block
from kiosk.widgets.cards import FactCard, all_beside, row_height, value_size
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import letter_height

GAP = 12
STEP_DOWN = 0.8
"""Share of its size that a fact's label keeps at least, in large type, beside its value."""


def fact_blocks(board: Board, facts: Sequence[Fact], width: int) -> list[Block]:
    """Two cards beside each other where they keep their words' size, else low rows, else one card below the other."""
    look, sizes, px = board.look, board.sizes, board.px
    half = (width - px(24)) // 2
    if not facts:
        return []
    tall = any(fact.below for fact in facts)
    card = look.tx(56 + (54 if tall else 0)) + letter_height(sizes.type_body) + px(24)
    row = (row_height(look) if tall else letter_height(sizes.type_min)) + px(22)
    if board.regions.portrait and _fit(board, facts, half, card, row=False):
        groups, across, high, as_row = [facts[i : i + 2] for i in range(0, len(facts), 2)], 2, card, False
    elif _fit(board, facts, width, row, row=True):
        groups, across, high, as_row = [[fact] for fact in facts], 1, row, True
    else:
        groups, across, high, as_row = [[fact] for fact in facts], 1, card, False
    lowest = Rect(0, 0, half if across == 2 else width, high)
    size = value_size(look, facts, lowest, as_row)
    data = {"value_size": size, "row": as_row, "beside": all_beside(look, facts, lowest, size)}
    blocks = []
    for index, group in enumerate(groups):
        put = partial(_put, board, index * across, group, across, data)
        blocks.append(Block(high, px(24 if index == 0 else GAP), put))
    return blocks


def _fit(board: Board, facts: Sequence[Fact], width: int, height: int, *, row: bool) -> bool:
    """Whether every word keeps its size."""
    look, sizes = board.look, board.sizes
    measure = look.scribe.measure
    size = value_size(look, facts, Rect(0, 0, width, height), row)
    if row:
        small = round(sizes.type_min * (1 if look.scale == 1 else STEP_DOWN))
        if size < small:
            return False
        return all(
            measure(f.value, True, size) + measure(f.label, False, small) <= width - look.px(84) - look.tx(66)
            for f in facts
        )
    if size < sizes.type_body:
        return False
    room = width - look.px(60)
    return all(
        measure(fact.label, False, sizes.type_min) + look.tx(62) <= room
        and look.scribe.set(fact.below, room, look.tx(60), sizes.type_min, max_lines=1).fits
        for fact in facts
    )


def _put(board: Board, first: int, group: Sequence[Fact], across: int, data: dict[str, object], rect: Rect) -> None:
    places = rect.columns([1.0] * across, board.px(24))
    for index, (fact, place) in enumerate(zip(group, places, strict=False)):
        board.put(f"fact.{first + index}", FactCard, place, fact=fact, **data)
