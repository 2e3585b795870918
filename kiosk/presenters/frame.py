"""What stands around every screen: header, clock and the help bar whose order never changes."""

from kiosk.flows import events as e
from kiosk.flows.pickup import COLLECTING, COLLECTING_PASSING, HOLDS
from kiosk.flows.session import S, Session
from kiosk.flows.staff_events import StaffWanted
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, Frame, IconLine
from kiosk.presenters.only_german import partly_mark
from kiosk.presenters.world import World
from kiosk.texts import say
from kiosk.texts.shown import shown

MOMENTS = frozenset({S.DRAWING, S.PRINTING, *COLLECTING_PASSING})
"""Something works: nothing can be pressed."""
NO_BACK = frozenset({S.WELCOME, S.TICKET, S.NO_PAPER, S.UNSURE, S.CLEARED, *MOMENTS})
NO_FINISH = frozenset({S.WELCOME, S.TICKET, S.NO_PAPER, S.CLEARED, S.PICKUP_PROBLEM, S.PICKUP_DONE, *MOMENTS, *HOLDS})
"""Ticket screens end by a button that says what happens to the number; open doors are shut first."""
NO_HELP = frozenset({S.HELP, S.CLEARED, *MOMENTS})
NO_VIEW = frozenset({S.VIEW, S.CLEARED, *MOMENTS})


def frame(session: Session, world: World, only_german: IconLine | None = None) -> Frame:
    """The frame of the session's screen.

    :param only_german: the mark of a screen whose texts are not in the visitor's language.
    """
    language = session.language
    back = Action(test_id="bar.back", label=say("bar.back", language), icon="arrow-left", event=e.Back())
    finish = Action(test_id="bar.finish", label=say("bar.finish", language), icon="close", event=e.Finished())
    assist = Action(
        test_id="bar.help", label=say("bar.help", language), icon="hand-back-left-outline", event=e.HelpOpened()
    )
    first = None if session.state in NO_BACK or session.before is None else back
    second = None if session.state in NO_FINISH else finish
    notice = _notice(world, language) if session.state is S.WELCOME else ""
    return Frame(
        language=language,
        house=shown(world.content.town.house, language),
        town=shown(world.content.town.name, language),
        clock=wording.clock(world.now, language),
        help_bar=(
            first,
            second,
            _read(session, world),
            None if session.state in NO_VIEW else _view(language),
            None if session.state in NO_HELP else assist,
        ),
        no_name_hint=say("bar.no_name", language) if (first, second) == (None, None) and _nameless(session) else "",
        more_label=say("details.more", language),
        further_label=say("page.later", language),
        notice=notice,
        only_german=only_german or partly_mark(language, notice),
        hold=StaffWanted() if session.state is S.WELCOME else None,
    )


def _nameless(session: Session) -> bool:
    """Whether nothing about the person is asked on the screen."""
    return session.state not in COLLECTING


def _notice(world: World, language: str) -> str:
    today = world.now.date()
    notice = next((n for n in world.content.notices if n.first <= today <= (n.last or n.first)), None)
    return shown(notice.text, language) if notice else ""


def _read(session: Session, world: World) -> Action | None:
    """Read the screen aloud, or stop; only where there is a voice."""
    if not world.speech.available or session.state is S.CLEARED:
        return None
    key, icon = ("bar.stop", "stop") if world.speech.speaking else ("bar.read", "volume-high")
    return Action(test_id="bar.read", label=say(key, session.language), icon=icon, event=e.ReadAloud())


def _view(language: str) -> Action:
    return Action(test_id="bar.view", label=say("bar.view", language), icon="tune-variant", event=e.ViewOpened())
