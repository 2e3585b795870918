"""Measures words and turns them into textures, white on nothing, to be tinted where they are drawn."""

from collections import OrderedDict
from collections.abc import Sequence

from kivy.core.text import Label as CoreLabel
from kivy.graphics.texture import Texture

from kiosk.widgets import fonts, hyphens
from kiosk.widgets.typeset import Run, Setting, typeset

KEPT_TEXTURES = 64
KEPT_WIDTHS = 2000


class Scribe:
    """One for the kiosk. Keeps widths and textures of what is on the screen; `forget()` drops all of them."""

    def __init__(self, ladder: Sequence[int], type_min: int) -> None:
        self.ladder = tuple(ladder)
        self.type_min = type_min
        self._labels: dict[tuple[str, bool, int], CoreLabel] = {}
        self._widths: dict[tuple[str, bool, int], float] = {}
        self._textures: OrderedDict[tuple[str, bool, int, str], Texture] = OrderedDict()

    def forget(self) -> None:
        """Keep no word of what was shown or typed."""
        self._widths.clear()
        self._textures.clear()
        hyphens.forget()
        for label in self._labels.values():
            label.text = ""

    def set(
        self,
        runs: str | Sequence[Run],
        width: float,
        height: float,
        size: int,
        *,
        bold: bool = False,
        leading: float = 1.22,
        max_lines: int = 99,
        balance: bool = False,
        smallest: int = 0,
        language: str = "",
    ) -> Setting:
        """Set words, beginning at `size` and stepping down the type ladder, never below `type_min`."""
        words = [Run(runs, bold)] if isinstance(runs, str) else list(runs)
        smaller = [step for step in self.ladder if step < size and step >= max(smallest, self.type_min)]
        return typeset(
            words,
            width=width,
            height=height,
            sizes=(size, *smaller),
            measure=self.measure,
            leading=leading,
            max_lines=max_lines,
            balance=balance,
            hyphenate=language,
        )

    def measure(self, text: str, bold: bool, size: int) -> float:
        """Width in px."""
        key = (text, bold, size)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > KEPT_WIDTHS:
                self._widths.clear()
            width = self._widths[key] = self._label(fonts.script_of(text), bold, size).get_extents(text)[0]
        return width

    def texture(self, text: str, bold: bool, size: int, script: str = "") -> Texture:
        """The words as a texture with upright rows; its height is ascent + descent of the font."""
        script = script or fonts.script_of(text)
        key = (text, bold, size, script)
        texture = self._textures.pop(key, None)
        if texture is None:
            texture = self._render(text, bold, size, script)
            while len(self._textures) >= KEPT_TEXTURES:
                self._textures.popitem(last=False)
        self._textures[key] = texture
        return texture

    def _render(self, text: str, bold: bool, size: int, script: str) -> Texture:
        label = CoreLabel(text=text, font_name=fonts.font_file(script, bold), font_size=size, font_hinting="light")
        label.refresh()
        return label.texture

    def _label(self, script: str, bold: bool, size: int) -> CoreLabel:
        key = (script, bold, size)
        if key not in self._labels:
            self._labels[key] = CoreLabel(font_name=fonts.font_file(script, bold), font_size=size, font_hinting="light")
        return self._labels[key]
