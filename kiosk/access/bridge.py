"""The bridge between the stage and assistive technology: tells it what changed, does what it asks for.

While nobody listens nothing is made of the screen at all. AccessKit calls from a thread of its own; everything here
but `_listened`, `_asked_for` and `_left` runs in Kivy's thread.
"""

import logging
from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Any, Protocol

from kiosk.access.nodes import Numbers, act_of, update
from kiosk.access.tree import FIELD, Act, Tree, describe
from kiosk.flows.events import Erased, Event, Typed
from kiosk.flows.memory import LONGEST_QUERY
from kiosk.presenters.contents import Screen
from kiosk.presenters.outline import Node, surroundings

log = logging.getLogger(__name__)


class Shown(Protocol):
    """The stage, as the bridge needs it."""

    content: Screen | None
    changed: Callable[[], None]
    emit: Callable[[Event], None]
    size: tuple[float, float]

    def outline(self) -> tuple[Node, ...]: ...
    def rects(self) -> Mapping[str, tuple[int, int, int, int]]: ...
    def press(self, test_id: str) -> bool: ...
    def focus(self, test_id: str) -> bool: ...
    def focused(self) -> str: ...


class Adapter(Protocol):
    """`accesskit.unix.Adapter`."""

    def update_if_active(self, factory: Callable[[], Any]) -> None: ...
    def update_window_focus_state(self, is_focused: bool) -> None: ...


MakeAdapter = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[], None]], Adapter]
"""From what to call when somebody listens, asks for something, and no longer listens."""


class AccessBridge:
    """From `__init__` to `close`."""

    def __init__(
        self,
        *,
        stage: Shown,
        acted: Callable[[], None],
        soon: Callable[[Callable[[], None]], None],
        make_adapter: MakeAdapter,
    ) -> None:
        """:param acted: told that somebody is there, before anything is done for them.

        :param soon: calls something in Kivy's thread before long; may itself be called from any thread.
        """
        self._stage, self._acted, self._soon = stage, acted, soon
        self._listening = self._due = False
        self._sent: Tree | None = None
        self._numbers = Numbers()
        self._adapter: Adapter | None = make_adapter(self._listened, self._asked_for, self._left)
        stage.changed = self._changed

    def close(self) -> None:
        """Nothing is told any more."""
        self._stage.changed = lambda: None
        self._forget()
        self._adapter = None

    # --- from AccessKit's thread: it holds its lock, so that nothing of the adapter may be called here ---------------

    def _listened(self) -> None:
        """Somebody listens from now on. Gives no tree: it is made in Kivy's thread, and must come whole."""
        self._listening = False
        self._soon(self._begin)

    def _asked_for(self, request: Any) -> None:
        self._soon(lambda: self._do(request))

    def _left(self) -> None:
        self._listening = False
        self._soon(self._forget)

    # --- in Kivy's thread --------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        log.info("assistive technology listens")
        self._listening, self._sent = True, None
        if self._adapter is not None:
            self._adapter.update_window_focus_state(True)  # it is the kiosk's only window
        self._tell()

    def _forget(self) -> None:
        self._listening, self._sent = False, None
        self._numbers = Numbers()

    def _changed(self) -> None:
        """Many changes of one moment are told at once."""
        if self._listening and not self._due:
            self._due = True
            self._soon(self._tell)

    def _tell(self) -> None:
        self._due = False
        if not self._listening or self._adapter is None or self._stage.content is None:
            return
        tree = self._describe(self._stage.content)
        told = update(tree, self._sent, self._numbers)
        self._sent = tree
        if told is None:
            return
        try:
            self._adapter.update_if_active(lambda: told)
        except BaseException as fault:
            # A panic of the library is no Exception; its adapter is of no use any more, the kiosk goes on without.
            if type(fault).__name__ != "PanicException":
                raise
            log.exception("assistive technology is cut off")
            self.close()

    def _describe(self, content: Screen) -> Tree:
        width, height = self._stage.size
        return describe(
            self._stage.outline(),
            surroundings(content.frame),
            self._stage.rects(),
            screen=type(content).__name__,
            language=content.frame.language,
            size=(round(width), round(height)),
            focus=self._stage.focused(),
        )

    def _do(self, request: Any) -> None:
        act, thing = act_of(request.action), self._sent and self._sent.things.get(self._numbers.key(request.target))
        if thing is None or act not in thing.acts:
            return
        self._acted()
        if act is Act.CLICK:
            self._stage.press(thing.id)
        elif act is Act.FOCUS:
            self._stage.focus(thing.id)
        elif act is Act.SET_VALUE and thing.id == FIELD and request.data:
            self._type(thing.text or "", str(request.data[1]))

    def _type(self, typed: str, wanted: str) -> None:
        """As the keyboard would: takes back what differs, then types the rest."""
        wanted = "".join(letter for letter in wanted if letter.isprintable())[:LONGEST_QUERY]
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(typed, wanted, strict=False)))
        for _ in typed[same:]:
            self._stage.emit(Erased())
        if wanted[same:]:
            self._stage.emit(Typed(wanted[same:]))
