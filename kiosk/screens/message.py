"""A message: what is true, what to do now. Help, no way, closed, out of order, cleared."""

from functools import partial

from kiosk.presenters.contents import Message
from kiosk.screens.board import Board
from kiosk.screens.reading import Block, height_of
from kiosk.screens.stack import stack_of_buttons
from kiosk.widgets.badge import Badge
from kiosk.widgets.rect import Rect

BADGE = 184
CROWDED = 3
"""So many lines leave no room for the badge on a panel that lies on its side."""


class MessageScreen(Board):
    def layout(self, content: Message) -> None:
        px, area = self.px, self.regions.reading
        blocks = list(self.fewest(partial(self._blocks, content), area))
        crowded = not self.regions.portrait and len(content.lines) >= CROWDED
        if content.icon and not crowded:
            badge = Block(px(BADGE), 0, lambda rect: self._badge(content, rect))
            whole = [badge, blocks[0]._replace(gap=px(40)), *blocks[1:]]
            if self.look.plain or height_of(whole) <= area.h:
                blocks = whole
        room = area.below(px(16))._replace(h=area.h) if self.look.plain else area
        y = self.read(blocks, room, content.title)
        if not content.actions:
            self.street(content.frame, y + px(40))
        if self.look.plain and self.pages == 1:
            stack_of_buttons(self, content.actions, self.regions.hands)
        else:
            self.controls(content.actions, self.regions.hands, px(16))

    def _blocks(self, content: Message, share: float) -> list[Block]:
        sizes, px, width = self.sizes, self.px, self.regions.reading.w
        lead, body = round(sizes.type_lead * share), round(sizes.type_body * share)
        blocks = [self.title_block(content.title, width, sizes.type_display)]
        for index, sentence in enumerate(content.sentences):
            gap = px(24 if index == 0 else 14)
            blocks.append(self.text_block(f"sentence.{index}", sentence, width, lead, gap))
        for index, line in enumerate(content.lines):
            gap = px(36 if index == 0 else 24)
            blocks.append(self.line_block(f"line.{index}", line, width, body, gap))
        return blocks

    def _badge(self, content: Message, rect: Rect) -> None:
        place = rect._replace(w=rect.h)
        self.put("badge", Badge, place, icon=content.icon, tone=content.tone)
