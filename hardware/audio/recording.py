"""What was said as one WAV file, spoken by espeak-ng: for people who want to hear it later. Plays nothing."""

import io
import subprocess
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hardware.audio.espeak_ng import plain, voice_command
from hardware.audio.settings import SpeechSettings
from hardware.audio.sounds import RATE
from hardware.errors import HardwareError, WhoActs

if TYPE_CHECKING:
    from hardware.audio.simulator import Said

PAUSE_SECONDS = 0.5
PATIENCE_SECONDS = 60


def record(path: Path, said: "Sequence[Said]", settings: SpeechSettings) -> float:
    """Write all of it to `path`; its length in seconds comes back.

    :raises HardwareError: espeak-ng is not installed, or does not know a voice.
    """
    pause = bytes(2 * round(RATE * PAUSE_SECONDS))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for one in said:
            file.writeframes(_spoken(one, settings) + pause)
        return file.getnframes() / RATE


def _spoken(one: "Said", settings: SpeechSettings) -> bytes:
    command = voice_command(one.utterance, settings, one.speed, one.volume)
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            command, input=plain(one.utterance.text), capture_output=True, timeout=PATIENCE_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError) as fault:
        raise HardwareError(
            "speech.no_voice",
            WhoActs.TECHNICIAN,
            "The program espeak-ng does not speak.",
            "Install the system package espeak-ng.",
        ) from fault
    with wave.open(io.BytesIO(done.stdout)) as spoken:
        # written into a pipe, its header cannot know the length: what is there is what counts
        frames: bytes = spoken.readframes(len(done.stdout) // 2)
        return frames
