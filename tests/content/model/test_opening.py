"""When it is open, worked out minute by minute beside the functions; holidays, exceptions, days when clocks change."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.model import opening
from content.model.hours import WEEKDAYS, HoursException, OpeningHours, Span
from content.model.opening import (
    exception_on,
    is_open,
    know_holidays,
    next_opening,
    open_until,
    public_holidays,
    reason_closed,
    spans_on,
)
from content.model.text import Text

BERLIN = ZoneInfo("Europe/Berlin")


def span(text: str) -> Span:
    start, end = (time.fromisoformat(part) for part in text.split("-"))
    return Span(start, end)


WEEK = OpeningHours(
    mon=(span("13:00-16:00"), span("08:00-12:00")),
    tue=(span("08:00-12:00"), span("12:00-16:00")),
    thu=(span("08:00-18:00"),),
    fri=(span("08:00-12:30"),),
    exceptions=(
        HoursException(first=date(2026, 12, 24), last=date(2026, 12, 31), reason=Text({"de": "Ferien"})),
        HoursException(first=date(2026, 12, 28), open=(span("09:00-10:00"),)),
        HoursException(first=date(2027, 1, 6), open=(span("10:00-11:00"),), reason=Text({"de": "Sternsinger"})),
    ),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def told(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else None


@pytest.mark.parametrize(
    ("moment", "until", "following"),
    [
        ("2026-11-23 07:59:59", None, "2026-11-23 08:00"),  # Monday
        ("2026-11-23 08:00", "2026-11-23 12:00", None),
        ("2026-11-23 11:59:59", "2026-11-23 12:00", None),
        ("2026-11-23 12:00", None, "2026-11-23 13:00"),
        ("2026-11-23 16:00", None, "2026-11-24 08:00"),
        ("2026-11-24 09:00", "2026-11-24 16:00", None),  # spans that touch are one
        ("2026-11-24 12:00", "2026-11-24 16:00", None),
        ("2026-11-25 09:00", None, "2026-11-26 08:00"),  # closed on Wednesdays
        ("2026-11-27 12:30", None, "2026-11-30 08:00"),
        ("2026-12-24 09:00", None, "2026-12-28 09:00"),  # an exception in an exception
        ("2026-12-28 09:30", "2026-12-28 10:00", None),
        ("2026-12-28 10:00", None, "2027-01-04 08:00"),  # 1 January is a Friday
        ("2027-01-06 09:00", None, "2027-01-06 10:00"),  # an exception comes before the holiday
        ("2027-01-06 10:30", "2027-01-06 11:00", None),
        ("2027-03-26 09:00", None, "2027-03-30 08:00"),  # Good Friday to Easter Monday, clocks go forward
        ("2026-10-25 02:30", None, "2026-10-26 13:00"),
    ],
)
def test_moments(moment: str, until: str | None, following: str | None) -> None:
    hours = WEEK
    if following == "2026-10-26 13:00":  # clocks go back on Sunday; Monday opens late
        hours = OpeningHours(mon=(span("13:00-16:00"),))
    assert is_open(hours, "BW", at(moment)) is (until is not None)
    assert told(open_until(hours, "BW", at(moment))) == until
    assert told(next_opening(hours, "BW", at(moment))) == following


def test_hours_are_local_on_both_sides_of_a_clock_change() -> None:
    opens = next_opening(WEEK, "BW", at("2027-03-25 19:00"))
    assert opens is not None
    assert told(opens) == "2027-03-30 08:00"
    assert opens.utcoffset() == timedelta(hours=2)
    assert at("2027-03-25 19:00").utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"])
def test_days_when_clocks_change_open_and_close_by_the_wall_clock(day: str) -> None:
    hours = OpeningHours(sun=(span("01:00-04:00"), span("08:00-12:00")))
    first = at(f"{day} 00:00").astimezone(ZoneInfo("UTC"))
    for minutes in range(0, 14 * 60, 5):
        moment = (first + timedelta(minutes=minutes)).astimezone(BERLIN)
        if moment.date() == date.fromisoformat(day):
            wall = moment.time()
            assert is_open(hours, "BW", moment) is (time(1) <= wall < time(4) or time(8) <= wall < time(12))


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26"),
        (2027, "01-01 01-06 03-26 03-29 05-01 05-06 05-17 05-27 10-03 11-01 12-25 12-26"),
    ],
)
def test_holidays_of_baden_wuerttemberg(year: int, days: str) -> None:
    """Source: Feiertagsgesetz Baden-Württemberg § 1; Easter on 5 April 2026 and 28 March 2027."""
    assert sorted(public_holidays("BW", year)) == [date.fromisoformat(f"{year}-{day}") for day in days.split()]


def test_holidays_differ_between_lands_and_have_names() -> None:
    day = date(2026, 1, 6)
    assert public_holidays("BW", 2026)[day] == "Heilige Drei Könige"
    assert day not in public_holidays("HE", 2026)
    for land in opening.LANDS:
        assert len(public_holidays(land, 2026)) >= 9
    for wrong in ("bw", "", "XX", "Augsburg"):
        with pytest.raises(ValueError, match="is no German Land"):
            public_holidays(wrong, 2026)


def test_holidays_looked_up_before_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_KNOWN", {})
    know_holidays("BW", 2026, {date(2026, 11, 23): "Stadtfest"})
    assert not is_open(WEEK, "BW", at("2026-11-23 09:00"))
    assert is_open(WEEK, "HE", at("2026-11-23 09:00"))


def test_why_it_is_closed() -> None:
    assert reason_closed(WEEK, "BW", date(2026, 12, 25)) == Text({"de": "Ferien"})
    assert reason_closed(WEEK, "BW", date(2026, 12, 28)) is None  # the last exception holds, and gives none
    new_year = reason_closed(WEEK, "BW", date(2027, 1, 1))
    assert new_year is not None
    assert [new_year.in_language(one) for one in ("de", "en", "tr")] == ["Neujahr", "New Year's Day", "Yılbaşı"]
    assert reason_closed(WEEK, "BW", date(2027, 1, 4)) is None
    always = OpeningHours(fri=(span("08:00-12:00"),), open_on_holidays=True)
    assert reason_closed(always, "BW", date(2027, 1, 1)) is None
    assert is_open(always, "BW", at("2027-01-01 09:00"))


def test_never_open() -> None:
    assert next_opening(OpeningHours(), "BW", at("2026-11-23 09:00")) is None
    assert next_opening(WEEK, "BW", at("2026-11-27 13:00"), horizon_days=2) is None


# --- minute by minute ---------------------------------------------------------------------------------------------

CLOCKS = st.integers(0, 1439).map(lambda minutes: time(minutes // 60, minutes % 60))
SPANS = st.lists(
    st.lists(CLOCKS, min_size=2, max_size=2, unique=True).map(lambda pair: Span(min(pair), max(pair))), max_size=3
).map(tuple)
EXCEPTIONS = st.builds(
    lambda first, days, spans: HoursException(first=first, last=first + timedelta(days=days), open=spans),
    st.dates(date(2026, 12, 20), date(2027, 1, 10)),
    st.integers(0, 3),
    SPANS,
)
HOURS = st.builds(
    OpeningHours,
    **dict.fromkeys(WEEKDAYS, SPANS),
    exceptions=st.lists(EXCEPTIONS, max_size=3).map(tuple),
    open_on_holidays=st.booleans(),
)


def minutes_open(hours: OpeningHours, first: date, days: int) -> list[bool]:
    """Each minute from the first day's midnight, by the rules and nothing else."""
    found = []
    for ahead in range(days):
        day = first + timedelta(days=ahead)
        holds = [one for one in hours.exceptions if one.first <= day <= (one.last or one.first)]
        if holds:
            spans = holds[-1].open
        elif day in public_holidays("BW", day.year) and not hours.open_on_holidays:
            spans = ()
        else:
            spans = getattr(hours, WEEKDAYS[day.weekday()])
        for minute in range(1440):
            clock = time(minute // 60, minute % 60)
            found.append(any(one.start <= clock < one.end for one in spans))
    return found


def samples(days: int) -> Iterator[int]:
    """Minutes to look at: many, and never the same of each hour."""
    return iter(range(0, days * 1440, 37))


@settings(max_examples=60, deadline=None)
@given(hours=HOURS, first=st.dates(date(2026, 12, 18), date(2027, 1, 8)))
def test_every_answer_agrees_with_the_minutes(hours: OpeningHours, first: date) -> None:
    days = 7
    minutes = minutes_open(hours, first, days)
    midnight = datetime.combine(first, time(), tzinfo=BERLIN)
    for index in samples(days):
        moment = midnight + timedelta(minutes=index)
        assert is_open(hours, "BW", moment) is minutes[index]
        end, following = open_until(hours, "BW", moment), next_opening(hours, "BW", moment, horizon_days=days)
        if minutes[index]:
            assert following is None
            assert end is not None
            closes = round((end - midnight) / timedelta(minutes=1))
            assert all(minutes[index:closes])
            assert closes == len(minutes) or not minutes[closes] or closes % 1440 == 0
        else:
            assert end is None
            opens = next((later for later in range(index, len(minutes)) if minutes[later]), None)
            if opens is not None:
                assert following == midnight + timedelta(minutes=opens)
            else:
                assert following is None or following >= midnight + timedelta(days=days)


@given(hours=HOURS, day=st.dates(date(2026, 12, 18), date(2027, 1, 14)))
def test_spans_are_in_order_and_those_of_one_source(hours: OpeningHours, day: date) -> None:
    spans = spans_on(hours, "BW", day)
    assert list(spans) == sorted(spans)
    exception = exception_on(hours, day)
    if exception is not None:
        assert set(spans) == set(exception.open)
