"""What is told to somebody who listens, and what they ask for; lives as long as they listen."""

from collections.abc import Callable
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from kiosk.access.nodes import Numbers, act_of, update
from kiosk.access.tree import FIELD, Act, Tree, describe
from kiosk.flows.events import Erased, Typed
from kiosk.flows.memory import LONGEST_QUERY
from kiosk.presenters.outline import surroundings

if TYPE_CHECKING:
    from kiosk.access.bridge import Shown


class Telling:
    """In Kivy's thread only."""

    def __init__(self, stage: "Shown", acted: Callable[[], None]) -> None:
        """:param acted: told that somebody is there, before anything is done for them."""
        self._stage, self._acted = stage, acted
        self._told: Tree | None = None
        self._numbers = Numbers()

    def news(self) -> Any | None:
        """An `accesskit.TreeUpdate`: first the whole tree, then what changed since; None: nothing to tell."""
        content = self._stage.content
        if content is None:
            return None
        width, height = self._stage.size
        tree = describe(
            self._stage.outline(),
            surroundings(content.frame),
            self._stage.rects(),
            screen=type(content).__name__,
            language=content.frame.language,
            size=(round(width), round(height)),
            focus=self._stage.focused,
        )
        news = update(tree, self._told, self._numbers)
        self._told = tree
        return news

    def do(self, request: Any) -> None:
        """What an `accesskit.ActionRequest` asks for, as a touch would; nothing where it is gone or locked by now."""
        act, thing = act_of(request.action), self._told and self._told.things.get(self._numbers.key(request.target))
        if thing is None or act not in thing.acts:
            return
        self._acted()
        if act is Act.CLICK:
            self._stage.press(thing.id)
        elif act is Act.FOCUS:
            self._stage.focus(thing.id)
        elif thing.id == FIELD and request.data:
            self._type(thing.text or "", str(request.data[1]))

    def _type(self, typed: str, wanted: str) -> None:
        """As the keyboard would: takes back what differs, then types the rest."""
        wanted = "".join(letter for letter in wanted if letter.isprintable())[:LONGEST_QUERY]
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(typed, wanted, strict=False)))
        for _ in typed[same:]:
            self._stage.emit(Erased())
        if wanted[same:]:
            self._stage.emit(Typed(wanted[same:]))
