"""The base of everything visible: a widget that shows data in a rectangle and draws again only when either changes."""

from typing import Any

from kivy.uix.widget import Widget

from kiosk.widgets.look import Look
from kiosk.widgets.pen import Pen, Words
from kiosk.widgets.rect import Rect


class Part(Widget):
    """Subclasses draw `self.data` inside `self.rect` in `draw()`."""

    test_id = ""

    def __init__(self, look: Look) -> None:
        super().__init__(size_hint=(None, None))
        self.look = look
        self.rect = Rect(0, 0, 0, 0)
        self.data: dict[str, Any] = {}
        self.words: list[Words] = []

    def apply_class_lang_rules(self, *_arguments: Any, **_more: Any) -> None:
        """None of Kivy's own style rules; they go by class names, and ours are also called Button and Switch."""

    @property
    def text(self) -> str:
        """All words shown, in drawing order."""
        return " ".join(words.text for words in self.words)

    def show(self, rect: Rect, **data: Any) -> None:
        """Show this data here. Costs nothing when nothing changed."""
        if rect == self.rect and data == self.data:
            return
        self.rect, self.data = rect, data
        self.pos = (rect.x, self.look.panel.height_px - rect.bottom)
        self.size = (rect.w, rect.h)
        self.changed()
        self.redraw()

    def changed(self) -> None:
        """New data has come; called before drawing."""

    def redraw(self) -> None:
        """Draw from the beginning."""
        self.canvas.clear()
        self.words.clear()
        self.draw(Pen(self.look, self.canvas, self.words))

    def draw(self, pen: Pen) -> None:
        raise NotImplementedError
