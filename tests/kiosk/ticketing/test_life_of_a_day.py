"""Days of a kiosk at random: visitors, staff, a failing printer, crashes at any step, nights, wrong clocks."""

import shutil
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hardware.host.clock import FakeClock
from kiosk.ticketing.day import QUIET
from kiosk.ticketing.errors import CannotSettle
from kiosk.ticketing.life import What, retold
from kiosk.ticketing.model import NoNumber, Ticket, TicketEvent
from kiosk.ticketing.model import TicketState as S
from kiosk.ticketing.settling import RULES, How, unsettled
from kiosk.ticketing.steps import Step
from tests.kiosk.ticketing.scripted_printer import Does, PrinterStep
from tests.kiosk.ticketing.world import MORNING, House

VISITS = st.sampled_from([f"visit-{n}" for n in range(12)])
CONCERNS = st.sampled_from(["passport", "car", "urgent"])
STEPS = st.sampled_from([*Step, *PrinterStep])


class PowerCut(BaseException):
    """The process is gone at this step; no handler of ours may catch it."""


class KioskDays(RuleBasedStateMachine):
    """Everything that can happen, in any order; the invariants are what the product promises."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-days-"))
        self.clock = FakeClock(MORNING)
        self.dies_at: StrEnum | None = None
        self.shown: dict[str, Ticket] = {}
        """Numbers a visitor has seen, by id."""
        self.events: tuple[TicketEvent, ...] = ()
        self.epoch: dict[str, int] = {}
        """The real night before each ticket: how many nights had passed when it was drawn."""
        self.nights = 0
        self.boots = 1
        self.last_drawn: tuple[int, datetime] | None = None
        self.house: House = self._start()

    def _start(self) -> House:
        return House(self.folder, self.clock, step=self._step, printer_step=self._step, boot=f"boot-{self.boots}")

    def _step(self, reached: StrEnum) -> None:
        if reached == self.dies_at:
            raise PowerCut(reached)

    def _crash(self) -> None:
        self.dies_at = None
        self.house.ledger.close()
        does = self.house.printer.does
        self.house = self._start()
        self.house.printer.does = does
        self.house.issuer.recover()

    def _see(self, ticket: Ticket) -> None:
        if ticket.id not in self.shown:
            self._count_a_night_that_nobody_can_deny()
            self.epoch[ticket.id] = self.nights
        self.shown[ticket.id] = ticket

    def _count_a_night_that_nobody_can_deny(self) -> None:
        """The one limit that day.py names: started anew, and the clock says a later, believable day."""
        now = self.clock.now()
        if self.last_drawn:
            boot, wall = self.last_drawn
            if boot != self.boots and now.date() > wall.date() and now - wall >= QUIET:
                self.nights += 1
        self.last_drawn = (self.boots, now)

    # --- visitors ----------------------------------------------------------------------------------------------------

    @initialize()
    def begin(self) -> None:
        self.house.issuer.recover()

    @rule(visit=VISITS, concern=CONCERNS, cut=st.none() | STEPS)
    def visitor_wants_a_number(self, visit: str, concern: str, cut: StrEnum | None) -> None:
        self.dies_at = cut
        try:
            ticket = self.house.issuer.draw(visit, concern)
            self._see(ticket)
            self._see(self.house.issuer.print(ticket.id))
        except NoNumber as no:
            assert no.reason in ("used_up", "paused")
        except PowerCut:
            self._crash()
        self.dies_at = None

    @precondition(lambda self: self.shown)
    @rule(data=st.data(), cut=st.none() | STEPS)
    def a_number_is_printed_again(self, data: st.DataObject, cut: StrEnum | None) -> None:
        ticket = data.draw(st.sampled_from(list(self.shown)))
        self.dies_at = cut
        try:
            self._see(self.house.issuer.print(ticket))
        except PowerCut:
            self._crash()
        self.dies_at = None

    @precondition(lambda self: self.shown)
    @rule(data=st.data(), how=st.sampled_from(How), cut=st.none() | STEPS)
    def somebody_settles(self, data: st.DataObject, how: How, cut: StrEnum | None) -> None:
        ticket = data.draw(st.sampled_from(list(self.shown)))
        self.dies_at = cut
        try:
            self._see(self.house.issuer.settle(ticket, how, "visitor" if RULES[how].visitor else "staff"))
        except CannotSettle:
            pass
        except PowerCut:
            self._crash()
        self.dies_at = None

    # --- the device, the power, the clock ----------------------------------------------------------------------------

    @rule(does=st.sampled_from(Does))
    def the_printer_changes(self, does: Does) -> None:
        self.house.printer.does = does

    @rule()
    def new_paper(self) -> None:
        self.house.printer.refill()
        for ticket in self.house.issuer.note_late_results():
            self._see(ticket)

    @rule()
    def printer_off_and_on(self) -> None:
        self.house.printer.power_cycle()

    @rule(reboot=st.booleans())
    def power_cut(self, reboot: bool) -> None:
        self.boots += reboot
        self._crash()

    @rule(minutes=st.integers(1, 90))
    def time_passes(self, minutes: int) -> None:
        self.clock.advance(minutes * 60)

    @rule(reboot=st.booleans())
    def night(self, reboot: bool) -> None:
        self.clock.advance(14 * 3600)
        self.nights += 1
        if reboot:
            self.boots += 1
            self._crash()

    @rule(days=st.integers(-30, 30), seconds=st.integers(-7200, 7200))
    def clock_is_set(self, days: int, seconds: int) -> None:
        self.clock.set(self.clock.now() + timedelta(days=days, seconds=seconds))

    @rule()
    def clock_is_set_right(self) -> None:
        self.clock.set(MORNING + timedelta(seconds=self.clock.monotonic()))

    # --- staff -------------------------------------------------------------------------------------------------------

    @rule(concern=st.none() | CONCERNS, cut=st.sampled_from([None, Step.CALL_WRITTEN, Step.CALL_ON_DISK]))
    def desk_calls(self, concern: str | None, cut: StrEnum | None) -> None:
        self.dies_at = cut
        try:
            called = self.house.queues.call_next(concern, "1.07")
            if called:
                assert called.state is not S.VOID
                assert self.house.queues.finish(called.id).called_room == "1.07"
        except PowerCut:
            self._crash()
        self.dies_at = None

    @rule(concern=st.none() | CONCERNS, on=st.booleans())
    def pause(self, concern: str | None, on: bool) -> None:
        (self.house.queues.pause if on else self.house.queues.resume)(concern)

    # --- what the product promises -----------------------------------------------------------------------------------

    def _tickets(self) -> tuple[Ticket, ...]:
        with self.house.ledger.read() as page:
            return page.tickets(set(S))

    @invariant()
    def at_most_one_paper_for_a_number(self) -> None:
        papers = Counter(self.house.printer.papers)
        assert all(count == 1 for count in papers.values())
        states = {ticket.id: ticket.state for ticket in self._tickets()}
        assert all(states[job] not in (S.DRAWN, S.NOT_PRINTED) for job in papers)

    @invariant()
    def a_number_is_given_once_a_day(self) -> None:
        by_date = Counter((ticket.day, ticket.label) for ticket in self._tickets())
        assert all(count == 1 for count in by_date.values()), "twice under one date"
        by_night = Counter((self.epoch[ticket], self.shown[ticket].label) for ticket in self.shown)
        assert all(count == 1 for count in by_night.values()), "twice between two nights, whatever the clock said"

    @invariant()
    def a_visit_has_one_valid_number_for_a_concern(self) -> None:
        valid = Counter((one.visit_id, one.concern) for one in self._tickets() if one.state is not S.VOID)
        assert all(count == 1 for count in valid.values())

    @invariant()
    def no_number_that_was_shown_is_lost(self) -> None:
        known = {ticket.id: ticket for ticket in self._tickets()}
        for ticket in self.shown.values():
            assert known[ticket.id].label == ticket.label
        with self.house.ledger.read() as page:
            day = page.day_at(self.clock.now())
            today = page.tickets(set(S), day) if day else ()
        waiting = sum(state.waiting for state in self.house.queues.queue_states().values())
        expected = [one for one in today if one.state is not S.VOID and one.called_at is None]
        assert waiting == len(expected), "every valid number of the day is in its queue"
        listed = {one.ticket.id for one in unsettled(self.house.ledger, self.clock)}
        unsure = {one.id for one in expected if one.state in (S.UNCONFIRMED, S.NOT_PRINTED)}
        assert unsure <= listed, "staff see every number without sure paper"

    @invariant()
    def events_are_only_added_and_tell_the_states(self) -> None:
        with self.house.ledger.read() as page:
            events = page.events()
            for ticket in page.tickets(set(S)):
                told = retold((What(event.what), None) for event in events if event.ticket == ticket.id)
                assert told is ticket.state
        assert events[: len(self.events)] == self.events
        self.events = events

    @invariant()
    def waits_are_sane(self) -> None:
        for state in self.house.queues.queue_states().values():
            assert state.wait_minutes is None or state.wait_minutes >= 0
            assert state.left_today is None or state.left_today >= 0

    def teardown(self) -> None:
        self.house.ledger.close()
        shutil.rmtree(self.folder)


class ManyKioskDays(KioskDays):
    """The same with other days at every run, about a minute and a half."""


TestDays = KioskDays.TestCase
TestDays.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestManyDays = pytest.mark.long(ManyKioskDays.TestCase)
TestManyDays.settings = settings(
    max_examples=1500, stateful_step_count=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
