"""Life situations as tiles, and the services of one of them as rows."""

from content.model.services import Service
from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.presenters.contents import Action, Listing, Row, Topics
from kiosk.presenters.frame import frame
from kiosk.presenters.only_german import list_mark
from kiosk.presenters.search import service_second
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import shown

TILES = 6
ROWS = 4


def page_of(page: int, count: int, size: int) -> int:
    """The page itself, or the last one there is."""
    return min(page, max(0, (count - 1) // size))


def pager(page: int, count: int, size: int, language: str) -> tuple[Action | None, Action | None]:
    """Controls for the page before and the page after, None where there is none."""
    earlier = Action(test_id="page.earlier", label=say("page.earlier", language), icon="arrow-up", event=e.Paged(-1))
    later = Action(test_id="page.later", label=say("page.later", language), icon="arrow-down", event=e.Paged(1))
    return (earlier if page > 0 else None, later if (page + 1) * size < count else None)


def topics(session: Session, world: World) -> Topics:
    """Choosing by what happens in life."""
    language, situations = session.language, list(world.content.life_situations.values())
    page = page_of(session.page, len(situations), TILES)
    earlier, later = pager(page, len(situations), TILES, language)
    situations = situations[page * TILES : (page + 1) * TILES]
    return Topics(
        frame=frame(session, world, list_mark(language, [shown(one.title, language) for one in situations])),
        title=say("topics.title", language),
        lead=say("topics.lead", language),
        tiles=tuple(
            Action(
                test_id=f"topic.{situation.id}",
                label=shown(situation.title, language),
                icon=situation.icon,
                event=e.TopicChosen(situation.id),
            )
            for situation in situations
        ),
        earlier=earlier,
        later=later,
    )


def topic(session: Session, world: World) -> Listing:
    """The services of one life situation."""
    language = session.language
    services = [s for s in world.content.services.values() if session.topic in s.life_situations]
    page = page_of(session.page, len(services), ROWS)
    earlier, later = pager(page, len(services), ROWS, language)
    services = services[page * ROWS : (page + 1) * ROWS]
    situation = world.content.life_situations.get(session.topic)
    return Listing(
        frame=frame(session, world, list_mark(language, [shown(one.title, language) for one in services])),
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
            for service in services
        ),
        earlier=earlier,
        later=later,
    )


def _second(service: Service, world: World, language: str) -> str:
    """Short: the rows of a list are low."""
    return say("service.elsewhere_short", language) if service.elsewhere else service_second(service, world, language)
