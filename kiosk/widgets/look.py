"""What everything visible shares: theme, panel, sizes, the scribe, and the language that hyphenates."""

from kiosk.widgets.panel import Panel
from kiosk.widgets.scribe import Scribe
from kiosk.widgets.theme import LIGHT, Theme, sizes_for


class Look:
    """One for a stage. Another theme or panel is another look."""

    def __init__(self, panel: Panel, theme: Theme = LIGHT) -> None:
        self.panel = panel
        self.theme = theme
        self.sizes = sizes_for(panel)
        self.scribe = Scribe(self.sizes.ladder, self.sizes.type_min)
        self.language = "de"
        self.px = panel.px
