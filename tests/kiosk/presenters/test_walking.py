"""Where keys and switches lead on any screen: everything can be reached, nobody is caught, nothing is skipped."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flows import events as e
from kiosk.presenters import scanning, walking
from kiosk.presenters.outline import Node, Role
from kiosk.presenters.scanning import Mark

NODES = (
    Node(id="title", role=Role.HEADING, name="Titel"),
    Node(id="line.0", role=Role.TEXT, name="Ein Satz."),
    *(Node(id=f"row.{i}", role=Role.BUTTON, name=f"Zeile {i}", event=e.Back()) for i in range(6)),
    Node(id="page.later", role=Role.BUTTON, name="Weitere", event=e.Paged(1)),
    Node(id="page.earlier", role=Role.BUTTON, name="Vorige", event=None),
    Node(id="bar.back", role=Role.BUTTON, name="Zurück", event=e.Back()),
    Node(id="bar.help", role=Role.BUTTON, name="Hilfe", event=e.HelpOpened()),
)


@st.composite
def screens(draw: st.DrawFn) -> tuple[Node, ...]:
    roles = draw(st.lists(st.sampled_from(list(Role)), max_size=14))
    return tuple(Node(id=f"{n}", role=role, name="x", event=e.Back()) for n, role in enumerate(roles))


def test_down_goes_around_through_everything_while_it_is_read() -> None:
    seen, at = [], ""
    for _ in NODES:
        at = walking.moved(NODES, at, 1, texts=True)
        seen.append(at)
    assert seen == [node.id for node in NODES]
    assert walking.moved(NODES, at, 1, texts=True) == "title"
    assert walking.moved(NODES, "title", -1, texts=True) == "bar.help"


def test_only_controls_while_nothing_is_read() -> None:
    assert walking.moved(NODES, "", 1, texts=False) == "row.0"
    assert walking.moved(NODES, "", -1, texts=False) == "bar.help"
    assert walking.moved(NODES, "title", 1, texts=False) == "row.0"
    assert walking.moved(NODES, "title", -1, texts=False) == "bar.help"


@given(screens(), st.booleans(), st.sampled_from([-1, 1]))
def test_every_stop_is_reached_once_a_round(nodes: tuple[Node, ...], texts: bool, by: int) -> None:
    stops = [node.id for node in walking.stops(nodes, texts=texts)]
    seen, at = [], ""
    for _ in stops:
        at = walking.moved(nodes, at, by, texts=texts)
        seen.append(at)
    assert sorted(seen) == sorted(stops)
    if not stops:
        assert walking.moved(nodes, "", by, texts=texts) == ""


@given(screens(), st.text(max_size=2))
def test_from_anywhere_a_key_leads_to_a_stop_or_nowhere(nodes: tuple[Node, ...], at: str) -> None:
    stops = {node.id for node in walking.stops(nodes, texts=False)}
    for by in (-1, 1):
        assert walking.moved(nodes, at, by, texts=False) in (stops or {""})


def test_digits_pages_and_places() -> None:
    assert walking.nth_control(NODES, 1) == "row.0"
    assert walking.nth_control(NODES, 9) == "bar.back"
    assert walking.nth_control(NODES[:4], 9) == ""
    later = walking.page(NODES, 1)
    assert later is not None
    assert later.event == e.Paged(1)
    assert walking.page(NODES, -1) is None, "that button cannot be pressed"
    assert walking.position(NODES, "row.0", texts=True) == (3, 12)
    assert walking.position(NODES, "gone", texts=False) == (0, 10)
    assert walking.kept(NODES, "row.2") == "row.2"
    assert walking.kept(NODES[:2], "row.2") == ""


def test_groups_of_a_screen() -> None:
    names = [(group.name, len(group.ids)) for group in scanning.groups(NODES, texts=True)]
    assert names == [("reading", 2), ("controls", 4), ("controls", 4), ("bar", 2)]
    assert [group.name for group in scanning.groups(NODES, texts=False)] == ["controls", "controls", "bar"]


def steps(of: tuple[scanning.Group, ...], mark: Mark, count: int) -> Iterator[Mark]:
    for _ in range(count):
        mark = scanning.step(mark, of)
        yield mark


@given(screens(), st.booleans())
def test_one_switch_reaches_every_control(nodes: tuple[Node, ...], texts: bool) -> None:
    of = scanning.groups(nodes, texts=texts)
    reached = set()
    for number, group in enumerate(of):
        for wanted in range(len(group.ids)):
            mark, pressed = scanning.enter(Mark(group=number), of)
            if not pressed:
                for _ in range(wanted):
                    mark = scanning.step(mark, of)
                mark, pressed = scanning.enter(mark, of)
            assert mark == Mark()
            reached.add(pressed)
    assert {node.id for node in nodes if node.control} <= reached


def test_nobody_is_caught_in_a_group() -> None:
    of = scanning.groups(NODES, texts=True)
    inside, pressed = scanning.enter(Mark(group=1), of)
    assert (inside.item, pressed) == (0, "")
    path = list(steps(of, inside, 8))
    assert [mark.item for mark in path] == [1, 2, 3, 0, 1, 2, 3, None]
    assert path[-1] == Mark(group=1)
    assert scanning.marked(inside, of) == ("row.0",)
    assert scanning.marked(path[-1], of) == of[1].ids


@pytest.mark.parametrize("mark", [Mark(), Mark(7), Mark(7, 3)])
def test_a_screen_with_nothing_to_mark(mark: Mark) -> None:
    assert scanning.step(mark, ()) == Mark()
    assert scanning.enter(mark, ()) == (Mark(), "")
    assert scanning.marked(mark, ()) == ()
