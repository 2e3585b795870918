"""What the ledger of pickups raises. Each says in one sentence what is wrong and in one what to do."""


class LedgerError(Exception):
    """The ledger cannot do what was asked; nothing was changed. `code` is stable, for logs and translations."""

    code = "ledger.fault"


class LedgerInUse(LedgerError):
    """Another process owns it."""

    code = "ledger.in_use"


class LedgerUnwritable(LedgerError):
    """The disk is full, read-only, not allowed or failing."""

    code = "ledger.unwritable"


class LedgerDamaged(LedgerError):
    """Rows were changed, removed or put in by somebody who has not the key, or the disk lost them.

    Nothing is handed out, and no new ledger is begun: a person looks first.
    """

    code = "ledger.damaged"

    def __init__(self, message: str, row: int | None = None) -> None:
        """:param row: the first entry that is not as it was written; None: the file as a whole."""
        super().__init__(message)
        self.row = row


class LedgerTooNew(LedgerError):
    """A later version of this software wrote it."""

    code = "ledger.too_new"


class Contradiction(LedgerError):
    """A record does not fit what is known: a fault of the program, which must not reach the disk."""

    code = "ledger.contradiction"


class KeyUnusable(LedgerError):
    """There is no device key, it cannot be read or written, or others can read it."""

    code = "ledger.key"
