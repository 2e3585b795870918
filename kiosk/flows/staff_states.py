"""Where in the staff corner somebody can be."""

from enum import StrEnum


class St(StrEnum):
    """Where in the staff corner somebody is; one screen each, but for `CLOSED`."""

    CLOSED = "closed"
    OPENING = "opening"
    """It is looked whether there is a PIN and whether one may be tried."""
    PIN = "pin"
    CHECKING = "checking"
    LOCKED = "locked"
    """Too many wrong PINs: wait."""
    UNUSABLE = "unusable"
    """No PIN is set, or its file is damaged."""
    MENU = "menu"
    DEVICES = "devices"
    TICKETS = "tickets"
    PAUSE = "pause"
    HOURS = "hours"
    HOURS_TIME = "hours_time"
    CONTENT = "content"
    FAULTS = "faults"
    FIGURES = "figures"
    REBOOT = "reboot"
    REBOOTING = "rebooting"
    TECHNICIAN = "technician"
    CARDS = "cards"
    """Two different staff cards open the part of the compartments."""
    LOCKERS = "lockers"
    """The compartments, one chosen."""
    BOOKING = "booking"
    """Which booking is to be loaded: chosen, typed or scanned."""
    BOOKING_TYPED = "booking_typed"
    PROPOSING = "proposing"
    PROPOSED = "proposed"
    LOCKER_OPENING = "locker_opening"
    LOCKER_OPEN = "locker_open"
    LOCKER_CLOSING = "locker_closing"
    """The door is closed; it is being written down."""
    LOCKER_DONE = "locker_done"
    INVENTORY = "inventory"


OUTSIDE = frozenset({St.CLOSED, St.OPENING, St.PIN, St.CHECKING, St.LOCKED, St.UNUSABLE})
"""States in which nobody is signed in."""
