"""What every voice can do. Knows no sound card, no screen and no visitor."""

from enum import StrEnum
from typing import Protocol

from msgspec import Struct

SLOWEST, FASTEST = 0.8, 1.5
"""Factors of the usual speed."""


class Sound(StrEnum):
    """The only four sounds; each has a picture as well."""

    KEY = "key"
    """A click of 20 ms."""
    DONE = "done"
    """Two rising notes."""
    ATTENTION = "attention"
    """One soft note."""
    DOOR = "door"
    """Two equal notes."""


class Utterance(Struct, frozen=True, kw_only=True):
    """Something to be said."""

    text: str
    """As it is spoken: numbers and signs already put the way people say them."""
    language: str
    """A language of the interface: "de", "de-simple", "en", "tr", "uk", "ar"."""
    interrupt: bool = True
    """Whatever is being said or waits is dropped; False: it comes after that."""
    private: bool = False
    """Said only while headphones are known to be in; else dropped."""


class Speech(Protocol):
    """A voice. No call blocks; every call may come from any thread. A voice that cannot speak goes on silently."""

    @property
    def speed(self) -> float:
        """Factor, 0.8 to 1.5; holds for what is said next."""
        ...

    @speed.setter
    def speed(self, factor: float) -> None: ...

    @property
    def volume(self) -> float:
        """Factor, 0 to 1; holds for what is said next."""
        ...

    @volume.setter
    def volume(self, factor: float) -> None: ...

    @property
    def speaking(self) -> bool:
        """Whether something is being said or waits to be."""
        ...

    @property
    def headphones(self) -> bool | None:
        """Whether headphones are plugged in; None: nobody can tell."""
        ...

    @property
    def trouble(self) -> str:
        """ "" = works, else a stable code: "speech.no_voice", "speech.no_sound", "speech.disabled"."""
        ...

    def say(self, utterance: Utterance) -> None:
        """Say it, now or after what is being said."""
        ...

    def play(self, sound: Sound) -> None:
        """A short sound, in turn with what is said."""
        ...

    def stop(self) -> None:
        """Silent within 200 ms; what waits is dropped."""
        ...

    def headphones_told(self, plugged: bool) -> None:
        """A device with a jack of its own (a keypad) says whether headphones are in it."""
        ...

    def close(self) -> None:
        """Silent for good."""
        ...
