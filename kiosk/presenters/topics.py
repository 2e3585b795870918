"""Life situations as tiles, and the services of one of them as rows."""

from content.model.services import Service
from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.presenters.capacity import capacity
from kiosk.presenters.contents import Action, Listing, Row, Topics
from kiosk.presenters.frame import frame
from kiosk.presenters.only_german import list_mark
from kiosk.presenters.paging import paged
from kiosk.presenters.search import service_second
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import shown


def topics(session: Session, world: World) -> Topics:
    """Choosing by what happens in life."""
    language, situations = session.language, list(world.content.life_situations.values())
    fits = capacity(session.view, portrait=world.portrait)
    page, (earlier, later) = paged(situations, session.first, fits.tiles, language, fits.whole_tiles)
    return Topics(
        frame=frame(session, world, list_mark(language, [shown(one.title, language) for one in page])),
        title=say("topics.title", language),
        lead=say("topics.lead", language),
        tiles=tuple(
            Action(
                test_id=f"topic.{situation.id}",
                label=shown(situation.title, language),
                icon=situation.icon,
                event=e.TopicChosen(situation.id),
            )
            for situation in page
        ),
        earlier=earlier,
        later=later,
    )


def topic(session: Session, world: World) -> Listing:
    """The services of one life situation."""
    language = session.language
    services = [s for s in world.content.services.values() if session.topic in s.life_situations]
    size = capacity(session.view, portrait=world.portrait).rows
    page, (earlier, later) = paged(services, session.first, size, language)
    situation = world.content.life_situations.get(session.topic)
    return Listing(
        frame=frame(session, world, list_mark(language, [shown(one.title, language) for one in page])),
        title=shown(situation.title, language) if situation else "",
        lead=say("topic.lead", language),
        rows=tuple(
            Row(
                test_id=f"service.{service.id}",
                icon=service.icon,
                title=shown(service.title, language),
                second=_second(service, world, language),
                event=e.ServiceChosen(service.id),
            )
            for service in page
        ),
        earlier=earlier,
        later=later,
    )


def _second(service: Service, world: World, language: str) -> str:
    """Short: the rows of a list are low."""
    return say("service.elsewhere_short", language) if service.elsewhere else service_second(service, world, language)
