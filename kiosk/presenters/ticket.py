"""The number on the screen: on its way, on paper, without paper, or nobody knows yet; and as a code for the phone."""

from kiosk.flows import events as e
from kiosk.flows.session import S, Session
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, CodeWords, IconLine, Message, QrPage, Ticket
from kiosk.presenters.frame import frame
from kiosk.presenters.messages import drawing
from kiosk.presenters.way import phone_way
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.ticketing import model
from kiosk.ticketing.facts import ticket_facts
from kiosk.ticketing.lines import TicketFacts, ticket_lines
from kiosk.ticketing.model import TicketState
from kiosk.ticketing.phone import phone_payload

CAUSES = {
    "printer.paper_out": ("ticket.no_paper", "ticket.printer_paper"),
    "printer.cover_open": ("ticket.cover", "ticket.printer_cover"),
    "printer.no_answer": ("ticket.no_printer", "ticket.printer_off"),
}
"""Trouble of the printer -> what it means for the visitor, and how the strip calls it."""
OTHER_CAUSE = ("ticket.no_printer", "ticket.printer_stuck")


def ticket(session: Session, world: World) -> Ticket | Message:
    """The number in the session's state."""
    if world.ticket is None:
        return drawing(session, world)
    facts = ticket_facts(world.ticket, world.content, world.knowledge, session.language)
    screens = {S.PRINTING: _printing, S.NO_PAPER: _no_paper, S.UNSURE: _unsure}
    return screens.get(session.state, _on_paper)(session, world, world.ticket, facts)


def _lines(number: model.Ticket, facts: TicketFacts, *, brief: bool = False) -> tuple[IconLine, ...]:
    return tuple(
        IconLine(icon=line.icon, bold=line.bold, rest=line.rest) for line in ticket_lines(number, facts, brief=brief)
    )


def _printing(session: Session, world: World, number: model.Ticket, facts: TicketFacts) -> Ticket:
    strip = IconLine(icon="printer", bold=say("ticket.printing", session.language), tone="ok")
    return _paper(session, world, number, facts, strip, actions=(), bottom=None)


def _on_paper(session: Session, world: World, number: model.Ticket, facts: TicketFacts) -> Ticket:
    language = session.language
    return _paper(
        session,
        world,
        number,
        facts,
        strip=IconLine(icon="arrow-down-thick", bold=say("ticket.take", language)),
        actions=(_way(number, world, language, primary=True), _phone(language), *_papers(session, world)),
        bottom=Action(test_id="ticket.done", label=say("ticket.done", language), icon="check", event=e.Finished()),
    )


def _paper(
    session: Session,
    world: World,
    number: model.Ticket,
    facts: TicketFacts,
    strip: IconLine,
    actions: tuple[Action, ...],
    bottom: Action | None,
) -> Ticket:
    """The number as it stands on the paper, or will in a moment."""
    return Ticket(
        frame=frame(session, world),
        title=say("ticket.title", session.language),
        sentences=(),
        heading=f"{facts.house} {facts.town}",
        number=number.label,
        concern=facts.concern,
        lines=_lines(number, facts),
        looks_like_paper=True,
        strip=strip,
        actions=actions,
        bottom=bottom,
    )


def _no_paper(session: Session, world: World, number: model.Ticket, facts: TicketFacts) -> Ticket:
    """The number counts, only paper is missing. Printed again only if surely none of it was sent (ADR 0003)."""
    language = session.language
    unsure = number.paper_missed or number.state is TicketState.UNCONFIRMED
    meaning, cause = CAUSES.get(world.printer.trouble, OTHER_CAUSE)
    sentences: tuple[str, ...] = (say(meaning, language), say("ticket.staff_know", language))
    if not world.printer.trouble:
        sentences = (say("ticket.maybe_paper" if unsure else "ticket.printer_again", language),)
    since = world.printer.since
    actions = [_phone(language, primary=True), _way(number, world, language), *_papers(session, world)]
    if number.state is TicketState.NOT_PRINTED and not world.printer.trouble:
        actions.append(
            Action(
                test_id="ticket.print_again",
                label=say("ticket.print_again", language),
                icon="printer",
                event=e.PrintAgain(),
            )
        )
    return Ticket(
        frame=frame(session, world),
        title=say("ticket.valid", language),
        sentences=sentences,
        heading="",
        number=number.label,
        concern=facts.concern,
        lines=_lines(number, facts, brief=True),
        qr=world.phone_payload or phone_payload(number, facts),
        code=_code(number.label, language),
        looks_like_paper=False,
        strip=IconLine(
            icon="printer-alert",
            bold=say(cause, language),
            rest=say("ticket.since", language, time=wording.clock(since, language)) if since else "",
            tone="warn",
        )
        if world.printer.trouble
        else None,
        actions=tuple(actions),
        bottom=Action(
            test_id="ticket.remembered",
            label=say("ticket.remembered", language, label=number.label),
            icon="check",
            event=e.NumberRemembered(),
        ),
    )


def _unsure(session: Session, world: World, number: model.Ticket, facts: TicketFacts) -> Ticket:
    """The printer did not confirm: the visitor sees best whether there is paper."""
    language = session.language
    return Ticket(
        frame=frame(session, world),
        title=say("ticket.unsure", language),
        sentences=(say("ticket.unsure_lead", language, label=number.label),),
        heading="",
        number=number.label,
        concern=facts.concern,
        lines=_lines(number, facts, brief=True),
        looks_like_paper=False,
        strip=IconLine(icon="printer-alert", bold=say("ticket.unsure_strip", language), tone="warn"),
        actions=(
            Action(
                test_id="ticket.came",
                label=say("ticket.came", language),
                icon="check",
                event=e.PaperCame(),
                primary=True,
            ),
            Action(
                test_id="ticket.missing", label=say("ticket.missing", language), icon="close", event=e.PaperMissing()
            ),
        ),
        bottom=None,
    )


def _code(label: str, language: str) -> CodeWords:
    return CodeWords(holds=say("code.number", language, label=label), instead=say("code.number_instead", language))


def _way(number: model.Ticket, world: World, language: str, *, primary: bool = False) -> Action:
    concern = world.content.concerns.get(number.concern)
    place = concern.waiting_area if concern else world.content.town.help_room
    return Action(
        test_id="ticket.way",
        label=say("ticket.way", language),
        icon="map-marker-path",
        event=e.PlaceChosen(place),
        primary=primary,
    )


def _phone(language: str, *, primary: bool = False) -> Action:
    return Action(
        test_id="ticket.phone",
        label=say("ticket.phone", language),
        icon="cellphone",
        event=e.PhoneOpened(),
        primary=primary,
    )


def _papers(session: Session, world: World) -> tuple[Action, ...]:
    """What to bring, where a service is in mind."""
    if session.service not in world.content.services:
        return ()
    return (
        Action(
            test_id="ticket.papers",
            label=say("ticket.papers", session.language),
            icon="format-list-checks",
            event=e.ServiceChosen(session.service),
        ),
    )


def phone(session: Session, world: World) -> QrPage:
    """The number as a code, or the way where no number was drawn."""
    if world.ticket is None:
        return phone_way(session, world)
    language = session.language
    return QrPage(
        frame=frame(session, world),
        title=say("ticket.phone_title", language),
        sentences=(say("ticket.phone_lead", language),),
        data=world.phone_payload,
        code=_code(world.ticket.label, language),
        caption=world.ticket.label,
        actions=(),
    )
