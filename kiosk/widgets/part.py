"""The base of everything visible: a widget that shows data in a rectangle and draws again only when either changes."""

from typing import Any

from kivy.uix.widget import Widget

from kiosk.widgets.look import Look
from kiosk.widgets.pen import Pen, Words
from kiosk.widgets.rect import Rect


class Part(Widget):
    """Subclasses draw `self.data` inside `self.rect` in `draw()`, from left to right.

    `rect` is where the part lies in the window. In a language that runs from right to left that is the mirrored place
    of what the layout asked for, and the pen mirrors what is drawn inside.
    """

    test_id = ""

    def __init__(self, look: Look) -> None:
        super().__init__(size_hint=(None, None))
        self.look = look
        self.rect = Rect(0, 0, 0, 0)
        self._shown: tuple[Rect, str] | None = None
        self.data: dict[str, Any] = {}
        self.words: list[Words] = []

    def apply_class_lang_rules(self, *_arguments: Any, **_more: Any) -> None:
        """None of Kivy's own style rules; they go by class names, and ours are also called Button and Switch."""

    @property
    def text(self) -> str:
        """All words shown, in drawing order."""
        return " ".join(words.text for words in self.words)

    def show(self, rect: Rect, **data: Any) -> None:
        """Show this data here. Costs nothing when nothing changed.

        :param rect: as laid out from left to right.
        """
        shown = (rect, self.look.language)
        if shown == self._shown and data == self.data:
            return
        self._shown, self.rect, self.data = shown, self.look.placed(rect), data
        self.pos = (self.rect.x, self.look.panel.height_px - self.rect.bottom)
        self.size = (self.rect.w, self.rect.h)
        self.changed()
        self.redraw()

    def laid_out(self, rect: Rect) -> Rect:
        """A rectangle inside the part, as drawn from left to right, in the coordinates of the layout."""
        assert self._shown is not None
        return rect.moved(dx=self._shown[0].x - self.rect.x)

    def changed(self) -> None:
        """New data has come; called before drawing."""

    def redraw(self) -> None:
        """Draw from the beginning."""
        self.canvas.clear()
        self.words.clear()
        self.draw(Pen(self.look, self.canvas, self.words, self.rect))

    def draw(self, pen: Pen) -> None:
        raise NotImplementedError
