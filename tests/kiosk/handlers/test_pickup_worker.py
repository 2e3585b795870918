"""The worker at the lockers: answers of custody become events, doors are watched, no fault leaves anybody alone."""

import queue
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TypeVar

import pytest

from hardware.host.clock import FakeClock
from kiosk.flows import pickup_effects as fx
from kiosk.flows import pickup_events as p
from kiosk.handlers.pickup_worker import PickupWorker
from kiosk.pickup.settings import PickupSettings
from kiosk.pickup.verdicts import (
    CodeAccepted,
    CodeMistyped,
    CodeRejected,
    CodeVerdict,
    FactorRejected,
    FactorVerdict,
    Locked,
    NotOpened,
    NotToBeHad,
    OpenUnseen,
    Refused,
)
from kiosk.pickup.words import Document, Way
from tests.kiosk.handlers.scripted_custody import HOLDER, LETTER, PASSPORT, TEN, ScriptedCustody

V, PICKUP = "visit-1", "B-1001"
PATIENCE_SECONDS = 20.0
Kind = TypeVar("Kind", bound=p.PickupEvent)


class Lockers:
    """A worker that works, and what it told."""

    def __init__(self) -> None:
        self.clock, self.custody = FakeClock(TEN), ScriptedCustody()
        self.told: queue.Queue[p.PickupEvent] = queue.Queue()
        self.receipts: list[tuple[fx.PrintReceipt, Document]] = []
        self.said: queue.Queue[str] = queue.Queue()
        self.looks: list[bool] = []
        self.worker = PickupWorker(
            custody=self.custody,
            settings=PickupSettings(),
            clock=self.clock,
            post=self.told.put,
            print_receipt=lambda wish, document: self.receipts.append((wish, document)),
            tell_staff=self.said.put,
            look=self.looks.append,
        )
        self.worker.start()

    def event(self, kind: type[Kind]) -> Kind:
        """The next event; it must be of this kind and of this visit."""
        got = self.told.get(timeout=PATIENCE_SECONDS)
        assert isinstance(got, kind), got
        assert got.visit == V
        return got

    def after(self, effect: fx.PickupEffect, kind: type[Kind]) -> Kind:
        self.worker.do(effect)
        return self.event(kind)

    def rounds(self, n: int = 2) -> None:
        """The worker has looked around `n` more times."""
        for _ in range(n):
            done: queue.Queue[None] = queue.Queue()
            self.worker.run(lambda done=done: done.put(None))  # type: ignore[misc]
            done.get(timeout=PATIENCE_SECONDS)

    def quiet(self) -> bool:
        self.rounds()
        return self.told.empty()


@pytest.fixture
def lockers() -> Iterator[Lockers]:
    made = Lockers()
    yield made
    made.worker.stop()
    assert made.custody.threads == {"lockers"}


def opened(lockers: Lockers) -> None:
    lockers.after(fx.CheckFactor(V, "holder", 0, "01021990"), p.DocumentsFound)
    lockers.after(fx.OpenCompartment(V, PICKUP), p.DoorOpened)


@pytest.mark.parametrize(
    ("verdict", "event"),
    [
        (CodeAccepted(pickup=PICKUP, ways=(HOLDER,)), p.CodeFits(V, (HOLDER,))),
        (
            CodeAccepted(pickup=PICKUP, ways=(HOLDER, Way(factor="card_code"))),
            p.CodeFits(V, (HOLDER, Way(factor="card_code"))),
        ),
        (
            CodeAccepted(pickup=PICKUP, ways=(HOLDER, Way(who="parent", factor="birth_date"))),
            p.WhoAsked(V, (HOLDER, Way(who="parent", factor="birth_date"))),
        ),
        (CodeRejected(left=3), p.CodeWrong(V, 3)),
        (CodeMistyped(), p.CodeTypo(V)),
        (Locked(until=None), p.PickupLocked(V, 0)),
        (Locked(until=TEN + timedelta(minutes=14, seconds=1)), p.PickupLocked(V, 15)),
        (Locked(until=TEN - timedelta(minutes=1)), p.PickupLocked(V, 1)),
        (NotToBeHad(why="expired"), p.PickupRefused(V, "expired")),
    ],
)
def test_what_a_code_is(lockers: Lockers, verdict: CodeVerdict, event: p.PickupEvent) -> None:
    lockers.custody.code = verdict
    assert lockers.after(fx.CheckCode(V, "123456789"), type(event)) == event
    assert lockers.custody.asked("check_code") == [(V, "123456789")]


