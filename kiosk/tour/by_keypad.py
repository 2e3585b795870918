"""A walk by keypad with a black screen, in a process of its own: `python -m kiosk.tour.by_keypad DIR LANGUAGE AT`.

From the welcome to a number in the hand, guided by speech alone. Leaves `audio.wav` (spoken by espeak-ng),
`transcript.json` and a picture of the screen, and prints a JSON report.
"""

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec

from hardware.audio.settings import SpeechSettings
from hardware.audio.simulator import SimulatedSpeech
from hardware.host.journal import set_up_logging
from hardware.keypad.settings import KeypadSettings
from hardware.printer.settings import PrinterSettings
from kiosk.presenters.multitap import AGAIN_SECONDS, KEYS, LETTERS
from kiosk.settings import KioskSettings, PanelSettings
from kiosk.texts import say
from kiosk.tour.clock import TourClock

if TYPE_CHECKING:
    from kiosk.process import KioskProcess
    from kiosk.tour.blind import Blind

LOOKED_FOR = {"de": "reisepass", "en": "passport"}
"""What is typed by digit keys; then the first result is taken."""


def main(arguments: Sequence[str]) -> int:
    """0: the number is drawn and was heard; 1: it is not."""
    folder, language, at = Path(arguments[0]), arguments[1], arguments[2]
    folder.mkdir(parents=True, exist_ok=True)
    set_up_logging({})
    clock = TourClock(datetime.fromisoformat(at).astimezone())
    with tempfile.TemporaryDirectory(prefix="lotse-tour-") as state:
        pipe = Path(state) / "keypad"
        os.mkfifo(pipe)
        settings = KioskSettings(
            language=cast(Any, language),
            panel=PanelSettings(fullscreen=False),
            printer=PrinterSettings(driver="simulator", simulated_seconds=0.4),
            speech=SpeechSettings(driver="simulator", simulated_letters_per_second=0),
            keypad=KeypadSettings(driver="evdev", device=pipe, reopen_seconds=0.05),
        )
        report = _walk(settings, clock, Path(state), pipe, folder)
    sys.stdout.write(json.dumps(report) + "\n")
    return 1 if report["stopped"] else 0


def _walk(settings: KioskSettings, clock: TourClock, state: Path, pipe: Path, folder: Path) -> dict[str, Any]:
    from kiosk.__main__ import build

    process = build(settings, state=state, cache=state, offscreen=True, clock=clock)
    from kiosk.tour.blind import Blind
    from kiosk.tour.driver import Driver, TourStopped

    assert isinstance(process.speech, SimulatedSpeech)
    driver, blind = Driver(process), Blind(pipe=pipe, speech=process.speech, clock=clock)
    stopped = ""
    with driver.running():
        _darken(process)
        try:
            journey(blind, process.speech, settings.language)
        except TourStopped as stop:
            stopped = str(stop)
        driver.picture(folder / "screen.png")
        papers = [paper.text for paper in getattr(process.printer, "papers", tuple)()]
    blind.close()
    seconds = process.speech.write_wav(folder / "audio.wav")
    transcript = {"language": settings.language, "papers": papers, "turns": msgspec.to_builtins(blind.turns)}
    (folder / "transcript.json").write_text(json.dumps(transcript, ensure_ascii=False, indent=1), encoding="utf-8")
    return {"turns": len(blind.turns), "seconds": round(seconds), "papers": len(papers), "stopped": stopped}


def _darken(process: "KioskProcess") -> None:
    """Nothing of the screen can be seen."""
    from kivy.graphics import Color, Rectangle

    stage = process.app.stage
    assert stage is not None
    stage.opacity = 0
    with stage.parent.canvas.after:
        Color(0, 0, 0, 1)
        Rectangle(pos=(0, 0), size=stage.size)


def journey(blind: "Blind", speech: SimulatedSpeech, language: str) -> None:
    """Headphones in; find a service by typing digits, hear it, hear every step of the way, draw a number, end.

    :raises TourStopped: something is not heard.
    """
    speech.plug(True)
    blind.wait_for(say("keypad.welcome", language)[:10])
    blind.find(say("welcome.search", language))
    blind.press("KEY_KPENTER")
    _type(blind, LOOKED_FOR[language], language)
    blind.press("KEY_DOWN")
    blind.press("KEY_KPENTER")
    blind.press("KEY_KPASTERISK")
    blind.find(f"{say('service.way', language)}. {say('spoken.button', language)}")
    blind.press("KEY_KPENTER")
    _steps(blind, language)
    blind.press("KEY_ESC")
    blind.find(f"{say('service.draw', language)}. {say('spoken.button', language)}")
    blind.press("KEY_KPENTER")
    blind.wait_for(say("ticket.take", language))
    blind.find(f"{say('ticket.done', language)}. {say('spoken.button', language)}")
    blind.press("KEY_KPENTER")


def _type(blind: "Blind", word: str, language: str) -> None:
    for letter in word:
        key = next(key for key in KEYS if letter in LETTERS[language][key])
        for _ in range(LETTERS[language][key].index(letter) + 1):
            blind.press(f"KEY_KP{key}")
        blind.pause(AGAIN_SECONDS)
    blind.pause(2.0)


def _steps(blind: "Blind", language: str) -> None:
    """Right, until no further step comes."""
    for number in range(2, 30):
        start = say("way.step", language, k=number, n=0).rpartition(" ")[0]
        if not any(text.startswith(start) for text in blind.press("KEY_RIGHT")):
            return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
