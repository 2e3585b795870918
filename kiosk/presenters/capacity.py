"""How many controls a page of the desk holds: larger type and a lower desk mean fewer, never smaller ones. A table.

The screens measure what they are given; a test draws every screen in every look and finds that it fits.
"""

from msgspec import Struct

from kiosk.flows.view import View


class Capacity(Struct, frozen=True):
    """What fits beside the help bar."""

    rows: int
    """Of a list, when it has page buttons."""
    tiles: int
    """Of a choice, when it has page buttons; without them `whole_tiles`."""
    whole_tiles: int
    checks: int
    """Rows of a check list, the one that leads on included."""
    whole_checks: int
    """Rows of a check list that needs none to lead on."""
    settings: int
    """Rows of the panel "Ansicht"."""


UPRIGHT = {
    1.0: Capacity(rows=4, tiles=6, whole_tiles=6, checks=4, whole_checks=4, settings=4),
    1.25: Capacity(rows=3, tiles=3, whole_tiles=4, checks=2, whole_checks=2, settings=3),
    1.5: Capacity(rows=3, tiles=3, whole_tiles=4, checks=2, whole_checks=2, settings=2),
}
UPRIGHT_LOW = {
    1.0: Capacity(rows=2, tiles=4, whole_tiles=4, checks=2, whole_checks=2, settings=3),
    1.25: Capacity(rows=2, tiles=2, whole_tiles=3, checks=2, whole_checks=2, settings=2),
    1.5: Capacity(rows=2, tiles=2, whole_tiles=3, checks=2, whole_checks=1, settings=2),
}
LYING = {
    1.0: Capacity(rows=4, tiles=6, whole_tiles=6, checks=4, whole_checks=4, settings=4),
    1.25: Capacity(rows=3, tiles=3, whole_tiles=4, checks=2, whole_checks=2, settings=3),
    1.5: Capacity(rows=3, tiles=3, whole_tiles=4, checks=2, whole_checks=2, settings=2),
}
LYING_LOW = {
    1.0: Capacity(rows=2, tiles=4, whole_tiles=4, checks=2, whole_checks=2, settings=3),
    1.25: Capacity(rows=2, tiles=2, whole_tiles=3, checks=2, whole_checks=2, settings=2),
    1.5: Capacity(rows=2, tiles=2, whole_tiles=3, checks=2, whole_checks=2, settings=2),
}


def capacity(view: View, *, portrait: bool) -> Capacity:
    """What fits on an upright or lying panel in this view."""
    if portrait:
        return (UPRIGHT_LOW if view.low_reach else UPRIGHT)[view.text_scale]
    return (LYING_LOW if view.low_reach else LYING)[view.text_scale]
