"""Degrees to metres and back for a piece of earth the size of a building. Not responsible for larger ones."""

import math
from collections.abc import Iterable

from content.wayfinding.building import XY


class Plane:
    """East and north in metres of an origin on the WGS 84 ellipsoid.

    Series for the length of a degree as in the NGA's Geospatial Calculators; over 1 km the error is below 1 cm.
    """

    def __init__(self, latitude: float, longitude: float) -> None:
        """:param latitude: of the origin, degrees. :param longitude: of the origin, degrees."""
        self.latitude, self.longitude = latitude, longitude
        phi = math.radians(latitude)
        self._north = 111132.954 - 559.822 * math.cos(2 * phi) + 1.175 * math.cos(4 * phi)
        self._east = 111412.84 * math.cos(phi) - 93.5 * math.cos(3 * phi) + 0.118 * math.cos(5 * phi)

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> "Plane":
        """With its origin at the south-western corner of points (longitude, latitude); at (0, 0) for none."""
        some = list(points)
        if not some:
            return cls(0.0, 0.0)
        return cls(min(latitude for _, latitude in some), min(longitude for longitude, _ in some))

    def metres(self, longitude: float, latitude: float) -> XY:
        """East and north, rounded to a millimetre."""
        return (
            round((longitude - self.longitude) * self._east, 3),
            round((latitude - self.latitude) * self._north, 3),
        )

    def degrees(self, at: XY) -> tuple[float, float]:
        """Longitude and latitude, to a tenth of a millimetre: `metres` gives the same millimetre back."""
        return round(self.longitude + at[0] / self._east, 9), round(self.latitude + at[1] / self._north, 9)
