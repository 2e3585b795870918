"""A QR code on the screen: black squares on white with the quiet zone the standard asks for."""

import segno

from kiosk.widgets import masks
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect

QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""
WHITE, BLACK = (1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 1.0)


class QrCode(Part):
    """Data: `content`. Drawn black on white in every theme, modules of whole pixels, centred in the rectangle."""

    def changed(self) -> None:
        code = segno.make(self.data["content"], micro=False, error="m")
        self._rows = [[bool(cell) for cell in row] for row in code.matrix]

    def draw(self, pen: Pen) -> None:
        count = len(self._rows)
        module = max(1, min(self.rect.w, self.rect.h) // (count + 2 * QUIET))
        side = module * (count + 2 * QUIET)
        ground = self.rect.around(side, side)
        pen.box(ground, WHITE, pen.look.px(8))
        code = Rect(ground.x + QUIET * module, ground.y + QUIET * module, module * count, module * count)
        pen.picture(code, masks.squares(self._rows), BLACK)
        self.module_px = module
