"""From a state of the staff corner to its screen: one presenter a state."""

from collections.abc import Callable

from kiosk.flows.staff import St, Staff
from kiosk.presenters.staff.boards import content_in_use, devices, faults, tickets
from kiosk.presenters.staff.closing import hours, hours_time, pause
from kiosk.presenters.staff.contents import StaffScreen
from kiosk.presenters.staff.entering import locked, pin_pad, unusable
from kiosk.presenters.staff.figures import figures_page
from kiosk.presenters.staff.lockers import (
    booking,
    booking_typed,
    cards,
    done,
    door_open,
    inventory,
    moment,
    overview,
    proposed,
)
from kiosk.presenters.staff.menu import menu, reboot, rebooting, technician
from kiosk.presenters.staff.world import StaffWorld

PRESENTERS: dict[St, Callable[[Staff, StaffWorld], StaffScreen]] = {
    St.OPENING: pin_pad,
    St.PIN: pin_pad,
    St.CHECKING: pin_pad,
    St.LOCKED: locked,
    St.UNUSABLE: unusable,
    St.MENU: menu,
    St.DEVICES: devices,
    St.TICKETS: tickets,
    St.PAUSE: pause,
    St.HOURS: hours,
    St.HOURS_TIME: hours_time,
    St.CONTENT: content_in_use,
    St.FAULTS: faults,
    St.FIGURES: figures_page,
    St.REBOOT: reboot,
    St.REBOOTING: rebooting,
    St.TECHNICIAN: technician,
    St.CARDS: cards,
    St.LOCKERS: overview,
    St.BOOKING: booking,
    St.BOOKING_TYPED: booking_typed,
    St.PROPOSING: moment,
    St.PROPOSED: proposed,
    St.LOCKER_OPENING: moment,
    St.LOCKER_OPEN: door_open,
    St.LOCKER_CLOSING: moment,
    St.LOCKER_DONE: done,
    St.INVENTORY: inventory,
}


def present(staff: Staff, world: StaffWorld) -> StaffScreen:
    """What the screen shows for `staff`, who is not outside of the corner."""
    return PRESENTERS[staff.state](staff, world)
