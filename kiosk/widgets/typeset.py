"""Sets words into a box: breaks lines, steps to a smaller size, hyphenates as the last means. Never drops a letter.

Pure: the width of words comes in as a function. A text that fits at no allowed size is set at the smallest and says so.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from kiosk.widgets import hyphens

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
LETTER_HEIGHT = 1.14
"""From the dots of Ä to the foot of g, in em."""
SHORTEST_PART = 4
"""Letters that must stand on either side of a hyphen we set ourselves."""

Measure = Callable[[str, bool, int], float]
"""Width in px of (text, bold, size)."""


def letter_height(size: int) -> int:
    """Height of one line of letters, px."""
    return math.ceil(size * LETTER_HEIGHT)


class Run(NamedTuple):
    """Words in one weight and colour. `colour` is passed through to who draws."""

    text: str
    bold: bool = False
    colour: Any = None


class Piece(NamedTuple):
    """Part of a line in one weight and colour, at `x` from the line's left end."""

    text: str
    bold: bool
    colour: Any
    x: float
    width: float


class Setting(NamedTuple):
    """Lines as set. Heights and widths in px."""

    size: int
    leading: int
    lines: tuple[tuple[Piece, ...], ...]
    fits: bool

    @property
    def height(self) -> int:
        if not self.lines:
            return 0
        return (len(self.lines) - 1) * self.leading + letter_height(self.size)

    @property
    def width(self) -> int:
        return math.ceil(max((line[-1].x + line[-1].width for line in self.lines if line), default=0))


class Atom(NamedTuple):
    """What cannot be broken. `space`: a blank stands before it; `hyphen`: a line that ends here gets a hyphen."""

    text: str
    bold: bool
    colour: Any
    space: bool
    breakable: bool
    hyphen: bool = False


def typeset(
    runs: Sequence[Run],
    *,
    width: float,
    height: float,
    sizes: Sequence[int],
    measure: Measure,
    leading: float = 1.22,
    max_lines: int = 99,
    balance: bool = False,
    hyphenate: str = "",
) -> Setting:
    """Set `runs` at the first of `sizes` at which they fit into `width` x `height` and `max_lines`.

    :param balance: even out the lines without needing more of them.
    :param hyphenate: language whose words may be broken at the smallest size; "" = never.
    """
    atoms = list(_atoms(runs))
    for size in sizes:
        setting = _set(atoms, size, width, measure, leading, balance=balance)
        if _fits(setting, width, height, max_lines):
            return setting
    size = sizes[-1]
    if hyphenate:
        broken = list(_hyphenated(atoms, size, width, measure, hyphenate))
        setting = _set(broken, size, width, measure, leading, balance=False)
        if _fits(setting, width, height, max_lines):
            return setting
    return _set(atoms, size, width, measure, leading, balance=False)._replace(fits=False)


def _fits(setting: Setting, width: float, height: float, max_lines: int) -> bool:
    return setting.width <= math.ceil(width) and setting.height <= math.ceil(height) and len(setting.lines) <= max_lines


def _set(atoms: Sequence[Atom], size: int, width: float, measure: Measure, leading: float, *, balance: bool) -> Setting:
    lines = _break(atoms, size, width, measure)
    if balance and 1 < len(lines) <= 4:
        lines = _balanced(atoms, size, width, measure, lines)
    return Setting(size, round(size * leading), tuple(_pieces(line, size, measure) for line in lines), fits=True)


def _balanced(
    atoms: Sequence[Atom], size: int, width: float, measure: Measure, lines: list[list[Atom]]
) -> list[list[Atom]]:
    low, high = width / len(lines), width
    while high - low > size / 2:
        middle = (low + high) / 2
        tried = _break(atoms, size, middle, measure)
        if len(tried) <= len(lines) and all(_width(line, size, measure) <= middle for line in tried):
            high, lines = middle, tried
        else:
            low = middle
    return lines


