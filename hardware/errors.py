"""What devices raise: who must act, a stable code, two sentences. Nothing else comes out of a driver."""

from enum import StrEnum


class WhoActs(StrEnum):
    """Who can make it work again."""

    STAFF = "staff"
    """Somebody at the device: paper, cover, jam."""
    TECHNICIAN = "technician"
    NETWORK = "network"
    VISITOR = "visitor"


class HardwareError(Exception):
    """A device cannot do what was asked.

    :param code: stable, for logs, tests and translations: `printer.paper_out`.
    :param what: one sentence, what is wrong.
    :param remedy: one sentence, what `who` does now.
    """

    def __init__(self, code: str, who: WhoActs, what: str, remedy: str) -> None:
        super().__init__(f"{what} {remedy}")
        self.code, self.who, self.what, self.remedy = code, who, what, remedy
