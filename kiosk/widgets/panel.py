"""The panel as a thing in the hall: its size, height and distance, and what follows from them. Pure arithmetic.

Sources: DIN 18040-1 (operable between 85 and 105 cm), EN 301 549, 5.1.4 (capitals of at least 0.7 degrees).
"""

import math

from msgspec import Struct

REACH_LOW_MM = 850
REACH_HIGH_MM = 1050
LOW_DESK_MM = 165
"""Height of the zone of all controls in the low-reach layout: from 85 to 101.5 cm, or the lowest of a higher panel."""
LOW_READING_MM = 135
"""Height of what is read above it: up to 115 cm, for seated eyes and children."""
TARGET_MM = 20.0
CAP_ANGLE = math.radians(0.7)
CAP_ATKINSON = 0.668
"""Height of a capital of Atkinson Hyperlegible, in em."""
DRAWN_FOR_PX = 45
"""The smallest type of the 21.5 inch panel all sizes are drawn for."""


class Panel(Struct, frozen=True, kw_only=True):
    """A mounted touch panel."""

    width_px: int = 1080
    height_px: int = 1920
    diagonal_inch: float = 21.5
    lower_edge_mm: float = 850
    """Height of the lower edge of the active display area above the floor."""
    viewing_distance_mm: float = 600

    @property
    def k(self) -> float:
        """Pixels per millimetre."""
        return math.hypot(self.width_px, self.height_px) / (self.diagonal_inch * 25.4)

    @property
    def portrait(self) -> bool:
        return self.height_px >= self.width_px

    @property
    def target_min(self) -> int:
        """Smallest side of a control, px."""
        return math.ceil(TARGET_MM * self.k)

    @property
    def type_min(self) -> int:
        """Smallest type (em), px."""
        return math.ceil(self.viewing_distance_mm * math.tan(CAP_ANGLE) * self.k / CAP_ATKINSON)

    @property
    def unit(self) -> float:
        """Factor from the pixels drawn for 21.5 inch to this panel's; never below 1, so that type stays legible."""
        return max(1.0, self.type_min / DRAWN_FOR_PX)

    @property
    def reach_top(self) -> int:
        """Upper edge of the reach zone, px from the top, inside the panel."""
        return max(0, round(self.height_px - (REACH_HIGH_MM - self.lower_edge_mm) * self.k))

    @property
    def reach_bottom(self) -> int:
        """Lower edge of the reach zone, px from the top, inside the panel."""
        return min(self.height_px, round(self.height_px - (REACH_LOW_MM - self.lower_edge_mm) * self.k))

    @property
    def low_top(self) -> int:
        """Upper edge of all controls in the low-reach layout, px from the top, inside the reach zone."""
        return max(self.reach_top, round(self.reach_bottom - LOW_DESK_MM * self.k))

    @property
    def low_reading(self) -> int:
        """Upper edge of what must be read in the low-reach layout, px from the top, inside the panel."""
        return max(0, round(self.low_top - LOW_READING_MM * self.k))

    def px(self, drawn: float) -> int:
        """A length drawn for 21.5 inch on this panel."""
        return round(drawn * self.unit)
