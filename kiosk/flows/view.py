"""How the visitor wants the screen: colours, size of type, height of controls, movement, speech. Part of a session."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.flows import events as e

ThemeName = Literal["light", "contrast_dark", "contrast_light"]
THEMES: tuple[ThemeName, ...] = ("light", "contrast_dark", "contrast_light")
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


def _nearest(value: float, offered: tuple[float, ...]) -> float:
    return min(offered, key=lambda one: abs(one - value))


def _theme(view: View, event: e.ThemeChosen) -> View:
    name = next((theme for theme in THEMES if theme == event.theme), view.theme)
    return replace(view, theme=name)


CHANGES: dict[type[e.Event], Callable[[View, Any], View]] = {
    e.ThemeChosen: _theme,
    e.TextScaleChosen: lambda view, event: replace(view, text_scale=_nearest(event.scale, TEXT_SCALES)),
    e.LowReachSwitched: lambda view, _: replace(view, low_reach=not view.low_reach),
    e.MotionSwitched: lambda view, _: replace(view, still=not view.still),
    e.ReadingSwitched: lambda view, _: replace(view, reading=not view.reading),
    e.SpeedChosen: lambda view, event: replace(view, speed=_nearest(event.speed, SPEEDS)),
    e.VolumeChosen: lambda view, event: replace(view, volume=_nearest(event.volume, VOLUMES)),
    e.ScanningSwitched: lambda view, _: replace(view, scanning=not view.scanning),
}
"""What each event changes; a value that is not offered becomes the nearest one that is."""


def beside(offered: tuple[float, ...], now: float, by: int) -> float:
    """The value `by` places from the present one; at the ends it stays."""
    return offered[min(max(offered.index(_nearest(now, offered)) + by, 0), len(offered) - 1)]
