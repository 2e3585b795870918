"""Settings of speech and sounds. Not responsible for what is said."""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

VOICES = {"de": "de", "de-simple": "de", "en": "en-gb", "tr": "tr", "uk": "uk", "ar": "ar"}
"""Language of the interface -> voice of espeak-ng (`espeak-ng --voices`)."""


class SpeechSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who speaks, how fast and where to."""

    driver: Annotated[
        Literal["auto", "espeak", "simulator", "disabled"],
        Meta(
            description="espeak: the program espeak-ng and a player; simulator: only writes down what would be said;\n"
            "disabled: silent; auto: espeak where its programs are installed, else silent."
        ),
    ] = "auto"
    voices: Annotated[
        dict[str, str],
        Meta(description="Voice of espeak-ng for a language of the screen, where another one is wanted."),
    ] = {}
    device: Annotated[
        str, Meta(min_length=1, description="Sound device, as `aplay -L` names it (plughw:CARD=Device,DEV=0).")
    ] = "default"
    player: Annotated[
        str, Meta(min_length=1, description="Program that plays WAV from its input, called as aplay is.")
    ] = "aplay"
    words_per_minute: Annotated[int, Meta(ge=80, le=300, description="Usual speed (words/min).")] = 150
    volume_limit: Annotated[
        float, Meta(ge=0.1, le=2.0, description="Loudness at the loudest choice; 1 = the voice's own.")
    ] = 1.0
    sounds: Annotated[bool, Meta(description="Short sounds: key, done, attention, door.")] = True
    headphone_jack: Annotated[
        Path | None,
        Meta(
            description="Input device of the jack (/dev/input/by-path/...): says whether headphones are plugged in;\n"
            "not set: nobody can tell, and nothing private is spoken."
        ),
    ] = None
    simulated_letters_per_second: Annotated[
        float, Meta(ge=0, le=1000, description="Speed of the simulator; 0 = everything is said at once (letters/s).")
    ] = 15.0

    def voice(self, language: str) -> str:
        """The voice of a language; English where none is known."""
        return self.voices.get(language) or VOICES.get(language, "en-gb")
