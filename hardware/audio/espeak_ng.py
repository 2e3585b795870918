"""How the program espeak-ng is called, and its answers. A separate program (GPL-3): nothing of it is loaded into ours.

The customer's package pyttsx3 was tried first: on Linux its `stop()` stays without effect while a sentence plays (it
waits for `aplay` inside a system call; in our trial speech went on for three seconds), and it loads libespeak-ng into
the process. So both programs are run here and can be ended at any moment.
"""

from collections.abc import Sequence

from hardware.audio.interface import FASTEST, SLOWEST, Utterance
from hardware.audio.settings import SpeechSettings

PROGRAM = "espeak-ng"
LONGEST = 4_000
"""Letters of one utterance."""
USUAL_AMPLITUDE, LARGEST_AMPLITUDE = 100, 200
BUFFER_MICROSECONDS = 100_000
"""Of the player: what is already with the sound card when it is stopped."""


def voice_command(utterance: Utterance, settings: SpeechSettings, speed: float, volume: float) -> Sequence[str]:
    """espeak-ng that reads the text from its input, so that it stands in no list of processes, and writes WAV."""
    words = round(settings.words_per_minute * min(max(speed, SLOWEST), FASTEST))
    amplitude = round(USUAL_AMPLITUDE * min(max(volume, 0.0), 1.0) * settings.volume_limit)
    return (
        PROGRAM,
        "--stdin",
        "--stdout",
        *("-b", "1"),  # UTF-8
        *("-v", settings.voice(utterance.language)),
        *("-s", str(words)),
        *("-a", str(min(amplitude, LARGEST_AMPLITUDE))),
    )


def player_command(settings: SpeechSettings) -> Sequence[str]:
    """The player that takes WAV from its input."""
    return (settings.player, "-q", "-D", settings.device, f"--buffer-time={BUFFER_MICROSECONDS}", "-")


def plain(text: str) -> bytes:
    """The text as espeak-ng takes it: no phonemes in double brackets, no marks of a markup language."""
    return text.translate({ord(sign): " " for sign in "[]<>\0"})[:LONGEST].encode("utf-8", "replace")
