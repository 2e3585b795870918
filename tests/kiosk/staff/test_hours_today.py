"""Other hours for today: what follows whom, and that a closing never opens and an opening never closes."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.model import opening
from content.model.hours import Span
from content.model.text import Text
from kiosk.handlers.todays_content import words
from kiosk.staff.hours_today import LAST_MINUTE, at_minute, changed, hours_of, minute_of, spans_today, with_changes
from kiosk.staff.kept import Change
from kiosk.texts import LANGUAGES
from tests.kiosk.presenters.staff.worlds import change, content
from tests.kiosk.world import WEDNESDAY

TODAY = WEDNESDAY.date()
NOTHING = Text({"de": "x"})


def applied(*changes: Change):  # type: ignore[no-untyped-def]  # the content, only looked into
    return with_changes(content(), changes, TODAY, lambda _: NOTHING)


def test_without_changes_it_is_the_same_object() -> None:
    assert applied() is content()
    yesterday = Change(
        scope="house", kind="close", minute=1, since_minute=0, reason="none", day=TODAY - timedelta(days=1)
    )
    assert applied(yesterday) is content()


def test_a_closed_house_closes_everything_in_it() -> None:
    new = applied(change("house", minute=642))
    scopes = ["house", *(f"office:{name}" for name in new.offices), *(f"concern:{name}" for name in new.concerns)]
    land, week = new.town.land, timedelta(days=7)
    for scope in scopes:
        hours, usual = hours_of(new, scope), hours_of(content(), scope)
        assert hours is not None and usual is not None
        assert not opening.is_open(hours, land, WEDNESDAY)
        assert opening.is_open(hours, land, WEDNESDAY + week) == opening.is_open(usual, land, WEDNESDAY + week)


def test_a_longer_day_holds_for_those_who_close_with_the_house() -> None:
    end = spans_today(content(), "house", TODAY)[-1].end  # type: ignore[index]  # open on this day
    new = applied(change("house", "open", 1140))
    for name in content().offices:
        before, after = (spans_today(one, f"office:{name}", TODAY) for one in (content(), new))
        assert before is not None and after is not None
        if before and before[-1].end == end:
            assert after[-1].end == time(19, 0)
        else:
            assert after == before


def test_an_office_takes_its_concerns_along_and_leaves_others() -> None:
    office = next(iter(content().offices))
    new = applied(change(f"office:{office}", minute=642))
    for concern in content().concerns.values():
        hours = hours_of(new, f"concern:{concern.id}")
        assert hours is not None
        same = spans_today(new, f"concern:{concern.id}", TODAY) == spans_today(
            content(), f"concern:{concern.id}", TODAY
        )
        assert same or concern.office == office
        if concern.office == office:
            assert not opening.is_open(hours, new.town.land, WEDNESDAY)
    assert new.town.hours == content().town.hours


def test_a_scope_that_left_the_content_changes_nothing() -> None:
    for scope in ("office:gone", "concern:gone"):
        assert applied(change(scope)).concerns == content().concerns


@pytest.mark.parametrize("kind", ["close", "open"])
@pytest.mark.parametrize("scope", ["house", "office", "concern"])
def test_visitors_are_told_in_every_language(kind: str, scope: str) -> None:
    name = {"office": next(iter(content().offices)), "concern": next(iter(content().concerns))}.get(scope, "")
    one = change(f"{scope}:{name}" if name else scope, kind, 780)
    text = words(one, content())
    assert text.languages == LANGUAGES
    assert "13:00" in text.in_language("de")
    assert "Es fehlt Personal." in text.in_language("de")


SPANS = st.lists(st.integers(0, LAST_MINUTE), min_size=0, max_size=6, unique=True).map(
    lambda minutes: tuple(
        Span(at_minute(a), at_minute(b)) for a, b in zip(sorted(minutes)[::2], sorted(minutes)[1::2], strict=False)
    )
)


@given(SPANS, st.sampled_from(["close", "open"]), st.integers(0, LAST_MINUTE), st.integers(0, LAST_MINUTE))
def test_closing_only_takes_away_and_opening_only_adds(
    spans: tuple[Span, ...], kind: str, minute: int, since: int
) -> None:
    one = Change(scope="house", kind=kind, minute=minute, since_minute=since, reason="none", day=TODAY)  # type: ignore[arg-type]  # one of two

    def open_minutes(of: tuple[Span, ...]) -> set[int]:
        return {m for span in of for m in range(minute_of(span.start), minute_of(span.end))}

    before, after = open_minutes(spans), open_minutes(changed(spans, one))
    if kind == "close":
        assert after == {m for m in before if m < minute}
    else:
        assert before <= after
        assert all(m < max(minute, max(before, default=0) + 1) for m in after)
