"""Sets words into a box: breaks lines, steps to a smaller size, hyphenates as the last means. Never drops a letter.

Pure: the width of words comes in as a function. A text that fits at no allowed size is set at the smallest and says so.
Lines are broken in the order in which the text is read; only then each is arranged in the order in which it stands.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from kiosk.widgets import bidi, hyphens

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
LETTER_HEIGHT = 1.14
"""From the dots of Ä to the foot of g, in em."""
SHORTEST_PART = 4
"""Letters that must stand on either side of a hyphen we set ourselves."""
ARABIC_LEADING = 1.3
"""Least distance of lines that run from right to left, in em."""

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
    """Part of a line in one weight, colour, direction and face, at `x` from the line's left end."""

    text: str
    """As it is read, also where it is drawn from right to left."""
    bold: bool
    colour: Any
    x: float
    width: float
    rtl: bool = False
    face: str = ""


Arrange = Callable[[Sequence[str], Sequence[Piece], bool, int], tuple[Piece, ...]]
"""Pieces as they stand, from (texts with their blanks, pieces as they are read, paragraph runs right to left, size)."""


class Setting(NamedTuple):
    """Lines as set, each from left to right. Heights and widths in px."""

    size: int
    leading: int
    lines: tuple[tuple[Piece, ...], ...]
    fits: bool
    text: str = ""
    """The words as they are read, without the breaks."""

    @property
    def height(self) -> int:
        if not self.lines:
            return 0
        return (len(self.lines) - 1) * self.leading + letter_height(self.size)

    @property
    def width(self) -> int:
        return math.ceil(max((line_width(line) for line in self.lines), default=0))


def line_width(line: Sequence[Piece]) -> float:
    """Width of a line, px."""
    return max((piece.x + piece.width for piece in line), default=0.0)


class Atom(NamedTuple):
    """What cannot be broken. `space`: a blank stands before it; `hyphen`: a line that ends here gets a hyphen.

    `rtl`: its paragraph runs from right to left.
    """

    text: str
    bold: bool
    colour: Any
    space: bool
    breakable: bool
    hyphen: bool = False
    rtl: bool = False


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
    mirrored: bool = False,
    arrange: Arrange | None = None,
) -> Setting:
    """Set `runs` at the first of `sizes` at which they fit into `width` x `height` and `max_lines`.

    :param balance: even out the lines without needing more of them.
    :param hyphenate: language whose words may be broken at the smallest size; "" = never.
    :param mirrored: the interface runs from right to left.
    :param arrange: puts the pieces of a line in the order in which they stand; None: that in which they are read.
    """
    atoms = _directed(list(_atoms(runs)), mirrored)
    text = _read(atoms)
    if bidi.RIGHT_TO_LEFT.search(text):
        leading = max(leading, ARABIC_LEADING)

    def set_(size: int, atoms: Sequence[Atom], *, balance: bool) -> Setting:
        lines = _break(atoms, size, width, measure)
        if balance and 1 < len(lines) <= 4:
            lines = _balanced(atoms, size, width, measure, lines)
        placed = tuple(_arranged(line, size, measure, arrange) for line in lines)
        setting = Setting(size, round(size * leading), placed, fits=True, text=text)
        return setting._replace(fits=_fits(setting, width, height, max_lines))

    for size in sizes:
        setting = set_(size, atoms, balance=balance)
        if setting.fits:
            return setting
    size = sizes[-1]
    if hyphenate:
        setting = set_(size, list(_hyphenated(atoms, size, width, measure, hyphenate)), balance=False)
        if setting.fits:
            return setting
    return set_(size, atoms, balance=False)._replace(fits=False)


def _fits(setting: Setting, width: float, height: float, max_lines: int) -> bool:
    return setting.width <= math.ceil(width) and setting.height <= math.ceil(height) and len(setting.lines) <= max_lines


def _directed(atoms: list[Atom], mirrored: bool) -> list[Atom]:
    """Each atom with the direction of its paragraph."""
    if not mirrored and not any(bidi.RIGHT_TO_LEFT.search(atom.text) for atom in atoms):
        return atoms
    ends = [index for index, atom in enumerate(atoms) if atom.text == "\n"]
    directed: list[Atom] = []
    for begin, end in pairwise([-1, *ends, len(atoms)]):
        paragraph = atoms[begin + 1 : end]
        rtl = bidi.is_rtl(_read(paragraph), mirrored)
        directed += [atom._replace(rtl=rtl) for atom in [*paragraph, *atoms[end : end + 1]]]
    return directed


def _read(atoms: Sequence[Atom]) -> str:
    """The words as they are read."""
    return "".join((" " if atom.space else "") + atom.text.replace("\n", " ") for atom in atoms).strip()


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


def _arranged(line: Sequence[Atom], size: int, measure: Measure, arrange: Arrange | None) -> tuple[Piece, ...]:
    pieces = _pieces(line, size, measure)
    if arrange is None:
        return pieces
    texts = [piece.text for piece in pieces]
    for index, blank in enumerate(_blanks(line)):
        texts[index] = " " * blank + texts[index]
    return arrange(texts, pieces, line[0].rtl, size)


def _blanks(line: Sequence[Atom]) -> Iterable[bool]:
    """For every piece of the line whether a blank stands before it."""
    before = None
    for atom in line:
        if before is None or (atom.bold, atom.colour) != (before.bold, before.colour):
            yield atom.space and before is not None
        before = atom


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
    return line_width(_pieces(line, size, measure))


GLUED = (
    re.compile(r"\b([A-ZÄÖÜ][a-zäöüß]{1,8}|desk|room|level|step) (?=\d)"),  # Platz 1, Zimmer 1.07
    re.compile(r"(\d\.) (?=[A-ZÄÖÜ])"),  # 31. Dezember, 1. Stock
    re.compile(r"(\d) (?=€|Uhr\b|m\b)"),
    re.compile(r"(\w) (?=\d\.\d\d\b(?!\.))"),  # the word before a room's number, in any language
    re.compile(r"(\S) (?=[·–] )"),
    re.compile(r"(?<![.,:])\b(\d{2,}) (?=\d)"),  # 01234 567-0
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
    """A word, broken where it says so itself: after a hyphen or slash between letters, and at soft hyphens."""
    first = True
    for piece in re.split(r"(?<=[\-/–\u00ad])(?![\-/–\u00ad])(?!(?<=\d[\-/–])\d)", word):
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
