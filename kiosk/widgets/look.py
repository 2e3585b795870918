"""What everything visible shares: theme, panel, sizes, the scribe, and the language with its direction."""

from kiosk.widgets import fonts
from kiosk.widgets.panel import Panel
from kiosk.widgets.rect import Rect
from kiosk.widgets.scribe import Scribe
from kiosk.widgets.theme import LIGHT, Theme, sizes_for

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he"})


class Look:
    """One for a stage. Another theme or panel is another look."""

    def __init__(self, panel: Panel, theme: Theme = LIGHT) -> None:
        self.panel = panel
        self.theme = theme
        self.sizes = sizes_for(panel)
        self.scribe = Scribe(self.sizes.ladder, self.sizes.type_min)
        self.language = "de"
        self.px = panel.px

    @property
    def language(self) -> str:
        """Of what is shown ("de", "de-simple", "ar"): hyphens, face and direction follow it."""
        return self._language

    @language.setter
    def language(self, language: str) -> None:
        self._language = language
        self.mirrored = language.partition("-")[0] in RIGHT_TO_LEFT
        self.scribe.speak(fonts.base_face(language), self.mirrored)

    def placed(self, rect: Rect) -> Rect:
        """Where in the window a rectangle lies that was laid out from left to right; and the way back."""
        return rect.mirrored(Rect(0, 0, self.panel.width_px, 0)) if self.mirrored else rect
