"""Which walks a tour takes: language, shape of the panel, size of type, height of controls. Walks nowhere itself."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from kiosk.flows.view import TEXT_SCALES

SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
FIRST = ((TEXT_SCALES[0], False), (TEXT_SCALES[-1], True))
CONTRAST_THEMES = ("contrast_dark", "contrast_light")


class Walk(Struct, frozen=True, kw_only=True):
    """One walk, in a process of its own (a Kivy window keeps its size)."""

    out: str
    """Folder of the tour; the walk's own is `folder`."""
    language: str
    shape: str
    """Key of `SHAPES`."""
    at: str
    """Time the walk begins, ISO 8601."""
    text_scale: float = 1.0
    low_reach: bool = False
    themes: tuple[str, ...] = ()
    """Every screen is seen in these themes too."""

    @property
    def name(self) -> str:
        """ "portrait-ar-x1.5-low"."""
        scale = f"-x{self.text_scale:g}" if self.text_scale != 1.0 else ""
        return f"{self.shape}-{self.language}{scale}{'-low' if self.low_reach else ''}"

    @property
    def folder(self) -> Path:
        """Where the pictures go."""
        return Path(self.out) / self.name

    @property
    def size(self) -> tuple[int, int]:
        """Of the panel, px."""
        return SHAPES[self.shape]


def usual(out: Path, at: str, languages: Sequence[str], shapes: Sequence[str]) -> list[Walk]:
    """The screen as everybody sees it first."""
    return [Walk(out=str(out), language=language, shape=shape, at=at) for shape in shapes for language in languages]


def everything(out: Path, at: str, languages: Sequence[str], shapes: Sequence[str]) -> list[Walk]:
    """Every language and shape in every size of type and both heights, every screen in all themes.

    Themes change no layout, so they are seen on the same walk.
    """
    return [
        Walk(
            out=str(out),
            language=language,
            shape=shape,
            at=at,
            text_scale=scale,
            low_reach=low,
            themes=CONTRAST_THEMES if (scale, low) in FIRST else (),
        )
        for scale, low in _layouts()
        for language in languages
        for shape in shapes
    ]


def _layouts() -> Iterator[tuple[float, bool]]:
    """The usual one and the one with least room first."""
    yield from FIRST
    for scale in TEXT_SCALES:
        yield from ((scale, low) for low in (False, True) if (scale, low) not in FIRST)
