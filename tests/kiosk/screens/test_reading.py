"""Blocks over pages: none is lost, none runs over, a low title begins every page."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.screens.reading import Block, height_of, pages_of, put_below
from kiosk.widgets.rect import Rect


def block(height: int, gap: int = 10, *, head: bool = False) -> Block:
    return Block(height, gap, lambda _rect: None, head)


@given(st.lists(st.builds(block, st.integers(10, 400), st.integers(0, 40)), max_size=12), st.integers(10, 300))
def test_every_block_is_on_one_page_in_order_and_none_runs_over(blocks: list[Block], title: int) -> None:
    pages = pages_of([block(title, head=True), *blocks], 500)
    assert [one for page in pages for one in page if not one.head] == blocks
    for page in pages:
        body = [one for one in page if not one.head]
        assert height_of(page) <= 500 or len(body) == 1


def test_a_low_title_begins_every_page_a_high_one_only_the_first() -> None:
    body = [block(300), block(300)]
    assert [page[0].head for page in pages_of([block(100, head=True), *body], 500)] == [True, True]
    assert [page[0].head for page in pages_of([block(190, head=True), *body], 500)] == [True, False]


def test_blocks_are_put_below_each_other_with_their_gaps() -> None:
    places: list[Rect] = []
    blocks = [Block(50, 99, places.append), Block(30, 12, places.append)]
    assert put_below(blocks, Rect(10, 100, 400, 500)) == 192
    assert places == [Rect(10, 100, 400, 50), Rect(10, 162, 400, 30)]