@pytest.mark.parametrize(
    ("verdict", "event"),
    [
        (FactorRejected(left=1), p.FactorWrong(V, 1)),
        (Locked(until=TEN + timedelta(minutes=15)), p.PickupLocked(V, 15)),
        (NotToBeHad(why="unclear"), p.PickupRefused(V, "unclear")),
    ],
)
def test_what_a_factor_is(lockers: Lockers, verdict: FactorVerdict, event: p.PickupEvent) -> None:
    lockers.custody.factor = verdict
    assert lockers.after(fx.CheckFactor(V, "holder", 0, "01021990"), type(event)) == event


def test_a_document_is_taken(lockers: Lockers) -> None:
    assert lockers.after(fx.CheckFactor(V, "holder", 0, "01021990"), p.DocumentsFound).documents == (PASSPORT,)
    lockers.worker.do(fx.MakeStatement(V, PICKUP, ("pin_letter",)))
    lockers.worker.do(fx.NoteHandIn(V, PICKUP))
    lockers.after(fx.OpenCompartment(V, PICKUP), p.DoorOpened)
    assert lockers.quiet()
    lockers.custody.door = "closed"
    lockers.event(p.DoorShut)
    lockers.custody.left = (LETTER,)
    assert lockers.after(fx.ConfirmTaken(V, PICKUP), p.PickupDone).left == (LETTER,)
    assert lockers.custody.asked("state_") == [(V, PICKUP, ("pin_letter",))]
    assert lockers.custody.asked("hand_in") == [(V, PICKUP)]
    assert lockers.custody.asked("confirm_taken") == [(V, PICKUP, False)]
    looked = len(lockers.custody.asked("door_now"))
    lockers.rounds(3)
    assert len(lockers.custody.asked("door_now")) == looked


def test_closed_very_soon_the_visitor_is_asked_and_may_open_again(lockers: Lockers) -> None:
    opened(lockers)
    lockers.custody.closing, lockers.custody.door = "ask", "closed"
    lockers.event(p.TakenAsked)
    lockers.worker.do(fx.ReportProblem(V, PICKUP, "still_inside"))
    lockers.worker.do(fx.OpenCompartment(V, PICKUP, again=True))
    lockers.event(p.StaffComing)
    lockers.event(p.DoorOpened)
    lockers.custody.closing, lockers.custody.door = "ask", "closed"
    lockers.event(p.TakenAsked)
    lockers.after(fx.ConfirmTaken(V, PICKUP), p.PickupDone)
    assert lockers.custody.asked("open_to_collect")[-1] == (V, PICKUP, True)
    assert lockers.custody.asked("confirm_taken") == [(V, PICKUP, True)]


def test_a_door_that_opens_late(lockers: Lockers) -> None:
    lockers.custody.opening = NotOpened(compartment="17", code="door_not_opened", again=True)
    lockers.custody.door = "closed"
    assert lockers.after(fx.OpenCompartment(V, PICKUP), p.DoorStuck).again
    assert lockers.quiet()
    lockers.custody.door = "open"
    lockers.event(p.DoorOpened)
    lockers.custody.door = "closed"
    lockers.event(p.DoorShut)


def test_a_refused_opening_is_not_watched(lockers: Lockers) -> None:
    lockers.custody.opening = Refused(why="disk_full")
    assert lockers.after(fx.OpenCompartment(V, PICKUP), p.PickupRefused).why == "disk_full"
    lockers.rounds()
    assert lockers.custody.asked("door_now") == []


def test_without_a_sensor_the_visitor_tells_and_is_always_asked(lockers: Lockers) -> None:
    lockers.custody.opening, lockers.custody.door = OpenUnseen(compartment="17"), "unknown"
    lockers.after(fx.OpenCompartment(V, PICKUP), p.DoorUnseen)
    lockers.worker.do(fx.TellDoor(V, PICKUP, "open"))
    assert lockers.quiet()
    lockers.after(fx.TellDoor(V, PICKUP, "closed"), p.TakenAsked)
    lockers.after(fx.ConfirmTaken(V, PICKUP), p.PickupDone)
    assert lockers.custody.asked("confirm_taken") == [(V, PICKUP, True)]


def test_a_sensor_that_says_open_is_believed_more_than_the_visitor(lockers: Lockers) -> None:
    lockers.custody.opening, lockers.custody.door = OpenUnseen(compartment="17"), "unknown"
    lockers.after(fx.OpenCompartment(V, PICKUP), p.DoorUnseen)
    lockers.worker.do(fx.TellDoor(V, PICKUP, "open"))
    lockers.rounds()
    lockers.custody.door = "open"
    lockers.after(fx.TellDoor(V, PICKUP, "closed"), p.DoorOpened)
    assert lockers.custody.asked("closed_after_collect") == []


