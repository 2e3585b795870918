"""The welcome screen: is it open, how long is the wait, what can be done here."""

from content.wayfinding.building import Building
from kiosk.flows import events as e
from kiosk.flows.events import Event
from kiosk.flows.pickup_events import PickupOpened
from kiosk.flows.session import Session
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, IconLine, Welcome
from kiosk.presenters.frame import frame
from kiosk.presenters.languages import language_choices
from kiosk.presenters.world import World
from kiosk.texts import say

MORNING_ENDS, EVENING_BEGINS = 11, 18
"""Hours of the day for the greeting."""


def welcome(session: Session, world: World) -> Welcome:
    """The screen that stands while nobody is there."""
    language = session.language
    return Welcome(
        frame=frame(session, world),
        greeting=_greeting(world, language),
        question=say("welcome.question", language),
        lines=(_opening(world, language), _waiting(world, language), _person(world, language)),
        search=Action(
            test_id="welcome.search", label=say("welcome.search", language), icon="magnify", event=e.SearchOpened()
        ),
        tiles=_tiles(world, language),
        languages=language_choices(language),
        more_languages=Action(
            test_id="welcome.languages",
            label=say("languages.more", language),
            icon="translate",
            event=e.LanguagesOpened(),
        ),
        hour=world.now.hour,
        minute=world.now.minute,
    )


def _greeting(world: World, language: str) -> str:
    hour = world.now.hour
    part = "morning" if hour < MORNING_ENDS else "evening" if hour >= EVENING_BEGINS else "day"
    return say(f"welcome.greeting.{part}", language)


def _opening(world: World, language: str) -> IconLine:
    time = wording.until(world.content.town.hours, world, language)
    if time:
        return IconLine(
            icon="door-open", bold=say("welcome.open", language), rest=say("welcome.open_until", language, time=time)
        )
    return IconLine(
        icon="door-closed",
        bold=say("welcome.closed", language),
        rest=wording.reopens(world.content.town.hours, world, language),
    )


def _waiting(world: World, language: str) -> IconLine:
    people = sum(queue.waiting for queue in world.queues.values())
    minutes = max((q.wait_minutes or 0 for q in world.queues.values() if q.open and q.waiting), default=0)
    if not people:
        return IconLine(
            icon="account-group",
            bold=say("welcome.nobody_waits", language),
            rest=say("welcome.nobody_waits_rest", language),
        )
    if minutes:
        rest = say("welcome.waiting_rest", language, n=people, wait=say("welcome.wait", language, n=minutes))
    else:
        rest = say("welcome.waiting_only", language, n=people)
    return IconLine(icon="account-group", bold=say("welcome.waiting", language, n=people), rest=rest)


def _person(world: World, language: str) -> IconLine:
    return IconLine(
        icon="human-greeting-variant",
        bold=say("welcome.person", language),
        rest=wording.help_desk(world, language),
    )


def _tiles(world: World, language: str) -> tuple[Action, ...]:
    return (
        Action(
            test_id="welcome.tickets",
            label=say("welcome.tickets", language),
            short=say("welcome.tickets.short", language),
            icon="ticket-outline",
            event=e.TicketsOpened(),
        ),
        Action(
            test_id="welcome.topics",
            label=say("welcome.topics", language),
            short=say("welcome.topics.short", language),
            icon="view-grid-outline",
            event=e.TopicsOpened(),
        ),
        Action(
            test_id="welcome.way",
            label=say("welcome.way", language),
            short=say("welcome.way.short", language),
            icon="map-marker-path",
            event=e.PlacesOpened(),
        ),
        Action(
            test_id="welcome.pickup",
            label=say("welcome.pickup", language),
            short=say("welcome.pickup.short", language),
            icon="email-open-outline",
            event=_pickup(world),
        ),
    )


def _pickup(world: World) -> Event:
    """Collecting begins here where this machine has compartments, else with the way to where they are."""
    if world.terminal.fitted:
        return PickupOpened()
    place = _pickup_place(world.content.building)
    return e.PlaceChosen(place) if place else e.HelpOpened()


def _pickup_place(building: Building) -> str:
    return next((mark.id for mark in building.marks if mark.kind == "pickup"), "")
