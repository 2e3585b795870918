"""The bridge between the stage and assistive technology: begins when somebody listens, ends when nobody does.

While nobody listens nothing is made of the screen, and what could make it is not even loaded. AccessKit calls from a
thread of its own; everything here but `_listened`, `_asked_for` and `_left` runs in Kivy's thread.
"""

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.flows.events import Event
from kiosk.presenters.contents import Screen
from kiosk.presenters.outline import Node

if TYPE_CHECKING:
    from kiosk.access.telling import Telling

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
    @property
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
        self._telling: Telling | None = None
        self._broken: Adapter | None = None
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
        if self._adapter is None:
            return
        from kiosk.access.telling import Telling

        log.info("assistive technology listens")
        self._listening, self._telling = True, Telling(self._stage, self._acted)
        self._adapter.update_window_focus_state(True)  # it is the kiosk's only window
        self._tell()

    def _forget(self) -> None:
        self._listening, self._telling = False, None

    def _changed(self) -> None:
        """Many changes of one moment are told at once."""
        if self._listening and not self._due:
            self._due = True
            self._soon(self._tell)

    def _tell(self) -> None:
        self._due = False
        if not self._listening or self._telling is None or self._adapter is None:
            return
        news = self._telling.news()
        if news is None:
            return
        try:
            self._adapter.update_if_active(lambda: news)
        except BaseException as fault:
            # A panic of the library is no Exception; its adapter is of no use any more, the kiosk goes on without.
            if type(fault).__name__ != "PanicException":
                raise
            log.exception("assistive technology is cut off")
            self._broken = self._adapter  # kept: letting go of it would panic again
            self.close()

    def _do(self, request: Any) -> None:
        if self._telling is not None:
            self._telling.do(request)
