"""Colours, type and space of the look, as data. No Kivy here; what draws takes a `Look`."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict

from kiosk.widgets.panel import Panel as Panel

Colour = tuple[float, float, float, float]
"""Red, green, blue and opacity, each 0 to 1."""
Tone = Literal["", "ok", "warn", "fault"]


def colour(code: str, opacity: float = 1.0) -> Colour:
    """From "#RRGGBB"."""
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (red, green, blue, opacity)


class Theme(Struct, frozen=True, kw_only=True):
    """All colours, and what a contrast theme draws differently."""

    name: str
    paper: Colour
    desk: Colour
    card: Colour
    ink: Colour
    ink_soft: Colour
    line: Colour
    line_strong: Colour
    edge: Colour
    edge_brand: Colour
    brand: Colour
    on_brand: Colour
    tint: Colour
    tint_strong: Colour
    sun: Colour
    on_sun: Colour
    ok: Colour
    ok_tint: Colour
    warn: Colour
    warn_tint: Colour
    fault: Colour
    fault_tint: Colour
    room: Colour
    wall: Colour
    focus_outer: Colour
    focus_inner: Colour
    scrim: Colour
    bordered: bool = False
    """Cards and chips get a strong border, because tints vanish."""
    ring_on_sun: bool = False
    """The own position gets a dark ring inside, because the route has the colour of the sun."""

    def tone(self, tone: Tone) -> Colour:
        """Of words and icons; no tone: `brand`."""
        return {"ok": self.ok, "warn": self.warn, "fault": self.fault}.get(tone, self.brand)

    def tone_tint(self, tone: Tone) -> Colour:
        """Of the ground under words in this tone."""
        return {"ok": self.ok_tint, "warn": self.warn_tint, "fault": self.fault_tint}.get(tone, self.tint)


def _theme(name: str, scrim: float, codes: str, *, bordered: bool = False, ring_on_sun: bool = False) -> Theme:
    fields = [field for field in Theme.__struct_fields__ if field not in ("name", "scrim", "bordered", "ring_on_sun")]
    colours = dict(zip(fields, (colour(f"#{code}") for code in codes.split()), strict=True))
    shade = colour("#10262B" if name == "light" else "#000000", scrim)
    return Theme(name=name, scrim=shade, bordered=bordered, ring_on_sun=ring_on_sun, **colours)


LIGHT = _theme(
    "light",
    0.72,
    "FAF8F3 E1EAE8 FFFFFF 10262B 3A5056 C3CFCD 5B7176 8FA3A6 003338 00565E FFFFFF CDE4E1 A9CECA FFC02E 10262B "
    "146336 DBEEE1 7A4A00 FFEDC8 9E1C14 FAE2DF EDF1EF 6F8488 10262B FFC02E",
)
CONTRAST_DARK = _theme(
    "contrast_dark",
    0.85,
    "000000 000000 000000 FFFFFF FFFFFF FFFFFF FFFFFF FFFFFF B89500 FFD83D 000000 000000 333333 FFD83D 000000 "
    "7CF2A4 000000 FFD83D 000000 FF9C94 000000 000000 FFFFFF FFFFFF 000000",
    bordered=True,
    ring_on_sun=True,
)
CONTRAST_LIGHT = _theme(
    "contrast_light",
    0.72,
    "FFFFFF FFFFFF FFFFFF 000000 000000 000000 000000 000000 000000 00383D FFFFFF FFFFFF C8D6D4 FFC02E 000000 "
    "0B4A22 FFFFFF 5A3500 FFFFFF 7D0F09 FFFFFF FFFFFF 000000 000000 FFC02E",
    bordered=True,
)
THEMES = {theme.name: theme for theme in (LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)}


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2 contrast ratio of two opaque colours, 1 to 21."""

    def luminance(of: Colour) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in of[:3]]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


class Sizes(Struct, frozen=True, kw_only=True):
    """Type sizes and lengths in pixels of one panel; the defaults are those of 21.5 inch."""

    type_least: int = 45
    """No letter is ever smaller, at no text scale; where words find no room at their size they step down to it."""
    type_min: int = 45
    """Of labels, chips and notes."""
    type_body: int = 48
    type_lead: int = 54
    type_sub: int = 66
    type_title: int = 84
    type_display: int = 104
    type_number: int = 262
    space_1: int = 8
    space_2: int = 16
    space_3: int = 24
    space_4: int = 32
    space_5: int = 48
    radius_key: int = 14
    radius: int = 18
    radius_chip: int = 40
    border: int = 3
    border_thin: int = 2
    border_current: int = 5
    edge_height: int = 7
    edge_key: int = 6
    bar_height: int = 128
    icon_bar: int = 54
    icon_button: int = 68
    icon_tile: int = 76
    door: int = 56

    @property
    def ladder(self) -> tuple[int, ...]:
        """Type sizes from large to small; 200 and 152 stand between because a number may be longer than "A042".

        Scaled sizes have more steps below them, so that words that do not fit lose as little as they must.
        """
        between = {round(self.type_number * 200 / 262), round(self.type_number * 152 / 262)}
        tokens = {
            self.type_number,
            self.type_display,
            self.type_title,
            self.type_sub,
            self.type_lead,
            self.type_body,
            self.type_min,
            self.type_least,
        }
        finer = set(range(self.type_least, self.type_lead, 3)) if self.type_min > self.type_least else set()
        return tuple(sorted(between | tokens | finer, reverse=True))


SCALED: dict[float, dict[str, int]] = {
    1.0: {},
    1.25: {
        "type_min": 56,
        "type_body": 60,
        "type_lead": 66,
        "type_sub": 76,
        "type_title": 90,
        "type_display": 108,
        "icon_button": 74,
        "icon_tile": 82,
    },
    1.5: {
        "type_min": 67,
        "type_body": 72,
        "type_lead": 80,
        "type_sub": 84,
        "type_title": 96,
        "type_display": 112,
        "icon_button": 80,
        "icon_tile": 90,
    },
}
"""What a text scale changes, px at 21.5 inch. Titles grow less: they are large already, and must keep their place."""


def sizes_for(panel: Panel, scale: float = 1.0) -> Sizes:
    """Sizes of a panel: those drawn for 21.5 inch, larger where the pixels are finer.

    :param scale: of type; one of `SCALED`.
    """
    drawn = asdict(Sizes()) | SCALED[scale]
    return Sizes(**{name: panel.px(value) for name, value in drawn.items()})
