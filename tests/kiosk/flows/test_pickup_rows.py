"""Rows of collecting: what holds a visit, what comes through a screen opened on the side, what is remembered."""

import pytest
from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows import pickup_effects as do
from kiosk.flows import pickup_events as p
from kiosk.flows.flow import Effect
from kiosk.flows.pickup import CODE_DIGITS, COLLECTING_PASSING, HOLDS, Collecting
from kiosk.flows.session import S, Session, advance
from kiosk.pickup.words import Document, Way

PASSPORT = Document(pickup="B-1", kind="passport", compartment="17", contents=("document",))
CARD = Document(
    pickup="B-2", kind="identity_card", compartment="18", contents=("document",), statements=("pin_letter",)
)
BIRTH, NUMBER = Way(factor="birth_date"), Way(factor="card_code")
PARENT = Way(who="parent", factor="birth_date")


def at(state: S, **now: object) -> Session:
    known = {"documents": (PASSPORT, CARD), "chosen": "B-1", "ways": (BIRTH, NUMBER), **now}
    return Session(visit="v", state=state, collecting=Collecting(**known))  # type: ignore[arg-type]


def after(session: Session, *events: e.Event) -> Session:
    for event in events:
        session, _ = advance(session, event)
    return session


def effects(session: Session, *events: e.Event) -> tuple[Effect, ...]:
    done: tuple[Effect, ...] = ()
    for event in events:
        session, more = advance(session, event)
        done += more
    return done


def digits(number: str) -> tuple[e.Event, ...]:
    return tuple(p.PickupDigit(digit) for digit in number)


def test_the_whole_way_from_the_welcome_screen_to_the_receipt() -> None:
    session = after(Session(visit="v"), p.PickupOpened(), *digits("123456782"), p.CodeOffered())
    assert session.state is S.PICKUP_CHECKING
    session = after(session, p.CodeFits("v", (BIRTH,)), *digits("05031980"), p.FactorOffered())
    assert session.state is S.PICKUP_PROVING
    session = after(session, p.DocumentsFound("v", (PASSPORT,)), p.OpeningWanted(), p.DoorOpened("v"))
    assert session.state is S.PICKUP_OPEN
    session = after(session, p.TakenTold(), p.DoorShut("v"), p.PickupDone("v", ()))
    assert (session.state, session.collecting.done) == (S.PICKUP_DONE, ("B-1",))
    assert after(session, e.Finished(), e.ClearedShown()) == Session(visit="v")


def test_what_was_typed_goes_to_custody_and_is_forgotten() -> None:
    session = after(Session(visit="v"), p.PickupOpened(), *digits("123456782999"))
    assert session.collecting.typed == "123456782"
    assert len(session.collecting.typed) == CODE_DIGITS
    asked, done = advance(session, p.CodeOffered())
    assert done == (do.CheckCode("v", "123456782"),)
    assert asked.collecting.typed == ""
    assert "123456782" not in repr(session)
    assert "123456782" not in repr(done)


def test_a_second_factor_has_its_own_number_of_digits() -> None:
    session = after(at(S.PICKUP_FACTOR), *digits("0503198012"))
    assert session.collecting.typed == "05031980"
    session = after(session, p.FactorChosen(1))
    assert (session.collecting.typed, session.collecting.factor) == ("", "card_code")
    assert after(session, *digits("1234567")).collecting.typed == "123456"
    assert effects(session, *digits("12"), p.FactorOffered()) == (do.CheckFactor("v", "holder", 1, "12"),)


@pytest.mark.parametrize("typed", ["", "x", "\u0665", " "])
def test_only_western_digits_are_typed(typed: str) -> None:
    assert after(at(S.PICKUP_FACTOR), p.PickupDigit(typed)).collecting.typed == ""


def test_a_wrong_code_says_what_is_left_and_a_mistyped_one_does_not_count() -> None:
    session = after(at(S.PICKUP_CHECKING), p.CodeWrong("v", 3))
    assert (session.state, session.collecting.said, session.collecting.left) == (S.PICKUP_CODE, "wrong", 3)
    assert after(session, p.PickupDigit("1")).collecting.said == ""
    assert after(at(S.PICKUP_CHECKING), p.CodeTypo("v")).collecting.said == "typo"


def test_who_collects_decides_which_ways_there_are() -> None:
    session = after(at(S.PICKUP_CHECKING), p.WhoAsked("v", (BIRTH, NUMBER, PARENT)), p.WhoChosen("parent"))
    assert session.collecting.ways_of_who == (PARENT,)
    assert after(session, e.Back()).state is S.PICKUP_WHO


