"""The kiosk's screen for the bench page: grabbed in Kivy's thread when somebody looks and something was drawn."""

import io
import threading
import time

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glPixelStorei, glReadPixels
from PIL import Image

from kiosk.bench_page.kivy_fingers import Fingers
from kiosk.bench_page.parts import Finger, Picture

PICTURES_PER_SECOND = 8
JPEG_QUALITY = 88
GL_PACK_ALIGNMENT = 0x0D05


class KivyMirror:
    """Made in Kivy's thread after the window exists; asked from any thread.

    While nobody asks, it costs one attribute set per drawn frame: no clock event, no grab.
    """

    def __init__(self, fingers: Fingers | None = None) -> None:
        self._fingers = fingers or Fingers()
        self._news = threading.Condition()
        self._drawn, self._looking, self._stopped = True, False, False
        self._asked_until = 0.0
        self._version, self._size = 0, (int(Window.system_size[0]), int(Window.system_size[1]))
        self._pixels = b""
        self._jpeg: Picture | None = None

    def plug_in(self) -> None:
        """Watch the window and take touches. In Kivy's thread."""
        self._fingers.plug_in()
        Window.bind(on_flip=self._flipped)

    def unplug(self) -> None:
        """Let go of the window; who waits for a picture gets none. In Kivy's thread."""
        Window.unbind(on_flip=self._flipped)
        self._fingers.unplug()
        Clock.unschedule(self._look)
        with self._news:
            self._stopped = True
            self._news.notify_all()

    # --- from any thread -----------------------------------------------------------------------------------------

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, px."""
        return self._size

    def touch(self, finger: Finger, x: float, y: float) -> None:
        """See `ScreenMirror.touch`."""
        self._fingers.touch(finger, x, y)

    def key(self, name: str) -> None:
        """See `ScreenMirror.key`."""
        self._fingers.key(name)

    def picture(self, after: int, patience: float) -> Picture | None:
        """See `ScreenMirror.picture`."""
        with self._news:
            self._asked_until = max(self._asked_until, time.monotonic() + patience)
            if not self._looking and not self._stopped:
                self._looking = True
                Clock.schedule_interval(self._look, 1 / PICTURES_PER_SECOND)
            self._news.wait_for(lambda: self._stopped or self._version not in (0, after), patience)
            version, size, pixels, jpeg = self._version, self._size, self._pixels, self._jpeg
        if version in (0, after):
            return None
        if jpeg is None or jpeg.version != version:
            jpeg = Picture(version, _encode(size, pixels))
            with self._news:
                self._jpeg = jpeg
        return jpeg

    # --- in Kivy's thread ----------------------------------------------------------------------------------------

    def _flipped(self, _window: object) -> None:
        self._drawn = True

    def _look(self, _seconds: float) -> bool:
        """False ends Kivy's interval: nobody has asked for a while."""
        with self._news:
            if time.monotonic() > self._asked_until:
                self._looking = False
                return False
        if self._drawn:
            self._drawn = False
            self._grab()
        return True

    def _grab(self) -> None:
        size = (int(Window.system_size[0]), int(Window.system_size[1]))
        Window.dispatch("on_draw")  # after a flip the back buffer's content is undefined
        glPixelStorei(GL_PACK_ALIGNMENT, 1)
        pixels = bytes(glReadPixels(0, 0, *size, GL_RGBA, GL_UNSIGNED_BYTE))
        with self._news:
            if (size, pixels) != (self._size, self._pixels):
                self._size, self._pixels = size, pixels
                self._version += 1
                self._news.notify_all()


def _encode(size: tuple[int, int], pixels: bytes) -> bytes:
    """OpenGL's rows from below, as a JPEG."""
    image = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, -1).convert("RGB")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return out.getvalue()
