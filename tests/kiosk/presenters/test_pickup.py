"""What collecting says: every state in every language, no name, digits covered, the kind of a document in private."""

import pytest
from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows import pickup_events as p
from kiosk.flows.pickup import COLLECTING, COLLECTING_PASSING, HOLDS, Collecting
from kiosk.flows.session import S, Session
from kiosk.presenters import contents as c
from kiosk.presenters.outline import Node, outline
from kiosk.presenters.pickup_documents import next_step
from kiosk.presenters.pickup_wall import wall, where
from kiosk.presenters.present import present
from kiosk.texts import LANGUAGES, say
from tests.kiosk.screens.sample_pickup import CARD, CHILD, PASSPORT, PEOPLE, WAYS, screen, terminal, world


def node(content: c.Screen, test_id: str) -> Node:
    return next(one for one in outline(content) if one.id == test_id)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", list(COLLECTING))
def test_every_state_has_words_in_every_language(state: S, language: str) -> None:
    nodes = outline(screen(state, language))
    assert nodes[0].name
    assert all("{" not in one.name + one.note for one in nodes)
    if language not in ("de", "de-simple"):
        assert nodes[0].name != outline(screen(state, "de"))[0].name


@pytest.mark.parametrize("state", sorted(HOLDS))
def test_the_help_bar_offers_no_way_out_while_a_door_may_be_open(state: S) -> None:
    back, finish, _, view, helping = screen(state, "de").frame.help_bar
    assert (back, finish) == (None, None)
    assert (view is None, helping is None) == ((True, True) if state in COLLECTING_PASSING else (False, False))


@pytest.mark.parametrize("state", list(COLLECTING))
def test_what_can_be_pressed_is_what_the_table_knows(state: S) -> None:
    """Besides the help bar."""
    from kiosk.flows.session import SESSION

    for one in outline(screen(state, "de")):
        for event in (one.event, one.then):
            if event is not None and not one.id.startswith("bar."):
                assert SESSION.transition(state, type(event)), (one.id, event)


# --- digits ----------------------------------------------------------------------------------------------------------


def test_what_was_typed_is_told_by_its_length_only() -> None:
    content = screen(S.PICKUP_CODE, "de", typed="8315", ways=())
    for one in outline(content):
        if not one.id.startswith("key."):
            assert not set("8315") & set(one.value)
            assert "8315" not in one.name + one.note
    assert node(content, "boxes").name == "4 von 9 Ziffern"
    assert node(content, "boxes").value == "••••"
    assert "5" not in repr(content).replace("typed=4", "")


def test_going_on_waits_for_the_last_digit() -> None:
    waiting = node(screen(S.PICKUP_CODE, "de", typed="1234567", ways=()), "key.go")
    assert (waiting.event, waiting.note) == (None, "Es fehlen noch 2 Ziffern.")
    assert node(screen(S.PICKUP_CODE, "de", typed="123456782", ways=()), "key.go").event == p.CodeOffered()
    assert node(screen(S.PICKUP_FACTOR, "de", typed="05031980"), "key.go").event == p.FactorOffered()


def test_a_wrong_code_says_how_often_it_may_be_tried() -> None:
    line = node(screen(S.PICKUP_CODE, "de", said="wrong", left=2, ways=()), "line")
    assert line.name == "Dieser Code passt nicht. Sie können es noch 2-mal versuchen."
    assert line.urgent


@pytest.mark.parametrize(("way", "places"), [(0, (2, 2, 4)), (1, (3, 3))])
def test_each_factor_has_its_boxes_and_leads_to_the_next_way(way: int, places: tuple[int, ...]) -> None:
    content = screen(S.PICKUP_FACTOR, "de", way=way)
    assert isinstance(content, c.CodePad)
    assert content.groups == places
    assert node(content, "pickup.other_way").event == p.FactorChosen(way + 1)
    alone = screen(S.PICKUP_FACTOR, "de", ways=WAYS[:1])
    assert isinstance(alone, c.CodePad)
    assert alone.aside is None


def test_a_finger_is_never_the_only_way() -> None:
    content = screen(S.PICKUP_FACTOR, "de", way=2)
    assert [one.event for one in outline(content) if one.id.startswith("pickup.way.")] == [
        p.FactorChosen(0),
        p.FactorChosen(1),
    ]


def test_everybody_who_may_collect_is_offered_once() -> None:
    content = screen(S.PICKUP_WHO, "de", ways=PEOPLE)
    assert isinstance(content, c.Listing)
    assert [row.event for row in content.rows] == [
        p.WhoChosen("holder"),
        p.WhoChosen("representative"),
        p.WhoChosen("parent"),
    ]


# --- documents -------------------------------------------------------------------------------------------------------


def test_statements_come_first_then_the_old_document_then_the_door() -> None:
    both = replace(CARD, hand_in=True)
    now = Collecting(documents=(both,), chosen=both.pickup)
    assert next_step(both, now) == p.StatementsAsked()
    now = replace(now, stated=frozenset({both.pickup}))
    assert next_step(both, now) == p.HandInAsked()
    assert next_step(both, replace(now, handed_in=frozenset({both.pickup}))) == p.OpeningWanted()
    assert next_step(PASSPORT, now) == p.OpeningWanted()


@pytest.mark.parametrize(("hand_in", "then"), [(False, p.OpeningWanted()), (True, p.HandInAsked())])
def test_yes_to_a_statement_is_one_act_with_what_comes_next(hand_in: bool, then: e.Event) -> None:
    document = replace(CARD, hand_in=hand_in)
    yes = node(screen(S.PICKUP_STATEMENTS, "de", documents=(document,), chosen=document.pickup), "pickup.stated")
    assert (yes.event, yes.then) == (p.StatementMade(), then)


