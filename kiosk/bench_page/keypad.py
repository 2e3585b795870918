"""Hands for the simulated keypad and ears for the simulated voice, as the page wants them."""

from hardware.audio.simulator import SimulatedSpeech
from hardware.keypad.interface import Key
from hardware.keypad.simulator import SimulatedKeypad

KEYS = (
    *(Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3),
    *(Key.DIGIT_4, Key.DIGIT_5, Key.DIGIT_6),
    *(Key.DIGIT_7, Key.DIGIT_8, Key.DIGIT_9),
    *(Key.STAR, Key.DIGIT_0, Key.HASH),
    *(Key.BACK, Key.UP, Key.HELP),
    *(Key.LEFT, Key.OK, Key.RIGHT),
    *(Key.READ, Key.DOWN, Key.NEXT),
    *(Key.SLOWER, Key.FASTER, Key.QUIETER, Key.LOUDER),
)
"""As on the page, three a row; 1 at top left, as on the tactile keypad."""
SHOWN = 6


class BenchKeypad:
    """`KeysAndEars`. A real keypad or a real voice beside it is left alone."""

    def __init__(self, *, keypad: SimulatedKeypad | None, speech: SimulatedSpeech | None) -> None:
        self._keypad, self._speech = keypad, speech

    @property
    def keys(self) -> tuple[str, ...]:
        """See `KeysAndEars.keys`."""
        return tuple(key.value for key in KEYS) if self._keypad else ()

    def press(self, key: str) -> None:
        """See `KeysAndEars.press`."""
        if key not in self.keys or self._keypad is None:
            raise KeyError(key)
        self._keypad.press(Key(key))

    @property
    def headphones(self) -> bool | None:
        """See `KeysAndEars.headphones`."""
        return self._speech.headphones if self._speech else None

    def plug(self, plugged: bool) -> None:
        """Where the voice is a real one, the keypad says it, as one with a jack of its own."""
        if self._speech is not None:
            self._speech.plug(plugged)
        elif self._keypad is not None:
            self._keypad.press(Key.HEADPHONES_IN if plugged else Key.HEADPHONES_OUT)

    def said(self) -> tuple[str, ...]:
        """See `KeysAndEars.said`."""
        if self._speech is None:
            return ()
        return tuple(one.utterance.text for one in reversed(self._speech.said()[-SHOWN:]))
