"""Every card reader and scanner that is named can be built, opens nothing, and needs no library it does not use."""

import subprocess
import sys
from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

import pytest

from hardware.card_reader.interface import ReaderState
from hardware.card_reader.settings import CardReaderSettings
from hardware.card_reader.simulator import SimulatedReader
from hardware.host.clock import FakeClock
from hardware.host.settings_file import describe
from hardware.registry import DRIVERS, build
from hardware.scanner.interface import ScannerState
from hardware.scanner.settings import ScannerSettings
from hardware.scanner.simulator import SimulatedScanner
from kiosk.bench_page.parts import SimulatedDevice

NOW = datetime(2026, 11, 25, tzinfo=UTC)
CLOCK = FakeClock(NOW)
SETTINGS: dict[str, Any] = {"card_reader": CardReaderSettings, "scanner": ScannerSettings}


@pytest.mark.parametrize(("kind", "driver"), [(kind, driver) for kind in SETTINGS for driver in DRIVERS[kind]])
def test_every_driver_is_built_and_opens_nothing(kind: Any, driver: str) -> None:
    device: Any = build(kind, SETTINGS[kind](driver=driver, port="/nowhere/device"), clock=CLOCK)
    device.close()
    assert type(device).__name__ in DRIVERS[kind][driver]


@pytest.mark.parametrize("kind", SETTINGS)
def test_the_settings_know_the_same_drivers(kind: str) -> None:
    settings = SETTINGS[kind]
    assert set(get_args(get_type_hints(settings)["driver"])) == set(DRIVERS[kind])
    assert settings().driver == "disabled"
    assert describe(settings).count("# ") >= 2 * len(settings.__struct_fields__) - 1


def test_where_there_is_none_nothing_is_told_and_nothing_is_wrong() -> None:
    reader = build("card_reader", CardReaderSettings(), clock=CLOCK)
    reader.start(lambda card: pytest.fail("there is no card"))
    assert reader.state() == ReaderState(trouble="", since=NOW)
    reader.close()
    scanner = build("scanner", ScannerSettings(), clock=CLOCK)
    scanner.start(lambda scan: pytest.fail("there is no code"))
    scanner.look(True)
    assert scanner.state() == ScannerState(trouble="", looking=False, since=NOW)
    scanner.close()


def test_no_driver_imports_its_library_before_it_opens_its_device() -> None:
    code = (
        "import sys; from hardware.registry import DRIVERS, build; from hardware.host.clock import SystemClock; "
        "from hardware.card_reader.settings import CardReaderSettings as C; "
        "from hardware.scanner.settings import ScannerSettings as S; "
        "[build(k, s(driver=d), clock=SystemClock()) for k, s in {'card_reader': C, 'scanner': S}.items() "
        "for d in DRIVERS[k]]; assert not {'cv2', 'numpy', 'zxingcpp', 'smartcard'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})


@pytest.mark.parametrize("simulator", [SimulatedReader, SimulatedScanner])
def test_the_bench_page_can_unplug_them(simulator: Any) -> None:
    settings = CardReaderSettings() if simulator is SimulatedReader else ScannerSettings()
    device = simulator(settings, clock=CLOCK)
    named: SimulatedDevice = device
    assert isinstance(named, SimulatedDevice)
    device.start(lambda news: None)
    for on in (True, False):
        device.set_fault("unplugged", on)
        assert device.faults() == {"unplugged": on}
        assert bool(device.state().trouble) is on
    with pytest.raises(KeyError):
        device.set_fault("on_fire", True)