def test_the_kind_of_a_document_is_said_into_headphones_only() -> None:
    one = screen(S.PICKUP_DOCUMENTS, "de")
    several = screen(S.PICKUP_DOCUMENTS, "de", documents=(PASSPORT, CARD, CHILD))
    done = screen(S.PICKUP_DONE, "de", done=(PASSPORT.pickup,))
    kinds = {say(f"pickup.kind.{document.kind}", "de") for document in (PASSPORT, CARD, CHILD)}
    told = 0
    for content in (one, several, done, screen(S.PICKUP_OPEN, "de", terminal(door="open"))):
        for node_ in outline(content):
            if any(kind in node_.name + node_.note for kind in kinds):
                assert node_.private, node_.id
                told += 1
    assert told == 5


def test_of_several_documents_the_chosen_one_is_opened() -> None:
    content = screen(S.PICKUP_DOCUMENTS, "de", documents=(PASSPORT, CARD), chosen=CARD.pickup)
    assert node(content, "pickup.open").event == p.StatementsAsked()
    assert node(content, f"pickup.document.{CARD.pickup}").on
    assert node(content, f"pickup.document.{PASSPORT.pickup}").event == p.DocumentChosen(PASSPORT.pickup)


# --- the door --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        ("17", "de", "Links von Ihnen, unterste Tür"),
        ("26", "de", "Rechts von Ihnen, zweite Tür von unten"),
        ("34", "de", "Rechts von Ihnen, 2. Säule, zweite Tür von unten"),
        ("32", "en", "On your right, top door"),
        ("18", "ar", "على يساركم، الباب الثاني من الأسفل"),
    ],
)
def test_where_a_door_is_in_words(number: str, language: str, words: str) -> None:
    line = where(terminal(), number, language)
    assert line is not None
    assert f"{line.bold} {line.rest}" == words


def test_of_a_door_nobody_knows_nothing_is_drawn() -> None:
    assert where(terminal(), "999", "de") is None
    assert wall(terminal(), "999", "de", open=True) is None
    assert isinstance(screen(S.PICKUP_OPEN, "de", terminal(2, own="17")), c.LockerPage)


def test_only_the_own_door_is_marked() -> None:
    drawn = wall(terminal(40), "17", "de", open=True)
    assert drawn is not None
    assert [door.own for column in drawn.columns for door in column.doors].count(True) == 1
    assert len(drawn.columns) == 40


def test_an_open_door_warns_more_the_longer_it_stands_open() -> None:
    view = terminal(door="open")
    assert node(screen(S.PICKUP_OPEN, "de", view), "line.0").name == "Tür 17 steht offen"
    long = screen(S.PICKUP_OPEN, "de", view, warned="long")
    assert node(long, "line.0").name == "Tür 17 ist noch offen. Drücken Sie sie zu."
    assert not any(one.id == "line.1" for one in outline(long))
    assert node(screen(S.PICKUP_OPEN, "de", view, warned="staff"), "line.1").name == "Jemand kommt zu Ihnen."
    assert node(screen(S.PICKUP_OPEN, "de", view, staff_know=True), "line.1").name == "Jemand kommt zu Ihnen."


def test_that_the_door_is_shut_is_asked_only_where_the_sensor_says_nothing() -> None:
    blind = node(screen(S.PICKUP_OPEN, "de", terminal(door="unknown"), taken_told=True), "pickup.closed")
    assert blind.event == p.ClosedTold()
    seen = node(screen(S.PICKUP_OPEN, "de", terminal(door="open"), taken_told=True), "pickup.closed")
    assert (seen.event, seen.locked, seen.note) == (None, True, "Wir merken das selbst")


def test_every_reason_has_its_words_and_others_are_unclear() -> None:
    titles = {
        why: outline(screen(S.PICKUP_DESK, "de", why=why))[0].name
        for why in ("expired", "collected", "not_loaded", "no_letter", "no_old_document", "paused", "needs_city")
    }
    assert len(set(titles.values())) == len(titles)
    assert outline(screen(S.PICKUP_DESK, "de", why="something new"))[0].name == titles["needs_city"]


def test_a_lock_says_how_long_it_lasts_or_that_staff_help() -> None:
    assert outline(screen(S.PICKUP_LOCKED, "de", minutes=15))[0].name == "Bitte warten Sie 15 Minuten."
    assert "Personal" in outline(screen(S.PICKUP_LOCKED, "de"))[0].name


def test_nobody_is_said_to_come_before_staff_know() -> None:
    asked = outline(screen(S.PICKUP_PROBLEM, "de", problem="empty"))
    assert asked[0].name == "Wir rufen jemanden."
    known = outline(screen(S.PICKUP_PROBLEM, "de", problem="empty", staff_know=True))
    assert known[0].name == "Jemand kommt zu Ihnen."
    assert "Das Personal weiß Bescheid." in [one.name for one in known]


# --- the ways here ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fitted", [True, False])
def test_a_machine_with_compartments_collects_and_another_shows_the_way(fitted: bool) -> None:
    now = world(replace(terminal(), fitted=fitted))
    tile = node(present(Session(visit="v"), now), "welcome.pickup")
    assert isinstance(tile.event, p.PickupOpened if fitted else e.PlaceChosen)


def test_the_page_about_collecting_leads_to_the_code_where_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.presenters import service

    monkeypatch.setattr(service, "_place_card", lambda *_: None)  # asks the search, which this world has not
    page = present(Session(visit="v", state=S.SERVICE, service="ausweis-abholen"), world())
    assert node(page, "service.pickup").event == p.PickupOpened()
    away = present(
        Session(visit="v", state=S.SERVICE, service="ausweis-abholen"), world(replace(terminal(), fitted=False))
    )
    assert isinstance(node(away, "service.way").event, e.PlaceChosen)
