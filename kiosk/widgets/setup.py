"""Settles Kivy's environment and settings; must run before anything else of Kivy is imported.

Why each setting: multisamples leak memory on software renderers, Kivy's own argument parser would eat ours, the
`probesysfs` input doubles every touch SDL already delivers, and unused providers only cost start time.
"""

import logging
import os
import sys
from functools import cache
from pathlib import Path


def prepare_kivy(
    *,
    width: int,
    height: int,
    home: Path,
    fullscreen: bool = False,
    offscreen: bool = False,
    log_level: str = "warning",
) -> None:
    """Prepare the process for one window of `width` x `height` px.

    :param home: a folder of our own for Kivy's files, instead of ~/.kivy.
    :param offscreen: draw without any display (tests, tour, `make run` on a machine without one).
    :raises RuntimeError: Kivy's window was imported before; settings would come too late.
    """
    if "kivy.core.window" in sys.modules:
        raise RuntimeError("prepare_kivy() must run before Kivy's window is imported")
    _environment(home, offscreen=offscreen)
    logging.getLogger("kivy").addFilter(_worth_reading)
    from kivy.config import Config

    for section, key, value in _settings(width, height, fullscreen=fullscreen, log_level=log_level):
        Config.set(section, key, value)
    for key, value in list(Config.items("input")):
        if key.startswith("%") or "probesysfs" in value:
            Config.remove_option("input", key)


def _worth_reading(record: logging.LogRecord) -> bool:
    """Trouble only. On its first run Kivy warns that its own settings are missing; they are ours anyway."""
    return record.levelno >= logging.WARNING and not str(record.msg).startswith("Config: ")


def _environment(home: Path, *, offscreen: bool) -> None:
    home.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        KIVY_HOME=str(home),
        KIVY_NO_ARGS="1",
        KIVY_NO_FILELOG="1",
        KIVY_LOG_MODE="PYTHON",
        KIVY_WINDOW="sdl2",
        KIVY_TEXT="sdl2",
        KIVY_IMAGE="sdl2",
        SDL_MOUSE_FOCUS_CLICKTHROUGH="1",  # else a touch that also gives the window its focus is swallowed
    )
    if offscreen:
        os.environ["SDL_VIDEODRIVER"] = "offscreen"


def _settings(width: int, height: int, *, fullscreen: bool, log_level: str) -> list[tuple[str, str, str]]:
    return [
        ("graphics", "multisamples", "0"),
        ("graphics", "maxfps", "30"),
        ("graphics", "width", str(width)),
        ("graphics", "height", str(height)),
        ("graphics", "resizable", "0"),
        ("graphics", "fullscreen", "1" if fullscreen else "0"),
        ("graphics", "show_cursor", "0" if fullscreen else "1"),
        ("graphics", "allow_screensaver", "0"),
        ("input", "mouse", "mouse,disable_multitouch"),
        ("kivy", "exit_on_escape", "0"),
        ("kivy", "keyboard_mode", "system"),
        ("kivy", "log_level", log_level),
        ("kivy", "log_enable", "0"),
    ]


@cache
def finish_every_frame() -> None:
    """Let each frame be drawn to its end before the next begins; call it once the window exists.

    Without a display nothing slows Kivy down: a software renderer then collects unfinished frames, a megabyte each.
    A kiosk draws so seldom that waiting costs nothing.

    Mesa's llvmpipe also keeps what the last frame was made of (10 MiB on the welcome screen, as it copies its state at
    each change of texture) until another one takes its place: a frame of one pixel does. A new frame takes the first
    place whose frame is done, hence the second wait, and the one before the first picture (lp_setup.c, Mesa 22.3).
    """
    from kivy.core.window import Window
    from kivy.graphics import Fbo
    from kivy.graphics.opengl import glFinish

    from kiosk.widgets.memory import return_large_blocks

    return_large_blocks()
    pixel = Fbo(size=(1, 1))

    def finish(_window: object = None) -> None:
        pixel.bind()
        glFinish()
        pixel.clear_buffer()
        glFinish()
        pixel.release()

    finish()
    Window.bind(on_flip=finish)
