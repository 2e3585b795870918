"""The bridge: silent while nobody listens, then the whole tree once and only changes; asks are done as a touch does."""

from collections import deque
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import accesskit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.access.bridge import AccessBridge
from kiosk.access.connect import connect, has_session_bus
from kiosk.flows import events as e
from kiosk.presenters import contents as c
from kiosk.presenters.outline import Node, outline
from tests.kiosk.screens import samples


class FakeStage:
    """Remembers what was asked of it."""

    def __init__(self) -> None:
        self.content: c.Screen | None = samples.welcome("de")
        self.asked: c.Question | None = None
        self.changed: Callable[[], None] = lambda: None
        self.events: list[e.Event] = []
        self.emit: Callable[[e.Event], None] = self.events.append
        self.size = (1080.0, 1920.0)
        self.done: list[tuple[str, str]] = []
        self.focus_at = ""
        self.looked = 0

    def show(self, content: c.Screen, question: c.Question | None = None) -> None:
        self.content, self.asked = content, question
        self.changed()

    def outline(self) -> tuple[Node, ...]:
        self.looked += 1
        assert self.content is not None
        return outline(self.content, self.asked)

    def rects(self) -> Mapping[str, tuple[int, int, int, int]]:
        return {"welcome.way": (48, 1492, 480, 157)}

    def press(self, test_id: str) -> bool:
        self.done.append(("press", test_id))
        return True

    def focus(self, test_id: str) -> bool:
        self.done.append(("focus", test_id))
        self.focus_at = test_id
        self.changed()
        return True

    @property
    def focused(self) -> str:
        return self.focus_at


class PanicException(BaseException):
    """Named as the one of pyo3."""


class World:
    """A bridge with a fake adapter; `run` is Kivy's thread."""

    def __init__(self) -> None:
        self.stage = FakeStage()
        self.acted = 0
        self.jobs: deque[Callable[[], None]] = deque()
        self.updates: list[Any] = []
        self.focused: list[bool] = []
        self.broken = False
        self.bridge = AccessBridge(
            stage=self.stage, acted=self._acted, soon=self.jobs.append, make_adapter=self._make_adapter
        )

    def _acted(self) -> None:
        self.acted += 1

    def _make_adapter(
        self, listened: Callable[[], Any], asked_for: Callable[[Any], None], left: Callable[[], None]
    ) -> "World":
        self.listened, self.asked_for, self.left = listened, asked_for, left
        return self

    def update_if_active(self, factory: Callable[[], Any]) -> None:
        if self.broken:
            raise PanicException
        self.updates.append(factory())

    def update_window_focus_state(self, is_focused: bool) -> None:
        self.focused.append(is_focused)

    def run(self) -> None:
        while self.jobs:
            self.jobs.popleft()()

    def kept(self) -> str:
        """Everything the bridge remembers of screens."""
        telling = self.bridge._telling
        return "" if telling is None else f"{telling._told} {vars(telling._numbers)}"

    def listening(self) -> "World":
        assert self.listened() is None, "the tree is made in Kivy's thread"
        self.run()
        return self

    def ids(self, update: int = -1) -> dict[str, int]:
        """Outline ids in an update, and their numbers."""
        return {node.author_id: number for number, node in self.updates[update].nodes if node.author_id}

    def node(self, id: str, update: int = -1) -> Any:
        return next(node for _, node in self.updates[update].nodes if node.author_id == id)

    def ask(self, number: int, action: Any, data: object = None) -> None:
        self.asked_for(SimpleNamespace(target=number, action=action, data=data))
        self.run()


def test_nothing_is_made_while_nobody_listens() -> None:
    world = World()
    world.stage.show(samples.service("de"))
    world.run()
    assert (world.updates, world.stage.looked) == ([], 0)


