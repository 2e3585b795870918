"""Writes to a file what is on the screen and where, for a driver in another process that has only eyes and hands.

For black-box tests with a real window (`lotse run --screen-map FILE`); never on a kiosk in the hall, where nothing may
write down what visitors see.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kivy.core.window import Window

if TYPE_CHECKING:
    from kiosk.process import KioskProcess


class ScreenMap:
    """Follows the window: after every picture that changed something, the file is replaced as a whole."""

    def __init__(self, process: "KioskProcess", path: Path) -> None:
        self._process, self._path = process, path
        self._written: dict[str, Any] = {}

    def follow(self) -> None:
        """From now on."""
        Window.bind(on_flip=self._flipped)

    def _flipped(self, *_: Any) -> None:
        stage, session = self._process.app.stage, self._process.conductor.session
        if stage is None:
            return
        seen = {
            "state": str(session.state),
            "language": session.language,
            "controls": {test_id: tuple(rect) for test_id, rect in stage.test_ids().items()},
            "texts": stage.texts(),
        }
        if seen != self._written:
            self._written = seen
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
            fresh.replace(self._path)
