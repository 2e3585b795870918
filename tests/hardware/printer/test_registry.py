"""Every driver that is named can be built, and what is not named is refused with a sentence."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from hardware.host.clock import FakeClock
from hardware.host.settings_file import SettingsError, describe, read_settings
from hardware.printer.interface import Outcome, PrinterStatus
from hardware.printer.settings import PrinterSettings
from hardware.registry import DRIVERS, build
from tests.hardware.printer.papers import ticket

CLOCK = FakeClock(datetime(2026, 11, 24, tzinfo=UTC))


@pytest.mark.parametrize("driver", DRIVERS["printer"])
def test_every_driver_is_built_and_opens_nothing(driver: Any) -> None:
    printer = build("printer", PrinterSettings(driver=driver, port="/nowhere/printer"), clock=CLOCK)
    printer.close()
    assert type(printer).__name__ in DRIVERS["printer"][driver]


def test_the_settings_know_the_same_drivers() -> None:
    assert set(get_args(get_type_hints(PrinterSettings)["driver"])) == set(DRIVERS["printer"])


def test_what_is_not_known_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LookupError, match="known are printer"):
        build("toaster", PrinterSettings(), clock=CLOCK)  # type: ignore[call-overload]  # that is the test
    monkeypatch.setitem(DRIVERS, "printer", {})
    with pytest.raises(LookupError, match="no driver `simulator`"):
        build("printer", PrinterSettings(), clock=CLOCK)


def test_no_printer_sends_nothing() -> None:
    printer = build("printer", PrinterSettings(driver="disabled"), clock=CLOCK)
    assert printer.status() == PrinterStatus(answers=False)
    assert printer.print(ticket()).outcome is Outcome.NOT_SENT
    assert printer.late_results() == ()


def test_a_settings_file_is_read_and_described(tmp_path: Path) -> None:
    sample = describe(PrinterSettings)
    assert sample.count("# ") > 2 * len(PrinterSettings.__struct_fields__) - 2
    path = tmp_path / "printer.toml"
    path.write_text('driver = "escpos"\nport = "tcp://192.0.2.10:9100"\npaper_width = 58\ncolumns = 32\n')
    read = read_settings(path, PrinterSettings)
    assert (read.port, read.dots) == ("tcp://192.0.2.10:9100", 384)
    path.write_text("paper_width = 58\n")
    with pytest.raises(SettingsError, match="columns = 32"):
        read_settings(path, PrinterSettings)
    path.write_text('driver = "epson"\n')
    with pytest.raises(SettingsError, match="escpos"):
        read_settings(path, PrinterSettings)
