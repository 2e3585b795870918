"""More about a service, and its online way as a code for the phone."""

from content.model.services import Service
from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, CodeWords, Details, QrPage
from kiosk.presenters.frame import frame
from kiosk.presenters.only_german import page_mark
from kiosk.presenters.service import hours_of, number_action, paper_words, place_of
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import shown

SHORT_PAPERS = 3
"""With more papers, or after a number was drawn, the list stands first."""


def details(session: Session, world: World) -> Details:
    """Everything the content knows of the service, in paragraphs."""
    language, service = session.language, world.content.services[session.service]
    paragraphs = [(say(f"details.{key}", language), text) for key, text in _texts(service, world, language) if text]
    title, summary = shown(service.title, language), shown(service.summary, language)
    return Details(
        frame=frame(session, world, page_mark(language, (title, summary), (text for _, text in paragraphs))),
        title=title,
        paragraphs=tuple(paragraphs),
        actions=_actions(service, session, world),
    )


def _texts(service: Service, world: World, language: str) -> list[tuple[str, str]]:
    papers = wording.ordered(paper_words(service, i, language) for i in range(len(service.papers)))
    summary = ("about", shown(service.summary, language))
    return [
        *([("papers", papers), summary] if world.ticket else [summary, ("papers", papers)]),
        ("who", _who(service, world, language)),
        ("deadline", shown(service.deadline, language) if service.deadline else ""),
        ("fees", _fees(service, language)),
        ("payment", shown(service.payment, language) if service.payment else ""),
        ("processing", _processing(service, language)),
        ("hours", "" if service.elsewhere else wording.week(hours_of(service, world.content), language)),
        ("law", wording.ordered(service.legal_basis)),
    ]


def _who(service: Service, world: World, language: str) -> str:
    if service.elsewhere:
        one = service.elsewhere
        where = shown(one.where, language) if one.where else ""
        return wording.ordered((shown(one.who, language), where, one.phone or "", one.website or ""))
    office = world.content.offices.get(service.office or "")
    return wording.ordered((shown(office.name, language), office.phone or "")) if office else ""


def _fees(service: Service, language: str) -> str:
    return wording.ordered(wording.fee_for(one, language) for one in service.fees)


def _processing(service: Service, language: str) -> str:
    parts = (service.processing_time, service.processing_note)
    return wording.ordered(shown(part, language) for part in parts if part)


def _actions(service: Service, session: Session, world: World) -> tuple[Action, ...]:
    language = session.language
    number = number_action(service, session, world)
    online = None
    if service.online:
        online = Action(
            test_id="details.online",
            label=say("service.online", language),
            icon="qrcode",
            event=e.OnlineOpened(),
            primary=number is None or bool(number.locked),
        )
    place = place_of(service, world.content)
    way = Action(
        test_id="details.way", label=say("service.way", language), icon="map-marker-path", event=e.PlaceChosen(place)
    )
    return tuple(action for action in (number, online, way if place and not service.elsewhere else None) if action)


def online(session: Session, world: World) -> QrPage:
    """The https address of the service as a code."""
    language, service = session.language, world.content.services.get(session.service)
    address = (service.online if service else None) or world.content.town.website or ""
    return QrPage(
        frame=frame(session, world),
        title=say("online.title", language),
        sentences=(say("online.second", language), say("online.lead", language)),
        data=address,
        code=CodeWords(
            holds=say("code.address", language, address=address.removeprefix("https://")),
            instead=say("code.address_instead", language),
        ),
        caption=address.removeprefix("https://"),
        actions=(),
    )
