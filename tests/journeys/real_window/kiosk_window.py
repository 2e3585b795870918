"""The kiosk as a process of its own in a window of a real X server, seen through its screen map only."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.journeys.real_window.x_server import Person

PATIENCE_SECONDS = 40.0
LOTSE = str(Path(sys.executable).with_name("lotse"))
AT = "2026-11-25T10:42"


class Window:
    """What is on the screen, and hands to touch it."""

    def __init__(self, person: Person, map_file: Path) -> None:
        self.person, self._file = person, map_file

    def seen(self) -> dict[str, Any]:
        """The newest map; empty before the first picture."""
        try:
            found: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {"state": "", "controls": {}, "texts": []}
        return found

    def until(self, condition: Callable[[dict[str, Any]], bool], what: str) -> dict[str, Any]:
        """Look until it holds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition(seen := self.seen()):
            assert time.monotonic() < end, f"never seen: {what}; on the screen: {seen['state']} {seen['texts']}"
            time.sleep(0.05)
        return seen

    def changes(self, texts: list[str]) -> None:
        """Wait until other words are seen than these."""
        self.until(lambda seen: seen["texts"] != texts, "anything else")

    def middle(self, test_id: str) -> tuple[int, int]:
        """Where a finger would go."""
        seen = self.until(lambda seen: test_id in seen["controls"], test_id)
        x, y, width, height = seen["controls"][test_id]
        return x + width // 2, y + height // 2

    def touch(self, test_id: str) -> None:
        """Touch a control in its middle."""
        self.person.touch(*self.middle(test_id))


@contextmanager
def kiosk_window(display: str, folder: Path, *more: str) -> Iterator[Window]:
    """A kiosk at full size; ended as a service manager ends it, and it must end well."""
    map_file = folder / "screen.json"
    command = [LOTSE, "run", "--state", str(folder / "state"), "--port", "0"]
    command += ["--scale", "1", "--at", AT, "--screen-map", str(map_file), *more]
    environment = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        person = Person(display)
        try:
            window = Window(person, map_file)
            window.until(lambda seen: seen["state"] == "welcome", "the welcome screen")
            yield window
        finally:
            person.close()
            process.send_signal(signal.SIGTERM)
            code = process.wait(30)
    assert code == 0, (folder / "log").read_text()
