"""The tree that assistive technology gets: whole, named, in order, and only what is true now."""

import accesskit
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.access.tree import FIELD, FIELD_TEXT, KEYBOARD, WINDOW, Act, Box, Live, Thing, Tree, describe
from kiosk.presenters import contents as c
from kiosk.presenters.outline import Node, Role, outline, surroundings
from tests.kiosk.screens import samples

SIZE = (1080, 1920)


def tree(screen: c.Screen, question: c.Question | None = None, focus: str = "", language: str = "de") -> Tree:
    nodes = outline(screen, question)
    places: dict[str, Box] = {node.id: (0, 10 * index, 100, 10) for index, node in enumerate(nodes)}
    return describe(
        nodes,
        surroundings(screen.frame),
        places,
        screen=type(screen).__name__,
        language=language,
        size=SIZE,
        focus=focus,
    )


def by_id(found: Tree, id: str) -> Thing:
    return next(thing for thing in found.things.values() if thing.id == id)


def inside(found: Tree, key: str) -> list[Thing]:
    """Children and their children, in order."""
    return [
        thing
        for child in found.things[key].children
        for thing in (found.things[child], *(inside(found, child) if found.things[child].children else []))
    ]


def is_whole(found: Tree) -> None:
    """Every thing hangs at exactly one other, all at the window; what is named exists in AccessKit."""
    hung = [child for thing in found.things.values() for child in thing.children]
    assert len(hung) == len(set(hung))
    assert {WINDOW, *hung} == set(found.things)
    assert len(inside(found, WINDOW)) == len(found.things) - 1
    assert found.focus in found.things
    for thing in found.things.values():
        assert hasattr(accesskit.Role, thing.role)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", samples.every("de"))
def test_every_screen_gives_a_whole_tree_with_a_name_for_each_control(name: str, language: str) -> None:
    found = tree(samples.every(language)[name], language=language)
    is_whole(found)
    for thing in found.things.values():
        if Act.CLICK in thing.acts and thing.id not in ("key.up", "key.down"):
            assert thing.name
            assert thing.box is not None
    assert found.things[WINDOW].language == language
    frame = samples.every(language)[name].frame
    assert found.things[WINDOW].name == f"{frame.house} {frame.town}"


names = st.text(min_size=1, max_size=8)
nodes = st.builds(
    Node,
    id=st.one_of(names, st.sampled_from(["key.a", "bar.help", "field", "question.title", "idle.yes", "language.ar"])),
    role=st.sampled_from(Role),
    name=names,
    note=st.text(max_size=5),
    urgent=st.booleans(),
    locked=st.booleans(),
    on=st.none() | st.booleans(),
)


@given(st.lists(nodes, max_size=12, unique_by=lambda node: node.id), names)
def test_any_outline_gives_a_whole_tree(some: list[Node], focus: str) -> None:
    asked = any(node.id.startswith(("question.", "idle.")) for node in some)
    if asked:  # the outline then holds nothing else
        some = [node for node in some if node.id.startswith(("question.", "idle.", "bar."))]
    is_whole(describe(some, [], {}, screen="Any", language="de", size=SIZE, focus=focus))


def test_reading_order_is_kept_in_groups() -> None:
    found = tree(samples.service("de"))
    assert [found.things[key].key for key in found.things[WINDOW].children] == ["header", "reading", "desk", "bar"]
    reading = [thing.id for thing in inside(found, "reading")]
    assert reading == ["title", "lead.0", "fact.0", "fact.1", "fact.2", "fact.3", "stand"]
    desk = [thing.id for thing in inside(found, "desk")]
    assert desk[:2] == ["check.title", "paper.0"]
    assert desk[-3:] == ["service.draw", "service.way", "service.details"]
    assert [thing.id for thing in inside(found, "bar")] == [
        "bar.back",
        "bar.finish",
        "bar.read",
        "bar.view",
        "bar.help",
    ]