@pytest.mark.parametrize("state", sorted(HOLDS))
def test_a_visit_is_not_left_while_a_door_may_be_open(state: S) -> None:
    session = at(state)
    assert after(session, e.Finished()).state is state
    kept = S.PICKUP_PROBLEM if state in (S.PICKUP_TAKEN, S.PICKUP_UNSEEN) else state
    assert after(session, e.IdleEnded()).state is kept
    assert after(session, e.Back()).state is state


@pytest.mark.parametrize("state", [S.PICKUP_UNSEEN, S.PICKUP_OPEN, S.PICKUP_TAKEN])
def test_staff_who_come_end_the_visit_also_from_a_screen_on_the_side(state: S) -> None:
    assert after(at(state), p.StaffArrived()).state is S.CLEARED
    assert after(at(state), e.ViewOpened(), p.StaffArrived()).state is S.CLEARED


def test_staff_who_come_end_no_other_visit() -> None:
    for state in set(S) - {S.PICKUP_UNSEEN, S.PICKUP_OPEN, S.PICKUP_TAKEN}:
        assert after(at(state), p.StaffArrived()).state is state


@pytest.mark.parametrize("state", sorted(COLLECTING_PASSING))
def test_nothing_is_opened_on_the_side_in_a_moment_of_work(state: S) -> None:
    for event in (e.ViewOpened(), e.LanguagesOpened(), e.HelpOpened()):
        assert after(at(state), event).state is state


@pytest.mark.parametrize("state", sorted(HOLDS - COLLECTING_PASSING))
@pytest.mark.parametrize("opened", [e.ViewOpened(), e.LanguagesOpened()])
def test_a_screen_on_the_side_holds_the_visit_as_well(state: S, opened: e.Event) -> None:
    aside = after(at(state), opened)
    assert aside.state in (S.VIEW, S.LANGUAGES)
    assert after(aside, e.Finished()).state is state
    assert effects(aside, e.HelpOpened()) == (do.ReportProblem("v", "B-1", "help"),)
    assert after(aside, e.HelpOpened()).state is state


def test_what_the_door_says_comes_through_screens_on_the_side() -> None:
    aside = after(at(S.PICKUP_OPEN, taken_told=True), e.ViewOpened(), e.LanguagesOpened())
    shut, done = advance(aside, p.DoorShut("v"))
    assert (shut.state, done) == (S.PICKUP_CONFIRMING, (do.ConfirmTaken("v", "B-1"),))


def test_what_does_not_belong_under_a_screen_on_the_side_leaves_it_alone() -> None:
    aside = after(at(S.PICKUP_OPEN), e.ViewOpened())
    assert after(aside, p.DocumentsFound("v", (CARD,))) is aside


def test_help_at_an_open_door_calls_staff_and_says_so() -> None:
    session, done = advance(at(S.PICKUP_OPEN), e.HelpOpened())
    assert (session.state, done) == (S.PICKUP_OPEN, (do.ReportProblem("v", "B-1", "help"),))
    assert after(session, p.StaffComing("v")).collecting.staff_know


def test_nobody_answers_whether_all_was_taken() -> None:
    assert effects(at(S.PICKUP_TAKEN), e.IdleEnded()) == (do.ReportProblem("v", "B-1", "not_told"),)


def test_one_document_after_the_other() -> None:
    session = after(at(S.PICKUP_CONFIRMING, warned="long", taken_told=True), p.PickupDone("v", (CARD,)))
    assert session.collecting.document == PASSPORT, "the receipt is about it"
    assert not session.collecting.taken_told
    session = after(session, p.OtherDocumentWanted())
    assert session.state is S.PICKUP_DOCUMENTS
    assert (session.collecting.document, session.collecting.documents) == (CARD, (CARD,))


def test_a_statement_is_remembered_for_its_own_document_only() -> None:
    session, done = advance(at(S.PICKUP_STATEMENTS, chosen="B-2"), p.StatementMade())
    assert done == (do.MakeStatement("v", "B-2", ("pin_letter",)),)
    assert session.collecting.stated == {"B-2"}


def test_a_second_pulse_needs_a_second_wish() -> None:
    opening, done = advance(at(S.PICKUP_DOCUMENTS), p.OpeningWanted())
    assert done == (do.OpenCompartment("v", "B-1"),)
    assert advance(opening, p.OpeningWanted()) == (opening, ())
    stuck = after(opening, p.DoorStuck("v", again=True))
    assert effects(stuck, p.OpenAgain()) == (do.OpenCompartment("v", "B-1", again=True),)


def test_back_never_leads_behind_an_open_door() -> None:
    session = after(at(S.PICKUP_OPENING), p.DoorOpened("v"))
    assert session.before is None
    assert after(replace(session, state=S.PICKUP_DONE), e.Back()).state is S.PICKUP_DONE
