"""Settings of the panel's light."""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct


class DisplaySettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whether the panel's light goes off while the screen sleeps."""

    driver: Annotated[
        Literal["backlight", "simulator", "disabled"],
        Meta(description="backlight: of the Linux kernel; disabled: the picture goes black, the light stays on."),
    ] = "disabled"
    folder: Annotated[
        Path, Meta(description="The backlight's folder: /sys/class/backlight/NAME, as the kernel calls the panel.")
    ] = Path("/sys/class/backlight/10-0045")
    switch: Annotated[
        Literal["power", "brightness"],
        Meta(description="What is written: bl_power, or for panels that ignore it, brightness."),
    ] = "power"
