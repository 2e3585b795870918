"""Switch scanning: the mark steps on by itself over groups, then over the things of the chosen group. Pure.

Groups are made from the outline: what is read, the controls in handfuls, the help bar. The last step inside a group
leads back to the groups, so that nobody is caught in one.
"""

from collections.abc import Sequence

from msgspec import Struct

from kiosk.presenters.outline import Node

HANDFUL = 4
"""Controls of a group; more would make people wait."""
ROUNDS = 2
"""After so many rounds through a group the mark goes back to the groups."""
READING = "reading"
BAR = "bar."


class Group(Struct, frozen=True):
    """Things that are marked together."""

    name: str
    """READING, "controls" or "bar"."""
    ids: tuple[str, ...]


class Mark(Struct, frozen=True):
    """Where the mark stands: on a group, or inside one."""

    group: int = 0
    item: int | None = None
    rounds: int = 0


def groups(nodes: Sequence[Node], *, texts: bool) -> tuple[Group, ...]:
    """The groups of a screen; `texts`: what is read is one too (pressing reads it)."""
    reading = tuple(node.id for node in nodes if not node.control and node.name)
    bar = tuple(node.id for node in nodes if node.control and node.id.startswith(BAR))
    hands = [node.id for node in nodes if node.control and not node.id.startswith(BAR)]
    handfuls = [tuple(hands[i : i + HANDFUL]) for i in range(0, len(hands), HANDFUL)]
    made = [Group(READING, reading)] if texts and reading else []
    made += [Group("controls", ids) for ids in handfuls]
    if bar:
        made.append(Group("bar", bar))
    return tuple(made)


def step(mark: Mark, of: Sequence[Group]) -> Mark:
    """Where the mark goes by itself, or by the first of two switches."""
    if not of:
        return Mark()
    if mark.group >= len(of):
        return Mark()
    if mark.item is None:
        return Mark(group=(mark.group + 1) % len(of))
    if mark.item + 1 < len(of[mark.group].ids):
        return Mark(mark.group, mark.item + 1, mark.rounds)
    if mark.rounds + 1 >= ROUNDS:
        return Mark(mark.group)
    return Mark(mark.group, 0, mark.rounds + 1)


def enter(mark: Mark, of: Sequence[Group]) -> tuple[Mark, str]:
    """The switch is pressed: into a group, or the id that is pressed with it. A group of one is pressed at once."""
    if mark.group >= len(of):
        return Mark(), ""
    group = of[mark.group]
    if mark.item is not None:
        return Mark(), group.ids[min(mark.item, len(group.ids) - 1)]
    if group.name == READING or len(group.ids) == 1:
        return Mark(), group.ids[0]
    return Mark(mark.group, 0), ""


def marked(mark: Mark, of: Sequence[Group]) -> tuple[str, ...]:
    """Ids that bear the ring now."""
    if mark.group >= len(of):
        return ()
    group = of[mark.group]
    return group.ids if mark.item is None else group.ids[mark.item : mark.item + 1]
