"""What is said of a screen: everything on demand, its news by themselves, one thing where the focus stands. Pure.

Made from the outline, so that ears get what eyes get. What is private is said only into headphones; who speaks decides
that, here it is only marked.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kiosk.presenters import contents as c
from kiosk.presenters.outline import Node, Role
from kiosk.presenters.spoken import letter, spoken
from kiosk.texts import say

ROLES = {
    Role.BUTTON: "spoken.button",
    Role.CHECK: "spoken.check",
    Role.SWITCH: "spoken.switch",
    Role.CHOICE: "spoken.choice",
    Role.FIELD: "spoken.field",
}
STATES = {
    Role.CHECK: ("spoken.unticked", "spoken.ticked"),
    Role.SWITCH: ("spoken.off", "spoken.on"),
    Role.CHOICE: ("spoken.unchosen", "spoken.chosen"),
    Role.BUTTON: ("spoken.unchosen", "spoken.chosen"),
}
"""(off, on)."""
NEWS = frozenset({Role.STATUS, Role.TIME})
ENDS = tuple(".!?:…؟")


class Said(Struct, frozen=True):
    """Words that are said together."""

    text: str
    language: str
    private: bool = False


def sentences(parts: Iterable[str]) -> str:
    """Parts one after the other, each closed by a full stop unless it ends by itself."""
    return " ".join(part if part.endswith(ENDS) else f"{part}." for part in parts if part)


def described(node: Node, at: tuple[int, int], language: str) -> tuple[Said, ...]:
    """A node where the focus stands: name, note, what it is, how it is, the how manieth.

    :param at: (which, of how many); (0, n): no position is said.
    """
    role = say(ROLES[node.role], language) if node.role in ROLES else ""
    parts = [", ".join(part for part in (role, state(node, language)) if part)]
    if at[0]:
        parts.append(say("spoken.position", language, k=at[0], n=at[1]))
    return joined((*_closed(node, language), Said(sentences(parts), language, node.private)))


def state(node: Node, language: str) -> str:
    """ "angekreuzt", "aus", "gesperrt"; "" for things without a state."""
    if node.locked or (node.control and node.event is None):
        return say("spoken.locked", language)
    if node.on is None or node.role not in STATES:
        return ""
    return say(STATES[node.role][node.on], language)


def whole(nodes: Sequence[Node], language: str) -> tuple[Said, ...]:
    """The screen from top to bottom: texts, then what can be pressed."""
    said = [one for node in nodes if not node.control for one in _closed(node, language)]
    controls = [node for node in nodes if node.control]
    if controls:
        said.append(Said(say("spoken.buttons", language), language))
        said += [one for node in controls for one in _closed(node, language, state(node, language))]
    return joined(said)


def announced(nodes: Sequence[Node], language: str, *, all_texts: bool = False) -> tuple[Said, ...]:
    """A screen that has just come: its title, and what is new by nature; or all that is read there."""
    if all_texts:
        return joined(one for node in nodes if not node.control for one in _closed(node, language))
    headings = [node for node in nodes if node.role is Role.HEADING][:1]
    rest = [node for node in nodes if node.role in NEWS]
    return joined(one for node in (*headings, *rest) for one in _closed(node, language))


def news(before: Sequence[Node], now: Sequence[Node], language: str) -> tuple[Said, ...]:
    """What changed on a screen that stays: new or changed status lines, what was ticked, switched or chosen."""
    known = {(node.id, node.name, node.note) for node in before if node.role in NEWS}
    fresh = [
        node for node in now if node.role is Role.STATUS and (node.id, node.name, node.note) not in known and node.name
    ]
    turned = [node for node in now if node.control and _turned(before, node)]
    states = [one for node in turned for one in _closed(node, language, state(node, language), note=False)]
    return joined((*(one for node in fresh for one in _closed(node, language)), *states))


def _turned(before: Sequence[Node], node: Node) -> bool:
    """Whether its state is another now; of a choice only what is chosen counts."""
    if node.on is None or (node.role is Role.CHOICE and not node.on):
        return False
    return any(old.id == node.id and old.on is not None and old.on is not node.on for old in before)


def echo(before: str, now: str, language: str) -> str:
    """What was typed or erased between two contents of a field; "" if nothing."""
    if now.startswith(before):
        added = now[len(before) :]
        return added if len(added) > 1 else letter(added, language) if added else ""
    if before.startswith(now):
        gone = before[len(now) :]
        return say("spoken.erased", language, what=letter(gone, language) if len(gone) == 1 else gone)
    if before[:-1] == now[:-1]:
        return letter(now[-1], language)
    return now


def field(nodes: Sequence[Node]) -> Node | None:
    """The field of a screen."""
    return next((node for node in nodes if node.role is Role.FIELD), None)


def title(nodes: Sequence[Node]) -> str:
    """The first heading."""
    return next((node.name for node in nodes if node.role is Role.HEADING), "")


def joined(said: Iterable[Said]) -> tuple[Said, ...]:
    """Neighbours of the same language and privacy as one."""
    made: list[Said] = []
    for one in said:
        if not one.text:
            continue
        if made and (made[-1].private, made[-1].language) == (one.private, one.language):
            made[-1] = Said(f"{made[-1].text} {one.text}", one.language, one.private)
        else:
            made.append(one)
    return tuple(made)


def _closed(node: Node, language: str, how: str = "", *, note: bool = True) -> tuple[Said, ...]:
    """Name, note and state of a node, each in its language, closed by a full stop.

    In one sentence where all are of one language and the name is no sentence already.
    """
    parts = [(_name(node), node.language or language)]
    if note:
        parts.append((node.note, node.note_language or language))
    parts.append((how, language))
    made: list[tuple[str, str]] = []
    for written, tongue in parts:
        text = spoken(written, tongue)
        if text and made and made[-1][1] == tongue:
            gap = " " if made[-1][0].endswith(ENDS) else ", "
            made[-1] = (f"{made[-1][0]}{gap}{text}", tongue)
        elif text:
            made.append((text, tongue))
    return tuple(Said(sentences((text,)), tongue, node.private) for text, tongue in made)


def _name(node: Node) -> str:
    """A step's number is no ordinal: "1. Zum Aufzug" would be said as "erstens"."""
    return node.name.replace(". ", ": ", 1) if node.id.startswith("step.") else node.name


def asked(question: c.Question, language: str) -> Said:
    """ "Sind Sie noch da?", and how to answer without looking."""
    parts = (question.title, f"{question.text} {question.seconds_label}", question.footnote)
    any_key = say("spoken.any_key", language)
    return Said(sentences((*(spoken(part, language) for part in parts), any_key)), language)


def found(search: c.Search, language: str) -> str:
    """What a search found: how many are shown, and the first."""
    if not search.rows:
        return spoken(search.message, language)
    first = ", ".join(part for part in (search.rows[0].title, search.rows[0].second) if part)
    count = say("spoken.hits", language, n=len(search.rows))
    return sentences((count, spoken(first, language)))