def _break(atoms: Sequence[Atom], size: int, width: float, measure: Measure) -> list[list[Atom]]:
    lines: list[list[Atom]] = []
    line: list[Atom] = []
    for group in _groups(atoms):
        if group[0].text == "\n":
            lines.append(line)
            line = []
        elif line and _width([*line, *group], size, measure) > width:
            lines.append(line)
            line = [*group]
        else:
            line = [*line, *group]
    return [line for line in [*lines, line] if line]


def _groups(atoms: Sequence[Atom]) -> Iterable[list[Atom]]:
    """Atoms between two places where a line may break."""
    group: list[Atom] = []
    for atom in atoms:
        if group and (atom.breakable or atom.text == "\n" or group[0].text == "\n"):
            yield group
            group = []
        group.append(atom)
    if group:
        yield group


def _pieces(line: Sequence[Atom], size: int, measure: Measure) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for index, atom in enumerate(line):
        text = atom.text + ("-" if atom.hyphen and index == len(line) - 1 else "")
        space = atom.space and bool(pieces)
        if pieces and pieces[-1].bold == atom.bold and pieces[-1].colour == atom.colour:
            joined = pieces[-1].text + (" " if space else "") + text
            pieces[-1] = pieces[-1]._replace(text=joined, width=measure(joined, atom.bold, size))
            continue
        x = pieces[-1].x + pieces[-1].width if pieces else 0.0
        gap = measure(" ", False, size) if space else 0.0
        pieces.append(Piece(text, atom.bold, atom.colour, x + gap, measure(text, atom.bold, size)))
    return tuple(pieces)


def _width(line: Sequence[Atom], size: int, measure: Measure) -> float:
    last = _pieces(line, size, measure)[-1]
    return last.x + last.width


GLUED = (
    re.compile(r"\b([A-ZÄÖÜ][a-zäöüß]{1,8}|desk|room|level|step) (?=\d)"),  # Platz 1, Zimmer 1.07
    re.compile(r"(\d\.) (?=[A-ZÄÖÜ])"),  # 31. Dezember, 1. Stock
    re.compile(r"(\d) (?=€|Uhr\b|m\b)"),
)
"""What a line must not end between."""


def _glued(text: str) -> str:
    for pair in GLUED:
        text = pair.sub(rf"\1{NO_BREAK_SPACE}", text)
    return text


def _atoms(runs: Sequence[Run]) -> Iterable[Atom]:
    space = False
    for run in runs:
        for part in re.split(r"(\n|[ \t]+)", _glued(run.text)):
            if part == "\n":
                yield Atom("\n", run.bold, run.colour, space=False, breakable=True)
                space = False
            elif part.isspace():
                space = True
            elif part:
                yield from _parts(part, run, space=space)
                space = False


def _parts(word: str, run: Run, *, space: bool) -> Iterable[Atom]:
    """A word, broken where it says so itself: after a hyphen or slash, and at soft hyphens."""
    first = True
    for piece in re.findall(r"[^\-/–\u00ad]*(?:[\-/–\u00ad]+|$)", word):
        if not piece:
            continue
        soft = piece.endswith(SOFT_HYPHEN)
        text = piece.replace(SOFT_HYPHEN, "").replace(NO_BREAK_SPACE, " ")
        if text:
            yield Atom(
                text, run.bold, run.colour, space and first, breakable=(space and first) or not first, hyphen=soft
            )
            first = False


def _hyphenated(atoms: Sequence[Atom], size: int, width: float, measure: Measure, language: str) -> Iterable[Atom]:
    for atom in atoms:
        if atom.text == "\n" or measure(atom.text, atom.bold, size) <= width:
            yield atom
            continue
        parts = hyphens.parts(atom.text, language, SHORTEST_PART)
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            yield atom._replace(
                text=part,
                space=atom.space and index == 0,
                breakable=atom.breakable if index == 0 else True,
                hyphen=atom.hyphen if last else True,
            )
