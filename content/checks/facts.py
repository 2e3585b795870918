"""Facts must have a date that can be true, and must not be overdue."""

from collections.abc import Iterator
from datetime import date, timedelta

from content.checks import places
from content.model.content import Content, Problem
from content.model.services import Service

STALE = timedelta(days=548)
"""Eighteen months: fees change about once a year."""


def check(content: Content) -> Iterator[Problem]:
    """Overdue and impossible dates and prices, as of today."""
    return facts_on(content, date.today())  # noqa: DTZ011 - a day, not a moment


def facts_on(content: Content, today: date) -> Iterator[Problem]:
    """The same for a given day."""
    for service in content.services.values():
        for field, message, serious in _service(service, today):
            yield Problem(places.file_of_service(content, service.id), service.id, field, message, serious)
    for notice in content.notices:
        if notice.last and notice.last < notice.first:
            yield Problem(places.NOTICES, notice.id, "last", "the last day lies before the first")
        if (notice.last or notice.first) < today:
            yield Problem(places.NOTICES, notice.id, "last", "the notice is over; remove it", serious=False)


def _service(service: Service, today: date) -> Iterator[tuple[str, str, bool]]:
    if service.as_of > today + timedelta(days=1):
        yield "as_of", f"{service.as_of} lies in the future; write the day the facts were checked", True
    elif today - service.as_of > STALE:
        yield "as_of", f"last checked on {service.as_of}, more than 18 months ago", False
    if service.valid_until and service.valid_until < service.as_of:
        yield "valid_until", "lies before `as_of`", True
    elif service.valid_until and service.valid_until < today:
        yield "valid_until", f"the facts were valid until {service.valid_until}; check them", False
    if service.free and service.fees:
        yield "free", "cannot be true while there are fees", True
    for index, fee in enumerate(service.fees):
        if fee.amount < 0 or (fee.up_to is not None and fee.up_to <= fee.amount):
            yield f"fees[{index}]", "the price is negative, or the upper end is not above the lower", True
    if service.leika and not (len(service.leika) == 14 and service.leika.isdigit()):
        yield "leika", f"`{service.leika}` is no LeiKa key; it has 14 digits", True
    if service.online and not service.online.startswith("https://"):
        yield "online", "the address must begin with https://", True
