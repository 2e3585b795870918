"""The errors of PC/SC, with who acts and what helps."""

from typing import Any

from hardware.errors import HardwareError, WhoActs

CODE_BITS = 0xFFFFFFFF
"""Where a C long has 32 bits, PC/SC's codes come as negative numbers."""


def no_library(why: object) -> HardwareError:
    """pyscard is not there."""
    return HardwareError(
        "card_reader.no_library",
        WhoActs.TECHNICIAN,
        f"The library for card readers is not installed ({why}).",
        "Install the project with the extra `cards`.",
    )


def missing(name: str) -> HardwareError:
    """No reader is plugged in, or none with this name."""
    which = f"whose name holds `{name}`" if name else "at all"
    return HardwareError(
        "card_reader.missing", WhoActs.STAFF, f"There is no card reader {which}.", "Check its cable, then its name."
    )


def failed(pcsc: Any, result: int) -> HardwareError:
    """The service refuses, has stopped, or was never there."""
    number = f"{result & CODE_BITS:#010x}"
    if result in (pcsc.SCARD_W_SECURITY_VIOLATION, pcsc.SCARD_E_NO_ACCESS):
        return HardwareError(
            "card_reader.refused",
            WhoActs.TECHNICIAN,
            f"The card service does not serve this user ({number}).",
            "Install the polkit rule of the card reader.",
        )
    return HardwareError(
        "card_reader.no_service",
        WhoActs.TECHNICIAN,
        f"The card service does not answer ({number}).",
        "Install and start pcscd.",
    )