def test_the_whole_tree_once_then_only_what_changed() -> None:
    world = World().listening()
    whole = world.updates[0]
    assert whole.tree.toolkit_name == "Rathauslotse"
    assert world.focused == [True]
    assert {"greeting", "welcome.search", "bar.help"} <= set(world.ids())
    bounds = world.node("welcome.way").bounds
    assert (bounds.x0, bounds.y0, bounds.x1, bounds.y1) == (48, 1492, 528, 1649)
    world.stage.show(samples.welcome("de"))
    world.run()
    assert len(world.updates) == 1, "nothing changed"
    world.stage.show(samples.welcome("de", notice="Heute zu."))
    world.run()
    assert world.updates[1].tree is None
    assert set(world.ids()) == {"notice"}
    assert len(world.updates[1].nodes) == 2, "the notice, and the group it stands in"


class Model:
    """What AccessKit keeps: it must be able to hang every node, and drops what hangs nowhere."""

    def __init__(self) -> None:
        self.nodes: dict[int, Any] = {}
        self.root = 0

    def take(self, update: Any) -> None:
        self.root = update.tree.root if update.tree else self.root
        self.nodes |= dict(update.nodes)
        hung, left = set(), [self.root]
        while left:
            number = left.pop()
            assert number in self.nodes, "a child that was never sent"
            assert number not in hung, "a child of two"
            hung.add(number)
            left.extend(self.nodes[number].children)
        assert {number for number, _ in update.nodes} <= hung, "a node that hangs nowhere"
        self.nodes = {number: node for number, node in self.nodes.items() if number in hung}
        assert update.focus in self.nodes


@given(st.lists(st.tuples(st.sampled_from(sorted(samples.every("de"))), st.booleans()), min_size=1, max_size=8))
def test_changes_add_up_to_the_whole_whatever_comes_after_what(visits: list[tuple[str, bool]]) -> None:
    world, model = World().listening(), Model()
    for name, asked in visits:
        world.stage.show(samples.every("de")[name], samples.question("de") if asked else None)
        world.run()
    for update in world.updates:
        model.take(update)
    fresh = World()
    fresh.stage.show(world.stage.content or samples.welcome("de"), world.stage.asked)
    fresh.listening()
    assert sorted(map(_plain, model.nodes.values())) == sorted(_plain(node) for _, node in fresh.updates[0].nodes)


def _plain(node: Any) -> str:
    return f"{node.role} {node.author_id} {node.label} {node.value} {node.description} {len(node.children)}"


def test_many_changes_of_one_moment_are_one_update() -> None:
    world = World().listening()
    for letters in ("a", "au", "aus"):
        world.stage.show(samples.search("de", query=letters))
    world.run()
    assert len(world.updates) == 2
    assert world.node("field").value == "aus"


def test_numbers_stay_while_a_thing_stays_and_are_never_given_again() -> None:
    world = World().listening()
    first = world.ids()
    world.stage.show(samples.service("de"))
    world.run()
    assert "bar.help" not in world.ids(), "the same thing is not sent again"
    assert not set(world.ids().values()) & set(first.values())
    world.stage.show(samples.welcome("de"))
    world.run()
    assert world.ids()["welcome.search"] != first["welcome.search"], "forgotten with its screen"
    world.ask(first["bar.help"], accesskit.Action.CLICK)
    assert world.stage.done == [("press", "bar.help")]


def test_a_click_presses_and_counts_as_somebody_there() -> None:
    world = World().listening()
    world.ask(world.ids()["welcome.tickets"], accesskit.Action.CLICK)
    assert world.stage.done == [("press", "welcome.tickets")]
    assert world.acted == 1


def test_what_means_nothing_does_nothing() -> None:
    world = World().listening()
    number = world.ids()["greeting"]
    for action in (accesskit.Action.CLICK, accesskit.Action.SCROLL_INTO_VIEW, accesskit.Action.SHOW_CONTEXT_MENU):
        world.ask(number, action)
        world.ask(999_999, action)
    world.ask(world.ids()["welcome.tickets"], accesskit.Action.SCROLL_INTO_VIEW)
    assert (world.stage.done, world.acted) == ([], 0)


