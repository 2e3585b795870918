"""Words without a border: a text label that never clips, and a line that begins with an icon."""

from collections.abc import Sequence

from kiosk.presenters import contents as c
from kiosk.texts.shown import together
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.theme import Colour
from kiosk.widgets.typeset import Run, Setting

TITLE_LEADING = 1.1
TEXT_LEADING = 1.22
TITLE_LEAST = 48


class TextLabel(Part):
    """Words in a box: wraps, then steps down the type ladder, never below the smallest type.

    Data: `words` (text or runs), `size`, and optionally `colour`, `bold`, `align`, `valign`, `leading`, `max_lines`,
    `balance`. `fits` is False when even the smallest type is too large; the audit reports it.
    """

    @property
    def fits(self) -> bool:
        return all(words.fits for words in self.words)

    def draw(self, pen: Pen) -> None:
        data = dict(self.data)
        colour = data.pop("colour", None) or self.look.theme.ink
        if words := data.pop("words"):
            pen.text(words, self.rect, data.pop("size"), colour, **data)


def set_title(look: Look, words: str, width: int, height: int = 9999, size: int = 0) -> Setting:
    """How a title of at most two lines would be set."""
    return look.scribe.set(
        words,
        width,
        height,
        size or look.sizes.type_title,
        bold=True,
        leading=TITLE_LEADING,
        max_lines=2,
        balance=True,
        smallest=smallest_title(look),
        language=look.language,
    )


def smallest_title(look: Look) -> int:
    """A title steps down no further: to the body's size, in large type to what the body is in usual type."""
    return look.px(TITLE_LEAST)


class IconLine(Part):
    """Data: `line` (contents.IconLine), optionally `size`, `plain` (all in ink), `rest_first` (bold words last)."""

    def draw(self, pen: Pen) -> None:
        line: c.IconLine = self.data["line"]
        size = self.data.get("size") or self.look.sizes.type_body
        plain, rest_first = self.data.get("plain", False), self.data.get("rest_first", False)
        draw_icon_line(pen, self.rect, line, size, plain=plain, rest_first=rest_first)


def icon_side(look: Look, size: int) -> int:
    """Side of the icon beside words of this size."""
    return round(size * 1.15)


def words_left(look: Look, size: int) -> int:
    """Where the words begin, from the line's left end."""
    return icon_side(look, size) + look.px(26)


def line_runs(line: c.IconLine, bold: Colour | None = None, rest: Colour | None = None) -> list[Run]:
    """The words of an icon line."""
    gap = " " if line.bold and line.rest and line.rest[0] not in ",.;:!?" else ""
    return [Run(line.bold, True, bold), Run(together(gap + line.rest, (line.rest,)), False, rest)]


def line_height(look: Look, line: c.IconLine, width: int, size: int) -> int:
    """Height an icon line needs at this width."""
    room = width - words_left(look, size)
    setting = look.scribe.set(line_runs(line), room, 9999, size, balance=True, language=look.language)
    return max(setting.height, icon_side(look, size))


def draw_icon_line(
    pen: Pen, rect: Rect, line: c.IconLine, size: int, *, plain: bool = False, rest_first: bool = False
) -> None:
    """The icon beside the first line of words."""
    look, theme = pen.look, pen.theme
    toned = theme.tone(line.tone)
    bold = toned if line.tone in ("warn", "fault") else theme.ink
    rest = toned if line.tone in ("warn", "fault") else theme.ink if plain else theme.ink_soft
    left = words_left(look, size)
    words = rect.inset(left, 0, 0, 0)
    runs = line_runs(line, bold, rest)
    if rest_first:
        runs = [Run(line.rest + " ", False, rest), Run(line.bold, True, bold)]
    setting = pen.text(runs, words, size, theme.ink, balance=True)
    first = rect.y + (rect.h - setting.height) / 2 + setting.size * 0.57
    side = icon_side(look, size)
    if line.icon:
        pen.icon(line.icon, rect.x + side / 2, first if setting.lines else rect.y + rect.h / 2, side, toned)


def stack_lines(look: Look, lines: Sequence[c.IconLine], rect: Rect, size: int, gap: int) -> list[Rect]:
    """Rectangles for icon lines one below the other, from the top of `rect`."""
    places, y = [], rect.y
    for line in lines:
        height = line_height(look, line, rect.w, size)
        places.append(Rect(rect.x, y, rect.w, height))
        y += height + gap
    return places
