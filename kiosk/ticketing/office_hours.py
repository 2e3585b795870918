"""When numbers are given out, by the content: the concern's own hours, else its office's, on the town's calendar."""

from collections.abc import Callable
from datetime import datetime

from content.model import opening
from content.model.content import Content
from content.model.hours import OpeningHours
from content.model.town import Concern


class OfficeHours:
    """`standing.Opening` over the content in use."""

    def __init__(self, content: Callable[[], Content]) -> None:
        """:param content: the one in use; asked anew each time, as content is swapped while running."""
        self._content = content

    def is_open(self, concern: Concern, at: datetime) -> bool:
        """Whether numbers of `concern` are given at `at`; never where its office is gone from the content."""
        hours, land = self._hours(concern)
        return hours is not None and opening.is_open(hours, land, at)

    def next_opening(self, concern: Concern, at: datetime) -> datetime | None:
        """When numbers are given again; None: the content does not say."""
        hours, land = self._hours(concern)
        return opening.next_opening(hours, land, at) if hours else None

    def _hours(self, concern: Concern) -> tuple[OpeningHours | None, str]:
        content = self._content()
        office = content.offices.get(concern.office)
        return concern.hours or (office.hours if office else None), content.town.land
