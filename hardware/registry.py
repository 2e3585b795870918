"""Which drivers exist, by device kind and name; devices are built here from settings.

A driver is named by a string and imported when it is chosen: a kiosk without a card reader needs no card library.
"""

from importlib import import_module
from typing import Literal, cast

from hardware.host.clock import Clock
from hardware.printer.interface import Printer
from hardware.printer.settings import PrinterSettings

DRIVERS = {
    "printer": {
        "escpos": "hardware.printer.escpos:EscposPrinter",
        "simulator": "hardware.printer.simulator:SimulatedPrinter",
        "disabled": "hardware.printer.disabled:DisabledPrinter",
    },
}
"""Kind of device -> name in the settings -> module and class, called as `Class(settings, clock=clock)`."""


def build(kind: Literal["printer"], settings: PrinterSettings, *, clock: Clock) -> Printer:
    """The device that the settings name. Opens no port: that happens at its first use.

    :raises LookupError: no such kind or driver; the message names what there is.
    :raises ModuleNotFoundError: a library of this driver is not installed.
    """
    drivers = DRIVERS.get(kind)
    if drivers is None:
        raise LookupError(f"there is no device `{kind}`; known are {', '.join(DRIVERS)}")
    if settings.driver not in drivers:
        raise LookupError(f"`{kind}` has no driver `{settings.driver}`; known are {', '.join(drivers)}")
    module, _, name = drivers[settings.driver].partition(":")
    return cast(Printer, getattr(import_module(module), name)(settings, clock=clock))
