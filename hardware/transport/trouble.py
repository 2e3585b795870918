"""The errors of wires, with who acts and what helps."""

from hardware.errors import HardwareError, WhoActs


def missing(port: str, why: object) -> HardwareError:
    """There is no such device now."""
    return HardwareError(
        "port.missing", WhoActs.STAFF, f"{port} is not there ({why}).", "Check cable and power, then the port's name."
    )


def busy(port: str, why: object) -> HardwareError:
    """Somebody else has it."""
    return HardwareError(
        "port.busy", WhoActs.TECHNICIAN, f"{port} is used by another program ({why}).", "Stop the other program."
    )


def refused(port: str, why: object) -> HardwareError:
    """No permission, or not a port at all."""
    return HardwareError(
        "port.refused", WhoActs.TECHNICIAN, f"{port} cannot be opened ({why}).", "Check the port and its permissions."
    )


def lost(port: str, why: object) -> HardwareError:
    """It was there and has gone."""
    return HardwareError("port.lost", WhoActs.STAFF, f"{port} was lost ({why}).", "Check cable and power.")


def blocked(port: str, why: object) -> HardwareError:
    """It takes no more bytes."""
    return HardwareError(
        "port.blocked", WhoActs.STAFF, f"{port} takes no more bytes ({why}).", "Check the device: paper, cover, power."
    )


def not_open(port: str) -> HardwareError:
    """Used before it was opened, or after it was lost."""
    return lost(port, "it is not open")
