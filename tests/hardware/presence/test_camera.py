"""The camera's source: any size and colour, broken pictures, what it asks of the device, and that nothing is kept."""

import errno
import gc
import weakref

import cv2
import numpy as np
import pytest

from hardware.errors import HardwareError
from hardware.presence import motion
from hardware.presence.camera import CameraSource, grey
from hardware.transport.video import Capture, capture
from tests.emulators.motion_sensors import CameraEmulator


def waits(_seconds: float) -> None:
    """No time passes."""


@pytest.mark.parametrize("shape", [(120, 160), (480, 640, 3), (1080, 1920, 3), (90, 160, 3), (121, 163)])
def test_any_picture_becomes_small_and_grey(shape: tuple[int, ...]) -> None:
    small = grey(np.full(shape, 77, np.uint8))
    assert small.shape == (motion.HEIGHT, motion.WIDTH)
    assert set(np.unique(small)) == {77}


def test_a_number_means_the_camera_of_that_number() -> None:
    asked: list[str] = []

    def take(device: str) -> Capture:
        asked.append(device)
        raise OSError(errno.EACCES, "Permission denied")

    for port in ("0", "/dev/kiosk/presence"):
        with pytest.raises(HardwareError) as fault:
            CameraSource(port, 2.0, take).open()
        assert fault.value.code == "port.refused"
    assert asked == ["/dev/video0", "/dev/kiosk/presence"]


def test_opencv_says_nothing_and_the_driver_says_why(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(HardwareError) as fault:
        CameraSource("/dev/video-that-is-not-there", 2.0, capture).open()
    assert fault.value.code == "port.missing"
    source = CameraSource("/dev/null", 2.0, capture)
    with pytest.raises(HardwareError) as fault:
        source.open()
    source.close()
    assert fault.value.code == "port.refused"
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("how", ["unplug", "broken", "opencv"])
def test_a_camera_that_gives_no_picture_is_lost(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    emulator = CameraEmulator()
    source = CameraSource("0", 2.0, emulator.take)
    source.open()
    if how == "unplug":
        emulator.unplug()
    elif how == "broken":
        emulator.broken = True
    else:

        def fails() -> bool:
            raise cv2.error("no")

        monkeypatch.setattr(emulator, "grab", fails)
    with pytest.raises(HardwareError) as fault:
        source.read(waits)
    assert fault.value.code == "port.lost"
    source.close()
    source.close()
    assert emulator.released == 1


def test_pictures_between_two_looks_are_not_even_decoded() -> None:
    emulator = CameraEmulator()
    source = CameraSource("0", 2.0, emulator.take)
    source.open()
    for _ in range(10):
        source.read(waits)
    source.close()
    assert emulator.looks == 1


def test_no_picture_outlives_the_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the camera's picture nor the small grey one is referred to by anything afterwards."""
    emulator, seen = CameraEmulator(), []
    look = motion.look

    def noted(memory: motion.Memory | None, picture: motion.Picture, smallest: float) -> tuple[motion.Memory, bool]:
        seen.append(weakref.ref(picture))
        return look(memory, picture, smallest)

    monkeypatch.setattr(motion, "look", noted)
    source = CameraSource("0", 2.0, emulator.take)
    source.open()
    source.read(waits)
    gc.collect()
    assert [picture() for picture in seen] == [None]
    source.close()
    assert source._memory is None
