"""Other hours for today, laid over the content: house, offices, queues and a notice for visitors. Pure.

A change holds like an exception that stood in the content, so everything that asks the content for hours follows it.
It is of one day; tomorrow the content's own hours hold.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time

from msgspec.structs import replace

from content.model.content import Content
from content.model.hours import HoursException, OpeningHours, Span
from content.model.opening import spans_on
from content.model.text import Text
from content.model.town import Concern, Notice, Office
from kiosk.staff.kept import Change

LAST_MINUTE = 24 * 60 - 1
Words = Callable[[Change], Text]
"""What visitors are told about a change."""
Spans = tuple[Span, ...]


def at_minute(minute: int) -> time:
    """A minute of the day as a time; the last one ends the day."""
    return time(*divmod(max(0, min(minute, LAST_MINUTE)), 60))


def minute_of(moment: time) -> int:
    """A time as a minute of the day."""
    return moment.hour * 60 + moment.minute


def changed(spans: Spans, change: Change) -> Spans:
    """The spans of the day as the change makes them."""
    at = at_minute(change.minute)
    if change.kind == "close":
        kept = (span if span.end <= at else Span(span.start, at) for span in spans if span.start < at)
        return tuple(span for span in kept if span.start < span.end)
    if not spans:
        begin = at_minute(change.since_minute)
        return (Span(begin, at),) if begin < at else ()
    last = spans[-1]
    return (*spans[:-1], Span(last.start, max(last.end, at)))


def with_changes(content: Content, changes: Iterable[Change], today: date, words: Words) -> Content:
    """The content with today's changes; the same object where there are none.

    For the house, closing closes everything in it. Opening longer holds for what closes together with the house; an
    office that ends at noon is not opened by it.
    """
    held = [change for change in changes if change.day == today]
    if not held:
        return content
    notices: list[Notice] = []
    new = content
    for change in held:
        new = _one(new, change, today)
        notices.append(_notice(change, words(change)))
    front = [notice for notice, change in zip(notices, held, strict=True) if change.scope == "house"]
    rest = [notice for notice in notices if notice not in front]
    version = f"{content.version}+{abs(hash(tuple(held))):x}"
    return replace(new, version=version, notices=(*front, *content.notices, *rest))


def spans_today(content: Content, scope: str, day: date) -> Spans | None:
    """When a scope is open on `day`; None: the content knows no such scope."""
    hours = hours_of(content, scope)
    return None if hours is None else spans_on(hours, content.town.land, day)


def hours_of(content: Content, scope: str) -> OpeningHours | None:
    """The hours of a scope; None: the content knows no such scope."""
    kind, _, name = scope.partition(":")
    if kind == "house":
        return content.town.hours
    if kind == "office":
        office = content.offices.get(name)
        return office.hours if office else None
    concern = content.concerns.get(name)
    return _hours_of_concern(content, concern) if concern else None


def _one(content: Content, change: Change, today: date) -> Content:
    kind, _, name = change.scope.partition(":")
    land = content.town.land

    def applied(hours: OpeningHours) -> OpeningHours:
        spans = changed(spans_on(hours, land, today), change)
        return replace(hours, exceptions=(*hours.exceptions, HoursException(first=today, open=spans)))

    def follows(hours: OpeningHours, leader: OpeningHours) -> bool:
        return change.kind == "close" or _end(hours, land, today) == _end(leader, land, today)

    if kind == "concern":
        concern = content.concerns.get(name)
        hours = _hours_of_concern(content, concern) if concern else None
        if concern is None or hours is None:
            return content
        return replace(content, concerns={**content.concerns, name: replace(concern, hours=applied(hours))})
    leader = hours_of(content, change.scope)
    if leader is None:
        return content
    offices: Mapping[str, Office] = {
        one.id: replace(one, hours=applied(one.hours))
        if (kind == "house" or one.id == name) and follows(one.hours, leader)
        else one
        for one in content.offices.values()
    }
    concerns: Mapping[str, Concern] = {
        one.id: replace(one, hours=applied(one.hours))
        if one.hours is not None and (kind == "house" or one.office == name) and follows(one.hours, leader)
        else one
        for one in content.concerns.values()
    }
    town = replace(content.town, hours=applied(content.town.hours)) if kind == "house" else content.town
    return replace(content, town=town, offices=offices, concerns=concerns)


def _hours_of_concern(content: Content, concern: Concern) -> OpeningHours | None:
    office = content.offices.get(concern.office)
    return concern.hours or (office.hours if office else None)


def _end(hours: OpeningHours, land: str, day: date) -> time | None:
    spans = spans_on(hours, land, day)
    return spans[-1].end if spans else None


def _notice(change: Change, words: Text) -> Notice:
    return Notice(id=f"today.{change.scope}", text=words, first=change.day, source="", as_of=change.day)
