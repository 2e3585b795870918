"""A message: what is true, what to do now. Help, no way, closed, out of order, cleared."""

from kiosk.presenters.contents import Message
from kiosk.screens.board import Board
from kiosk.screens.stack import stack_of_buttons
from kiosk.widgets.badge import Badge
from kiosk.widgets.rect import Rect

BADGE = 184
CROWDED = 3
"""So many lines leave no room for the badge on a panel that lies on its side."""


class MessageScreen(Board):
    def layout(self, content: Message) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = area.y + px(16)
        if content.icon and (self.regions.portrait or len(content.lines) < CROWDED):
            side = px(BADGE)
            self.put("badge", Badge, Rect(area.x, y, side, side), icon=content.icon, tone=content.tone)
            y += side + px(40)
        y = self.title(content.title, area.below(y - area.y), size=sizes.type_display)
        y += px(24)
        for index, sentence in enumerate(content.sentences):
            y = self.paragraph(f"sentence.{index}", sentence, area.below(y - area.y), sizes.type_lead) + px(14)
        if content.lines:
            y += px(22)
            y = self.icon_lines("line", content.lines, area.below(y - area.y), px(24))
        if not content.actions:
            self.street(content.frame, y + px(40))
        stack_of_buttons(self, content.actions, self.regions.hands)
