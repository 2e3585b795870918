"""No voice and no sound. What is seen must be enough."""

from hardware.audio.interface import Sound, Utterance
from hardware.audio.settings import SpeechSettings
from hardware.host.clock import Clock


class DisabledSpeech:
    """`Speech` where there is none."""

    speaking = False
    headphones: bool | None = None
    trouble = "speech.disabled"

    def __init__(self, settings: SpeechSettings, *, clock: Clock) -> None:
        """Takes what every driver takes, and needs none of it."""
        self.speed = self.volume = 1.0

    def say(self, utterance: Utterance) -> None:
        """Nothing."""

    def play(self, sound: Sound) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing to stop."""

    def headphones_told(self, plugged: bool) -> None:
        """Nothing is said into them anyway."""

    def close(self) -> None:
        """Nothing to release."""
