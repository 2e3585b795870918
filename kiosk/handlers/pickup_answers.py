"""What custody answers, as events of the flows. Pure."""

import math
from datetime import datetime

from kiosk.flows import pickup_events as p
from kiosk.pickup.verdicts import (
    CodeAccepted,
    CodeMistyped,
    CodeRejected,
    CodeVerdict,
    FactorAccepted,
    FactorRejected,
    FactorVerdict,
    Locked,
    NotOpened,
    NotToBeHad,
    Opened,
    OpenUnseen,
    OpenVerdict,
)


def of_code(visit: str, verdict: CodeVerdict, now: datetime) -> p.PickupEvent:
    """Who collects is asked where more than one kind of person may."""
    match verdict:
        case CodeAccepted():
            several = len({way.who for way in verdict.ways}) > 1
            return (p.WhoAsked if several else p.CodeFits)(visit, verdict.ways)
        case CodeRejected():
            return p.CodeWrong(visit, verdict.left)
        case CodeMistyped():
            return p.CodeTypo(visit)
        case Locked() | NotToBeHad():
            return _not_now(visit, verdict, now)


def of_factor(visit: str, verdict: FactorVerdict, now: datetime) -> p.PickupEvent:
    """What may be taken, or that it was wrong."""
    match verdict:
        case FactorAccepted():
            return p.DocumentsFound(visit, verdict.documents)
        case FactorRejected():
            return p.FactorWrong(visit, verdict.left)
        case Locked() | NotToBeHad():
            return _not_now(visit, verdict, now)


def of_opening(visit: str, verdict: OpenVerdict) -> p.PickupEvent:
    """What became of the door."""
    match verdict:
        case Opened():
            return p.DoorOpened(visit)
        case OpenUnseen():
            return p.DoorUnseen(visit)
        case NotOpened():
            return p.DoorStuck(visit, verdict.again)
        case _:
            return p.PickupRefused(visit, verdict.why)


def _not_now(visit: str, verdict: Locked | NotToBeHad, now: datetime) -> p.PickupEvent:
    if isinstance(verdict, NotToBeHad):
        return p.PickupRefused(visit, verdict.why)
    if verdict.until is None:
        return p.PickupLocked(visit, 0)
    return p.PickupLocked(visit, max(1, math.ceil((verdict.until - now).total_seconds() / 60)))
