"""The camera that reads codes: what it reads and how well, the dark, off at rest, and that nothing is kept."""

import builtins
import gc
import threading
import weakref
from datetime import UTC, datetime
from typing import Any

import cv2
import numpy as np
import pytest
import zxingcpp

from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from hardware.scanner import camera
from hardware.scanner.camera import DARK_SECONDS, FORMATS, GONE_SECONDS, CameraScanner, CodeCamera, grey, texts
from hardware.scanner.settings import ScannerSettings
from hardware.transport.video import capture
from tests.contracts.speech_worlds import until
from tests.emulators.scanners import CodeCameraEmulator
from tests.hardware.scanner.pictures import Picture, code, colour, in_hall, qr

TEXT = "LOTSE:P:48151623:42"
READ = zxingcpp.barcode_formats_from_str(FORMATS)


def waits(_seconds: float) -> None:
    """No time passes."""


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> CodeCameraEmulator:
    """Every picture is looked at."""
    monkeypatch.setattr(camera, "LOOKS_PER_SECOND", 1e9)
    monkeypatch.setattr(camera, "BUSY_AT_MOST", 1e9)
    return CodeCameraEmulator()


@pytest.fixture
def source(clock: FakeClock, emulator: CodeCameraEmulator) -> CodeCamera:
    """Open."""
    made = CodeCamera("/dev/video0", clock, emulator.take)
    made.open()
    return made


CASES: dict[str, dict[str, float]] = {
    "easy": {},
    "turned": {"turned": 25},
    "upside down": {"turned": 180},
    "blurred": {"blur": 2.0},
    "perspective": {"tilted": 0.35, "turned": 15},
    "dim": {"light": 0.15, "noise": 2},
}


@pytest.mark.parametrize("case", CASES)
def test_a_qr_code_as_people_hold_it(case: str) -> None:
    """On this set all are read; a visitor does not notice one miss at eight looks a second."""
    read = [texts(in_hall(qr(TEXT, pixels=6), seed=seed, **CASES[case]), READ) == [TEXT] for seed in range(6)]
    assert sum(read) >= 5


@pytest.mark.parametrize(("kind", "pixels"), [("Aztec", 5), ("DataMatrix", 5), ("PDF417", 4), ("Code128", 3)])
def test_the_other_codes(kind: str, pixels: int) -> None:
    assert texts(in_hall(code(TEXT, kind, pixels), seed=3, turned=3), READ) == [TEXT]


@pytest.mark.parametrize("kind", ["EAN13", "Code39", "ITF"])
def test_codes_of_goods_are_not_read(kind: str) -> None:
    drawn = code("4006381333931" if kind == "EAN13" else "123456", kind, 3)
    assert texts(in_hall(drawn, seed=3), READ) == []


def test_a_telephone_in_dark_mode() -> None:
    assert texts(in_hall(255 - qr(TEXT), seed=3), READ) == [TEXT]


def test_noise_is_no_code() -> None:
    for seed in range(5):
        noise = np.random.default_rng(seed).integers(0, 255, (720, 1280)).astype(np.uint8)
        assert texts(noise, READ) == []


@pytest.mark.parametrize("shape", [(720, 1280), (720, 1280, 3), (1080, 1920, 3), (480, 640, 3)])
def test_any_picture_can_be_searched(shape: tuple[int, ...]) -> None:
    assert texts(grey(np.full(shape, 77, np.uint8)), READ) == []


def test_umlauts_come_out_as_they_went_in() -> None:
    assert texts(in_hall(qr("Straße für Özgür"), seed=1), READ) == ["Straße für Özgür"]


def test_two_codes_in_one_picture_are_told_once_each(source: CodeCamera, emulator: CodeCameraEmulator) -> None:
    both = np.concatenate([qr("LOTSE:1", 6), qr("LOTSE:2", 6)], axis=1)
    emulator.hold(colour(in_hall(both, seed=2)))
    assert sorted(scan.text for scan in source.read(waits)) == ["LOTSE:1", "LOTSE:2"]
    assert source.read(waits) == []


def test_a_glare_does_not_make_it_a_new_showing(
    source: CodeCamera, emulator: CodeCameraEmulator, clock: FakeClock
) -> None:
    held = colour(in_hall(qr(TEXT), seed=5))
    told = 0
    for picture in (held, None, held, held, None, held):
        emulator.hold(picture)
        told += len(source.read(waits))
        clock.advance(GONE_SECONDS / 2 - 0.01)
    assert told == 1
    emulator.hold(None)
    clock.advance(GONE_SECONDS)
    emulator.hold(held)
    assert len(source.read(waits)) == 1


def dark() -> Picture:
    """A covered lens: noise alone."""
    return np.random.default_rng(1).integers(0, 12, (720, 1280, 3)).astype(np.uint8)


