"""A voice and ears beside it, the same for simulator and for espeak-ng with a sound card that is none."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from hardware.audio.espeak import EspeakSpeech
from hardware.audio.interface import Speech
from hardware.audio.settings import SpeechSettings
from hardware.audio.simulator import SimulatedSpeech
from hardware.host.clock import SystemClock
from hardware.transport.input_events import EV_SW, SW_HEADPHONE_INSERT, InputEvent, pack
from tests.emulators import sound_card

PATIENCE_SECONDS = 20.0


def until(condition: Callable[[], bool]) -> None:
    """Wait for it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


class World(Protocol):
    """Everything around a voice."""

    speech: Speech

    def heard(self) -> int:
        """How many things could be heard, sounds too, broken off ones too."""
        ...

    def no_sound(self, on: bool) -> None:
        """The sound card is away."""
        ...

    def plug(self, on: bool) -> None:
        """Headphones."""
        ...

    def close(self) -> None:
        """End."""
        ...


class SimulatorWorld:
    """The simulator, by the names the bench page uses."""

    def __init__(self, folder: Path) -> None:
        self.simulator = SimulatedSpeech(SpeechSettings(driver="simulator"), clock=SystemClock())
        self.speech: Speech = self.simulator

    def heard(self) -> int:
        return len(self.simulator.said()) + len(self.simulator.sounds())

    def no_sound(self, on: bool) -> None:
        self.simulator.set_fault("no_sound", on)

    def plug(self, on: bool) -> None:
        self.simulator.plug(on)

    def close(self) -> None:
        self.speech.close()


class EspeakWorld:
    """The driver, a player that writes down what it hears, and a jack that is a file."""

    def __init__(self, folder: Path) -> None:
        self._card, self._jack = folder / "card", folder / "jack"
        self._jack.write_bytes(b"")
        settings = SpeechSettings(
            driver="espeak", player=str(sound_card.install(self._card)), headphone_jack=self._jack
        )
        self.speech: Speech = EspeakSpeech(settings, clock=SystemClock())

    def heard(self) -> int:
        return sum(bool(samples) for samples in sound_card.heard(self._card))

    def samples(self) -> list[bytes]:
        """What reached the loudspeaker."""
        return sound_card.heard(self._card)

    def no_sound(self, on: bool) -> None:
        self._lever("missing", on)

    def unplug(self, on: bool) -> None:
        """The card goes while it plays."""
        self._lever("unplug", on)

    def plug(self, on: bool) -> None:
        with self._jack.open("ab") as jack:
            jack.write(pack(InputEvent(EV_SW, SW_HEADPHONE_INSERT, int(on))))

    def close(self) -> None:
        self.speech.close()

    def _lever(self, name: str, on: bool) -> None:
        if on:
            (self._card / name).touch()
        else:
            (self._card / name).unlink()
