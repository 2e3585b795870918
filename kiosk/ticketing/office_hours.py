"""When numbers are given out, by the content: the concern's own hours, else its office's, on the town's calendar."""

from collections.abc import Callable
from datetime import datetime

from content.model.content import Content
from content.model.hours import OpeningHours
from content.model.town import Concern

IsOpen = Callable[[OpeningHours, str, datetime], bool]
"""(hours, Land, moment) -> open."""
NextOpening = Callable[[OpeningHours, str, datetime], datetime | None]
"""(hours, Land, moment) -> when it opens next."""


class OfficeHours:
    """`standing.Opening` over the content in use."""

    def __init__(self, *, content: Callable[[], Content], is_open: IsOpen, next_opening: NextOpening) -> None:
        """:param content: the one in use; asked anew each time."""
        self._content, self._is_open, self._next_opening = content, is_open, next_opening

    def is_open(self, concern: Concern, at: datetime) -> bool:
        """Whether numbers of `concern` are given at `at`; never where its office is gone from the content."""
        hours, land = self._hours(concern)
        return hours is not None and self._is_open(hours, land, at)

    def next_opening(self, concern: Concern, at: datetime) -> datetime | None:
        """When numbers are given again."""
        hours, land = self._hours(concern)
        return self._next_opening(hours, land, at) if hours else None

    def _hours(self, concern: Concern) -> tuple[OpeningHours | None, str]:
        content = self._content()
        office = content.offices.get(concern.office)
        return concern.hours or (office.hours if office else None), content.town.land
