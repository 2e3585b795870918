"""The way: map, steps, levels, without steps or with; or an honest word where there is none."""

import math

from content.wayfinding.route import NoWay, Route, StepKind
from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, Choice, CodeWords, IconLine, LegendSign, Message, QrPage, StepRow, Way
from kiosk.presenters.frame import frame
from kiosk.presenters.only_german import page_mark
from kiosk.presenters.plan import plan
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import shown

STEPS = 4
"""Step rows at once."""
LEVELS = 3
"""Parts of the level segment."""


def way(session: Session, world: World) -> Way | Message:
    """The way to the session's place."""
    route = world.knowledge.way(session.place, session.step_free)
    if isinstance(route, NoWay):
        return _no_way(route, session, world)
    language = session.language
    step = min(session.step, len(route.steps) - 1)
    level = session.level if session.level in route.levels else route.steps[step].level
    assert level is not None
    place = world.knowledge.place_name(route.goal, language)
    return Way(
        frame=frame(session, world),
        title=say("way.title", language, place=place),
        sub=world.knowledge.level_name(route.levels[-1], language),
        sub_bold=say("way.minutes", language, n=minutes(route)),
        map=plan(route, level, step, world, language),
        map_name=say("way.map", language, level=world.knowledge.level_name(level, language), place=place),
        legend=_legend(route, level, language),
        levels=_levels(route, level, world, language),
        step_free=Choice(
            test_id="way.step_free",
            label=say("way.step_free", language),
            chosen=session.step_free,
            event=e.StepFreeSwitched(),
        ),
        steps_title=say("way.step", language, k=step + 1, n=len(route.steps)),
        steps=_steps(route, step, world, language),
        actions=_actions(route, step, session),
    )


def minutes(route: Route) -> int:
    """Whole minutes, at least one."""
    return max(1, math.ceil(route.duration_s / 60))


def _legend(route: Route, level: float, language: str) -> tuple[tuple[LegendSign, str], ...]:
    start_here, goal_here = route.points[0].level == level, route.points[-1].level == level
    start: tuple[LegendSign, str] = (
        ("here", say("way.here", language)) if start_here else ("start", say("way.start", language))
    )
    end: tuple[LegendSign, str]
    if goal_here:
        end = ("goal", say("way.goal", language))
    elif any(step.kind is StepKind.LIFT for step in route.steps):
        end = ("lift", say("way.lift", language))
    else:
        end = ("stairs", say("way.stairs", language))
    return (start, ("route", say("way.your_way", language)), end)


def _levels(route: Route, level: float, world: World, language: str) -> tuple[Choice, ...]:
    flats = list(dict.fromkeys(one for one in route.levels if one == int(one)))
    shown = flats if len(flats) <= LEVELS else [flats[0], flats[-1]]
    return tuple(
        Choice(
            test_id=f"level.{one:g}",
            label=world.knowledge.level_name(one, language),
            chosen=one == level,
            event=e.LevelShown(one),
        )
        for one in shown
    )


def _steps(route: Route, current: int, world: World, language: str) -> tuple[StepRow, ...]:
    texts = world.knowledge.directions(route, language)
    first = max(0, min(current - 1, len(texts) - STEPS))
    return tuple(
        StepRow(
            number=str(i + 1),
            text=texts[i],
            metres=say("way.metres", language, n=round(route.steps[i].length_m))
            if route.steps[i].length_m >= 1
            else "",
            current=i == current,
        )
        for i in range(first, min(first + STEPS, len(texts)))
    )


def _actions(route: Route, step: int, session: Session) -> tuple[Action, ...]:
    language = session.language
    actions = []
    if step > 0:
        label = say("way.previous_to", language, k=step)
        actions.append(Action(test_id="way.previous", label=label, icon="arrow-left", event=e.StepMoved(-1)))
    if step + 1 < len(route.steps):
        label = say("way.next_to", language, k=step + 2)
        actions.append(Action(test_id="way.next", label=label, icon="arrow-right", event=e.StepMoved(1), primary=True))
    if step == 0 or step + 1 == len(route.steps):
        actions.append(_print_action(session))
    return tuple(actions)


def _print_action(session: Session) -> Action:
    language = session.language
    if session.way_paper == "failed":
        return Action(test_id="way.phone", label=say("way.phone", language), icon="cellphone", event=e.PhoneOpened())
    key = {"": "way.print", "printing": "way.printing", "printed": "way.printed"}[session.way_paper]
    return Action(
        test_id="way.print",
        label=say(key, language),
        icon="check" if session.way_paper == "printed" else "printer",
        event=e.WayPrintWanted() if session.way_paper == "" else None,
    )


def _no_way(no_way: NoWay, session: Session, world: World) -> Message:
    language = session.language
    ask = say("way.ask", language, help_desk=wording.help_desk(world, language))
    to_help = Action(
        test_id="way.to_help",
        label=say("way.to_help", language),
        icon="map-marker-path",
        event=e.PlaceChosen(world.content.town.help_room),
        primary=True,
    )
    if no_way.reason == "no-step-free-way":
        with_steps = Action(
            test_id="way.with_steps", label=say("way.with_steps", language), icon="stairs", event=e.StepFreeSwitched()
        )
        advice = shown(world.content.town.no_step_free_way, language)
        return Message(
            frame=frame(session, world, page_mark(language, (advice,))),
            icon="wheelchair-accessibility",
            title=say("way.none_step_free", language),
            sentences=(advice,),
            lines=(IconLine(icon="human-greeting-variant", rest=ask),),
            actions=(to_help, with_steps),
        )
    title = "way.none_closed" if no_way.reason == "closed" else "way.none"
    return Message(
        frame=frame(session, world),
        icon="map-marker-off",
        tone="warn",
        title=say(title, language),
        sentences=(ask,),
        actions=(to_help,) if session.place != world.content.town.help_room else (),
    )


def phone_way(session: Session, world: World) -> QrPage:
    """The directions as a code for the phone."""
    language = session.language
    return QrPage(
        frame=frame(session, world),
        title=say("way.phone_title", language),
        sentences=(say("way.phone_lead", language),),
        data=world.phone_payload,
        code=CodeWords(holds=say("code.way", language), instead=say("code.way_instead", language)),
        caption=world.knowledge.place_name(session.place, language),
        actions=(),
    )
