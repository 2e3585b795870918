"""The screen as a tree that assistive technology knows: groups, roles, names, states, what is told by itself.

Pure: made from the outline and the places of things; `kiosk.access.nodes` turns it into AccessKit's own objects.
Roles are named as in `accesskit.Role`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from kiosk.presenters.outline import Node, Role
from kiosk.texts import say

WINDOW, KEYBOARD, FIELD_TEXT = "window", "keyboard", "field.text"
"""Keys of things."""
FIELD = "field"
"""Id of the search field in the outline."""
Box = tuple[int, int, int, int]
"""Left, top, width, height, in pixels from the upper left of the window."""


class Act(StrEnum):
    """What can be asked of a thing; named as in `accesskit.Action`."""

    CLICK = "CLICK"
    FOCUS = "FOCUS"
    SET_VALUE = "SET_VALUE"


class Live(StrEnum):
    """How a change is told by itself; named as in `accesskit.Live`."""

    OFF = "OFF"
    POLITE = "POLITE"
    ASSERTIVE = "ASSERTIVE"


class Thing(Struct, frozen=True, kw_only=True):
    """One thing of the tree. Compared by value: what is equal need not be sent again."""

    key: str
    """Names it for as long as it stays the same thing."""
    role: str
    name: str = ""
    description: str = ""
    id: str = ""
    """Id in the outline; that of a control is its `test_id`."""
    text: str | None = None
    """What stands in a field."""
    hint: str = ""
    level: int = 0
    """Of a heading, from 1."""
    toggled: bool | None = None
    selected: bool | None = None
    disabled: bool = False
    modal: bool = False
    acts: tuple[Act, ...] = ()
    live: Live = Live.OFF
    language: str = ""
    box: Box | None = None
    children: tuple[str, ...] = ()


class Tree(NamedTuple):
    """Everything on the screen, and what has the focus."""

    things: Mapping[str, Thing]
    focus: str


ROLES = {
    Role.HEADING: "HEADING",
    Role.TEXT: "LABEL",
    Role.STATUS: "STATUS",
    Role.IMAGE: "IMAGE",
    Role.FIELD: "SEARCH_INPUT",
    Role.BUTTON: "BUTTON",
    Role.CHECK: "CHECK_BOX",
    Role.SWITCH: "SWITCH",
    Role.CHOICE: "RADIO_BUTTON",
    Role.TIME: "TIMER",
}
READ = frozenset({Role.HEADING, Role.TEXT, Role.STATUS, Role.TIME})
"""Their note belongs to the name: a description of words is seldom read out."""
ASKED = ("question.", "idle.")
"""How ids of the question begin; while it is there, it is alone with "Hilfe"."""
TOGGLED = frozenset({Role.CHECK, Role.SWITCH, Role.CHOICE})


def describe(
    nodes: Sequence[Node],
    around: Sequence[Node],
    places: Mapping[str, Box],
    *,
    screen: str,
    language: str,
    size: tuple[int, int],
    focus: str = "",
) -> Tree:
    """The tree of a screen.

    :param nodes: the outline, as `kiosk.presenters.outline.outline` gives it.
    :param around: what stands around every screen, see `surroundings`.
    :param places: where things stand, by the ids of the outline.
    :param screen: kind of screen; words of another kind are other words, even if they read the same.
    :param size: of the window, px.
    :param focus: test id of the control with the focus.
    """
    asked = any(node.id.startswith(ASKED) for node in nodes)
    name = next((node.name for node in around if node.id == "header"), "")
    around = () if asked else around
    things = [_thing(node, places, screen, language) for node in (*around, *nodes)]
    made = {thing.id: thing for thing in things}
    titles = [node for node in nodes if node.role is Role.HEADING]
    if titles:
        made[titles[0].id] = _title(made[titles[0].id])
    if FIELD in made:
        made[FIELD] = replace(made[FIELD], name=titles[0].name if titles else "", children=(FIELD_TEXT,))
    groups = list(_groups(nodes, around, made, language))
    window = Thing(
        key=WINDOW,
        id=WINDOW,
        role="WINDOW",
        name=name,
        language=language,
        box=(0, 0, *size),
        children=tuple(group.key for group in groups if group.key != KEYBOARD),
    )
    runs = [Thing(key=FIELD_TEXT, role="TEXT_RUN", text=made[FIELD].text)] if FIELD in made else []
    everything = {thing.key: thing for thing in (window, *groups, *made.values(), *runs)}
    focused = made.get(focus)
    return Tree(everything, focused.key if focused else WINDOW)


def _thing(node: Node, places: Mapping[str, Box], screen: str, language: str) -> Thing:
    locked = node.control and node.locked
    # AccessKit 0.7 does not tell of a button that it is disabled: words do
    parts = (say("access.locked", language) if locked else "", node.note, node.more)
    name, description = node.name, " ".join(filter(None, parts))
    if node.role in READ and description:
        name, description = _joined(name, description), ""
    return Thing(
        key=f"{node.id}/{node.role}" if node.control else f"{screen}/{node.id}/{node.role}",
        role=ROLES[node.role],
        name=name,
        description=description,
        id=node.id,
        text=node.value if node.role is Role.FIELD else None,
        hint="" if node.value else node.name if node.role is Role.FIELD else "",
        level=2 if node.role is Role.HEADING else 0,
        toggled=bool(node.on) if node.role in TOGGLED else None,
        selected=node.on if node.role is Role.BUTTON else None,
        disabled=locked,
        acts=_acts(node),
        live=_live(node),
        language=node.language,
        box=places.get(node.id),
    )


def _title(thing: Thing) -> Thing:
    """The first heading tells by itself that there is another screen."""
    return replace(thing, level=1, live=Live.POLITE if thing.live is Live.OFF else thing.live)


def _joined(name: str, more: str) -> str:
    return f"{name} {more}" if name.endswith((".", "!", "?", ":")) else f"{name}, {more}"


def _acts(node: Node) -> tuple[Act, ...]:
    if node.role is Role.FIELD:
        return (Act.SET_VALUE,)
    if not node.control:
        return ()
    return (Act.FOCUS,) if node.locked else (Act.CLICK, Act.FOCUS)


def _live(node: Node) -> Live:
    if node.urgent:
        return Live.ASSERTIVE
    return Live.POLITE if node.role is Role.STATUS else Live.OFF


def _groups(nodes: Sequence[Node], around: Sequence[Node], made: Mapping[str, Thing], language: str) -> Iterator[Thing]:
    """Header, reading area, desk with its keyboard, help bar; or the question as a dialog, which is then alone."""

    def group(key: str, role: str, members: Iterable[str]) -> Iterator[Thing]:
        children = tuple(members)
        if children:
            yield Thing(key=key, role=role, name=say(f"access.{key}", language), children=children)

    def keys(some: Iterable[Node]) -> list[str]:
        return list(dict.fromkeys(made[node.id].key for node in some))

    bar = [node for node in nodes if node.id.startswith("bar.")]
    asked = [node for node in nodes if node.id.startswith(ASKED)]
    if asked:
        children = tuple(keys(asked))
        yield Thing(key="question", role="ALERT_DIALOG", name=asked[0].name, modal=True, children=children)
    else:
        yield from group("header", "GROUP", keys(around))
        reading, desk = _cut([node for node in nodes if node not in bar])
        yield from group("reading", "MAIN", keys(reading))
        typing = [node for node in desk if node.id.startswith("key.")]
        keyboard = list(group(KEYBOARD, "GROUP", keys(typing)))
        yield from keyboard
        yield from group("desk", "GROUP", [*keys(n for n in desk if n not in typing), *(one.key for one in keyboard)])
    yield from group("bar", "NAVIGATION", keys(bar))


def _cut(nodes: Sequence[Node]) -> tuple[Sequence[Node], Sequence[Node]]:
    """What is read, and what is pressed; a heading right before the first control belongs to the controls."""
    first = next((index for index, node in enumerate(nodes) if node.control), len(nodes))
    while 1 < first < len(nodes) and nodes[first - 1].role is Role.HEADING:
        first -= 1
    return nodes[:first], nodes[first:]
