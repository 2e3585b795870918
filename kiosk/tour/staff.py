"""The tour's last chapter: the staff corner, from holding the mark to signing off, by touch."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.flows.staff import St

if TYPE_CHECKING:  # both open the window when they are imported
    from kiosk.process import KioskProcess
    from kiosk.tour.driver import Driver

PIN = "246810"
"""Of the tour only; it is handed to `build` and kept nowhere."""
HOLD_SECONDS = 3.3


def staff_chapter(process: "KioskProcess", driver: "Driver", see: Callable[[str], None]) -> None:
    """Every screen of the staff corner; ends at the welcome screen.

    :raises TourStopped: something is missing.
    """
    corner = process.corner

    def sign_in(look: bool = False) -> None:
        from kiosk.widgets.held_mark import HeldMark

        mark = next(part for part in driver.stage.walk() if isinstance(part, HeldMark))
        x, y = mark.to_window(*mark.center)
        driver.touch(x, y, HOLD_SECONDS)
        driver.until(lambda: driver.has("pin.1"), "the keypad is there")
        for digit in PIN:
            driver.tap(f"pin.{digit}")
        if look:
            see("staff-pin")
        driver.tap("pin.go")
        driver.until(lambda: corner.staff.state is St.MENU, "the PIN is accepted")

    def answered(what: str) -> None:
        driver.until(lambda: corner.staff.said is not None, what)

    sign_in(look=True)
    see("staff-menu")
    driver.tap("staff.devices")
    driver.tap("printer.test")
    answered("the test page is printed")
    see("staff-devices")
    for name in ("tickets", "hours", "figures", "content", "faults", "reboot"):
        driver.tap("bar.back")
        driver.tap(f"staff.{name}")
        see(f"staff-{name}")
        if name == "hours":
            driver.tap("hours.close")
            see("staff-hours-close")
            driver.tap("bar.back")
        for view in ("concerns", "waits", "days") if name == "figures" else ():
            driver.tap(f"figures.{view}")
            see(f"staff-figures-{view}")
    driver.tap("bar.technician")
    see("staff-technician")
    driver.tap("technician.back")
    driver.tap("staff.pause")
    driver.tap("pause.length.30")
    see("staff-pause")
    driver.tap("pause.begin")
    answered("the pause begins")
    driver.tap("bar.sign_off")
    driver.until(lambda: driver.has("paused.way"), "visitors see the pause")
    see("paused")
    sign_in()
    driver.tap("staff.pause")
    driver.tap("pause.end")
    answered("the pause ends")
    driver.tap("bar.sign_off")
    driver.until(lambda: driver.has("welcome.search"), "the welcome screen is back")
