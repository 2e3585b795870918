"""One thread for what must not hold up the screen, one thing after the other. Begins with the first thing."""

import logging
import queue
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 5.0


class Background:
    """Callable: takes something to do. What it raises is logged; the next thing is done all the same."""

    def __init__(self, name: str) -> None:
        """:param name: of the thread."""
        self._name, self._work = name, queue.SimpleQueue[Callable[[], None] | None]()
        self._thread: threading.Thread | None = None

    def __call__(self, work: Callable[[], None]) -> None:
        """Do it after what was given before. From one thread, the screen's."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        self._work.put(work)

    def stop(self) -> None:
        """End after what was given so far."""
        self._work.put(None)
        if self._thread is not None:
            self._thread.join(timeout=PATIENCE_SECONDS)

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except Exception:  # a fault of one thing must not keep the others from being done
                log.exception("something could not be done in the background")
