"""Hands of staff at the corner of a whole kiosk without a window."""

from kiosk.flows import events as e
from kiosk.flows import staff_events as se
from kiosk.flows.session import S
from kiosk.flows.staff import St
from kiosk.presenters.staff.contents import StaffBoard
from tests.kiosk.world import PIN, Kiosk


def state(kiosk: Kiosk) -> St:
    return kiosk.corner.staff.state


def type_pin(kiosk: Kiosk, pin: str) -> None:
    kiosk.until(lambda: state(kiosk) is St.PIN)
    kiosk.touch(*(se.Digit(digit) for digit in pin), se.PinOffered())
    kiosk.until(lambda: state(kiosk) is not St.CHECKING)


def sign_in(kiosk: Kiosk) -> None:
    kiosk.touch(se.StaffWanted())
    type_pin(kiosk, PIN)
    assert state(kiosk) is St.MENU


def answered(kiosk: Kiosk) -> se.Answered:
    kiosk.until(lambda: kiosk.corner.staff.said is not None)
    said = kiosk.corner.staff.said
    assert said is not None
    return said


def board(kiosk: Kiosk) -> StaffBoard:
    kiosk.conductor.tick()
    assert isinstance(kiosk.screen, StaffBoard)
    return kiosk.screen


def draw(kiosk: Kiosk, concern: str = "ausweis") -> S:
    """Where the visitor ends who wants a number."""
    kiosk.touch(e.TicketsOpened(), e.ConcernChosen(concern))
    kiosk.until(lambda: kiosk.state not in (S.DRAWING, S.PRINTING))
    return kiosk.state


def go_home(kiosk: Kiosk) -> None:
    kiosk.touch(e.Finished())
    kiosk.wait(3)
    kiosk.until(lambda: kiosk.state is S.WELCOME)
