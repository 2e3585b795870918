"""A service: facts first, what to bring as a check list, and what can be done now."""

from content.model.content import Content
from content.model.hours import OpeningHours
from content.model.services import Service
from kiosk.flows import events as e
from kiosk.flows.pickup_events import PickupOpened
from kiosk.flows.session import Session
from kiosk.presenters import wording
from kiosk.presenters.capacity import Capacity, capacity
from kiosk.presenters.contents import Action, CheckRow, FactCard, IconLine, ServicePage
from kiosk.presenters.frame import frame
from kiosk.presenters.only_german import page_mark
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import shown, together

PLACE = "door"
"""Icon of the card that names a room: names stay as they stand on the doors, and are not called untranslated."""


def place_of(service: Service, content: Content) -> str:
    """Ref of the room where it is done; "" where that is not in this house."""
    if service.room:
        return service.room
    if service.concern:
        return content.concerns[service.concern].rooms[0]
    return content.offices[service.office].rooms[0] if service.office else ""


def hours_of(service: Service, content: Content) -> OpeningHours:
    """When it can be done: the hours of its queue, else of its office, else of the house."""
    concern = content.concerns.get(service.concern or "")
    if concern and concern.hours:
        return concern.hours
    office = content.offices.get(service.office or (concern.office if concern else ""))
    return office.hours if office else content.town.hours


def service_page(session: Session, world: World) -> ServicePage:
    """The page of the service that was chosen."""
    language, service = session.language, world.content.services[session.service]
    title, summary = shown(service.title, language), shown(service.summary, language)
    facts = _facts(service, world, language)
    checks = _checks(service, session, capacity(session.view, portrait=world.portrait))
    others = [words for fact in facts if fact.icon != PLACE for words in (fact.value, fact.below)]
    others += [check.text for check in checks]
    return ServicePage(
        frame=frame(session, world, page_mark(language, (title, summary), others)),
        title=title,
        lead=_attendance(service, language),
        facts=facts,
        stand=stand(service, world, language),
        check_title=say("service.check", language),
        check_count=_count(service, session),
        checks=checks,
        check_note="" if service.papers else say("service.check_none", language),
        actions=_actions(service, session, world),
    )


def stand(service: Service, world: World, language: str) -> IconLine:
    """Who checked the facts and when; a warning where they are overdue."""
    date = wording.day(service.as_of, language)
    if service.valid_until and service.valid_until < world.now.date():
        return IconLine(icon="alert", rest=say("service.stand_overdue", language, date=date), tone="warn")
    words = say("service.stand", language, date=date, source=service.source)
    return IconLine(icon="check-circle-outline", rest=words, tone="ok")


def _attendance(service: Service, language: str) -> IconLine:
    if service.elsewhere:
        who = shown(service.elsewhere.who, language)
        return IconLine(
            icon="office-building-marker-outline",
            bold=say("service.elsewhere", language),
            rest=say("service.elsewhere_rest", language, who=who),
        )
    if service.attendance == "representative":
        return IconLine(
            icon="account-multiple",
            bold=say("service.representative", language),
            rest=say("service.representative_rest", language),
        )
    if service.attendance == "not_needed":
        return IconLine(icon="home-account", bold=say("service.not_needed", language))
    return IconLine(icon="account", bold=say("service.in_person_bold", language))


def _facts(service: Service, world: World, language: str) -> tuple[FactCard, ...]:
    if service.elsewhere:
        return _facts_elsewhere(service, world, language)
    facts = [
        fee_card(service, language),
        _processing_card(service, language),
        _desk_card(service, world, language),
        _place_card(service, world, language),
    ]
    return tuple(card for card in facts if card)


def _facts_elsewhere(service: Service, world: World, language: str) -> tuple[FactCard, ...]:
    return (fee_card(service, language),) if service.fees or service.free else ()


def fee_card(service: Service, language: str) -> FactCard:
    """What it costs, or that nobody told us."""
    label, icon = say("service.fee", language), "cash"
    note = shown(service.fee_note, language) if service.fee_note else ""
    if service.fees:
        second = next((fee for fee in service.fees[1:] if fee.only_for), None)
        if not note and second:
            note = wording.fee_for(second, language)
        return FactCard(icon=icon, label=label, value=wording.fee(service.fees[0], language), below=note)
    if service.free:
        return FactCard(icon=icon, label=label, value=say("service.free", language), below=note)
    return FactCard(
        icon=icon, label=label, value=say("service.unknown", language), below=say("service.unknown_below", language)
    )


def _processing_card(service: Service, language: str) -> FactCard | None:
    if not service.processing_time:
        return None
    note = service.processing_note
    return FactCard(
        icon="calendar-blank",
        label=say("service.processing", language),
        value=shown(service.processing_time, language),
        below=shown(note, language) if note else "",
    )


def _desk_card(service: Service, world: World, language: str) -> FactCard | None:
    if service.at_desk_minutes is None:
        return None
    return FactCard(
        icon="timer-outline",
        label=say("service.desk_time", language),
        value=say("service.minutes", language, n=service.at_desk_minutes),
        below=_wait(service, world, language),
    )


