"""Where a keypad stands on a screen and where its keys lead: over the nodes in reading order. Pure."""

from collections.abc import Sequence

from kiosk.flows.events import Event
from kiosk.presenters.outline import Node, Role

PAGES = {-1: ("page.earlier", "way.previous"), 1: ("page.later", "way.next")}
"""Controls that "left" and "right" press where the screen has them."""
DIGIT, ERASE = "key.", "key.erase"
"""Keys of a screen that digits of a keypad press, wherever the focus stands; and the one that takes a digit back."""


def stops(nodes: Sequence[Node], *, texts: bool) -> tuple[Node, ...]:
    """Where the keypad stops: at everything while the screen is read aloud, else at controls only."""
    return tuple(node for node in nodes if node.control or (texts and node.name))


def find(nodes: Sequence[Node], at: str) -> Node | None:
    """The node of this id."""
    return next((node for node in nodes if node.id == at), None)


def event_of(nodes: Sequence[Node], at: str) -> Event | None:
    """What pressing the control of this id sends; None where it is not there or locked."""
    node = find(nodes, at)
    return node.event if node is not None and node.control else None


def moved(nodes: Sequence[Node], at: str, by: int, *, texts: bool) -> str:
    """The id `by` stops from `at`, around the ends; from nowhere to the first or last. "" where nothing is."""
    ids = [node.id for node in stops(nodes, texts=texts)]
    if not ids:
        return ""
    if at in ids:
        return ids[(ids.index(at) + by) % len(ids)]
    return _beside(nodes, at, by, ids)


def _beside(nodes: Sequence[Node], at: str, by: int, ids: list[str]) -> str:
    """From a place where the keypad does not stop (a text while nothing is read): the next stop that way."""
    order = [node.id for node in nodes]
    if at not in order:
        return ids[0] if by > 0 else ids[-1]
    place = order.index(at)
    if by > 0:
        return next((one for one in order[place:] if one in ids), ids[0])
    return next((one for one in reversed(order[:place]) if one in ids), ids[-1])


def kept(nodes: Sequence[Node], at: str) -> str:
    """Where the keypad stands after the screen changed: the same thing if it is still there, else nowhere."""
    return at if find(nodes, at) else ""


def position(nodes: Sequence[Node], at: str, *, texts: bool) -> tuple[int, int]:
    """(which, of how many) stops; (0, n) from nowhere."""
    ids = [node.id for node in stops(nodes, texts=texts)]
    return (ids.index(at) + 1 if at in ids else 0), len(ids)


def nth_control(nodes: Sequence[Node], number: int) -> str:
    """Id of the n-th control, counted from 1; "" where there are fewer."""
    controls = [node.id for node in nodes if node.control]
    return controls[number - 1] if 1 <= number <= len(controls) else ""


def page(nodes: Sequence[Node], by: int) -> Node | None:
    """The control that turns the page that way, if the screen has one that can be pressed."""
    return next((node for node in nodes if node.id in PAGES[by] and node.event is not None), None)


def field_of(nodes: Sequence[Node]) -> str:
    """Id of the field to type into; "" where the screen has none."""
    return next((node.id for node in nodes if node.role is Role.FIELD), "")


def name_of(nodes: Sequence[Node]) -> str:
    """What tells one screen from another: its first heading."""
    return next((node.name for node in nodes if node.role is Role.HEADING), "")


def fresh_controls(before: Sequence[Node], now: Sequence[Node]) -> tuple[str, ...]:
    """Ids of the controls that a turned page brought."""
    known = {node.id for node in before}
    return tuple(node.id for node in now if node.control and node.id not in known)
