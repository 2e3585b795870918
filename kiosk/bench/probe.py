"""One measured process: a bare Kivy window, or the kiosk. Prints what it measured as JSON and ends.

Run by `lotse bench kiosk` as `python -m kiosk.bench.probe {bare|kiosk} WIDTH HEIGHT FOLDER IDLE_SECONDS FRAMES`.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.bench.process import age_seconds, cpu_seconds, memory_mib

if TYPE_CHECKING:
    from kiosk.process import KioskProcess

SETTLE_SECONDS = 4.0
"""Between the first picture and the idle measurement: what is prepared in the background is done by then."""


class Probe:
    """Counts frames of the running window, then idles, then stops the app."""

    def __init__(self, stop: Callable[[], None], idle_seconds: float, frames: int) -> None:
        self.stop, self.idle_seconds, self.frames = stop, idle_seconds, frames
        self.result: dict[str, float] = {}
        self._flips: list[float] = []

    def begin(self) -> None:
        """Wait for the first picture."""
        from kivy.core.window import Window

        Window.bind(on_flip=self._flip)
        Window.canvas.ask_update()

    def _flip(self, *_: Any) -> None:
        from kivy.clock import Clock
        from kivy.core.window import Window

        if not self.result:
            self.result["start_s"] = age_seconds()
            Clock.schedule_once(lambda _dt: self._idle_begins(), SETTLE_SECONDS)
        elif "idle_cpu" in self.result:
            self._flips.append(time.perf_counter())
            if len(self._flips) > self.frames:
                self._end()
            else:
                Window.canvas.ask_update()

    def _idle_begins(self) -> None:
        from kivy.clock import Clock

        self._cpu, self._at = cpu_seconds(), time.monotonic()
        Clock.schedule_once(lambda _dt: self._idle_ends(), self.idle_seconds)

    def _idle_ends(self) -> None:
        from kivy.clock import Clock
        from kivy.core.window import Window

        self.result["idle_cpu"] = 100 * (cpu_seconds() - self._cpu) / (time.monotonic() - self._at)
        self.result["memory_mib"] = memory_mib()
        Clock._max_fps = 1000  # frame time, not the pause between frames
        Window.canvas.ask_update()

    def _end(self) -> None:
        from kivy.core.window import Window

        Window.unbind(on_flip=self._flip)
        gaps = [(b - a) * 1000 for a, b in zip(self._flips, self._flips[1:], strict=False)]
        self.result["frame_ms"] = statistics.median(gaps)
        self.stop()


def bare(width: int, height: int, folder: Path, idle_seconds: float, frames: int) -> dict[str, float]:
    """An empty window of the same size with the same window settings."""
    from kiosk.widgets.setup import prepare_kivy

    prepare_kivy(width=width, height=height, home=folder / "kivy", offscreen=True)
    from kivy.app import App
    from kivy.uix.widget import Widget

    class BareApp(App):  # type: ignore[misc]  # Kivy is untyped
        def build(self) -> Widget:
            return Widget()

        def on_start(self) -> None:
            self.probe.begin()

    app = BareApp()
    app.probe = Probe(app.stop, idle_seconds, frames)
    app.run()
    result: dict[str, float] = app.probe.result
    return result


def kiosk(width: int, height: int, folder: Path, idle_seconds: float, frames: int) -> dict[str, float]:
    """The whole kiosk on the demo town with a simulated printer; speech that was used once, if silently."""
    from hardware.audio.disabled import DisabledSpeech
    from hardware.audio.interface import Utterance
    from kiosk.__main__ import build
    from kiosk.settings import KioskSettings, PanelSettings

    settings = KioskSettings(panel=PanelSettings(width=width, height=height, fullscreen=False))

    def speak(process: "KioskProcess") -> None:
        process.speech.volume = 0.0
        process.speech.say(Utterance(text="Rathaus", language="de"))

    kiosk = build(settings, state=folder / "state", cache=folder / "cache", offscreen=True, started=speak)
    probe = Probe(kiosk.app.stop, idle_seconds, frames)
    kiosk.app.bind(on_start=lambda *_: probe.begin())
    kiosk.run()
    speaks = not isinstance(kiosk.speech, DisabledSpeech)
    return probe.result | {"bridge": kiosk.bridge is not None, "speech": speaks}


def main(arguments: list[str]) -> None:
    """Measure and print."""
    kind, width, height, folder, idle_seconds, frames = arguments
    measure = {"bare": bare, "kiosk": kiosk}[kind]
    result = measure(int(width), int(height), Path(folder), float(idle_seconds), int(frames))
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