def _wait(service: Service, world: World, language: str) -> str:
    hours = hours_of(service, world.content)
    if wording.until(hours, world, language) is None:
        when = wording.reopens(hours, world, language)
        return say("service.closed", language, when=when) if when else say("service.closed_now", language)
    queue = world.queues.get(service.concern or "")
    if queue is None or queue.wait_minutes is None:
        return say("service.open_until", language, time=wording.until(hours, world, language))
    if not queue.waiting:
        return say("service.no_wait", language)
    return say("service.wait_before", language, n=queue.wait_minutes)


def _place_card(service: Service, world: World, language: str) -> FactCard | None:
    place = place_of(service, world.content)
    if not place:
        return None
    level = world.knowledge.level_name(world.knowledge.place_level(place), language)
    name = world.knowledge.place_name(place, language)
    return FactCard(icon=PLACE, label=say("service.where", language), value=name, below=level)


def _checks(service: Service, session: Session, fits: Capacity) -> tuple[CheckRow, ...]:
    """As many rows as fit; with more papers the last row leads on to the others."""
    language, count = session.language, len(service.papers)
    size, more = fits.checks - 1, count > fits.whole_checks
    first = min(session.first, count - 1) // size * size if more else 0
    shown = range(first, min(first + size, count)) if more else range(count)
    rows = [
        CheckRow(
            test_id=f"paper.{i}",
            text=paper_words(service, i, language),
            ticked=i in session.ticked,
            event=e.PaperTicked(i),
        )
        for i in shown
    ]
    if more:
        last = shown[-1] == count - 1
        rows.append(
            CheckRow(
                test_id="paper.more",
                text=say("page.earlier" if last else "page.later", language),
                ticked=False,
                icon="arrow-up" if last else "arrow-down",
                event=e.Paged(-session.first if last else first + size - session.first),
            )
        )
    return tuple(rows)


def paper_words(service: Service, index: int, language: str) -> str:
    """One thing to bring, and when it is needed."""
    paper = service.papers[index]
    what = shown(paper.what, language)
    if not paper.only_if:
        return what
    only_if = shown(paper.only_if, language)
    return together(say("service.only_if", language, what=what, only_if=only_if), (what, only_if))


def _count(service: Service, session: Session) -> str:
    if not service.papers:
        return ""
    ticked = len(session.ticked & set(range(len(service.papers))))
    return say("service.check_count", session.language, ticked=ticked, n=len(service.papers))


def _actions(service: Service, session: Session, world: World) -> tuple[Action, ...]:
    language, place = session.language, place_of(service, world.content)
    way = Action(
        test_id="service.way", label=say("service.way", language), icon="map-marker-path", event=e.PlaceChosen(place)
    )
    more = Action(
        test_id="service.details",
        label=say("service.details", language),
        icon="text-box-outline",
        event=e.DetailsOpened(),
    )
    online = Action(
        test_id="service.online",
        label=say("service.online", language),
        icon="qrcode",
        event=e.OnlineOpened(),
        primary=True,
    )
    number = number_action(service, session, world)
    if world.terminal.fitted and _is_pickup(place, world):
        return (_collect(language), more)
    actions = [number, way if place and not service.elsewhere else None, more]
    if service.online and (number is None or number.locked):
        actions = (
            [online, number if number and not service.elsewhere else None, more] if not place else [online, way, more]
        )
    return tuple(action for action in actions if action)[:3]


def _is_pickup(place: str, world: World) -> bool:
    """Whether it is done at the pickup terminal."""
    return any(mark.kind == "pickup" and place in (mark.id, mark.ref) for mark in world.content.building.marks)


def _collect(language: str) -> Action:
    return Action(
        test_id="service.pickup",
        label=say("welcome.pickup", language),
        icon="email-open-outline",
        event=PickupOpened(),
        primary=True,
    )


def number_action(service: Service, session: Session, world: World) -> Action | None:
    """The button for a waiting number, locked with its reason; None where no number is needed."""
    language = session.language
    if world.ticket:
        label = say("service.my_number", language, label=world.ticket.label)
        return Action(test_id="service.ticket", label=label, icon="ticket-outline", event=e.TicketShown(), primary=True)
    if not service.concern or service.elsewhere:
        return None
    queue = world.queues.get(service.concern)
    locked = "" if queue is None or queue.open else queue_reason(service.concern, world, language)
    return Action(
        test_id="service.draw",
        label=say("service.draw", language),
        icon="ticket-outline",
        event=None if locked else e.ConcernChosen(service.concern),
        primary=not locked,
        locked=locked,
    )


def queue_reason(concern: str, world: World, language: str) -> str:
    """Why no number is to be had: closed and until when, used up, paused."""
    queue = world.queues[concern]
    if queue.reason != "closed":
        return say(f"tickets.{queue.reason}", language)
    one = world.content.concerns[concern]
    hours = one.hours or world.content.offices[one.office].hours
    when = wording.reopens(hours, world, language)
    return say("tickets.closed", language, when=when) if when else say("tickets.closed_now", language)
