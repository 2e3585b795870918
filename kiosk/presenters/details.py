"""More about a service, and its online way as a code for the phone."""

from content.model.opening import describe_week
from content.model.services import Service
from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, CodeWords, Details, QrPage
from kiosk.presenters.frame import frame
from kiosk.presenters.service import hours_of, number_action, paper_words, place_of
from kiosk.presenters.world import World
from kiosk.texts import say

SHORT_PAPERS = 3
"""With more papers, or after a number was drawn, the list stands first."""


def details(session: Session, world: World) -> Details:
    """Everything the content knows of the service, in paragraphs."""
    language, service = session.language, world.content.services[session.service]
    paragraphs = [(say(f"details.{key}", language), text) for key, text in _texts(service, world, language) if text]
    return Details(
        frame=frame(session, world),
        title=service.title.in_language(language),
        paragraphs=tuple(paragraphs),
        actions=_actions(service, session, world),
        more_label=say("details.more", language),
    )


def _texts(service: Service, world: World, language: str) -> list[tuple[str, str]]:
    papers = wording.ordered(paper_words(service, i, language) for i in range(len(service.papers)))
    summary = ("about", service.summary.in_language(language))
    return [
        *([("papers", papers), summary] if world.ticket else [summary, ("papers", papers)]),
        ("who", _who(service, world, language)),
        ("deadline", service.deadline.in_language(language) if service.deadline else ""),
        ("fees", _fees(service, language)),
        ("payment", service.payment.in_language(language) if service.payment else ""),
        ("processing", _processing(service, language)),
        ("hours", "" if service.elsewhere else ", ".join(describe_week(hours_of(service, world.content), language))),
        ("law", wording.ordered(service.legal_basis)),
    ]


def _who(service: Service, world: World, language: str) -> str:
    if service.elsewhere:
        one = service.elsewhere
        where = one.where.in_language(language) if one.where else ""
        return wording.ordered((one.who.in_language(language), where, one.phone or "", one.website or ""))
    office = world.content.offices.get(service.office or "")
    return wording.ordered((office.name.in_language(language), office.phone or "")) if office else ""


def _fees(service: Service, language: str) -> str:
    parts = []
    for one in service.fees:
        price = wording.fee(one, language)
        if one.only_for:
            price = say("service.fee_more", language, price=price, only_for=one.only_for.in_language(language))
        parts.append(price)
    return wording.ordered(parts)


def _processing(service: Service, language: str) -> str:
    parts = (service.processing_time, service.processing_note)
    return wording.ordered(part.in_language(language) for part in parts if part)


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
