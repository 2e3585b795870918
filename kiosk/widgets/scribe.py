"""Measures words and turns them into textures, white on nothing, to be tinted where they are drawn."""

from collections import OrderedDict
from collections.abc import Sequence

from kivy.core.text import Label as CoreLabel
from kivy.graphics.texture import Texture

from kiosk.texts.shown import language_of
from kiosk.widgets import bidi, fonts, hyphens, runs
from kiosk.widgets.typeset import Piece, Run, Setting, typeset

KEPT_TEXTURES = 64
KEPT_PIXELS = 1_200_000
"""Of all kept textures, 4 bytes each; Arabic ones are high."""
KEPT_WIDTHS = 2000
MEASURED = 64
"""The size in which Arabic words are drawn to be measured, px."""
SCRIPTS = {fonts.CYRILLIC: "Cyrl", fonts.ARABIC: "Latn"}
"""What HarfBuzz takes words from left to right for in each face."""


class Scribe:
    """One for the kiosk. Keeps widths and textures of what is on the screen; `forget()` drops all of them."""

    def __init__(self, ladder: Sequence[int], type_min: int) -> None:
        self.ladder = tuple(ladder)
        self.type_min = type_min
        self.base = fonts.LATIN
        self.mirrored = False
        self._labels: dict[tuple[str, bool, int, bool], CoreLabel] = {}
        self._widths: dict[tuple[str, bool, int], float] = {}
        self._plain: dict[bool, set[str]] = {True: set(), False: set()}
        self._textures: OrderedDict[tuple[str, bool, int, str, bool], Texture] = OrderedDict()

    def speak(self, base: str, mirrored: bool) -> None:
        """Set from now on in this face where it has the letters; `mirrored`: the interface runs from right to left."""
        if (base, mirrored) != (self.base, self.mirrored):
            self.base, self.mirrored = base, mirrored
            self._plain = {True: set(), False: set()}
            self._labels.clear()
            self._widths.clear()

    def forget(self) -> None:
        """Keep no word of what was shown or typed."""
        self._widths.clear()
        self._textures.clear()
        hyphens.forget()
        for label in self._labels.values():
            label.text = ""

    def set(
        self,
        words: str | Sequence[Run],
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
        smaller = [step for step in self.ladder if step < size and step >= max(smallest, self.type_min)]
        return typeset(
            [Run(words, bold)] if isinstance(words, str) else list(words),
            width=width,
            height=height,
            sizes=(size, *smaller),
            measure=self.measure,
            leading=leading,
            max_lines=max_lines,
            balance=balance,
            hyphenate=language and (_german(words) or language),
            mirrored=self.mirrored,
            arrange=self._arrange,
        )

    def measure(self, text: str, bold: bool, size: int) -> float:
        """Width in px."""
        key = (text, bold, size)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > KEPT_WIDTHS:
                self._widths.clear()
            width = self._widths[key] = self._width(text, bold, size)
        return width

    def texture(self, text: str, bold: bool, size: int, face: str = "", rtl: bool = False) -> Texture:
        """Words of one face and direction as a texture with upright rows; its height is that of the font."""
        key = (text, bold, size, face or self.base, rtl)
        texture = self._textures.pop(key, None)
        if texture is None:
            label = self._new_label(face or self.base, bold, size, rtl)  # of its own: Kivy fills the texture later
            label.text = text
            label.refresh()
            texture = label.texture
            self._make_room(texture.width * texture.height)
        self._textures[key] = texture
        return texture

    def faces(self, setting: Setting) -> tuple[tuple[str, float], ...]:
        """The faces of a setting, each with its share of the nominal size."""
        used = {piece.face or self.base for line in setting.lines for piece in line}
        return tuple((face, fonts.optical(face, self.base)) for face in sorted(used))

    def _make_room(self, pixels: int) -> None:
        kept = sum(texture.width * texture.height for texture in self._textures.values())
        while self._textures and (len(self._textures) >= KEPT_TEXTURES or kept + pixels > KEPT_PIXELS):
            _, oldest = self._textures.popitem(last=False)
            kept -= oldest.width * oldest.height

    def ascent(self, bold: bool, size: int, face: str = "", rtl: bool = False) -> float:
        """From the upper edge of a texture to its baseline, px."""
        return self._label(face or self.base, bold, size, rtl).get_ascent()

    def _width(self, text: str, bold: bool, size: int) -> float:
        if self._is_plain(text, bold):
            return self._label(self.base, bold, size).get_extents(text)[0]
        return sum(self._stretch_width(one, bold, size) for one in self._stretches([text], bidi.is_rtl(text), bold))

    def _stretch_width(self, stretch: runs.Stretch, bold: bool, size: int) -> float:
        """Arabic is measured word by word, because a word is drawn to be measured, and comes again in other lines."""
        if not stretch.rtl:
            return self._label(stretch.face, bold, size).get_extents(stretch.text)[0]
        words = stretch.text.split(" ")
        blanks = (len(words) - 1) * (self.measure(" ", bold, size) + 1)
        return blanks + sum(self._shaped_width(word, bold, size) for word in words if word)

    def _shaped_width(self, words: str, bold: bool, size: int) -> float:
        """Measured in one size for all."""
        key = (f"\u200f{words}", bold, MEASURED)
        if key not in self._widths:
            self._widths[key] = self._label(fonts.ARABIC, bold, MEASURED, rtl=True).advance(words)
        return self._widths[key] * size / MEASURED

    def _arrange(self, texts: Sequence[str], pieces: Sequence[Piece], rtl: bool, size: int) -> tuple[Piece, ...]:
        """The pieces of a line as they stand, from left to right, each in one direction and face."""
        if not rtl and all(self._is_plain(piece.text, piece.bold) for piece in pieces):
            return tuple(pieces)
        placed: list[Piece] = []
        x = 0.0
        for one in self._stretches(texts, rtl, *(piece.bold for piece in pieces)):
            piece = pieces[one.source]
            exact = one.rtl and self._shaped_width(one.text, piece.bold, size)
            width = exact or self._stretch_width(one, piece.bold, size)
            placed.append(Piece(one.text, piece.bold, piece.colour, x, width, one.rtl, one.face))
            x += width
        return tuple(placed)

    def _stretches(self, texts: Sequence[str], rtl: bool, *bold: bool) -> list[runs.Stretch]:
        heavy = any(bold)
        return runs.stretches(texts, rtl, lambda word: fonts.face_for(word, self.base, heavy), fonts.ARABIC)

    def _is_plain(self, text: str, bold: bool) -> bool:
        """Whether a text runs from left to right and has all its letters in the base face."""
        known = self._plain[bold]
        for letter in set(text) - known:
            if bidi.RIGHT_TO_LEFT.match(letter) or fonts.face_for(letter, self.base, bold) != self.base:
                return False
            known.add(letter)
        return True

    def _label(self, face: str, bold: bool, size: int, rtl: bool = False) -> CoreLabel:
        key = (face, bold, size, rtl)
        if key not in self._labels:
            self._labels[key] = self._new_label(*key)
        return self._labels[key]

    def _new_label(self, face: str, bold: bool, size: int, rtl: bool) -> CoreLabel:
        file, px = fonts.font_file(face, bold), round(size * fonts.optical(face, self.base))
        if rtl:
            from kiosk.widgets.arabic_label import ArabicLabel

            return ArabicLabel(file, px, lambda words: self._shaped_width(words, bold, size))
        script = {"font_script_name": SCRIPTS[face]} if face in SCRIPTS else {}
        return CoreLabel(font_name=file, font_size=px, font_hinting="light", **script)


def _german(words: str | Sequence[Run]) -> str:
    """German words on a page of another language are broken as German ones."""
    texts = [words] if isinstance(words, str) else [run.text for run in words]
    return next((language for text in texts if (language := language_of(text))), "")
