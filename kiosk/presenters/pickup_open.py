"""From the pulse to the closed door: where it is, how it stands, what to do, and what may be wrong."""

from kiosk.flows import events as e
from kiosk.flows import pickup_events as p
from kiosk.flows.session import Session
from kiosk.presenters.contents import Action, IconLine, Message, StepRow
from kiosk.presenters.frame import frame
from kiosk.presenters.pickup_code import to_desk
from kiosk.presenters.pickup_contents import LockerPage
from kiosk.presenters.pickup_documents import things
from kiosk.presenters.pickup_wall import wall, where
from kiosk.presenters.world import World
from kiosk.texts import say


def _number(session: Session) -> str:
    document = session.collecting.document
    return document.compartment if document else ""


def _place(session: Session, world: World) -> IconLine:
    """Where the own door is; its number alone where nothing is known of the wall."""
    number, language = _number(session), session.language
    line = where(world.terminal, number, language)
    return line or IconLine(icon="locker", rest=say("pickup.compartment", language, number=number))


def _door(session: Session, world: World) -> str:
    """What the sensor says of the own door now."""
    number = _number(session)
    return next((one.door for one in world.terminal.compartments if one.compartment.id == number), "unknown")


def moment(session: Session, world: World) -> Message:
    """While something works: a word, nothing to press."""
    language, state = session.language, session.state
    icon = {"pickup_opening": "lock-open-variant-outline", "pickup_confirming": "check"}.get(state, "timer-sand")
    return Message(
        frame=frame(session, world),
        icon=icon,
        title=say(f"pickup.moment.{state.removeprefix('pickup_')}", language),
        sentences=(say("pickup.moment", language),),
        actions=(),
    )


def unseen(session: Session, world: World) -> LockerPage:
    """The sensor says nothing: the visitor sees best."""
    language, number = session.language, _number(session)
    return LockerPage(
        frame=frame(session, world),
        title=say("pickup.unseen.title", language, number=number),
        where=_place(session, world),
        wall=wall(world.terminal, number, language, open=False),
        lines=_coming(session),
        actions=(
            Action(
                test_id="pickup.is_open",
                label=say("pickup.unseen.open", language),
                icon="check",
                event=p.OpenTold(),
                primary=True,
            ),
            _problem("jammed", "lock-alert-outline", say("pickup.unseen.closed", language)),
        ),
    )


def _coming(session: Session) -> tuple[IconLine, ...]:
    """Somebody was called."""
    now, language = session.collecting, session.language
    if not (now.staff_know or now.warned == "staff"):
        return ()
    return (IconLine(icon="account-alert-outline", rest=say("pickup.coming", language), tone="warn"),)


def _problem(problem: str, icon: str, label: str) -> Action:
    event = p.ProblemTold(problem)  # type: ignore[arg-type]  # one of the three words
    return Action(test_id=f"pickup.{problem}", label=label, icon=icon, event=event)


def open_door(session: Session, world: World) -> LockerPage:
    """The door is open: take everything, push it shut."""
    now, language, number = session.collecting, session.language, _number(session)
    contents = now.document.contents if now.document else ("document",)
    how = _how_it_stands(session)
    return LockerPage(
        frame=frame(session, world),
        title=say("pickup.open.title", language, number=number),
        where=_place(session, world),
        wall=wall(world.terminal, number, language, open=True),
        lines=(how, *_coming(session)),
        aloud=" ".join(line.rest for line in (how, *_coming(session))) if now.warned else "",
        steps=(
            StepRow(
                number="1",
                text=say("pickup.step.take", language, things=things(contents, language)),
                metres="",
                current=not now.taken_told,
            ),
            StepRow(number="2", text=say("pickup.step.shut", language), metres="", current=now.taken_told),
        ),
        actions=(
            _all_taken(session, world),
            _problem("jammed", "lock-alert-outline", say("pickup.jammed", language)),
            _problem("empty", "help-circle-outline", say("pickup.empty", language)),
            _problem("wrong_document", "file-alert-outline", say("pickup.wrong_document", language)),
        ),
    )