def test_a_locked_control_cannot_be_clicked() -> None:
    world = World()
    world.stage.show(samples.service("de", hard=True))
    world.listening()
    world.ask(world.ids()["service.draw"], accesskit.Action.CLICK)
    assert world.stage.done == []
    assert world.node("service.draw").is_disabled
    assert "Geschlossen" in world.node("service.draw").description


def test_the_focus_moves_and_is_told() -> None:
    world = World().listening()
    number = world.ids()["welcome.way"]
    world.ask(number, accesskit.Action.FOCUS)
    assert world.stage.done == [("focus", "welcome.way")]
    assert world.updates[-1].focus == number
    assert world.updates[-1].nodes == [], "nothing else changed"


@pytest.mark.parametrize(
    ("typed", "wanted", "events"),
    [
        ("", "pass", [e.Typed("pass")]),
        ("pass", "passbild", [e.Typed("bild")]),
        ("passbild", "pass", [e.Erased()] * 4),
        ("ausweis", "auto\n", [*[e.Erased()] * 5, e.Typed("to")]),
        ("pass", "pass", []),
        ("", "x" * 200, [e.Typed("x" * 60)]),
    ],
)
def test_setting_the_field_types(typed: str, wanted: str, events: list[e.Event]) -> None:
    world = World()
    world.stage.show(samples.search("de", query=typed))
    world.listening()
    kind = accesskit.ActionDataKind.VALUE
    world.ask(world.ids()["field"], accesskit.Action.SET_VALUE, (kind, wanted))
    assert world.stage.events == events
    assert world.acted == 1


def test_braille_gets_letters_and_words_of_the_field() -> None:
    world = World()
    world.stage.show(samples.search("de", query="öffne den  pass"))
    world.listening()
    run = next(node for _, node in world.updates[0].nodes if node.role == accesskit.Role.TEXT_RUN)
    assert run.value == "öffne den  pass"
    assert list(run.character_lengths) == [2, *[1] * 14]
    assert list(run.word_lengths) == [6, 5, 4]


def test_nothing_said_outlives_the_session() -> None:
    world = World()
    world.stage.show(samples.search("de", query="scheidung"))
    world.listening()
    assert "scheidung" in world.kept()
    world.stage.show(samples.welcome("de"))
    world.run()
    assert "scheidung" not in world.kept()
    assert "Personalausweis" not in world.kept()
    model = Model()
    for update in world.updates:
        model.take(update)
    assert not [node for node in model.nodes.values() if "scheidung" in _plain(node)]


def test_who_comes_again_gets_a_whole_tree() -> None:
    world = World().listening()
    world.left()
    world.stage.show(samples.service("de"))
    world.run()
    assert len(world.updates) == 1
    assert world.kept() == "", "nothing is kept for nobody"
    world.listening()
    assert world.updates[1].tree is not None
    assert "service.way" in world.ids()


def test_no_part_of_a_tree_is_sent_to_somebody_new() -> None:
    world = World().listening()
    world.stage.show(samples.service("de"))
    world.left()
    world.listened()
    world.run()
    assert world.updates[1].tree is not None


def test_a_broken_library_does_not_stop_the_kiosk(caplog: pytest.LogCaptureFixture) -> None:
    world = World().listening()
    world.broken = True
    world.stage.show(samples.service("de"))
    world.run()
    assert "cut off" in caplog.text
    world.stage.show(samples.welcome("de"))
    world.run()
    assert len(world.updates) == 1


def test_after_closing_nothing_is_told() -> None:
    world = World().listening()
    world.bridge.close()
    world.stage.show(samples.service("de"))
    world.run()
    assert len(world.updates) == 1


def test_a_machine_without_a_session_bus_runs_on(tmp_path: Any, caplog: pytest.LogCaptureFixture) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path)}
    with caplog.at_level("INFO"):
        assert connect(stage=FakeStage(), acted=lambda: None, environment=environment) is None
    assert len(caplog.records) == 1
    assert not has_session_bus(environment)
    (tmp_path / "bus").touch()
    assert has_session_bus(environment)
    assert has_session_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"})
