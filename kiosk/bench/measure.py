"""One measured number with what it is compared to. Measures nothing itself."""

from msgspec import Struct


class Measured(Struct, frozen=True):
    """A number, its baseline from the same run, and the ratio of both."""

    value: float
    unit: str
    baseline: float
    ratio: float


def measured(value: float, unit: str, baseline: float) -> Measured:
    """A number and its ratio; a baseline of 0 gives ratio 0."""
    return Measured(round(value, 3), unit, round(baseline, 3), round(value / baseline, 3) if baseline else 0.0)
