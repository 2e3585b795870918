"""What everything visible shares: theme, panel, sizes, the scribe, and the language with its direction."""

from kiosk.flows.view import View
from kiosk.widgets import fonts
from kiosk.widgets.panel import Panel
from kiosk.widgets.rect import Rect
from kiosk.widgets.scribe import Scribe
from kiosk.widgets.theme import LIGHT, THEMES, Theme, sizes_for

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he"})


class Look:
    """One for a stage. Another theme, text scale or panel is another look."""

    def __init__(self, panel: Panel, theme: Theme = LIGHT, *, scale: float = 1.0, low_reach: bool = False) -> None:
        self.panel = panel
        self.theme = theme
        self.scale, self.low_reach = scale, low_reach
        self.sizes = sizes_for(panel, scale)
        self.scribe = Scribe(self.sizes.ladder, self.sizes.type_least)
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

    def same_drawing(self, other: "Look") -> bool:
        """Whether nothing would be drawn differently."""
        mine, its = (self.theme, self.scale, self.low_reach), (other.theme, other.scale, other.low_reach)
        return mine == its and self.panel == other.panel

    @property
    def plain(self) -> bool:
        """Whether type and desk are as for most people, so that the usual layouts hold."""
        return self.scale == 1.0 and not self.low_reach

    @property
    def top_of_controls(self) -> int:
        """No control stands above, px from the top."""
        return self.panel.low_top if self.low_reach else self.panel.reach_top

    def tx(self, drawn: float) -> int:
        """A length drawn for 21.5 inch that grows with the type."""
        return self.px(drawn * self.sizes.type_body / self.px(48))


def look_of(panel: Panel, view: View) -> Look:
    """The look a visitor chose."""
    return Look(panel, THEMES[view.theme], scale=view.text_scale, low_reach=view.low_reach)
