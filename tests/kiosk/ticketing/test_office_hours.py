"""Hours for numbers: the concern's own, else its office's; an office that is gone is closed."""

from datetime import date, time, timedelta
from types import SimpleNamespace
from typing import cast

from content.model.content import Content
from content.model.hours import OpeningHours, Span
from content.model.text import Text
from content.model.town import Office
from kiosk.ticketing.office_hours import OfficeHours
from tests.kiosk.ticketing.world import MORNING, concern

EARLY = OpeningHours(tue=(Span(time(7), time(9)),))
LATE = OpeningHours(tue=(Span(time(14), time(18)),), fri=(Span(time(8), time(12)),))


def hours_with(*offices: Office) -> OfficeHours:
    by_id = {office.id: office for office in offices}
    content = cast(Content, SimpleNamespace(offices=by_id, town=SimpleNamespace(land="BW")))
    return OfficeHours(lambda: content)


OFFICE = Office(
    id="citizens",
    name=Text({"de": "Bürgeramt"}),
    rooms=("1.07",),
    hours=LATE,
    source="here",
    as_of=date(2026, 11, 1),
)


def test_own_hours_come_first() -> None:
    """24 November 2026 is a Tuesday."""
    hours = hours_with(OFFICE)
    assert hours.is_open(concern("a", "A", hours=EARLY), MORNING)
    assert not hours.is_open(concern("b", "B"), MORNING)
    assert hours.next_opening(concern("b", "B"), MORNING) == MORNING.replace(hour=14)


def test_the_calendar_of_the_land_holds() -> None:
    christmas = MORNING + timedelta(days=31)
    assert christmas.date() == date(2026, 12, 25), "a Friday"
    assert not hours_with(OFFICE).is_open(concern("b", "B"), christmas)


def test_an_office_that_is_gone_gives_no_numbers() -> None:
    hours = hours_with()
    assert not hours.is_open(concern("b", "B"), MORNING)
    assert hours.next_opening(concern("b", "B"), MORNING) is None
