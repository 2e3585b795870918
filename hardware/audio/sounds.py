"""The four sounds, made of sine waves: small WAV files in memory. Each is made once."""

import io
import math
import struct
from functools import cache

from hardware.audio.interface import Sound

RATE = 22_050
"""Samples per second; the rate of espeak-ng, so that a sound device keeps its clock."""
FADE_SECONDS = 0.004
LOUDNESS = 0.35
"""Of full scale: below speech."""

NOTES: dict[Sound, tuple[tuple[float, float], ...]] = {
    Sound.KEY: ((1_600.0, 0.020),),
    Sound.DONE: ((659.3, 0.140), (880.0, 0.220)),
    Sound.ATTENTION: ((587.3, 0.450),),
    Sound.DOOR: ((784.0, 0.160), (0.0, 0.080), (784.0, 0.160)),
}
"""(frequency Hz, seconds) one after the other; 0 Hz is silence."""


@cache
def wav(sound: Sound) -> bytes:
    """One sound as a mono WAV file of 16 bits."""
    import wave  # not before something sounds

    samples: list[int] = []
    for frequency, seconds in NOTES[sound]:
        samples += _note(frequency, seconds)
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return out.getvalue()


def _note(frequency: float, seconds: float) -> list[int]:
    """A sine that begins and ends at zero and fades away, so that nothing crackles."""
    count, fade = round(seconds * RATE), FADE_SECONDS * RATE
    return [
        round(
            32_767
            * LOUDNESS
            * min(1.0, i / fade, (count - 1 - i) / fade)
            * (1 - 0.6 * i / count)
            * math.sin(2 * math.pi * frequency * i / RATE)
        )
        for i in range(count)
    ]
