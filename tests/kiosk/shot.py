"""Photographs the kiosk's window exactly as drawn (Kivy's own screenshot numbers its files, and may be late)."""

from pathlib import Path
from typing import Any

area: tuple[int, int] | None = None
"""Part of the window that the panel takes, from the lower left corner; None: all of it."""


def image() -> Any:
    """Draw now and read the back buffer, as an opaque picture."""
    from kivy.core.window import Window
    from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels
    from PIL import Image

    Window.dispatch("on_draw")
    width, height = area or Window.system_size
    raw = glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE)
    picture = Image.frombytes("RGBA", (width, height), bytes(raw))
    return picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).convert("RGB")


def grab(path: Path) -> Path:
    """Write exactly `path`."""
    image().save(path)
    return path
