"""Codes out of the keys that a scanner types, without I/O. Not responsible for whose keys they are."""

from collections.abc import Sequence

from hardware.scanner.codes import LONGEST
from hardware.scanner.layouts import ALT_GR, ENTER, SHIFT, SILENT, SPACE, Layout
from hardware.transport.input_events import EV_KEY, EV_SYN, PRESSED, RELEASED, InputEvent

SYN_DROPPED = 3
"""The kernel's buffer was full, events are missing (Documentation/input/event-codes.rst)."""
QUIET_SECONDS = 1.0
"""A scanner types a letter in some milliseconds; keys without Enter are half a code."""


class TypedCodes:
    """Puts codes together. One with a key that types nothing (control, function, caps lock) is dropped as a whole."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._held: set[int] = set()
        self._letters: list[str] = []
        self._broken = self._waiting = False
        """A key that types nothing; a dead key, whose blank comes next."""
        self._heard_at = 0.0

    def feed(self, events: Sequence[InputEvent], now: float) -> list[str]:
        """The codes that are whole now.

        :param events: none where nothing has come: only that is quiet, and not a reader that was kept from looking.
        :param now: seconds of a clock that never goes back.
        """
        if not events and now - self._heard_at >= QUIET_SECONDS:
            self._begin()
        return [code for event in events if (code := self._take(event, now))]

    def clear(self) -> None:
        """Another device: no key is held."""
        self._held.clear()
        self._begin()

    def _begin(self) -> None:
        self._letters, self._broken, self._waiting = [], False, False

    def _take(self, event: InputEvent, now: float) -> str:
        """The code that this event ends; "" = it ends none."""
        if (event.kind, event.code) == (EV_SYN, SYN_DROPPED):
            self._held.clear()
            self._broken, self._heard_at = True, now
        if event.kind != EV_KEY:
            return ""
        if event.value == RELEASED:
            self._held.discard(event.code)
        if event.value != PRESSED:
            return ""
        self._heard_at = now
        if event.code in ENTER:
            code = "" if self._broken else "".join(self._letters)
            self._begin()
            return code
        self._press(event.code)
        return ""

    def _press(self, key: int) -> None:
        if key in SHIFT or key == ALT_GR:
            self._held.add(key)
            return
        if key in SILENT:
            return
        if key == SPACE and self._waiting:
            self._waiting = False
            return
        letter = self._letter(key)
        self._waiting = letter is not None and letter in self._layout.dead
        if letter is None or len(self._letters) > LONGEST:
            self._broken = True
        else:
            self._letters.append(letter)

    def _letter(self, key: int) -> str | None:
        layout = self._layout
        if ALT_GR in self._held:
            return layout.alt_gr.get(key)
        return (layout.shifted if self._held & SHIFT else layout.plain).get(key)
