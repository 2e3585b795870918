"""How a concern stands at a moment: open, who waits, how long, numbers left. Reads one page of the ledger."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from content.model.town import Concern
from kiosk.ticketing.day import WorkingDay
from kiosk.ticketing.estimate import busy_gaps, is_stalled, usual_gap, wait
from kiosk.ticketing.model import QueueState
from kiosk.ticketing.page import EVERY_CONCERN, Call, Page, Waiting

Concerns = Mapping[str, Concern]


class Opening(Protocol):
    """When numbers of a concern are given out: its own hours, else its office's, less holidays and exceptions."""

    def is_open(self, concern: Concern, at: datetime) -> bool:
        """Whether numbers are given at `at`."""
        ...

    def next_opening(self, concern: Concern, at: datetime) -> datetime | None:
        """When it opens again after `at`; None: not known, or open."""
        ...


class Standings:
    """All queues at one moment, from one page."""

    def __init__(self, page: Page, concerns: Concerns, opening: Opening, now: datetime) -> None:
        self._page, self._concerns, self._opening, self._now = page, concerns, opening, now
        self.day: WorkingDay | None = page.day_at(now)
        self._waiting = page.waiting(self.day) if self.day else ()
        self._calls: dict[str, list[Call]] = {}
        for call in page.calls(self.day) if self.day else ():
            self._calls.setdefault(call.concern, []).append(call)
        self._pauses = page.pauses()

    def of(self, concern: Concern) -> QueueState:
        """The queue as somebody finds it who draws now."""
        reason = self.refusal(concern)
        pause = self._pauses.get(concern.id) or self._pauses.get(EVERY_CONCERN)
        is_open = reason == ""
        return QueueState(
            concern=concern.id,
            open=is_open,
            reason=reason,
            opens_at=self._opening.next_opening(concern, self._now) if reason == "closed" else None,
            waiting=sum(one.concern == concern.id for one in self._waiting),
            wait_minutes=self.minutes(concern) if is_open else None,
            left_today=self.left(concern),
            last_called=tuple((call.label, call.room) for call in reversed(self._calls.get(concern.id, [])[-3:])),
            before=len(self.before(concern)),
            pause_text=pause.text if pause else "",
        )

    def refusal(self, concern: Concern) -> str:
        """Why no number can be drawn: "closed", "paused", "used_up"; "" where one can."""
        if not self._opening.is_open(concern, self._now):
            return "closed"
        if concern.id in self._pauses or EVERY_CONCERN in self._pauses:
            return "paused"
        return "used_up" if self.left(concern) == 0 else ""

    def left(self, concern: Concern) -> int | None:
        """Numbers left today; None: no limit of the concern's own."""
        if self._page.next_number(concern, self.day, self._now) is None:
            return 0
        if concern.daily_contingent is None:
            return None
        if self.day is None:
            return concern.daily_contingent
        given = self._page.given(concern.id, concern.prefix, concern.first_number, self.day, self._now.date())
        return max(0, concern.daily_contingent - given)

    def before(self, concern: Concern, place: int | None = None) -> tuple[Waiting, ...]:
        """Who is called before somebody of `concern` at `place` (None: at the end of the queue).

        In the own queue those in front; of concerns that the same desks call, those that are more urgent. Equals of
        other concerns are left out: the gap between calls of the own concern already holds their share.
        """
        return tuple(
            one
            for one in self._waiting
            if (one.concern == concern.id and one.priority <= concern.priority and (place is None or one.place < place))
            or (
                one.concern != concern.id and one.priority < concern.priority and self._same_desks(one.concern, concern)
            )
        )

    def minutes(self, concern: Concern, place: int | None = None) -> int | None:
        """Minutes to wait from now; None: nobody can tell."""
        usual, running = self._gap(concern)
        if is_stalled(usual, running):
            return None
        people: dict[str, int] = {}
        for one in self.before(concern, place):
            people[one.concern] = people.get(one.concern, 0) + 1
        gaps = {name: usual if name == concern.id else self._gap(self._concerns[name])[0] for name in people}
        calls = self._calls.get(concern.id)
        left = usual - _minutes(calls[-1].called_at, self._now) if calls else 0.0
        return wait(((count, gaps[name]) for name, count in people.items()), min(left, usual))

    def _gap(self, concern: Concern) -> tuple[float, float]:
        """(usual gap, how long the first in the queue waits for the next call by now), minutes."""
        calls = self._calls.get(concern.id, [])
        running = 0.0
        first = next((one for one in self._waiting if one.concern == concern.id), None)
        if first:
            since = max(first.drawn_at, calls[-1].called_at) if calls else first.drawn_at
            running = max(0.0, _minutes(since, self._now))
        gaps = busy_gaps([(call.drawn_at, call.called_at) for call in calls])
        return usual_gap(max(0.1, concern.minutes_each), gaps, running), running

    def _same_desks(self, other: str, concern: Concern) -> bool:
        known = self._concerns.get(other)
        return known is not None and not set(known.rooms).isdisjoint(concern.rooms)


def called_at(room: str, concerns: Iterable[Concern]) -> frozenset[str]:
    """Ids of the concerns that the desks of `room` call."""
    return frozenset(concern.id for concern in concerns if room in concern.rooms)


def _minutes(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / 60
