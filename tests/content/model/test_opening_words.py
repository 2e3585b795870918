"""Opening hours in words, in all languages; others are told in German."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from content.model.hours import OpeningHours, Span
from content.model.opening import describe_day, describe_until, describe_week, short_time
from content.model.opening_words import words_of
from content.model.text import LANGUAGES

BERLIN = ZoneInfo("Europe/Berlin")
MORNING, AFTERNOON, LONG = Span(time(8), time(12)), Span(time(13, 30), time(16)), Span(time(8), time(18))
NOW = datetime(2026, 11, 24, 18, 0, tzinfo=BERLIN)  # a Tuesday


@pytest.mark.parametrize(
    ("moment", "german", "english"),
    [
        ("2026-11-24 19:00", "heute ab 19 Uhr", "today from 19:00"),
        ("2026-11-25 08:00", "morgen ab 8 Uhr", "tomorrow from 8:00"),
        ("2026-11-26 08:30", "Donnerstag ab 8:30 Uhr", "Thursday from 8:30"),
        ("2026-11-30 00:05", "Montag ab 0:05 Uhr", "Monday from 0:05"),
        ("2026-12-01 08:00", "am 1.12. ab 8 Uhr", "on 1/12 from 8:00"),
        ("2027-01-04 08:00", "am 4.1. ab 8 Uhr", "on 4/1 from 8:00"),
    ],
)
def test_when_it_opens(moment: str, german: str, english: str) -> None:
    opens = datetime.fromisoformat(moment).replace(tzinfo=BERLIN)
    assert describe_until(opens, NOW, "de") == german
    assert describe_until(opens, NOW, "en") == english
    assert describe_until(opens, NOW, "pl") == german


@pytest.mark.parametrize(
    ("language", "today", "tomorrow", "thursday", "later"),
    [
        ("de-simple", "heute ab 19 Uhr", "morgen ab 8 Uhr", "am Donnerstag ab 8:30 Uhr", "am 4.1. ab 8 Uhr"),
        (
            "tr",
            "bugün saat 19:00 itibarıyla",
            "yarın saat 8:00 itibarıyla",
            "Perşembe saat 8:30 itibarıyla",
            "4.1. saat 8:00 itibarıyla",
        ),
        ("uk", "сьогодні з 19:00", "завтра з 8:00", "у четвер з 8:30", "4.01. з 8:00"),
        (
            "ar",
            "اليوم من الساعة 19:00",
            "غدًا من الساعة 8:00",
            "يوم الخميس من الساعة 8:30",
            "يوم 4/1 من الساعة 8:00",
        ),
    ],
)
def test_when_it_opens_in_other_languages(language: str, today: str, tomorrow: str, thursday: str, later: str) -> None:
    moments = ("2026-11-24 19:00", "2026-11-25 08:00", "2026-11-26 08:30", "2027-01-04 08:00")
    told = [describe_until(datetime.fromisoformat(moment).replace(tzinfo=BERLIN), NOW, language) for moment in moments]
    assert told == [today, tomorrow, thursday, later]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_seven_days_of_its_own(language: str) -> None:
    words = words_of(language)
    assert len(set(words.days)) == len(set(words.short)) == 7
    assert language in ("de", "de-simple") or not set(words.days) & set(words_of("de").days)


def test_short_times() -> None:
    assert [short_time(time(8), one) for one in ("de", "de-simple", "en", "ar")] == ["8", "8", "8:00", "8:00"]
    assert [short_time(time(12, 5), one) for one in ("de", "en")] == ["12:05", "12:05"]


@pytest.mark.parametrize(
    ("hours", "german", "english"),
    [
        (OpeningHours(), (), ()),
        (OpeningHours(wed=(MORNING,)), ("Mi 8–12 Uhr",), ("Wed 8:00–12:00",)),
        (
            OpeningHours(
                mon=(AFTERNOON, MORNING), tue=(MORNING, AFTERNOON), thu=(LONG,), fri=(MORNING,), sun=(MORNING,)
            ),
            ("Mo–Di 8–12 und 13:30–16 Uhr", "Do 8–18 Uhr", "Fr 8–12 Uhr", "So 8–12 Uhr"),
            ("Mon–Tue 8:00–12:00 and 13:30–16:00", "Thu 8:00–18:00", "Fri 8:00–12:00", "Sun 8:00–12:00"),
        ),
        (
            OpeningHours(**dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), (LONG,))),  # type: ignore[arg-type]
            ("Mo–So 8–18 Uhr",),
            ("Mon–Sun 8:00–18:00",),
        ),
    ],
)
def test_the_week(hours: OpeningHours, german: tuple[str, ...], english: tuple[str, ...]) -> None:
    assert describe_week(hours, "de") == german
    assert describe_week(hours, "en") == english
    assert describe_week(hours, "pl") == german


def test_the_week_in_other_languages() -> None:
    hours = OpeningHours(mon=(MORNING, AFTERNOON), tue=(MORNING, AFTERNOON), thu=(LONG,))
    told = {language: describe_week(hours, language) for language in ("de-simple", "tr", "uk", "ar")}
    assert told == {
        "de-simple": ("Montag bis Dienstag: 8 bis 12 und 13:30 bis 16 Uhr", "Donnerstag: 8 bis 18 Uhr"),
        "tr": ("Pzt–Sal 8:00–12:00 ve 13:30–16:00", "Per 8:00–18:00"),
        "uk": ("пн–вт 8:00–12:00 і 13:30–16:00", "чт 8:00–18:00"),
        "ar": ("الاثنين–الثلاثاء 8:00–12:00 و13:30–16:00", "الخميس 8:00–18:00"),
    }


def test_one_day() -> None:
    hours = OpeningHours(mon=(AFTERNOON, MORNING), fri=(MORNING,))
    assert describe_day(hours, "BW", date(2026, 11, 23), "de") == "8–12 und 13:30–16"
    assert describe_day(hours, "BW", date(2026, 11, 23), "en") == "8:00–12:00 and 13:30–16:00"
    assert describe_day(hours, "BW", date(2026, 12, 25), "de") == "geschlossen"  # a holiday on a Friday
    assert describe_day(hours, "BW", date(2026, 11, 24), "en") == "closed"
