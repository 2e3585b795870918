"""Opening hours as staff write them: a week, exceptions by date, holidays of the Land. Not for what is now."""

from datetime import date, time

from msgspec import Struct
from msgspec.structs import force_setattr

from content.model.reasons import in_all_languages
from content.model.text import Text

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Span(Struct, frozen=True, order=True):
    """Open from `start` to `end` of one day, local time; `start` < `end`. Written `"08:00-12:30"`."""

    start: time
    end: time


class HoursException(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Other hours on one day or a run of days; no `open` means closed."""

    first: date
    last: date | None = None
    open: tuple[Span, ...] = ()
    reason: Text | None = None
    """The usual ones ("Heiligabend", "Betriebsausflug") need no translation: `reasons` knows them."""

    def __post_init__(self) -> None:
        if self.reason is not None:
            force_setattr(self, "reason", in_all_languages(self.reason))


class OpeningHours(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A week of opening spans. Closed on public holidays of the town's Land unless `open_on_holidays`."""

    mon: tuple[Span, ...] = ()
    tue: tuple[Span, ...] = ()
    wed: tuple[Span, ...] = ()
    thu: tuple[Span, ...] = ()
    fri: tuple[Span, ...] = ()
    sat: tuple[Span, ...] = ()
    sun: tuple[Span, ...] = ()
    exceptions: tuple[HoursException, ...] = ()
    open_on_holidays: bool = False
