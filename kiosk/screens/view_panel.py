""" "Ansicht": one row a setting, its choices side by side or a switch; below, the language and the usual view."""

from kiosk.presenters.contents import IconLine as Line
from kiosk.presenters.contents import Setting, ViewPanel
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.widgets.label import IconLine, words_left
from kiosk.widgets.rect import Rect
from kiosk.widgets.segment import SegmentPart, Switch, segment_parts, segment_size, segment_width

ROW = 92
BUTTONS = 104
GAP = 14


class ViewScreen(Board):
    def layout(self, content: ViewPanel) -> None:
        px, area = self.px, self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        y = self.paragraph("lead", content.lead, area.below(y + px(20) - area.y), self.sizes.type_body)
        self.street(content.frame, y + px(40))
        buttons = [one for one in (*content.actions, content.earlier, content.later) if one]
        hands = self.button_row(buttons, self.regions.hands, ROW if self.look.low_reach else self.tx(BUTTONS))
        label = px(GAP) + self.tx(58)
        row = px(ROW) + self.sizes.edge_height
        heights = [row if self._beside(setting, hands.w) else row + label for setting in content.settings]
        least = [high - (label // 3 if high > row else 0) for high in heights]
        for setting, place in zip(
            content.settings, stacked(hands, heights, px(GAP), stretch=px(20), least=least), strict=True
        ):
            self._setting(setting, place)

    def _words(self, setting: Setting) -> int:
        size = self.sizes.type_min
        return words_left(self.look, size) + round(self.look.scribe.measure(setting.label, True, size)) + self.px(24)

    def _beside(self, setting: Setting, width: int) -> bool:
        """Whether the setting's name finds room at the left of its choices."""
        if len(setting.choices) == 1:
            return True
        return self._words(setting) + segment_width(self.look, setting.choices) <= width

    def _setting(self, setting: Setting, place: Rect) -> None:
        if len(setting.choices) == 1:
            self.put(setting.id, Switch, place, choice=setting.choices[0], icon=setting.icon, size=self.sizes.type_lead)
            return
        low = place.low(self.px(ROW) + self.sizes.edge_height)
        name = place.above(low.h)
        if self._beside(setting, place.w):
            wide = self._words(setting)
            name, low = place._replace(w=wide), place.inset(wide, 0, 0)
        line = Line(icon=setting.icon, bold=setting.label)
        self.put(f"{setting.id}.name", IconLine, name, line=line, size=self.sizes.type_min)
        self._segment(setting, low)

    def _segment(self, setting: Setting, bar: Rect) -> None:
        size, last = segment_size(self.look, setting.choices, bar.w), len(setting.choices) - 1
        for index, (choice, place) in enumerate(
            zip(setting.choices, segment_parts(self.look, setting.choices, bar, size), strict=True)
        ):
            data = {"choice": choice, "first": index == 0, "last": index == last, "size": size}
            self.put(choice.test_id, SegmentPart, place, **data)
