"""From a session to its screen: one presenter a state."""

from collections.abc import Callable

from kiosk.flows.session import S, Session
from kiosk.presenters.contents import Screen
from kiosk.presenters.details import details, online
from kiosk.presenters.languages import languages
from kiosk.presenters.messages import cleared, drawing, help_page, paused
from kiosk.presenters.pickup import PICKUP
from kiosk.presenters.search import search
from kiosk.presenters.service import service_page
from kiosk.presenters.ticket import phone, ticket
from kiosk.presenters.tickets import no_number, tickets
from kiosk.presenters.topics import topic, topics
from kiosk.presenters.view_panel import view_panel
from kiosk.presenters.way import way
from kiosk.presenters.welcome import welcome
from kiosk.presenters.world import World

PRESENTERS: dict[S, Callable[[Session, World], Screen]] = {
    S.WELCOME: welcome,
    S.SEARCH: search,
    S.PLACES: search,
    S.TOPICS: topics,
    S.TOPIC: topic,
    S.SERVICE: service_page,
    S.DETAILS: details,
    S.ONLINE: online,
    S.WAY: way,
    S.TICKETS: tickets,
    S.DRAWING: drawing,
    S.PRINTING: ticket,
    S.TICKET: ticket,
    S.NO_PAPER: ticket,
    S.UNSURE: ticket,
    S.NO_NUMBER: no_number,
    S.PHONE: phone,
    S.VIEW: view_panel,
    S.LANGUAGES: languages,
    S.HELP: help_page,
    S.CLEARED: cleared,
    **PICKUP,
}


def present(session: Session, world: World) -> Screen:
    """What the screen shows for `session`; while the kiosk is paused, where to go instead of the welcome screen."""
    if world.pause is not None and session.state is S.WELCOME:
        return paused(session, world)
    return PRESENTERS[session.state](session, world)
