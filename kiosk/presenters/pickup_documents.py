"""What may be taken, and what is asked before the door opens."""

from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows import pickup_events as p
from kiosk.flows.pickup import Collecting
from kiosk.flows.session import Session
from kiosk.pickup.words import Document, DocumentKind, Thing
from kiosk.presenters.capacity import capacity
from kiosk.presenters.contents import Action, IconLine, Listing, Message, Row
from kiosk.presenters.frame import frame
from kiosk.presenters.pickup_wall import where
from kiosk.presenters.world import World
from kiosk.texts import listed, say

ICONS: dict[DocumentKind, str] = {
    "identity_card": "card-account-details-outline",
    "passport": "passport",
    "child_passport": "passport",
    "residence_permit": "card-account-details-star-outline",
    "driving_licence": "car",
    "certificate": "certificate-outline",
}


def next_step(document: Document, now: Collecting) -> e.Event:
    """What comes before the door opens: statements, then the old document, then the opening itself."""
    if document.statements and document.pickup not in now.stated:
        return p.StatementsAsked()
    if document.hand_in and document.pickup not in now.handed_in:
        return p.HandInAsked()
    return p.OpeningWanted()


def things(contents: tuple[Thing, ...], language: str) -> str:
    """What lies in the compartment, without its kind: "das Dokument, der Brief"."""
    return listed((say(f"pickup.thing.{thing}", language) for thing in contents), language)


def kind(document: Document, language: str) -> str:
    """ "Reisepass"."""
    return say(f"pickup.kind.{document.kind}", language)


def documents(session: Session, world: World) -> Message | Listing:
    """One document or several; the chosen one can be opened."""
    now = session.collecting
    if now.document is None:
        return _nothing(session, world)
    return _several(session, world) if len(now.documents) > 1 else _one(session, world, now.document)


def _nothing(session: Session, world: World) -> Message:
    return Message(
        frame=frame(session, world),
        icon="email-open-outline",
        title=say("pickup.nothing", session.language),
        sentences=(),
        actions=(_finish(session.language),),
    )


def _finish(language: str) -> Action:
    return Action(
        test_id="pickup.finish", label=say("pickup.finish", language), icon="check", event=e.Finished(), primary=True
    )


def _open(document: Document, now: Collecting, language: str) -> Action:
    return Action(
        test_id="pickup.open",
        label=say("pickup.open", language),
        icon="lock-open-variant-outline",
        event=next_step(document, now),
        primary=True,
    )


def _one(session: Session, world: World, document: Document) -> Message:
    language = session.language
    at = where(world.terminal, document.compartment, language)
    number = say("pickup.compartment", language, number=document.compartment)
    lines = [
        IconLine(icon=ICONS[document.kind], bold=kind(document, language)),
        IconLine(
            icon=at.icon if at else "locker",
            bold=f"{number}:" if at else number,
            rest=f"{at.bold} {at.rest}" if at else "",
        ),
        IconLine(
            icon="package-variant", rest=say("pickup.inside", language, things=things(document.contents, language))
        ),
    ]
    return Message(
        frame=replace(frame(session, world), private=frozenset({"line.0"})),
        icon="email-open-outline",
        tone="ok",
        title=say("pickup.ready", language),
        sentences=(say("pickup.ready_lead", language),),
        lines=tuple(lines),
        actions=(_open(document, session.collecting, language),),
    )


def _several(session: Session, world: World) -> Listing:
    now, language = session.collecting, session.language
    size = max(1, capacity(session.view, portrait=world.portrait).rows - 1)
    count = len(now.documents)
    first = min(session.first, count - 1) // size * size
    shown = now.documents[first : first + size]
    rows = tuple(
        Row(
            test_id=f"pickup.document.{one.pickup}",
            icon=ICONS[one.kind],
            title=kind(one, language),
            second=say("pickup.compartment", language, number=one.compartment),
            chosen=one.pickup == now.chosen,
            event=p.DocumentChosen(one.pickup),
        )
        for one in shown
    )
    assert now.document is not None
    return Listing(
        frame=replace(frame(session, world), private=frozenset(row.test_id for row in rows)),
        title=say("pickup.several", language, n=count),
        lead=say("pickup.several_lead", language),
        rows=rows,
        main=_open(now.document, now, language),
        earlier=_page("page.earlier", "arrow-up", -size, language) if first else None,
        later=_page("page.later", "arrow-down", size, language) if first + size < count else None,
    )


def _page(key: str, icon: str, by: int, language: str) -> Action:
    label = say("page.earlier" if by < 0 else "page.later", language)
    return Action(test_id=key, label=label, icon=icon, event=e.Paged(by))


def statements(session: Session, world: World) -> Message:
    """What the law wants confirmed in text form: the letter with the PIN came."""
    now, language = session.collecting, session.language
    document = now.document
    after = replace(now, stated=now.stated | {now.chosen})
    made = Action(
        test_id="pickup.stated",
        label=say("pickup.letter.yes", language),
        icon="check",
        event=p.StatementMade(),
        then=next_step(document, after) if document else None,
        primary=True,
    )
    return Message(
        frame=frame(session, world),
        icon="email-seal-outline",
        title=say("pickup.letter.title", language),
        sentences=(say("pickup.letter.lead", language),),
        lines=(IconLine(icon="text-box-check-outline", rest=say("pickup.letter.why", language)),),
        actions=(
            made,
            Action(
                test_id="pickup.denied",
                label=say("pickup.letter.no", language),
                icon="close",
                event=p.StatementDenied(),
            ),
        ),
    )


def hand_in(session: Session, world: World) -> Message:
    """The old document goes into the slot first."""
    now, language = session.collecting, session.language
    after = replace(now, handed_in=now.handed_in | {now.chosen})
    return Message(
        frame=frame(session, world),
        icon="tray-arrow-down",
        title=say("pickup.old.title", language),
        sentences=(say("pickup.old.lead", language),),
        lines=(IconLine(icon="information-outline", rest=say("pickup.old.why", language)),),
        actions=(
            Action(
                test_id="pickup.handed_in",
                label=say("pickup.old.yes", language),
                icon="check",
                event=p.HandedIn(),
                then=next_step(now.document, after) if now.document else None,
                primary=True,
            ),
            Action(
                test_id="pickup.not_handed_in",
                label=say("pickup.old.no", language),
                icon="close",
                event=p.NotHandedIn(),
            ),
        ),
    )
