"""A voice without a sound card: writes down what would be said, and headphones are plugged in by hand."""

import threading
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from hardware.audio.interface import FASTEST, SLOWEST, Sound, Utterance
from hardware.audio.settings import SpeechSettings
from hardware.host.clock import Clock

KEPT = 2_000
"""Utterances; older ones are forgotten."""
FAULTS = ("no_sound",)


class Said(Struct, frozen=True):
    """Something that was said, or begun."""

    utterance: Utterance
    speed: float
    volume: float
    headphones: bool | None
    at: datetime


class SimulatedSpeech:
    """`Speech` on paper. Says one thing after the other, as fast as its settings tell."""

    def __init__(self, settings: SpeechSettings, *, clock: Clock) -> None:
        self.name = "speech"
        self.speed = self.volume = 1.0
        self._settings, self._clock, self._lock = settings, clock, threading.RLock()
        self._said: deque[Said] = deque(maxlen=KEPT)
        self._sounds: deque[Sound] = deque(maxlen=KEPT)
        self._waiting: deque[Utterance] = deque()
        self._until = 0.0
        self._closed = False
        self._plugged: bool | None = None
        self._faults = dict.fromkeys(FAULTS, False)

    # --- Speech --------------------------------------------------------------------------------------------------

    @property
    def speaking(self) -> bool:
        """Whether the simulated time of what is said has not passed yet."""
        with self._lock:
            self._go_on()
            return self._clock.monotonic() < self._until

    @property
    def headphones(self) -> bool | None:
        """As the lever stands."""
        return self._plugged

    @property
    def trouble(self) -> str:
        """As the lever stands."""
        return "speech.no_sound" if self._faults["no_sound"] else ""

    def say(self, utterance: Utterance) -> None:
        """Write it down when its turn comes."""
        with self._lock:
            if self._closed:
                return
            if utterance.interrupt:
                self.stop()
            self._waiting.append(utterance)
            self._go_on()

    def play(self, sound: Sound) -> None:
        """Write it down."""
        if self._settings.sounds and not self._closed:
            self._sounds.append(sound)

    def stop(self) -> None:
        """At once."""
        with self._lock:
            self._go_on()
            self._waiting.clear()
            self._until = self._clock.monotonic()

    def headphones_told(self, plugged: bool) -> None:
        """As if the lever was moved."""
        self._plugged = plugged

    def close(self) -> None:
        """Silent."""
        self._closed = True
        self.stop()

    def _go_on(self) -> None:
        """What began by now is written down."""
        while self._waiting and self._clock.monotonic() >= self._until:
            one = self._waiting.popleft()
            if one.private and not self._plugged:
                continue
            if self._faults["no_sound"]:
                continue
            self._said.append(Said(one, self.speed, self.volume, self._plugged, self._clock.now()))
            rate = self._settings.simulated_letters_per_second * min(max(self.speed, SLOWEST), FASTEST)
            self._until = self._clock.monotonic() + (len(one.text) / rate if rate else 0.0)

    # --- the bench page's hands ----------------------------------------------------------------------------------

    def said(self) -> Sequence[Said]:
        """Everything that was said, oldest first."""
        with self._lock:
            self._go_on()
            return tuple(self._said)

    def sounds(self) -> Sequence[Sound]:
        """Every sound, oldest first."""
        return tuple(self._sounds)

    def plug(self, plugged: bool | None) -> None:
        """Headphones in, out, or a jack that cannot tell."""
        self._plugged = plugged

    def faults(self) -> Mapping[str, bool]:
        """Everything that can be wrong, and whether it is."""
        return dict(self._faults)

    def set_fault(self, name: str, on: bool) -> None:
        """Break it, or mend it.

        :raises KeyError: no such fault.
        """
        if name not in self._faults:
            raise KeyError(name)
        self._faults[name] = on

    def write_wav(self, path: Path) -> float:
        """All of it as one recording, spoken by espeak-ng, half a second between two utterances.

        :returns: its length in seconds.
        :raises HardwareError: espeak-ng is not installed.
        """
        from hardware.audio.recording import record  # only where somebody wants to hear it

        return record(path, self.said(), self._settings)
