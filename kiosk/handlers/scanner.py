"""The mark of switch scanning, moved by the clock or by the first of two switches. The steps: `presenters.scanning`."""

from collections.abc import Sequence

from hardware.host.clock import Clock
from kiosk.handlers.reader import Reader
from kiosk.presenters import scanning
from kiosk.presenters.outline import Node
from kiosk.presenters.scanning import Mark

FIRST = 2
"""Times the usual pause before the first step on a new screen."""


class Scanner:
    """In the screen's thread. Works only while the session's view says so."""

    def __init__(self, *, reader: Reader, clock: Clock, seconds: float, switches: int) -> None:
        """:param seconds: between two steps.

        :param switches: 1: the mark moves by itself; 2: the first switch moves it.
        """
        self._reader, self._clock, self._seconds, self._switches = reader, clock, seconds, switches
        self._mark = Mark()
        self._ids: tuple[str, ...] = ()
        self._next_at = 0.0
        self._on = False

    def tick(self, nodes: Sequence[Node]) -> tuple[str, ...] | None:
        """What bears the mark, if that changed; None: nothing changed."""
        if not self._reader.view.scanning:
            was_on, self._on = self._on, False
            return () if was_on else None
        ids = tuple(node.id for node in nodes)
        if not self._on or ids != self._ids:
            self._on, self._ids, self._mark = True, ids, Mark()
            return self._marked_anew(nodes, FIRST)
        speech_first = self._reader.view.reading and self._reader.speaking
        if self._switches == 1 and self._clock.monotonic() >= self._next_at and not speech_first:
            return self.step(nodes)
        return None

    def step(self, nodes: Sequence[Node]) -> tuple[str, ...]:
        """One step on; what bears the mark now."""
        self._mark = scanning.step(self._mark, self._groups(nodes))
        return self._marked_anew(nodes, 1)

    def enter(self, nodes: Sequence[Node]) -> str:
        """The switch that presses: into the group, or the id to press."""
        self._mark, pressed = scanning.enter(self._mark, self._groups(nodes))
        self._marked_anew(nodes, FIRST)
        return pressed

    def marked(self, nodes: Sequence[Node]) -> tuple[str, ...]:
        """Ids that bear the mark."""
        return scanning.marked(self._mark, self._groups(nodes))

    def _groups(self, nodes: Sequence[Node]) -> tuple[scanning.Group, ...]:
        return scanning.groups(nodes, texts=self._reader.view.reading)

    def _marked_anew(self, nodes: Sequence[Node], pauses: int) -> tuple[str, ...]:
        self._next_at = self._clock.monotonic() + self._seconds * pauses
        marked = self.marked(nodes)
        if len(marked) == 1:
            self._reader.focused(marked[0])
        else:
            self._reader.names(marked)
        return marked
