"""Opening hours must make sense: no overlaps, exceptions in order, at least one open day. Knows no now."""

from collections.abc import Iterator
from itertools import pairwise

from content.model.content import Content, Problem
from content.model.files import CONCERNS, OFFICES, TOWN
from content.model.hours import WEEKDAYS, OpeningHours, Span
from content.model.opening import public_holidays


def check(content: Content) -> Iterator[Problem]:
    """Hours of the house, of every office and of every queue."""
    try:
        public_holidays(content.town.land, 2026)
    except ValueError as fault:
        yield Problem(TOWN, "", "land", str(fault))
    yield from _hours(content.town.hours, TOWN, "")
    for office in content.offices.values():
        yield from _hours(office.hours, OFFICES, office.id)
    for concern in content.concerns.values():
        if concern.hours:
            yield from _hours(concern.hours, CONCERNS, concern.id)


def _hours(hours: OpeningHours, file: str, entry: str) -> Iterator[Problem]:
    if not any(getattr(hours, day) for day in WEEKDAYS):
        yield Problem(file, entry, "hours", "it is never open; write at least one span", serious=False)
    for day in WEEKDAYS:
        yield from _overlaps(getattr(hours, day), file, entry, f"hours.{day}")
    for index, exception in enumerate(hours.exceptions):
        field = f"hours.exceptions[{index}]"
        if exception.last and exception.last < exception.first:
            yield Problem(file, entry, f"{field}.last", "the last day lies before the first; change them over")
        yield from _overlaps(exception.open, file, entry, f"{field}.open")
        for before in hours.exceptions[:index]:
            if exception.first <= before.first and (before.last or before.first) <= (exception.last or exception.first):
                message = f"this hides the exception of {before.first} further up; write the longer one first"
                yield Problem(file, entry, field, message, serious=False)


def _overlaps(spans: tuple[Span, ...], file: str, entry: str, field: str) -> Iterator[Problem]:
    for one, other in pairwise(sorted(spans)):
        if other.start < one.end:
            yield Problem(
                file, entry, field, f"{one.start:%H:%M}-{one.end:%H:%M} overlaps the next span; make one of both"
            )
