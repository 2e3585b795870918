"""Every step of a commit, by name, so that a test can kill the process at each. In service nothing listens."""

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """Reached when what it says has just happened. "On disk" means committed and synced."""

    HEAD_BEGUN = "head_begun"
    """Of a new ledger, which has no tables yet."""
    TABLES_ON_DISK = "tables_on_disk"
    COMMIT_BEGUN = "commit_begun"
    ENTRIES_WRITTEN = "entries_written"
    """In the transaction."""
    SECRETS_WRITTEN = "secrets_written"
    OUTBOX_WRITTEN = "outbox_written"
    COMMIT_ON_DISK = "commit_on_disk"
    WIPED_FROM_DISK = "wiped_from_disk"
    """Deleted secrets are overwritten."""
    HEAD_ON_DISK = "head_on_disk"
    ACKNOWLEDGED = "acknowledged"


OnStep = Callable[[Step], None]


def unwatched(_: Step) -> None:
    """What hears the steps in service: nothing."""
