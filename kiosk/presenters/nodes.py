"""Things on a screen as somebody knows them who does not see it, and how each is made from what is drawn. Pure."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from msgspec import Struct

from kiosk.flows.events import Event
from kiosk.presenters import elements as c
from kiosk.texts.shown import language_of, together


class Role(StrEnum):
    """What a thing is; the words of assistive technology."""

    HEADING = "heading"
    TEXT = "text"
    STATUS = "status"
    """Text whose change is told by itself."""
    IMAGE = "image"
    FIELD = "field"
    BUTTON = "button"
    CHECK = "check"
    SWITCH = "switch"
    CHOICE = "choice"
    """One of several, of which one is chosen."""
    TIME = "time"
    """Time that runs out."""


class Node(Struct, frozen=True, kw_only=True):
    """One thing on a screen. Names are logical text, never shaped or mirrored."""

    id: str
    """The `test_id` of a control, else a name of its own on this screen."""
    role: Role
    name: str
    note: str = ""
    """What is said after the name: second line, value, why it is locked."""
    more: str = ""
    """Told only to who asks: the words on a map."""
    value: str = ""
    """What stands in a field; its `name` is then the same, else what the field is for."""
    urgent: bool = False
    """Said at once, whatever is being said: errors, the question, time that runs out."""
    language: str = ""
    """Of the name where it is not the page's: "de" for a text nobody translated, a language's own for its name."""
    note_language: str = ""
    """Of the note."""
    on: bool | None = None
    """Ticked, switched on or chosen; None: cannot be."""
    event: Event | None = None
    then: Event | None = None
    """Sent right after `event`."""
    locked: bool = False
    """A control that cannot be pressed now; `note` says why."""
    private: bool = False
    """Spoken only into headphones: a code, the kind of a document."""

    @property
    def control(self) -> bool:
        """Whether the focus may stop here."""
        return self.role in CONTROLS


TROUBLE = frozenset({"warn", "fault"})
"""Tones that interrupt."""
TOLD_SECONDS = 10
"""Of the time that is left, every so manieth second is told by itself."""
CONTROLS = frozenset({Role.BUTTON, Role.CHECK, Role.SWITCH, Role.CHOICE})


def node(id: str, role: Role, name: str, note: str = "", **more: Any) -> Node:
    """A node that knows in which language its words are."""
    return Node(
        id=id,
        role=role,
        name=str(name),
        note=str(note),
        language=language_of(name),
        note_language=language_of(note),
        **more,
    )


def button(action: c.Action, note: str = "") -> Node:
    return node(
        action.test_id,
        Role.BUTTON,
        action.label,
        action.locked or note,
        event=None if action.locked else action.event,
        then=action.then,
        locked=bool(action.locked) or action.event is None,
    )


def buttons(*actions: c.Action | None) -> Iterator[Node]:
    return (button(action) for action in actions if action is not None)


def text(id: str, words: str, role: Role = Role.TEXT, note: str = "", *, urgent: bool = False) -> Iterator[Node]:
    if words:
        yield node(id, role, words, note, urgent=urgent)


def title(words: str, *, urgent: bool = False) -> Iterator[Node]:
    return text("title", words, Role.HEADING, urgent=urgent)


def line(id: str, line: c.IconLine) -> Iterator[Node]:
    """A tone makes it a state; trouble is told at once. Words of two languages are two nodes."""
    role, urgent = Role.STATUS if line.tone else Role.TEXT, line.tone in TROUBLE
    if line.bold and language_of(line.bold) != language_of(line.rest):
        yield from text(id, line.bold, role, urgent=urgent)
        yield from text(f"{id}.rest", line.rest, role, urgent=urgent)
        return
    gap = "" if line.rest[:1] in tuple(",.;:!?") or not (line.bold and line.rest) else " "
    yield from text(id, together(f"{line.bold}{gap}{line.rest}", (line.rest,)), role, urgent=urgent)


def lines(them: tuple[c.IconLine, ...]) -> Iterator[Node]:
    for index, one in enumerate(them):
        yield from line(f"line.{index}", one)
