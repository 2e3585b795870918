""" "Ansicht": colours, size of type, height of the controls, movement, speech, and how the screen is operated."""

from collections.abc import Iterator, Sequence

from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.flows.view import SPEEDS, TEXT_SCALES, THEMES, VOLUMES
from kiosk.presenters.capacity import capacity
from kiosk.presenters.contents import Action, Choice, Setting, ViewPanel
from kiosk.presenters.frame import frame
from kiosk.presenters.paging import paged
from kiosk.presenters.world import World
from kiosk.texts import say


def view_panel(session: Session, world: World) -> ViewPanel:
    """The settings of the session's view, as many as a page holds."""
    language = session.language
    size = capacity(session.view, portrait=world.portrait).settings
    shown, (earlier, later) = paged(list(_settings(session, world)), session.first, size, language)
    return ViewPanel(
        frame=frame(session, world),
        title=say("view.title", language),
        lead=say("view.lead", language),
        settings=tuple(shown),
        actions=() if earlier else _actions(session),
        earlier=earlier,
        later=later,
    )


def _settings(session: Session, world: World) -> Iterator[Setting]:
    view = session.view
    yield _one_of("theme", "palette", [(e.ThemeChosen(name), name, view.theme == name) for name in THEMES], session)
    scales = [(e.TextScaleChosen(s), str(i), view.text_scale == s) for i, s in enumerate(TEXT_SCALES, 1)]
    yield _one_of("text", "format-size", scales, session)
    yield _switch("low", "arrow-collapse-down", e.LowReachSwitched(), view.low_reach, session)
    yield _switch("still", "motion-pause-outline", e.MotionSwitched(), view.still, session)
    if world.speech.available:
        yield _switch("reading", "account-voice", e.ReadingSwitched(), view.reading, session)
        speeds = [(e.SpeedChosen(s), str(i), view.speed == s) for i, s in enumerate(SPEEDS, 1)]
        yield _one_of("speed", "speedometer", speeds, session)
        volumes = [(e.VolumeChosen(v), str(i), view.volume == v) for i, v in enumerate(VOLUMES, 1)]
        yield _one_of("volume", "volume-high", volumes, session)
    yield _switch("scanning", "gesture-tap-button", e.ScanningSwitched(), view.scanning, session)


def _one_of(name: str, icon: str, offered: Sequence[tuple[e.Event, str, bool]], session: Session) -> Setting:
    choices = tuple(
        Choice(
            test_id=f"view.{name}.{value}",
            label=say(f"view.{name}.{value}", session.language),
            chosen=chosen,
            event=event,
        )
        for event, value, chosen in offered
    )
    return Setting(id=f"view.{name}", icon=icon, label=say(f"view.{name}", session.language), choices=choices)


def _switch(name: str, icon: str, event: e.Event, on: bool, session: Session) -> Setting:
    label = say(f"view.{name}", session.language)
    choice = Choice(test_id=f"view.{name}", label=label, chosen=on, event=event)
    return Setting(id=f"view.{name}", icon=icon, label=label, choices=(choice,))


def _actions(session: Session) -> tuple[Action, ...]:
    language = session.language
    to_languages = Action(
        test_id="view.language", label=say("view.language", language), icon="translate", event=e.LanguagesOpened()
    )
    if session.view == session.usual:
        return (to_languages,)
    reset = Action(test_id="view.reset", label=say("view.reset", language), icon="restore", event=e.ViewReset())
    return (to_languages, reset)
