"""How the visitor wants the screen: colours, size of type, height of controls, movement, speech. Part of a session."""

from typing import Literal

from msgspec import Struct

ThemeName = Literal["light", "contrast_dark", "contrast_light"]
TEXT_SCALES = (1.0, 1.25, 1.5)
SPEEDS = (0.8, 1.0, 1.25, 1.5)
"""Of speech, as factors."""
VOLUMES = (0.5, 0.75, 1.0)


class View(Struct, frozen=True, kw_only=True):
    """Chosen under "Ansicht", thrown away with the session."""

    theme: ThemeName = "light"
    text_scale: float = 1.0
    """One of `TEXT_SCALES`."""
    low_reach: bool = False
    """All controls in the lowest part of the screen, for seated people and children."""
    still: bool = False
    """Nothing moves but the words."""
    reading: bool = False
    """Every screen is read aloud, and speech follows the focus."""
    speed: float = 1.0
    volume: float = 1.0
    scanning: bool = False
    """The focus moves on by itself; one switch presses."""
