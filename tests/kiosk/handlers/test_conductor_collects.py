"""Collecting on the conductor: who gets effects, whose events count, and how long a visitor is waited for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.flows import events as e
from kiosk.flows import pickup_effects as fx
from kiosk.flows import pickup_events as p
from kiosk.flows.session import S
from kiosk.flows.staff_events import StaffWanted
from kiosk.pickup.model import TerminalView
from tests.kiosk.handlers.scripted_custody import HOLDER, LETTER, PASSPORT
from tests.kiosk.world import Kiosk, running

CODE = "123456789"


class Written:
    """`Compartments` that only write down."""

    def __init__(self) -> None:
        self.view = TerminalView(fitted=True)
        self.effects: list[fx.PickupEffect] = []
        self.left: list[str] = []
        self.looks: list[bool] = []

    def do(self, effect: fx.PickupEffect) -> None:
        self.effects.append(effect)

    def leave(self, visit: str) -> None:
        self.left.append(visit)

    def look(self, wanted: bool) -> None:
        self.looks.append(wanted)


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def kiosk(tmp_path: Path, written: Written) -> Iterator[Kiosk]:
    with running(tmp_path, compartments=written) as one:
        yield one


def told(kiosk: Kiosk, *events: e.Event) -> None:
    for event in events:
        kiosk.conductor.post(event)
    kiosk.conductor.tick()


def at_open_door(kiosk: Kiosk) -> str:
    visit = kiosk.conductor.session.visit
    kiosk.touch(p.PickupOpened(), *(p.PickupDigit(digit) for digit in CODE), p.CodeOffered())
    told(kiosk, p.CodeFits(visit, (HOLDER,)))
    kiosk.touch(*(p.PickupDigit(digit) for digit in "01021990"), p.FactorOffered())
    told(kiosk, p.DocumentsFound(visit, (PASSPORT, LETTER)))
    kiosk.touch(p.OpeningWanted())
    told(kiosk, p.DoorOpened(visit))
    assert kiosk.state is S.PICKUP_OPEN
    return visit


def test_effects_go_to_the_compartments_and_the_visit_is_left_at_its_end(kiosk: Kiosk, written: Written) -> None:
    visit = at_open_door(kiosk)
    told(kiosk, p.DoorShut(visit), p.PickupDone(visit, (LETTER,)))
    assert kiosk.state is S.PICKUP_DONE
    assert written.effects == [
        fx.CheckCode(visit, CODE),
        fx.CheckFactor(visit, "holder", 0, "01021990"),
        fx.OpenCompartment(visit, PASSPORT.pickup),
        fx.ConfirmTaken(visit, PASSPORT.pickup),
    ]
    assert written.left == []
    kiosk.touch(e.Finished())
    assert written.left == [visit]
    kiosk.wait(3)
    assert written.left == [visit]
    assert kiosk.conductor.session.visit != visit


def test_events_of_another_visit_are_dropped(kiosk: Kiosk) -> None:
    kiosk.touch(p.PickupOpened(), p.CodeOffered())
    told(kiosk, p.CodeFits("of-before", (HOLDER,)), p.PickupRefused("of-before", "fault"))
    assert kiosk.state is S.PICKUP_CHECKING


def test_while_a_door_may_be_open_nobody_is_asked_about_time(kiosk: Kiosk) -> None:
    visit = at_open_door(kiosk)
    kiosk.wait(600)
    assert (kiosk.state, kiosk.question) == (S.PICKUP_OPEN, None)
    kiosk.touch(e.LanguagesOpened())
    kiosk.wait(600)
    assert (kiosk.state, kiosk.question) == (S.LANGUAGES, None)
    told(kiosk, p.TakenAsked(visit))
    kiosk.wait(61)
    assert kiosk.question is not None


def test_a_question_that_nobody_answers_leads_on_and_time_begins_anew(kiosk: Kiosk, written: Written) -> None:
    visit = at_open_door(kiosk)
    told(kiosk, p.TakenAsked(visit))
    kiosk.wait(61)
    kiosk.wait(31)
    assert (kiosk.state, kiosk.question) == (S.PICKUP_PROBLEM, None)
    assert written.effects[-1] == fx.ReportProblem(visit, PASSPORT.pickup, "not_told")
    kiosk.wait(61)
    assert kiosk.question is not None
    kiosk.wait(31)
    assert kiosk.state is S.CLEARED
    assert written.left == [visit]


def test_the_scanner_looks_only_where_a_code_is_expected(kiosk: Kiosk, written: Written) -> None:
    visit = kiosk.conductor.session.visit
    kiosk.touch(p.PickupOpened())
    kiosk.conductor.tick()
    assert written.looks == [True]
    told(kiosk, p.CodeScanned("LOTSE:" + CODE))
    kiosk.conductor.tick()
    assert written.looks == [True, False]
    assert written.effects == [fx.CheckCode(visit, "LOTSE:" + CODE)]
    told(kiosk, p.PickupRefused(visit, "expired"))
    kiosk.touch(e.Finished())
    kiosk.wait(3)
    kiosk.touch(StaffWanted())
    kiosk.conductor.tick()
    assert written.looks == [True, False, True]


def test_a_scanned_code_is_somebodys_act(kiosk: Kiosk) -> None:
    kiosk.touch(p.PickupOpened())
    kiosk.wait(61)
    assert kiosk.question is not None
    told(kiosk, p.CodeScanned("LOTSE:" + CODE))
    assert kiosk.question is None


def test_a_screen_is_shown_anew_when_the_terminal_changes(kiosk: Kiosk, written: Written) -> None:
    kiosk.conductor.tick()
    assert kiosk.conductor.world().terminal is written.view
    written.view = TerminalView(fitted=True, hands_out="disk_full")
    assert kiosk.conductor.world().terminal.hands_out == "disk_full"
