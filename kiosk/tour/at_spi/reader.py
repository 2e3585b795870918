"""Sees and presses what AT-SPI offers of the kiosk, and nothing else.

Runs under the system's Python with the Debian packages python3-gi and gir1.2-atspi-2.0; needs nothing of this project.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 - the version must be asked for first

PATIENCE_SECONDS = 60.0
LOOK_AGAIN_MS = 250
"""Where no event came, the tree is looked at again after this."""
EVENTS = ("object:announcement", "object:children-changed", "object:property-change", "object:state-changed")
ASSERTIVE = 2
"""AT-SPI's `Live.assertive`; older bindings do not name it."""
Found = TypeVar("Found")


class Stopped(Exception):
    """Something is not there, or does not happen."""


class Thing(NamedTuple):
    """One node of the tree, as a screen reader knows it."""

    id: str
    role: str
    name: str
    note: str
    states: tuple[str, ...]
    pressable: bool
    text: str
    """Of a field."""


class Reader:
    """The kiosk on the session bus of the environment."""

    def __init__(self) -> None:
        _turn_on()
        Atspi.init()
        self.heard: list[tuple[str, bool]] = []
        """What was told by itself, and whether it interrupts."""
        self._context = GLib.MainContext.default()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in EVENTS:
            self._listener.register(kind)
        self._window = self.until(self._find_window, "the kiosk is on the accessibility bus")

    def _hear(self, event: Any) -> None:
        if event.type.startswith("object:announcement"):
            self.heard.append((str(event.any_data), event.detail1 == ASSERTIVE))

    def _find_window(self) -> Any:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(index)
            app.clear_cache()
            window = app.get_child_at_index(0) if app.get_child_count() else None
            if window is not None and window.get_accessible_id() == "window":
                app.set_cache_mask(Atspi.Cache.NONE)
                return window
        return None

    def until(self, condition: Callable[[], Found | None], what: str, seconds: float = PATIENCE_SECONDS) -> Found:
        """Wait for events until the condition gives something.

        :raises Stopped: it does not within the time.
        """
        end = time.monotonic() + seconds
        while True:
            try:
                found = condition()
            except GLib.Error:  # it went away while it was looked at
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise Stopped(f"waited {seconds:.0f} s, but not: {what}; there is: {self._in_short()}")
            alarm = GLib.timeout_add(LOOK_AGAIN_MS, lambda: True)
            self._context.iteration(True)
            GLib.source_remove(alarm)

    def things(self) -> list[Thing]:
        """The whole tree in reading order."""
        return [_thing(node) for node in _walk(self._window)]

    def controls(self) -> list[Thing]:
        """What can be pressed, the letters of the keyboard left out."""
        return [one for one in self.things() if one.pressable and not one.id.startswith("key.")]

    def find(self, id: str) -> Thing | None:
        """The thing of this id."""
        node = self._node(id)
        return _thing(node) if node is not None else None

    def has(self, id: str) -> bool:
        """Whether it is there."""
        return self._node(id) is not None

    def see(self, id: str, seconds: float = PATIENCE_SECONDS) -> Thing:
        """Wait for a thing."""
        return self.until(lambda: self.find(id), f"{id} is there", seconds)

    def press(self, id: str) -> None:
        """Wait for a thing and press it.

        :raises Stopped: it is not there, or cannot be pressed.
        """
        node = self.until(lambda: self._node(id), f"{id} is there")
        if "Action" not in node.get_interfaces() or not Atspi.Action.do_action(node, 0):
            raise Stopped(f"{id} cannot be pressed")

    def _node(self, id: str) -> Any:
        return next((node for node in _walk(self._window) if node.get_accessible_id() == id), None)

    def _in_short(self) -> str:
        try:
            return ", ".join(f"{one.id or one.role} {one.name!r}" for one in self.things()[:60])
        except (AttributeError, GLib.Error):
            return "nothing"


def _walk(node: Any) -> Iterator[Any]:
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from _walk(child)


def _thing(node: Any) -> Thing:
    offers = node.get_interfaces()
    return Thing(
        id=node.get_accessible_id() or "",
        role=node.get_role_name(),
        name=node.get_name() or "",
        note=node.get_description() or "",
        states=tuple(sorted(state.value_nick for state in node.get_state_set().get_states())),
        pressable="Action" in offers and Atspi.Action.get_n_actions(node) > 0,
        text=Atspi.Text.get_text(node, 0, -1) if "Text" in offers else "",
    )


def _turn_on() -> None:
    """Say on the bus that a screen reader runs, as a screen reader does at its start."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for key in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", key, GLib.Variant("b", True)))
        path, properties = "/org/a11y/bus", "org.freedesktop.DBus.Properties"
        bus.call_sync("org.a11y.Bus", path, properties, "Set", value, None, 0, int(PATIENCE_SECONDS * 1000), None)
