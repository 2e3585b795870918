"""Collecting a document: one presenter a state, and how a collecting visit ends."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows import pickup_events as p
from kiosk.flows.session import S, Session
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, IconLine, Message, Screen
from kiosk.presenters.frame import frame
from kiosk.presenters.pickup_code import code, factor, no_code, to_desk, who
from kiosk.presenters.pickup_documents import documents, hand_in, kind, statements
from kiosk.presenters.pickup_open import moment, open_door, problem, stuck, taken, unseen
from kiosk.presenters.world import World
from kiosk.texts import say

WHY = {
    "expired": "expired",
    "collected": "collected",
    "not_loaded": "not_loaded",
    "no_letter": "no_letter",
    "no_old_document": "no_old_document",
    "other_door_open": "other_door_open",
    **dict.fromkeys(("hands_nothing_out", "disk_full", "ledger_damaged", "boards_silent", "paused"), "paused"),
}
"""Why it does not work here -> how it is said; any other reason is said as "unclear"."""
RECEIPT = {
    "printing": ("printer", "pickup.receipt.printing", "ok"),
    "printed": ("arrow-down-thick", "pickup.receipt.printed", "ok"),
    "failed": ("printer-alert", "pickup.receipt.failed", "warn"),
}


def done(session: Session, world: World) -> Message:
    """Taken, closed, on disk: the receipt, without a name."""
    now, language = session.collecting, session.language
    document = now.document
    lines = [IconLine(icon="calendar-check", rest=wording.day(world.now.date(), language))]
    if document is not None:
        number = say("pickup.compartment", language, number=document.compartment)
        lines.insert(0, IconLine(icon="email-open-outline", bold=kind(document, language), rest=f"· {number}"))
    if now.receipt in RECEIPT:
        icon, key, tone = RECEIPT[now.receipt]
        lines.append(IconLine(icon=icon, rest=say(key, language), tone="ok" if tone == "ok" else "warn"))
    left = [one for one in now.documents if one.pickup not in now.done]
    return Message(
        frame=replace(frame(session, world), private=frozenset({"line.0"})),
        icon="check-circle-outline",
        tone="ok",
        title=say("pickup.done.title", language),
        sentences=(say("pickup.done.more", language, n=len(left)) if left else say("pickup.done.lead", language),),
        lines=tuple(lines),
        actions=_after(session, more=bool(left)),
    )


def _after(session: Session, *, more: bool) -> tuple[Action, ...]:
    now, language = session.collecting, session.language
    actions = [
        Action(
            test_id="pickup.finish",
            label=say("pickup.finish", language),
            icon="check",
            event=e.Finished(),
            primary=not more,
        )
    ]
    if more:
        another = Action(
            test_id="pickup.other",
            label=say("pickup.other", language),
            icon="arrow-right",
            event=p.OtherDocumentWanted(),
            primary=True,
        )
        actions.insert(0, another)
    if now.receipt in ("", "failed"):
        actions.append(
            Action(
                test_id="pickup.receipt",
                label=say("pickup.receipt", language),
                icon="receipt-text-outline",
                event=p.ReceiptWanted(),
            )
        )
    return tuple(actions)


def locked(session: Session, world: World) -> Message:
    """Too many wrong digits: wait, or go to the desk."""
    minutes, language = session.collecting.minutes, session.language
    title = say("pickup.locked.title", language, n=minutes) if minutes else say("pickup.locked.staff", language)
    return Message(
        frame=frame(session, world),
        icon="lock-clock",
        tone="warn",
        title=title,
        sentences=(say("pickup.locked.lead", language, help_desk=wording.help_desk(world, language)),),
        lines=(IconLine(icon="shield-check-outline", rest=say("pickup.safe", language)),),
        actions=(to_desk(world, language, primary=True),),
    )


def desk(session: Session, world: World) -> Message:
    """Not here, not now: why, and where it goes on."""
    language = session.language
    why = WHY.get(session.collecting.why, "unclear")
    return Message(
        frame=frame(session, world),
        icon="human-greeting-variant",
        tone="warn",
        title=say(f"pickup.desk.{why}", language),
        sentences=(
            say(f"pickup.desk.{why}.lead", language),
            say("help.where", language, help_desk=wording.help_desk(world, language)),
        ),
        actions=(to_desk(world, language, primary=True),),
    )


PICKUP: Mapping[S, Callable[[Session, World], Screen]] = {
    S.PICKUP_CODE: code,
    S.PICKUP_NO_CODE: no_code,
    S.PICKUP_CHECKING: moment,
    S.PICKUP_WHO: who,
    S.PICKUP_FACTOR: factor,
    S.PICKUP_PROVING: moment,
    S.PICKUP_DOCUMENTS: documents,
    S.PICKUP_STATEMENTS: statements,
    S.PICKUP_HAND_IN: hand_in,
    S.PICKUP_OPENING: moment,
    S.PICKUP_UNSEEN: unseen,
    S.PICKUP_OPEN: open_door,
    S.PICKUP_TAKEN: taken,
    S.PICKUP_CONFIRMING: moment,
    S.PICKUP_STUCK: stuck,
    S.PICKUP_PROBLEM: problem,
    S.PICKUP_DONE: done,
    S.PICKUP_LOCKED: locked,
    S.PICKUP_DESK: desk,
}
