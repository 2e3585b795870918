"""Every step of a ticket, by name, so that a test can kill the process at each. In service nothing listens."""

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """Reached when what it says has just happened. "On disk" means committed and synced."""

    DRAW_BEGUN = "draw_begun"
    MARK_ON_DISK = "mark_on_disk"
    DRAW_WRITTEN = "draw_written"
    """In the transaction, not committed."""
    DRAW_ON_DISK = "draw_on_disk"
    JOB_COMPOSED = "job_composed"
    INTENT_WRITTEN = "intent_written"
    INTENT_ON_DISK = "intent_on_disk"
    """The next thing that happens is the printer."""
    PRINTER_ANSWERED = "printer_answered"
    OUTCOME_WRITTEN = "outcome_written"
    OUTCOME_ON_DISK = "outcome_on_disk"
    RECOVERY_ASKED = "recovery_asked"
    RECOVERY_WRITTEN = "recovery_written"
    RECOVERY_ON_DISK = "recovery_on_disk"
    SETTLING_WRITTEN = "settling_written"
    SETTLING_ON_DISK = "settling_on_disk"
    OLD_VOID_WRITTEN = "old_void_written"
    """Replacing: the old number is void in the transaction, the new one is not drawn yet."""
    CALL_WRITTEN = "call_written"
    CALL_ON_DISK = "call_on_disk"


OnStep = Callable[[Step], None]


def unwatched(_: Step) -> None:
    """What hears the steps in service: nothing."""
