"""From the plain tree to AccessKit's objects: numbers for keys, and only what changed since the last update."""

from collections.abc import Mapping
from itertools import count, groupby
from typing import Any

import accesskit

from kiosk.access.tree import FIELD_TEXT, WINDOW, Act, Live, Thing, Tree

TOOLKIT = "Rathauslotse"


class Numbers:
    """A number for each key that is on the screen; kept while it is, never given again. Forgets all others."""

    def __init__(self) -> None:
        self._next = count(1)
        self._of: dict[str, int] = {}

    def keep(self, keys: Mapping[str, Thing]) -> None:
        """Numbers for exactly these."""
        self._of = {key: self._of.get(key) or next(self._next) for key in keys}

    def __getitem__(self, key: str) -> int:
        return self._of[key]

    def key(self, number: int) -> str:
        """Which thing has this number; "" where it is gone."""
        return next((key for key, one in self._of.items() if one == number), "")


def update(tree: Tree, sent: Tree | None, numbers: Numbers) -> Any | None:
    """What AccessKit must be told: the whole tree at first, then what changed; None: nothing did."""
    numbers.keep(tree.things)
    known = sent.things if sent else {}
    changed = [thing for key, thing in tree.things.items() if known.get(key) != thing]
    if sent and not changed and tree.focus == sent.focus:
        return None
    told = accesskit.TreeUpdate(numbers[tree.focus])
    if sent is None:
        told.tree = accesskit.Tree(numbers[WINDOW])
        told.tree.toolkit_name = TOOLKIT
    told.nodes = [(numbers[thing.key], _node(thing, numbers)) for thing in changed]
    return told


def _node(thing: Thing, numbers: Numbers) -> Any:
    node = accesskit.Node(getattr(accesskit.Role, thing.role))
    _words(node, thing)
    _state(node, thing)
    if thing.box:
        left, top, width, height = thing.box
        node.set_bounds(accesskit.Rect(left, top, left + width, top + height))
    for act in thing.acts:
        node.add_action(getattr(accesskit.Action, act))
    node.set_children([numbers[key] for key in thing.children])
    if FIELD_TEXT in thing.children:
        end = accesskit.TextPosition(numbers[FIELD_TEXT], len(thing.text or ""))
        node.set_text_selection(accesskit.TextSelection(end, end))
    return node


def _words(node: Any, thing: Thing) -> None:
    if thing.role == "LABEL":
        node.set_value(thing.name)  # AccessKit takes the name of plain words from their value
    elif thing.name:
        node.set_label(thing.name)
    if thing.description:
        node.set_description(thing.description)
    if thing.id:
        node.set_author_id(thing.id)
    if thing.language:
        node.set_language(thing.language)
    if thing.hint:
        node.set_placeholder(thing.hint)
    if thing.text is not None:
        node.set_value(thing.text)
    if thing.role == "TEXT_RUN":
        _letters(node, thing.text or "")


def _letters(node: Any, text: str) -> None:
    """What braille displays and carets count: bytes of each letter, letters of each word with the blanks behind it."""
    node.set_character_lengths([len(letter.encode()) for letter in text])
    lengths: list[int] = []
    for blank, letters in groupby(text, str.isspace):
        size = len(list(letters))
        if blank and lengths:
            lengths[-1] += size
        else:
            lengths.append(size)
    node.set_word_lengths(lengths)


def _state(node: Any, thing: Thing) -> None:
    if thing.level:
        node.set_level(thing.level)
    if thing.toggled is not None:
        node.set_toggled(accesskit.Toggled.TRUE if thing.toggled else accesskit.Toggled.FALSE)
    if thing.selected is not None:
        node.set_selected(thing.selected)
    if thing.disabled:
        node.set_disabled()
    if thing.modal:
        node.set_modal()
    if thing.live is not Live.OFF:
        node.set_live(getattr(accesskit.Live, thing.live))


def act_of(action: Any) -> Act | None:
    """What an action of AccessKit means here; None: nothing (scrolling, menus)."""
    return next((act for act in Act if getattr(accesskit.Action, act) == action), None)
