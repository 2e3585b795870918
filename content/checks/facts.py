"""Facts must have a date that can be true, and must not be overdue. Not responsible for whether they are right."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from content.checks.texts import texts_in
from content.model.content import Content, Problem
from content.model.files import CONCERNS, NOTICES, OFFICES, SERVICES, TOWN
from content.model.services import Fee, Service
from content.model.town import Notice

STALE = timedelta(days=548)
"""Eighteen months: fees change about once a year."""
WRITTEN = date(2026, 1, 1)
"""A clock before this day is wrong (a flat battery says 1970); nothing lies in the future then."""
LEIKA = re.compile(r"[0-9]{14}")

Fault = tuple[str, str, bool]
"""Field, message, serious."""


def check(content: Content) -> Iterator[Problem]:
    """Overdue and impossible dates and prices, as of today."""
    return facts_on(content, date.today())  # noqa: DTZ011 - a day, not a moment


def facts_on(content: Content, today: date) -> Iterator[Problem]:
    """The same for a given day."""
    entries: list[tuple[str, str, Struct]] = [(TOWN, "", content.town)]
    entries += [(OFFICES, one.id, one) for one in content.offices.values()]
    entries += [(CONCERNS, one.id, one) for one in content.concerns.values()]
    entries += [(NOTICES, one.id, one) for one in content.notices]
    entries += [(SERVICES, one.id, one) for one in content.services.values()]
    for file, name, entry in entries:
        faults = list(_dates(entry, today))
        if isinstance(entry, Service):
            faults += _service(entry, today)
        elif isinstance(entry, Notice):
            faults += _notice(entry, today)
        for field, message, serious in faults:
            yield Problem(file, name, field, message, serious)


def _dates(entry: Struct, today: date) -> Iterator[Fault]:
    """When the entry, and each text with a date of its own, was checked."""
    found = [(f"{field}.as_of", text.as_of) for field, text in texts_in(entry)]
    found.append(("as_of", getattr(entry, "as_of", None)))
    for field, as_of in found:
        if as_of is None or today < WRITTEN:
            continue
        if as_of > today + timedelta(days=1):
            yield field, f"{as_of} lies in the future; write the day the facts were checked", True
        elif today - as_of > STALE and not isinstance(entry, Notice):
            yield field, f"last checked on {as_of}, more than 18 months ago; check the facts", False


def _notice(notice: Notice, today: date) -> Iterator[Fault]:
    if notice.last and notice.last < notice.first:
        yield "last", "the last day lies before the first; change them over", True
    elif (notice.last or notice.first) < today:
        yield "last" if notice.last else "first", "the notice is over; remove it", False


def _service(service: Service, today: date) -> Iterator[Fault]:
    if service.valid_until and service.valid_until < service.as_of:
        yield "valid_until", "lies before `as_of`; write the later day here", True
    elif service.valid_until and service.valid_until < today:
        yield "valid_until", f"the facts were valid until {service.valid_until}; check them", False
    if service.free and service.fees:
        yield "free", "cannot be true while there are fees; remove one of both", True
    for index, fee in enumerate(service.fees):
        for field, message in _fee(fee):
            yield f"fees[{index}].{field}", message, True
    if service.leika and not LEIKA.fullmatch(service.leika):
        yield "leika", f"`{service.leika}` is no LeiKa key; it has 14 digits", True
    if service.at_desk_minutes is not None and not 0 < service.at_desk_minutes < 1440:
        yield "at_desk_minutes", "write minutes, more than 0 and less than a day", True


def _fee(fee: Fee) -> Iterator[tuple[str, str]]:
    for field, price in (("amount", fee.amount), ("up_to", fee.up_to)):
        if price is not None and not (price.is_finite() and 0 <= price < 1_000_000):
            yield field, "the price must be between 0 and a million euro"
            return
        if price is not None and price != round(price, 2):
            yield field, f"{price} has parts of a cent; write two digits after the point"
    if fee.up_to is not None and fee.up_to <= fee.amount:
        yield "up_to", "the upper end of the price is not above the lower; change them over"
