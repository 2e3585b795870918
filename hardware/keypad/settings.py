"""Settings of the tactile keypad. Not responsible for what its keys do on a screen."""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from hardware.keypad.interface import Key
from hardware.keypad.keys import CODES


class KeypadSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which keypad there is, and what its keys mean."""

    driver: Annotated[
        Literal["window", "evdev", "simulator", "disabled"],
        Meta(
            description="window: keys that reach the kiosk's window, as of any keyboard; evdev: a device of its own,\n"
            "which nobody else hears; simulator: buttons on the bench page, and the window's keys; disabled: no keys."
        ),
    ] = "window"
    device: Annotated[
        Path, Meta(description="Input device of driver evdev: the udev rule's name, or /dev/input/by-id/...-event-kbd.")
    ] = Path("/dev/kiosk/keypad")
    keys: Annotated[
        dict[str, Key],
        Meta(
            description='What a key means, where it differs: { KEY_F17 = "right", KEY_F15 = "headphones_in" }. Names\n'
            "as in Linux (KEY_..., BTN_...); meanings: up, down, left, right, ok, back, help, read, next, star, hash,\n"
            "slower, faster, quieter, louder, headphones_in, headphones_out, 0 to 9."
        ),
    ] = {}
    reopen_seconds: Annotated[
        float, Meta(gt=0, le=60, description="Pause between two attempts to reach an unplugged keypad (s).")
    ] = 1.0

    def __post_init__(self) -> None:
        for name in self.keys:
            if name not in CODES:
                import difflib  # only a mistake needs it

                near = difflib.get_close_matches(name, CODES, n=1)
                raise ValueError(f"there is no key `{name}`{f'; did you mean `{near[0]}`?' if near else ''}")
