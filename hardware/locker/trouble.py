"""The errors of lock boards, with who acts and what helps."""

from hardware.errors import HardwareError, WhoActs

NO_ANSWER, REFUSED = "locker.no_answer", "locker.refused"
"""Codes of a board's state: it says nothing valid; it says that it has no such inputs."""


def not_sent(why: str, who: WhoActs = WhoActs.TECHNICIAN) -> HardwareError:
    """Surely no pulse was given, and none will be."""
    return HardwareError(
        "locker.not_sent", who, f"The lock was given no pulse ({why}).", "Check cable and power of the lock boards."
    )


def unsure(why: str) -> HardwareError:
    """A pulse may have been given."""
    return HardwareError(
        "locker.unsure", WhoActs.STAFF, f"The lock may have been given a pulse ({why}).", "Look at its door."
    )
