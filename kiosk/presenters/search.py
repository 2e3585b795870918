"""Searching by typing: services by everyday words, or places for the way."""

from content.model.services import Service
from kiosk.flows import events as e
from kiosk.flows.session import S, Session
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, Choice, Row, Search
from kiosk.presenters.frame import frame
from kiosk.presenters.service import place_of
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import shown

ROWS = 3
"""Result rows on the screen."""
HITS = 9
"""Results offered in all; the arrows move through them."""


def search(session: Session, world: World) -> Search:
    """What was found for what is typed so far."""
    language = session.language
    kind = "places" if session.state is S.PLACES else "services"
    look = world.knowledge.places if kind == "places" else world.knowledge.services
    found = look(session.query, language)
    ids = found.ids[:HITS]
    choice = min(session.choice, max(0, len(ids) - 1))
    first = max(0, min(choice - 1, len(ids) - ROWS))
    make = _place_row if kind == "places" else _service_row
    rows = tuple(make(i, world, language, i == ids[choice]) for i in ids[first : first + ROWS])
    chosen = next((row for row in rows if row.chosen), None)
    return Search(
        frame=frame(session, world),
        kind="places" if kind == "places" else "services",
        title=say(f"search.{kind}", language),
        query=session.query,
        hint=say(f"search.hint.{kind}", language),
        corrected=found.corrected,
        corrected_label=say("search.corrected", language),
        rows=rows,
        message="" if rows else _message(session, world, kind),
        words=tuple(
            Choice(test_id=f"word.{n}", label=word, chosen=False, event=e.WordTaken(word))
            for n, word in enumerate(world.knowledge.words(session.query, language, kind)[:3])
        ),
        up=Action(
            test_id="key.up",
            label=say("search.up", language),
            icon="arrow-up",
            event=e.ChoiceMoved(choice - 1 - session.choice) if choice > 0 else None,
        ),
        down=Action(
            test_id="key.down",
            label=say("search.down", language),
            icon="arrow-down",
            event=e.ChoiceMoved(choice + 1 - session.choice) if choice + 1 < len(ids) else None,
        ),
        open=Action(
            test_id="key.open",
            label=say("search.open", language),
            icon="arrow-right",
            primary=True,
            event=chosen.event if chosen else None,
        ),
        space_label=say("search.space", language),
        erase_label=say("search.erase", language),
        signs_label=say("search.signs", language),
        letters_label=say("search.letters", language),
    )


def _message(session: Session, world: World, kind: str) -> str:
    if session.query.strip():
        return say("search.nothing", session.language, help_desk=wording.help_desk(world, session.language))
    return say(f"search.start.{kind}", session.language)


def service_second(service: Service, world: World, language: str) -> str:
    """The second line of a service in a list: price and place, or who does it."""
    if service.elsewhere:
        return say("service.elsewhere_rest", language, who=shown(service.elsewhere.who, language))
    cost = wording.fee(service.fees[0], language) if service.fees else ""
    if service.free:
        cost = say("service.free", language)
    place = place_of(service, world.content)
    return wording.ordered((cost, world.knowledge.place_name(place, language) if place else ""))


def _service_row(service_id: str, world: World, language: str, chosen: bool) -> Row:
    service = world.content.services[service_id]
    return Row(
        test_id=f"service.{service_id}",
        icon=service.icon,
        title=shown(service.title, language),
        second=service_second(service, world, language),
        chosen=chosen,
        event=e.ServiceChosen(service_id),
    )


def _place_row(place: str, world: World, language: str, chosen: bool) -> Row:
    return Row(
        test_id=f"place.{place}",
        icon="map-marker",
        title=world.knowledge.place_name(place, language),
        second=world.knowledge.level_name(world.knowledge.place_level(place), language),
        chosen=chosen,
        event=e.PlaceChosen(place),
    )