def test_a_door_left_open_is_told_twice(lockers: Lockers) -> None:
    opened(lockers)
    lockers.clock.advance(61)
    assert not lockers.event(p.DoorLeftOpen).staff
    lockers.clock.advance(120)
    assert lockers.event(p.DoorLeftOpen).staff
    lockers.clock.advance(600)
    assert lockers.quiet()


def test_after_a_problem_closing_the_door_confirms_nothing(lockers: Lockers) -> None:
    opened(lockers)
    lockers.after(fx.ReportProblem(V, PICKUP, "wrong_document"), p.StaffComing)
    lockers.custody.door = "closed"
    lockers.event(p.DoorShut)
    assert lockers.custody.asked("closed_after_collect") == []
    assert lockers.custody.asked("report") == [(V, PICKUP, "wrong_document")]


def test_who_has_gone_is_told_nothing_more(lockers: Lockers) -> None:
    opened(lockers)
    lockers.worker.leave(V)
    lockers.rounds()
    lockers.custody.door = "closed"
    assert lockers.quiet()
    assert lockers.custody.asked("leave") == [(V,)]


@pytest.mark.parametrize(
    ("breaks", "effect"),
    [
        ("check_code", fx.CheckCode(V, "1")),
        ("check_factor", fx.CheckFactor(V, "holder", 0, "1")),
        ("open_to_collect", fx.OpenCompartment(V, PICKUP)),
        ("confirm_taken", fx.ConfirmTaken(V, PICKUP)),
        ("told_door", fx.TellDoor(V, PICKUP, "closed")),
    ],
)
def test_a_fault_sends_the_visitor_to_the_desk_and_the_worker_goes_on(
    lockers: Lockers, breaks: str, effect: fx.PickupEffect
) -> None:
    lockers.custody.breaks = {breaks}
    assert lockers.after(effect, p.PickupRefused).why == "fault"
    lockers.custody.breaks = set()
    lockers.after(fx.CheckCode(V, "123456789"), p.CodeFits)


def test_a_closed_door_that_cannot_be_written_down_is_asked_about(lockers: Lockers) -> None:
    opened(lockers)
    lockers.custody.breaks, lockers.custody.door = {"closed_after_collect"}, "closed"
    lockers.event(p.TakenAsked)


def test_a_fault_while_looking_around_is_logged_once(lockers: Lockers, caplog: pytest.LogCaptureFixture) -> None:
    opened(lockers)
    lockers.custody.breaks = {"door_now"}
    lockers.rounds(5)
    assert [one.message for one in caplog.records].count("doors could not be looked at") == 1
    lockers.custody.breaks, lockers.custody.door = set(), "closed"
    lockers.event(p.DoorShut)


def test_a_receipt_is_of_a_document_of_this_visit(lockers: Lockers) -> None:
    lockers.after(fx.PrintReceipt(V, PICKUP, "de"), p.ReceiptNotPrinted)
    opened(lockers)
    lockers.worker.do(fx.PrintReceipt(V, PICKUP, "de"))
    lockers.rounds()
    assert lockers.receipts == [(fx.PrintReceipt(V, PICKUP, "de"), PASSPORT)]


def test_it_starts_by_comparing_and_ticks_once_a_second(lockers: Lockers) -> None:
    lockers.rounds()
    assert lockers.custody.calls[0] == ("start",)
    assert len(lockers.custody.asked("tick")) == 1
    lockers.clock.advance(1)
    lockers.rounds()
    assert len(lockers.custody.asked("tick")) == 2


def test_staff_hear_of_alarms_when_they_change(lockers: Lockers) -> None:
    lockers.custody.alarm("door_left_open")
    assert lockers.said.get(timeout=PATIENCE_SECONDS) == "compartments: door_left_open 17"
    lockers.rounds()
    assert lockers.said.empty()


def test_the_scanner_looks_when_it_is_told(lockers: Lockers) -> None:
    lockers.worker.look(True)
    lockers.worker.look(False)
    assert lockers.looks == [True, False]


def test_work_of_others_is_done_in_the_same_thread(lockers: Lockers) -> None:
    def broken() -> None:
        raise RuntimeError("a bug")

    done: queue.Queue[str] = queue.Queue()
    work: Callable[[], None] = lambda: done.put("here")  # noqa: E731
    lockers.worker.run(broken)
    lockers.worker.run(work)
    assert done.get(timeout=PATIENCE_SECONDS) == "here"


def test_others_look_at_doors_in_the_same_thread(lockers: Lockers) -> None:
    looked: queue.Queue[str] = queue.Queue()
    lockers.worker.watchers.append(lambda: looked.put(threading.current_thread().name))
    assert looked.get(timeout=PATIENCE_SECONDS) == "lockers"
