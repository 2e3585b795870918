"""What the ledger raises. Each says in one sentence what is wrong and in one what to do."""


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
    """The file was found damaged while it was in use; opening it again sets it aside and goes on."""

    code = "ledger.damaged"


class LedgerTooNew(LedgerError):
    """A later version of this software wrote it."""

    code = "ledger.too_new"


class UnknownTicket(LedgerError):
    """No such ticket is in the ledger."""

    code = "ledger.unknown_ticket"


class CannotSettle(LedgerError):
    """What was said about a ticket does not fit its state, or is not this person's to say."""

    code = "ledger.cannot_settle"
