"""A visitor who sees nothing: hears what is said, presses keys of a keypad, and knows only the words they look for.

Keys go as Linux input events through a pipe into the real keypad driver; what is heard comes from the simulated voice.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

from kivy.base import EventLoop
from msgspec import Struct

from hardware.audio.simulator import SimulatedSpeech
from hardware.keypad.keys import CODES
from hardware.transport.input_events import EV_KEY, PRESSED, RELEASED, InputEvent, pack
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import TourStopped

MOST_KEYS = 60
"""Before a thing that is looked for is given up."""
SOON_SECONDS = 0.4
"""Some ticks of the kiosk."""
PATIENCE_SECONDS = 20.0


class Heard(Struct, frozen=True):
    """One utterance."""

    text: str
    language: str
    private: bool
    headphones: bool | None


class Turn(Struct, frozen=True):
    """A key, "" for none, and what was heard then."""

    key: str
    heard: tuple[Heard, ...]


class Blind:
    """Presses and listens; `turns` is what happened."""

    def __init__(self, *, pipe: Path, speech: SimulatedSpeech, clock: TourClock) -> None:
        self._speech, self._clock = speech, clock
        self._wire = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
        self._count = 0
        self.turns: list[Turn] = []

    @property
    def last(self) -> str:
        """What was heard last."""
        return next((turn.heard[-1].text for turn in reversed(self.turns) if turn.heard), "")

    def press(self, name: str) -> tuple[str, ...]:
        """A key by its Linux name; what is heard once its click was."""
        clicks = len(self._speech.sounds())
        for value in (PRESSED, RELEASED):
            os.write(self._wire, pack(InputEvent(EV_KEY, CODES[name], value)))
        return self._listen(name, lambda _: len(self._speech.sounds()) > clicks)

    def find(self, words: str, key: str = "KEY_DOWN") -> None:
        """Press `key` until something beginning with `words` is heard.

        :raises TourStopped: it never is.
        """
        for _ in range(MOST_KEYS):
            if any(text.startswith(words) for text in self.press(key)):
                return
        raise TourStopped(f"{words!r} is not heard anywhere on this screen; the last was {self.last!r}")

    def wait_for(self, words: str) -> None:
        """Press nothing until something with `words` in it is heard.

        :raises TourStopped: it is not within 20 seconds.
        """
        if not any(words in text for text in self._listen("", lambda heard: any(words in one.text for one in heard))):
            raise TourStopped(f"{words!r} was not heard; the last was {self.last!r}")

    def pause(self, seconds: float) -> None:
        """The fingers rest."""
        self._clock.skip(seconds)
        end = time.monotonic() + SOON_SECONDS
        self._listen("", lambda _: time.monotonic() > end)

    def close(self) -> None:
        """Let the keypad go."""
        os.close(self._wire)

    def _listen(self, key: str, until: Callable[[tuple[Heard, ...]], bool]) -> tuple[str, ...]:
        """Let the kiosk run until `until` holds for what was heard since the last turn, at most 20 seconds."""
        end = time.monotonic() + PATIENCE_SECONDS
        heard = self._fresh()
        while not until(heard) and time.monotonic() < end:
            EventLoop.idle()
            heard = self._fresh()
        self._count += len(heard)
        self.turns.append(Turn(key, heard))
        return tuple(one.text for one in heard)

    def _fresh(self) -> tuple[Heard, ...]:
        return tuple(
            Heard(one.utterance.text, one.utterance.language, one.utterance.private, one.headphones)
            for one in self._speech.said()[self._count :]
        )
