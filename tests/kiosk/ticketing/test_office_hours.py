"""Hours for numbers: the concern's own, else its office's; an office that is gone is closed."""

from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any, cast

from content.model.content import Content
from content.model.hours import OpeningHours, Span
from content.model.text import Text
from content.model.town import Office
from kiosk.ticketing.office_hours import OfficeHours
from tests.kiosk.ticketing.world import MORNING, concern

EARLY = OpeningHours(tue=(Span(time(7), time(9)),))
LATE = OpeningHours(tue=(Span(time(14), time(18)),))


def opening(offices: dict[str, Office]) -> OfficeHours:
    def is_open(hours: OpeningHours, land: str, at: datetime) -> bool:
        assert land == "BW"
        return any(span.start <= at.time() < span.end for span in hours.tue)

    def next_opening(hours: OpeningHours, land: str, at: datetime) -> datetime | None:
        return at.replace(hour=hours.tue[0].start.hour)

    content = cast(Content, SimpleNamespace(offices=offices, town=SimpleNamespace(land="BW")))
    return OfficeHours(content=lambda: content, is_open=is_open, next_opening=next_opening)


def office() -> Office:
    given: dict[str, Any] = {"source": "here", "as_of": date(2026, 11, 1)}
    return Office(id="citizens", name=Text({"de": "Bürgeramt"}), rooms=("1.07",), hours=LATE, **given)


def test_own_hours_come_first() -> None:
    hours = opening({"citizens": office()})
    assert hours.is_open(concern("a", "A", hours=EARLY), MORNING)
    assert not hours.is_open(concern("b", "B"), MORNING)
    assert hours.next_opening(concern("b", "B"), MORNING) == MORNING.replace(hour=14)


def test_an_office_that_is_gone_gives_no_numbers() -> None:
    hours = opening({})
    assert not hours.is_open(concern("b", "B"), MORNING)
    assert hours.next_opening(concern("b", "B"), MORNING) is None
