"""Choosing the concern for a waiting number, and what to say where none is to be had."""

from content.model.town import Concern
from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.presenters import wording
from kiosk.presenters.capacity import capacity
from kiosk.presenters.contents import Action, IconLine, Listing, Message, Row
from kiosk.presenters.frame import frame
from kiosk.presenters.only_german import list_mark, page_mark
from kiosk.presenters.paging import paged
from kiosk.presenters.service import queue_reason
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import shown

CALLED = 3
"""Numbers on the board of those called last."""


def tickets(session: Session, world: World) -> Listing:
    """The concerns, those with numbers first; the one for people who do not know stays last on every page."""
    language = session.language
    concerns = sorted(world.content.concerns.values(), key=lambda c: not _is_open(c, world))
    always = next((c for c in concerns if c.id == world.content.town.ask_concern), None)
    others = [c for c in concerns if c is not always]
    size = capacity(session.view, portrait=world.portrait).rows - (1 if always else 0)
    page, (earlier, later) = paged(others, session.first, size, language)
    shown_here = [*page, *([always] if always else [])]
    called = _called(world, language)
    return Listing(
        frame=frame(session, world, list_mark(language, [shown(one.title, language) for one in shown_here])),
        title=say("tickets.title", language),
        lead=say("tickets.lead", language),
        lines_title=say("tickets.called", language) if called else "",
        lines=called,
        rows=tuple(_row(concern, session, world) for concern in shown_here),
        earlier=earlier,
        later=later,
    )


def _is_open(concern: Concern, world: World) -> bool:
    queue = world.queues.get(concern.id)
    return queue is None or queue.open


def _called(world: World, language: str) -> tuple[IconLine, ...]:
    calls = [call for queue in world.queues.values() for call in queue.last_called[:1]]
    return tuple(
        IconLine(icon="arrow-right", bold=label, rest=world.knowledge.place_name(room, language))
        for label, room in calls[:CALLED]
    )


def _row(concern: Concern, session: Session, world: World) -> Row:
    language, queue = session.language, world.queues.get(concern.id)
    title, event = shown(concern.title, language), e.ConcernChosen(concern.id)
    if queue is not None and not queue.open:
        return Row(
            test_id=f"concern.{concern.id}",
            icon=concern.icon,
            title=title,
            second=queue_reason(concern.id, world, language),
            second_tone="warn",
            event=event,
        )
    minutes = queue.wait_minutes if queue and queue.waiting else None
    waiting = ""
    if queue:
        waiting = (
            say("tickets.waiting", language, n=queue.waiting) if queue.waiting else say("tickets.nobody", language)
        )
    return Row(
        test_id=f"concern.{concern.id}",
        icon=concern.icon,
        title=title,
        value=say("tickets.minutes", language, n=minutes) if minutes is not None else "",
        value_note=waiting,
        event=event,
    )


def no_number(session: Session, world: World) -> Message:
    """Why there is no number, when again, and the other ways."""
    language, concern = session.language, world.content.concerns.get(session.concern)
    sentences = []
    if concern and session.refused in ("closed", "used_up"):
        hours = concern.hours or world.content.offices[concern.office].hours
        when = wording.reopens(hours, world, language)
        if when:
            sentences.append(say("no_number.again", language, when=when))
    if concern and session.refused == "used_up" and concern.when_used_up:
        sentences.append(shown(concern.when_used_up, language))
    return Message(
        frame=frame(session, world, page_mark(language, (), sentences)),
        icon="ticket-outline",
        tone="warn",
        title=say(f"no_number.{session.refused or 'fault'}", language),
        sentences=tuple(sentences),
        lines=(
            IconLine(
                icon="human-greeting-variant",
                rest=say("no_number.ask", language, help_desk=wording.help_desk(world, language)),
            ),
        ),
        actions=_no_number_actions(session, world),
    )


def _no_number_actions(session: Session, world: World) -> tuple[Action, ...]:
    language, service = session.language, world.content.services.get(session.service)
    help_way = Action(
        test_id="no_number.help",
        label=say("way.to_help", language),
        icon="map-marker-path",
        event=e.PlaceChosen(world.content.town.help_room),
        primary=True,
    )
    other = Action(
        test_id="no_number.other",
        label=say("no_number.other", language),
        icon="ticket-outline",
        event=e.TicketsOpened(),
    )
    actions = [help_way, other]
    if service and service.online:
        actions.append(
            Action(
                test_id="no_number.online",
                label=say("no_number.online", language),
                icon="qrcode",
                event=e.OnlineOpened(),
            )
        )
    return tuple(actions)