def _how_it_stands(session: Session) -> IconLine:
    now, language, number = session.collecting, session.language, _number(session)
    if now.warned:
        return IconLine(icon="alert", rest=say("pickup.left_open", language, number=number), tone="warn")
    if now.taken_told:
        return IconLine(icon="door-open", rest=say("pickup.shut_now", language), tone="warn")
    return IconLine(icon="door-open", rest=say("pickup.stands_open", language, number=number), tone="warn")


def _all_taken(session: Session, world: World) -> Action:
    """All was taken; after that, where the sensor says nothing, that the door is closed."""
    now, language = session.collecting, session.language
    if not now.taken_told:
        return Action(
            test_id="pickup.taken",
            label=say("pickup.taken", language),
            icon="check",
            event=p.TakenTold(),
            primary=True,
        )
    unknown = _door(session, world) == "unknown"
    return Action(
        test_id="pickup.closed",
        label=say("pickup.closed", language),
        icon="door-closed",
        event=p.ClosedTold() if unknown else None,
        primary=unknown,
        locked="" if unknown else say("pickup.closed.seen", language),
    )


def taken(session: Session, world: World) -> Message:
    """The door is closed: was everything taken?"""
    language = session.language
    return Message(
        frame=frame(session, world),
        icon="help-circle-outline",
        title=say("pickup.taken.title", language),
        sentences=(say("pickup.taken.lead", language, number=_number(session)),),
        lines=_coming(session),
        actions=(
            Action(
                test_id="pickup.taken",
                label=say("pickup.taken", language),
                icon="check",
                event=p.TakenTold(),
                primary=True,
            ),
            Action(
                test_id="pickup.still_inside",
                label=say("pickup.still_inside", language),
                icon="package-variant",
                event=p.StillInside(),
            ),
            _problem("empty", "help-circle-outline", say("pickup.empty", language)),
            _problem("wrong_document", "file-alert-outline", say("pickup.wrong_document", language)),
        ),
    )


def stuck(session: Session, world: World) -> LockerPage:
    """The door did not open."""
    now, language, number = session.collecting, session.language, _number(session)
    again = Action(
        test_id="pickup.again", label=say("pickup.again", language), icon="refresh", event=p.OpenAgain(), primary=True
    )
    call = _problem("jammed", "hand-back-left-outline", say("pickup.call", language))
    return LockerPage(
        frame=frame(session, world),
        title=say("pickup.stuck.title", language, number=number),
        where=_place(session, world),
        wall=wall(world.terminal, number, language, open=False),
        lines=(IconLine(icon="gesture-tap", rest=say("pickup.stuck.lead", language), tone="warn"),),
        actions=(again, call) if now.again else (_primary(call),),
    )


def _primary(action: Action) -> Action:
    return Action(test_id=action.test_id, label=action.label, icon=action.icon, event=action.event, primary=True)


def problem(session: Session, world: World) -> Message:
    """Staff are called, and come as soon as they know; the desk helps meanwhile."""
    now, language = session.collecting, session.language
    lines = []
    if now.staff_know:
        lines.append(IconLine(icon="check-circle-outline", rest=say("pickup.problem.known", language), tone="ok"))
        lines.append(IconLine(icon="shield-check-outline", rest=say("pickup.problem.safe", language)))
    if _door(session, world) == "open":
        shut = say("pickup.left_open", language, number=_number(session))
        lines.append(IconLine(icon="door-open", rest=shut, tone="warn"))
    return Message(
        frame=frame(session, world),
        icon="account-alert-outline",
        tone="warn",
        title=say("pickup.problem.title" if now.staff_know else "pickup.problem.calling", language),
        sentences=(say("pickup.problem.lead", language),),
        lines=tuple(lines),
        actions=(
            to_desk(world, language, primary=True),
            Action(test_id="pickup.finish", label=say("pickup.finish", language), icon="close", event=e.Finished()),
        ),
    )