def test_a_covered_lens_is_a_trouble_after_a_while_and_none_when_it_is_free(
    source: CodeCamera, emulator: CodeCameraEmulator, clock: FakeClock
) -> None:
    emulator.hold(dark())
    source.read(waits)
    assert source.trouble == "", "a camera that was just opened has not found its exposure"
    clock.advance(DARK_SECONDS)
    source.read(waits)
    assert source.trouble == "scanner.dark"
    emulator.hold(None)
    source.read(waits)
    assert source.trouble == ""


def test_a_code_in_a_dark_hall_is_read_and_no_trouble(
    source: CodeCamera, emulator: CodeCameraEmulator, clock: FakeClock
) -> None:
    small, picture = qr(TEXT, 4), np.zeros((720, 1280), np.uint8)
    picture[100 : 100 + small.shape[0], 200 : 200 + small.shape[1]] = small
    emulator.hold(picture // 3)
    clock.advance(DARK_SECONDS)
    assert [scan.text for scan in source.read(waits)] == [TEXT]
    assert source.trouble == ""


def test_it_is_off_while_it_rests(clock: FakeClock, emulator: CodeCameraEmulator) -> None:
    scanner = CameraScanner(ScannerSettings(camera=0), clock=clock, take=emulator.take)
    scanner.start(lambda scan: None)
    assert (scanner.state().trouble, emulator.opened) == ("", 0)
    for turn in (1, 2):
        scanner.look(True)
        emulator.seen()
        assert emulator.opened == turn
        scanner.look(False)
        until(lambda: emulator.is_off)
    scanner.close()
    assert emulator.released == 2
    assert emulator.asked[cv2.CAP_PROP_FRAME_WIDTH] == 1280


def test_a_code_still_held_there_is_told_again_after_a_rest(clock: FakeClock, emulator: CodeCameraEmulator) -> None:
    scanner, told = CameraScanner(ScannerSettings(), clock=clock, take=emulator.take), threading.Semaphore(0)
    emulator.hold(colour(in_hall(qr(TEXT), seed=5)))
    scanner.start(lambda scan: told.release())
    for _ in range(2):
        scanner.look(True)
        assert told.acquire(timeout=10)
        scanner.look(False)
        until(lambda: emulator.is_off)
    scanner.close()


def test_a_missing_camera_is_looked_for_anew_as_soon_as_somebody_wants_to_scan(
    clock: FakeClock, emulator: CodeCameraEmulator
) -> None:
    emulator.unplug()
    scanner = CameraScanner(ScannerSettings(reopen_seconds=600), clock=clock, take=emulator.take)
    scanner.start(lambda scan: None)
    scanner.look(True)
    until(lambda: scanner.state().trouble == "port.missing")
    scanner.look(False)
    emulator.plug()
    scanner.look(True)
    until(lambda: scanner.state().trouble == "")
    assert scanner.state().looking
    scanner.close()


@pytest.mark.parametrize("how", ["unplugged", "broken", "opencv"])
def test_a_camera_that_gives_no_picture_is_lost(
    how: str, source: CodeCamera, emulator: CodeCameraEmulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> bool:
        raise cv2.error("no")

    if how == "unplugged":
        emulator.unplug()
    elif how == "broken":
        monkeypatch.setattr(emulator, "retrieve", lambda: (False, None))
    else:
        monkeypatch.setattr(emulator, "grab", fails)
    with pytest.raises(HardwareError) as fault:
        source.read(waits)
    assert fault.value.code == "port.lost"
    source.close()
    source.close()
    assert emulator.released == 1


def test_a_camera_that_is_none_or_not_there(clock: FakeClock, capfd: pytest.CaptureFixture[str]) -> None:
    for device, trouble in (("/dev/video-that-is-not-there", "port.missing"), ("/dev/null", "port.refused")):
        with pytest.raises(HardwareError) as fault:
            CodeCamera(device, clock, capture).open()
        assert fault.value.code == trouble
    assert capfd.readouterr().err == ""


def test_pictures_between_two_looks_are_not_even_decoded(clock: FakeClock) -> None:
    emulator = CodeCameraEmulator()
    source = CodeCamera("/dev/video0", clock, emulator.take)
    source.open()
    for _ in range(4):
        source.read(waits)
    source.close()
    assert emulator.looks < 4


def test_no_picture_outlives_the_look(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[weakref.ref[Any]] = []
    search = camera.texts

    def noted(picture: Any, formats: Any) -> list[str]:
        seen.append(weakref.ref(picture))
        return search(picture, formats)

    monkeypatch.setattr(camera, "texts", noted)
    source = CodeCamera("/dev/video0", clock, CodeCameraEmulator().take)
    source.open()
    source.read(waits)
    gc.collect()
    assert [picture() for picture in seen] == [None]
    source.close()


def test_without_its_libraries_the_technician_is_told(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    imports = builtins.__import__

    def without(name: str, *more: Any, **further: Any) -> Any:
        if name == "zxingcpp":
            raise ImportError(f"No module named {name}")
        return imports(name, *more, **further)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(HardwareError) as fault:
        CodeCamera("/dev/video0", clock, CodeCameraEmulator().take).open()
    assert fault.value.code == "scanner.no_library"
