"""The flow tables: every arrow leads somewhere, nothing is a dead end, and what is not in the table changes nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flows import diagram, events, pickup_events
from kiosk.flows.flow import Stays
from kiosk.flows.idle import IDLE
from kiosk.flows.session import PASSING, SESSION, SHOWS_NUMBER, S, Session, advance
from kiosk.flows.view import TEXT_SCALES, THEMES, View
from kiosk.pickup.words import Document, Way, Who

EVENTS = [
    thing
    for thing in (*vars(events).values(), *vars(pickup_events).values())
    if isinstance(thing, type)
    and issubclass(thing, events.Event)
    and thing not in (events.Event, pickup_events.PickupEvent)
    and thing.__module__ in (events.__name__, pickup_events.__name__)
]
DOCUMENT = Document(pickup="p", kind="passport", compartment="17", contents=("document",))
SAMPLES = {
    str: "x",
    int: 1,
    float: 1.0,
    bool: True,
    Who: "holder",
    tuple[Way, ...]: (Way(factor="birth_date"),),
    tuple[Document, ...]: (DOCUMENT,),
    Literal["jammed", "empty", "wrong_document"]: "empty",
}
DOCS = Path(__file__).parents[3] / "docs" / "flows.md"


def sample(event: type[events.Event]) -> events.Event:
    values = {f.name: SAMPLES[f.type] for f in msgspec.structs.fields(event)}
    return event(**values)


def in_state(state: S) -> Session:
    before = Session(visit="v", state=S.TOPICS, query="before")
    return Session(visit="v", state=state, before=before, ticket="t", concern="c", place="p", service="s")


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("event", EVENTS)
def test_every_event_in_every_state_does_what_the_table_says_or_nothing(state: S, event: type[events.Event]) -> None:
    session = in_state(state)
    after, effects = advance(session, sample(event))
    transition = SESSION.transition(state, event)
    if transition is None:
        assert after is session
        assert effects == ()
    elif transition.target is Stays.HERE:
        assert after.state is state
        assert len(effects) == len(transition.effects)
    elif transition.target is Stays.BEFORE:
        assert after.state is S.TOPICS
        assert after.query == "before"
    else:
        assert after.state == transition.target
        assert len(effects) == len(transition.effects)


def test_every_state_has_a_row_and_can_be_reached() -> None:
    assert set(SESSION.states) == set(S)
    targets = {t.target for _, _, t in SESSION.arrows()} | {t.target for t in SESSION.anywhere.values()}
    assert set(S) - targets == set(), "states nobody can reach"


@pytest.mark.parametrize("state", [s for s in S if s is not S.WELCOME])
def test_every_state_ends_at_the_welcome_screen(state: S) -> None:
    """Some way leads from every state back to welcome."""
    seen, todo = set(), [state]
    while todo:
        one = todo.pop()
        seen.add(one)
        targets = [t.target for t in (*SESSION.table[one].values(), *SESSION.anywhere.values())]
        todo += [S(t) for t in targets if not isinstance(t, Stays) and S(t) not in seen]
    assert S.WELCOME in seen


def test_what_a_visitor_said_is_gone_after_the_end() -> None:
    session = in_state(S.SERVICE)
    cleared, _ = advance(session, events.Finished())
    welcome, _ = advance(cleared, events.ClearedShown())
    assert welcome == Session(visit="v", state=S.WELCOME, language=session.language)
    assert welcome.before is None


def test_back_at_the_welcome_screen_nothing_is_left_of_the_visit() -> None:
    session, _ = advance(Session(visit="v", language="en"), events.PlaceChosen("x"))
    session, _ = advance(session, events.StepFreeSwitched())
    back, _ = advance(session, events.Back())
    assert back == Session(visit="v", state=S.WELCOME, language="en")


def test_back_never_leads_to_a_number_screen_or_away_from_one() -> None:
    for state in SHOWS_NUMBER:
        assert SESSION.transition(state, events.Back) is None


def test_nothing_ends_a_session_while_paper_moves() -> None:
    for state in (S.DRAWING, S.PRINTING):
        for event in (events.Finished(), events.IdleEnded(), events.HelpOpened()):
            assert advance(in_state(state), event)[0].state is state


def test_a_second_tap_on_a_concern_draws_no_second_number() -> None:
    first, effects = advance(in_state(S.TICKETS), events.ConcernChosen("ausweis"))
    assert len(effects) == 1
    second, again = advance(first, events.ConcernChosen("ausweis"))
    assert second is first
    assert again == ()


def test_language_changes_without_losing_the_place() -> None:
    session = in_state(S.SERVICE)
    after, _ = advance(session, events.LanguageChosen("en"))
    assert (after.state, after.service, after.language) == (S.SERVICE, "s", "en")
    back, _ = advance(after, events.Back())
    assert back.language == "en"


@given(st.lists(st.sampled_from([sample(event) for event in EVENTS]), max_size=60))
def test_any_run_of_events_keeps_a_whole_session(run: list[events.Event]) -> None:
    session = Session(visit="v")
    for event in run:
        session, _ = advance(session, event)
        assert isinstance(session.state, S)
        assert len(session.query) <= 60
        if session.state in (S.WELCOME, S.CLEARED):
            left = Session(visit="v", state=session.state, language=session.language, view=session.view)
            assert session == left
        assert sum(1 for _ in asides(session)) <= 3


def asides(session: Session) -> Iterator[Session]:
    """The screens on the way back that are only opened on the side: Ansicht, languages, help."""
    one: Session | None = session
    while one is not None and one.state in (S.VIEW, S.LANGUAGES, S.HELP):
        yield one
        one = one.before


@pytest.mark.parametrize("state", [s for s in S if s not in (*PASSING, S.CLEARED, S.VIEW, S.LANGUAGES)])
@pytest.mark.parametrize("opened", [events.ViewOpened(), events.LanguagesOpened()])
def test_view_and_languages_are_reached_from_every_screen_and_lead_back_to_it(state: S, opened: events.Event) -> None:
    before = None if state in (S.WELCOME, *SHOWS_NUMBER) else in_state(S.SERVICE)
    here = (
        Session(visit="v") if state is S.WELCOME else msgspec.structs.replace(in_state(state), before=before, first=7)
    )
    aside, _ = advance(here, opened)
    assert aside.state in (S.VIEW, S.LANGUAGES)
    changed, _ = advance(aside, events.TextScaleChosen(1.5))
    back, _ = advance(changed, events.Back())
    assert back == msgspec.structs.replace(here, view=View(text_scale=1.5))


def test_choosing_a_language_leads_back_to_the_screen_it_was_opened_from() -> None:
    here = msgspec.structs.replace(in_state(S.TICKET), before=None)
    view, _ = advance(here, events.ViewOpened())
    languages, _ = advance(view, events.LanguagesOpened())
    chosen, _ = advance(languages, events.LanguageChosen("en"))
    assert (chosen.state, chosen.language) == (S.VIEW, "en")
    back, _ = advance(chosen, events.Back())
    assert back == msgspec.structs.replace(here, language="en")


def test_view_and_help_opened_from_each_other_are_not_piled_up() -> None:
    session = here = in_state(S.SERVICE)
    for event in (events.ViewOpened(), events.HelpOpened(), events.ViewOpened(), events.HelpOpened()):
        session, _ = advance(session, event)
    for _ in range(2):
        session, _ = advance(session, events.Back())
    assert session == here


@pytest.mark.parametrize("state", sorted({*PASSING, S.CLEARED}))
@pytest.mark.parametrize("opened", [events.ViewOpened(), events.LanguagesOpened()])
def test_neither_is_opened_while_paper_moves_or_everything_is_deleted(state: S, opened: events.Event) -> None:
    assert advance(in_state(state), opened)[0].state is state


@given(st.lists(st.sampled_from([sample(event) for event in EVENTS]), max_size=30))
def test_a_view_has_only_what_is_offered_and_reset_is_how_it_began(run: list[events.Event]) -> None:
    usual = View(theme="contrast_dark", low_reach=True)
    session = Session(visit="v", view=usual, usual=usual)
    for event in run:
        session, _ = advance(session, event)
        assert session.view.text_scale in TEXT_SCALES
        assert session.view.theme in THEMES
    session, _ = advance(session, events.ViewReset())
    assert session.view == usual


@pytest.mark.parametrize("scale", [0.2, 1.1, 1.3, 9.0])
def test_a_size_that_is_not_offered_becomes_the_nearest(scale: float) -> None:
    session, _ = advance(in_state(S.VIEW), events.TextScaleChosen(scale))
    assert session.view.text_scale == min(TEXT_SCALES, key=lambda one: abs(one - scale))


def test_idle_asks_before_it_ends_and_never_while_paper_moves() -> None:
    arrows = {(state, event): t.target for state, event, t in IDLE.arrows()}
    ends = [state for (state, event) in arrows if event is events.IdleEnded]
    assert ends == ["asking"]
    assert events.IdleWarned not in IDLE.table[IDLE.start]
    working = next(state for state in IDLE.states if state == "working")
    assert IDLE.transition(working, events.IdleWarned) is None
    assert IDLE.transition(working, events.IdleEnded) is None


def test_the_documentation_is_drawn_from_the_tables() -> None:
    assert DOCS.read_text(encoding="utf-8") == diagram.page(), "run: python -m kiosk.flows.diagram > docs/flows.md"
