"""Pages of a list: whatever their size, every row is on one of them, and the row one looked at stays in sight."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.flows import events as e
from kiosk.flows.session import S, Session, advance
from kiosk.flows.view import TEXT_SCALES, View
from kiosk.presenters.capacity import capacity
from kiosk.presenters.paging import paged


def turned(first: int, action: object) -> int:
    """The row to be seen after the button was pressed."""
    session = Session(visit="v", state=S.TOPICS, first=first)
    return advance(session, action.event)[0].first  # type: ignore[attr-defined]


@given(st.integers(0, 40), st.integers(1, 6), st.integers(0, 8))
def test_turning_on_shows_every_row_once_and_back_again(count: int, size: int, whole: int) -> None:
    items = list(range(count))
    first, seen, pages = 0, list[int](), list[list[int]]()
    while True:
        shown, (_, later) = paged(items, first, size, "de", whole)
        seen += shown
        pages.append(list(shown))
        if later is None:
            break
        first = turned(first, later)
    assert seen == items
    for page in reversed(pages):
        shown, (earlier, _) = paged(items, first, size, "de", whole)
        assert list(shown) == page
        if earlier is not None:
            first = turned(first, earlier)
    assert paged(items, 0, size, "de", whole)[1][0] is None


@given(st.integers(1, 40), st.integers(0, 60), st.integers(1, 6))
def test_the_row_to_be_seen_is_seen_however_many_rows_a_page_has(count: int, first: int, size: int) -> None:
    shown, _ = paged(range(count), first, size, "de")
    assert min(first, count - 1) in shown


def test_larger_type_and_a_lower_desk_never_hold_more() -> None:
    for portrait in (True, False):
        for low in (False, True):
            sizes = [capacity(View(text_scale=s, low_reach=low), portrait=portrait) for s in TEXT_SCALES]
            for name in ("rows", "tiles", "whole_tiles", "checks", "whole_checks", "settings"):
                counts = [getattr(one, name) for one in sizes]
                assert counts == sorted(counts, reverse=True)
                assert counts[-1] >= (2 if name in ("rows", "checks") else 1)


def test_back_at_the_first_page_there_is_no_event_below_it() -> None:
    session = Session(visit="v", state=S.TOPICS, first=2)
    after, _ = advance(session, e.Paged(-4))
    assert after.first == 0
