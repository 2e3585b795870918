"""The screens of the pickup terminal as somebody knows them who does not see them. Pure."""

from collections.abc import Iterator

from kiosk.presenters.nodes import Node, Role, buttons, line, lines, text, title
from kiosk.presenters.pickup_contents import CodePad, LockerPage


def code_pad(screen: CodePad) -> Iterator[Node]:
    """The digits typed are not told, only how many."""
    yield from title(screen.title)
    yield from text("lead", screen.lead)
    yield Node(id="boxes", role=Role.FIELD, name=screen.boxes, value="•" * screen.typed)
    if screen.line is not None:
        yield from line("line", screen.line)
    yield from text("hint", screen.hint)
    for index, card in enumerate(screen.cards):
        yield from text(f"card.{index}", card.bold, note=card.rest)
    yield from buttons(*screen.digits, screen.erase, screen.clear, screen.aside, screen.go)


def locker_page(screen: LockerPage) -> Iterator[Node]:
    yield from title(screen.title)
    yield from line("where", screen.where)
    if screen.wall is not None:
        yield Node(id="wall", role=Role.IMAGE, name=screen.wall.name, more=screen.wall.here)
    yield from lines(screen.lines)
    for step in screen.steps:
        yield from text(f"step.{step.number}", f"{step.number}. {step.text}")
    yield from buttons(*screen.actions)
