"""The overview: what needs somebody, and the tiles."""

from kiosk.presenters.staff.contents import StaffMenu
from kiosk.screens.board import Board
from kiosk.screens.layout import NARROW
from kiosk.screens.staff.note import put_note


class StaffMenuScreen(Board):
    desk_from = NARROW

    def layout(self, content: StaffMenu) -> None:
        px, sizes = self.px, self.sizes
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        y = self.icon_lines("line", content.lines, area.below(y + px(36) - area.y), px(30), sizes.type_lead)
        self.street(content.frame, y + px(40))
        rest = put_note(self, content.note, self.regions.hands)
        self.tiles(content.tiles, rest.grid(2, -(-len(content.tiles) // 2), px(18)))
