"""Reasons why a day is closed, in all languages."""

from datetime import date

import pytest

from content.model.hours import HoursException
from content.model.opening import LANDS, public_holidays
from content.model.reasons import in_all_languages
from content.model.text import LANGUAGES, Text

ONCE = "Jahrestag"
"""Berlin's holidays of one year only keep their German name."""


@pytest.mark.parametrize("land", LANDS)
def test_every_public_holiday_is_known_in_all_languages(land: str) -> None:
    names = {name for year in range(2026, 2031) for name in public_holidays(land, year).values()}
    assert len(names) >= 9
    without = [name for name in names if set(in_all_languages(Text({"de": name})).languages) != set(LANGUAGES)]
    assert [name for name in without if ONCE not in name] == []


def test_what_staff_write_comes_first_and_is_completed() -> None:
    written = Text({"de": "Heiligabend", "en": "24 December"}, "Hauptamt", date(2026, 11, 2))
    reason = in_all_languages(written)
    assert (reason.in_language("de"), reason.in_language("en")) == ("Heiligabend", "24 December")
    assert (reason.in_language("tr"), reason.in_language("uk")) == ("Noel arifesi", "Святвечір")
    assert (reason.source, reason.as_of) == ("Hauptamt", date(2026, 11, 2))


def test_an_unknown_reason_stays_as_it_is() -> None:
    reason = Text({"de": "Rohrbruch"})
    assert in_all_languages(reason) is reason


def test_an_exception_is_completed_when_it_is_read() -> None:
    closed = HoursException(first=date(2026, 12, 24), reason=Text({"de": "Heiligabend"}))
    assert closed.reason is not None
    assert closed.reason.in_language("ar") == "ليلة عيد الميلاد"
    assert HoursException(first=date(2026, 12, 24)).reason is None