def test_names_states_and_values() -> None:
    found = tree(samples.service("de"))
    assert by_id(found, "fact.0").name == "Gebühr: 37,00 €, unter 24: 22,80 €"
    assert by_id(found, "check.title").name == "Haben Sie alles dabei? 2 von 4"
    assert by_id(found, "paper.0").role == "CHECK_BOX"
    assert [by_id(found, f"paper.{i}").toggled for i in range(4)] == [True, True, False, False]
    assert by_id(found, "title").level == 1
    row = by_id(tree(samples.search("de")), "new")
    assert (row.name, row.description) == ("Personalausweis beantragen", "37,00 € · Zimmer 1.07")
    languages = tree(samples.welcome("en"), language="en")
    assert by_id(languages, "language.en").toggled
    assert by_id(languages, "language.de").language == "de"


def test_a_locked_control_has_no_action_and_says_why() -> None:
    draw = by_id(tree(samples.service("de", hard=True)), "service.draw")
    assert draw.disabled
    assert Act.CLICK not in draw.acts
    assert draw.description == "Geht gerade nicht. Geschlossen, morgen ab 8 Uhr"


def test_the_search_field_can_be_read_and_set() -> None:
    found = tree(samples.search("de", query="ausweis"))
    field = by_id(found, FIELD)
    assert (field.role, field.name, field.text, field.hint) == ("SEARCH_INPUT", "Was suchen Sie?", "ausweis", "")
    assert field.acts == (Act.SET_VALUE,)
    assert found.things[FIELD_TEXT].text == "ausweis"
    empty = by_id(tree(samples.search("de", query="", rows=0)), FIELD)
    assert (empty.text, empty.hint) == ("", "Zum Beispiel: Ausweis")
    assert by_id(found, "key.open").key in found.things[KEYBOARD].children


def test_what_is_told_by_itself_and_how_urgently() -> None:
    def told(found: Tree) -> dict[str, Live]:
        return {thing.id: thing.live for thing in found.things.values() if thing.live is not Live.OFF}

    assert told(tree(samples.welcome("de"))) == {"greeting": Live.POLITE}
    assert told(tree(samples.way("de"))) == {"title": Live.POLITE, "heading": Live.POLITE, "step.1": Live.POLITE}
    assert told(tree(samples.message("de", "used_up")))["title"] is Live.ASSERTIVE
    assert told(tree(samples.ticket("de", paper=False)))["strip"] is Live.ASSERTIVE
    assert told(tree(samples.ticket("de")))["number"] is Live.POLITE
    asked = told(tree(samples.service("de"), samples.question("de")))
    assert asked == {"question.title": Live.ASSERTIVE, "question.text": Live.ASSERTIVE}
    assert told(tree(samples.service("de"), samples.question("de", 20)))["question.seconds"] is Live.ASSERTIVE


def test_the_question_is_a_dialog_and_alone_with_help() -> None:
    found = tree(samples.service("de"), samples.question("de"))
    is_whole(found)
    dialog = found.things["question"]
    assert (dialog.role, dialog.name, dialog.modal) == ("ALERT_DIALOG", "Sind Sie noch da?", True)
    assert found.things[WINDOW].children == ("question", "bar")
    assert [thing.id for thing in inside(found, "bar")] == ["bar.help"]
    assert "Personalausweis" not in str(list(found.things.values()))


def test_a_control_stays_the_same_thing_and_words_of_another_screen_are_new() -> None:
    service, details = tree(samples.service("de")), tree(samples.details("de"))
    assert by_id(service, "bar.back").key == by_id(details, "bar.back").key
    assert by_id(service, "title").name == by_id(details, "title").name
    assert by_id(service, "title").key != by_id(details, "title").key, "told again: it is another screen"


def test_the_step_that_becomes_the_current_one_is_told() -> None:
    before = samples.way("de")
    steps = tuple(replace(step, current=step.number == "2") for step in before.steps)
    first, second = tree(before), tree(replace(before, steps=steps))
    assert by_id(first, "step.2").live is Live.OFF
    assert by_id(second, "step.2").live is Live.POLITE
    assert by_id(second, "step.2").key not in first.things, "AccessKit tells what is new or renamed"


def test_the_focus_is_that_of_the_screen() -> None:
    assert tree(samples.welcome("de")).focus == WINDOW
    found = tree(samples.welcome("de"), focus="welcome.way")
    assert found.things[found.focus].id == "welcome.way"
    assert tree(samples.welcome("de"), focus="gone").focus == WINDOW
