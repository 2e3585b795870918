"""Help, "everything deleted", out of order, and the question whether somebody is still there."""

from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, IconLine, Message, Question
from kiosk.presenters.frame import frame
from kiosk.presenters.world import World
from kiosk.texts import say


def help_page(session: Session, world: World) -> Message:
    """Where a person helps, and how this machine is used."""
    language, town = session.language, world.content.town
    lines = [
        IconLine(icon="gesture-tap-button", rest=say("help.how", language)),
        IconLine(icon="shield-lock-outline", rest=say("help.privacy", language)),
    ]
    if town.phone:
        lines.insert(0, IconLine(icon="phone", rest=say("help.phone", language, phone=town.phone)))
    return Message(
        frame=frame(session, world),
        icon="hand-back-left-outline",
        title=say("help.title", language),
        sentences=(say("help.where", language, help_desk=wording.help_desk(world, language)),),
        lines=tuple(lines),
        actions=(
            Action(
                test_id="help.way",
                label=say("help.way", language),
                icon="map-marker-path",
                event=e.PlaceChosen(town.help_room),
                primary=True,
            ),
            Action(test_id="help.go_on", label=say("help.go_on", language), icon="arrow-left", event=e.Back()),
        ),
    )


def paused(session: Session, world: World) -> Message:
    """The kiosk makes a pause: why, until when, and where to go meanwhile."""
    language, pause = session.language, world.pause
    assert pause is not None, "shown only while there is a pause"
    sentences = [
        say(f"paused.reason.{pause.reason}", language),
        say("paused.where", language, help_desk=wording.help_desk(world, language)),
    ]
    if pause.until is not None:
        sentences.append(say("paused.until", language, time=wording.clock(pause.until, language)))
    return Message(
        frame=frame(session, world),
        icon="pause-circle-outline",
        tone="warn",
        title=say("paused.title", language),
        sentences=tuple(sentences),
        actions=(
            Action(
                test_id="paused.way",
                label=say("paused.way", language),
                icon="map-marker-path",
                event=e.PlaceChosen(world.content.town.help_room),
                primary=True,
            ),
        ),
    )


def cleared(session: Session, world: World) -> Message:
    """Shown for two seconds after a session ended."""
    language = session.language
    return Message(
        frame=frame(session, world),
        icon="check-circle-outline",
        tone="ok",
        title=say("cleared.title", language),
        sentences=(say("cleared.lead", language),),
        actions=(),
    )


def drawing(session: Session, world: World) -> Message:
    """While the number is put on disk."""
    language = session.language
    return Message(
        frame=frame(session, world),
        icon="ticket-outline",
        title=say("drawing.title", language),
        sentences=(say("drawing.lead", language),),
        actions=(),
    )


def question(session: Session, world: World, seconds: int, of: int) -> Question:
    """ "Sind Sie noch da?" with the seconds left of the `of` there were."""
    language = session.language
    label = world.ticket.label if world.ticket else ""
    return Question(
        icon="timer-outline",
        title=say("idle.title", language),
        text=say("idle.text", language),
        seconds=seconds,
        seconds_label=say("idle.seconds", language, n=seconds),
        share=None if session.view.still else min(1.0, max(0.0, 1 - seconds / of)) if of else 1.0,
        yes=Action(
            test_id="idle.yes", label=say("idle.yes", language), icon="check", event=e.StillThere(), primary=True
        ),
        no=Action(test_id="idle.no", label=say("idle.no", language), icon="close", event=e.Finished()),
        footnote=say("idle.ticket", language, label=label) if label else "",
    )
