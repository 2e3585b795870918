"""Looks at what is on the screen as a strict designer would, and names what is wrong, for the tour and the tests."""

from itertools import combinations

from kivy.uix.widget import Widget

from kiosk.widgets import bidi, coverage, fonts
from kiosk.widgets.control import Control
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Words
from kiosk.widgets.rect import Rect

GAP, GAP_KEYS = 12, 8
"""Least distance of two targets, px at 21.5 inch."""
SLACK = 2
"""Pixels of rounding that nobody sees."""


def audit(root: Widget) -> list[str]:
    """What is wrong with the widgets under `root`, in sentences; empty where nothing is."""
    parts = _visible(root)
    found: list[str] = []
    for part in parts:
        found += _words(part)
    controls = [part for part in parts if isinstance(part, Control) and not getattr(part, "silent", False)]
    for control in controls:
        found += _control(control)
    found += _pairs(controls)
    found += _words_apart(parts)
    return found


def visible_words(root: Widget) -> list[Words]:
    """All words that nothing covers."""
    return [words for part in _visible(root) for words in part.words]


def _visible(root: Widget) -> list[Part]:
    parts = [widget for widget in root.walk() if isinstance(widget, Part)]
    covered = _covering(parts)
    return [part for part in parts if not _is_behind(part, covered, parts)]


def _covering(parts: list[Part]) -> list[Rect]:
    """Rectangles of a sheet that hide what lies behind."""
    return [rect for part in parts for rect in getattr(part, "covers", list)()]


def _is_behind(part: Part, covered: list[Rect], parts: list[Part]) -> bool:
    sheet = next((index for index, other in enumerate(parts) if hasattr(other, "covers")), None)
    return sheet is not None and parts.index(part) < sheet and any(rect.overlaps(part.rect) for rect in covered)


def _words(part: Part) -> list[str]:
    look: Look = part.look
    window = Rect(0, 0, look.panel.width_px, look.panel.height_px)
    found = []
    for words in part.words:
        name = f"{type(part).__name__} {part.test_id} {words.text!r}".replace("  ", " ")
        if not words.fits:
            found.append(f"{name} does not fit its box")
        if not window.holds(words.rect, SLACK):
            found.append(f"{name} leaves the window")
        elif not part.rect.holds(words.rect, look.px(8)):
            found.append(f"{name} leaves its part by {_excess(part.rect, words.rect)} px")
        if words.size < look.sizes.type_least:
            found.append(f"{name} is set in {words.size} px, least is {look.sizes.type_least}")
        if "…" in words.text or "..." in words.text:
            found.append(f"{name} is cut off by dots")
        if missing := missing_glyphs(words.text, words.bold):
            found.append(f"{name} needs {missing!r}, which the font lacks")
    return found


def _excess(outer: Rect, inner: Rect) -> int:
    return max(outer.x - inner.x, outer.y - inner.y, inner.right - outer.right, inner.bottom - outer.bottom)


def _control(control: Control) -> list[str]:
    look, rect = control.look, control.rect
    panel, found = look.panel, []
    name = f"{type(control).__name__} {control.test_id or '(without test id)'}"
    if not control.test_id:
        found.append(f"{name} has no test id")
    if not Rect(0, 0, panel.width_px, panel.height_px).holds(rect):
        found.append(f"{name} leaves the window")
    if min(rect.w, rect.h) < panel.target_min:
        found.append(f"{name} is {rect.w} x {rect.h} px, a target needs {panel.target_min}")
    top = look.top_of_controls
    reach = Rect(0, top, panel.width_px, panel.reach_bottom - top)
    if not reach.holds(rect) and not control.doubled:
        found.append(f"{name} at y {rect.y} to {rect.bottom} is out of reach ({reach.y} to {reach.bottom})")
    return found


def _pairs(controls: list[Control]) -> list[str]:
    found = []
    for one, other in combinations(controls, 2):
        joined = getattr(one, "joined", False) and getattr(other, "joined", False)
        keys = type(one).__name__ == "Key" and type(other).__name__ == "Key"
        gap = 0 if joined else one.look.px(GAP_KEYS if keys else GAP)
        edge = one.look.sizes.edge_height  # the lower edge belongs to the gap below as much as to the control
        near = one.rect.inset(-gap + 1, -gap + 1 + min(gap, edge)) if gap else one.rect
        if one.rect.overlaps(other.rect):
            found.append(f"{one.test_id} and {other.test_id} overlap")
        elif gap and near.overlaps(other.rect):
            found.append(f"{one.test_id} and {other.test_id} stand closer than {gap} px")
    ids = [control.test_id for control in controls if control.test_id]
    return found + [f"test id {one} is used twice" for one in sorted(set(ids)) if ids.count(one) > 1]


def _words_apart(parts: list[Part]) -> list[str]:
    placed = [(part, words) for part in parts for words in part.words]
    found = []
    for (one, a), (other, b) in combinations(placed, 2):
        tight_a, tight_b = _letters(a.rect, a.size), _letters(b.rect, b.size)
        if tight_a.overlaps(tight_b, SLACK):
            found.append(f"{a.text!r} and {b.text!r} overlap ({type(one).__name__}, {type(other).__name__})")
    for one, a in placed:
        for other in parts:
            control = isinstance(other, Control) and other is not one and not getattr(other, "silent", False)
            if control and other.rect.overlaps(_letters(a.rect, a.size), SLACK):
                found.append(f"{a.text!r} runs into {other.test_id}")
    return found


def _letters(rect: Rect, size: int) -> Rect:
    """Without the free strip over and under most letters."""
    return rect.inset(0, round(size * 0.12))


def missing_glyphs(text: str, bold: bool = False) -> str:
    """Characters of `text` that no face has a picture for."""
    files = [fonts.font_file(face, bold) for face in (fonts.LATIN, fonts.CYRILLIC, fonts.ARABIC)]
    words = bidi.MARKS.sub("", text).split()
    return "".join(sorted({letter for word in words for letter in _lacking(files, word)}))


def _lacking(files: list[str], word: str) -> str:
    """A word is drawn in one face: the first that has all of it."""
    lacking = ""
    for file in files:
        found = coverage.missing(file, word)
        if not found:
            return ""
        lacking = lacking or found
    return lacking
