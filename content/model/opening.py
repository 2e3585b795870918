"""When it is open: pure functions over opening hours, the holidays of a Land and a moment. Says it in words, too."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby

from content.model.hours import WEEKDAYS, HoursException, OpeningHours, Span
from content.model.opening_words import words_of
from content.model.reasons import in_all_languages
from content.model.text import Text

HORIZON_DAYS = 60
"""How far ahead an opening is looked for."""
LANDS = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
"""The German Länder in two letters (ISO 3166-2:DE)."""


_KNOWN: dict[tuple[str, int], Mapping[date, str]] = {}


def know_holidays(land: str, year: int, known: Mapping[date, str]) -> None:
    """Take the holidays of a year from somebody who looked them up before: the library costs time and memory."""
    _KNOWN[land, year] = known


def public_holidays(land: str, year: int) -> Mapping[date, str]:
    """Public holidays of a German Land (two letters: "BW") with their German names.

    :raises ValueError: there is no such Land.
    """
    known = _KNOWN.get((land, year))
    return known if known is not None else _look_up(land, year)


@lru_cache(maxsize=16)
def _look_up(land: str, year: int) -> Mapping[date, str]:
    import holidays

    if land not in LANDS:
        import difflib

        near = difflib.get_close_matches(land.upper(), LANDS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"write one of {', '.join(LANDS)}"
        raise ValueError(f"`{land}` is no German Land; {hint}")
    found = holidays.country_holidays("DE", subdiv=land, years=year, language="de")
    return dict(found)


def exception_on(hours: OpeningHours, day: date) -> HoursException | None:
    """The exception that holds on `day`; the last written wins."""
    for one in reversed(hours.exceptions):
        if one.first <= day <= (one.last or one.first):
            return one
    return None


def spans_on(hours: OpeningHours, land: str, day: date) -> tuple[Span, ...]:
    """The spans of `day`, in order; empty: closed. Exceptions come before holidays, holidays before the week."""
    exception = exception_on(hours, day)
    if exception is not None:
        return tuple(sorted(exception.open))
    if not hours.open_on_holidays and day in public_holidays(land, day.year):
        return ()
    spans: tuple[Span, ...] = getattr(hours, WEEKDAYS[day.weekday()])
    return tuple(sorted(spans))


def reason_closed(hours: OpeningHours, land: str, day: date) -> Text | None:
    """Why `day` is not as usual: the exception's reason or the holiday's name; None: as usual or no reason given."""
    exception = exception_on(hours, day)
    if exception is not None:
        return exception.reason
    name = None if hours.open_on_holidays else public_holidays(land, day.year).get(day)
    return in_all_languages(Text({"de": name})) if name else None


def is_open(hours: OpeningHours, land: str, moment: datetime) -> bool:
    """Whether it is open at `moment` (local time with zone); the end of a span is closed."""
    return _span_at(hours, land, moment) is not None


def open_until(hours: OpeningHours, land: str, moment: datetime) -> datetime | None:
    """When it closes, spans that touch taken together; None: it is closed."""
    span = _span_at(hours, land, moment)
    if span is None:
        return None
    end = span.end
    for later in spans_on(hours, land, moment.date()):
        if later.start <= end < later.end:
            end = later.end
    return _at(moment, moment.date(), end)


def next_opening(hours: OpeningHours, land: str, moment: datetime, horizon_days: int = HORIZON_DAYS) -> datetime | None:
    """When it opens the next time after `moment`; None: not within the horizon, or it is open now."""
    if is_open(hours, land, moment):
        return None
    for ahead in range(horizon_days + 1):
        day = moment.date() + timedelta(days=ahead)
        for span in spans_on(hours, land, day):
            if ahead or span.start > moment.time():
                return _at(moment, day, span.start)
    return None


def _span_at(hours: OpeningHours, land: str, moment: datetime) -> Span | None:
    now = moment.time()
    return next((span for span in spans_on(hours, land, moment.date()) if span.start <= now < span.end), None)


def _at(like: datetime, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=like.tzinfo)


# --- in words -----------------------------------------------------------------------------------------------------


def describe_until(moment: datetime, now: datetime, language: str) -> str:
    """When something opens: "morgen ab 8 Uhr", "Montag ab 8 Uhr"."""
    words, clock = words_of(language), short_time(moment.time(), language)
    days = (moment.date() - now.date()).days
    if days == 0:
        return words.today.format(time=clock)
    if days == 1:
        return words.tomorrow.format(time=clock)
    if 1 < days < 7:
        return words.weekday.format(day=words.days[moment.weekday()], time=clock)
    return words.date.format(day=moment.day, month=moment.month, time=clock)


def short_time(clock: time, language: str) -> str:
    """ "8", "12:30"; in English "8:00"."""
    if clock.minute == 0 and words_of(language).bare_hours:
        return str(clock.hour)
    return f"{clock.hour}:{clock.minute:02}"


def describe_week(hours: OpeningHours, language: str) -> tuple[str, ...]:
    """The week in as few lines as possible: "Mo–Mi 8–16 Uhr"; closed days are left out."""
    words = words_of(language)
    lines = []
    for spans, run in groupby(range(7), lambda index: tuple(sorted(getattr(hours, WEEKDAYS[index])))):
        days = [words.short[index] for index in run]
        if spans:
            name = days[0] if len(days) == 1 else f"{days[0]}{words.to}{days[-1]}"
            lines.append(words.week.format(days=name, spans=_spans(spans, language)))
    return tuple(lines)


def describe_day(hours: OpeningHours, land: str, day: date, language: str) -> str:
    """One day: "8–12 und 13–16", or "geschlossen"."""
    spans = spans_on(hours, land, day)
    return _spans(spans, language) if spans else words_of(language).closed


def _spans(spans: tuple[Span, ...], language: str) -> str:
    words = words_of(language)
    return words.joint.join(
        f"{short_time(span.start, language)}{words.to}{short_time(span.end, language)}" for span in spans
    )
