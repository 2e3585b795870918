"""What a session asks the handlers to do."""

from kiosk.flows.flow import Effect


class DrawNumber(Effect, frozen=True):
    """Put the number of this visit and concern on disk, then print it in `language`."""

    visit: str
    concern: str
    service: str
    """Id of the service in mind, "" = none: its papers stand on the ticket."""
    language: str
    step_free: bool


class PrintNumber(Effect, frozen=True):
    """Try the paper of a number again of which surely no byte was sent."""

    ticket: str
    service: str
    language: str
    step_free: bool


class SettleTicket(Effect, frozen=True):
    """What the visitor says about the paper of a number: "came", "missing" or "remembered"."""

    ticket: str
    how: str


class PrintWay(Effect, frozen=True):
    """The directions to `place` on paper."""

    place: str
    language: str
    step_free: bool
