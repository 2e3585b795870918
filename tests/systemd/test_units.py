"""The units: accepted by systemd's own checker, hardened, and fitting to what the program says of itself."""

import configparser
import json
import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from hardware.card_reader.settings import CardReaderSettings
from hardware.display.settings import DisplaySettings
from hardware.presence.settings import PresenceSettings
from hardware.printer.settings import PrinterSettings
from hardware.scanner.settings import ScannerSettings
from kiosk.settings import KioskSettings

UNITS = Path(__file__).resolve().parents[2] / "systemd"
SERVICES = sorted(UNITS.glob("*.service"))
DROP_INS = sorted((UNITS / "kiosk.service.d").glob("*.conf"))
MOST_EXPOSED = {"kiosk.service": 20, "kiosk-display.service": 30, "kiosk-bus.service": 15}
"""systemd's exposure times ten: 100 is naked. The compositor needs the display and input devices."""
COMPLAINTS = re.compile(r"Unknown key|Unknown section|Failed to parse|Invalid|ignoring|not executable", re.IGNORECASE)

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")


def settings_of(unit: Path) -> dict[str, list[str]]:
    """Every key of a unit with all its values."""
    found: dict[str, list[str]] = {}
    for line in unit.read_text("utf-8").splitlines():
        key, sign, value = line.partition("=")
        if sign and not line.startswith("#"):
            found.setdefault(key.strip(), []).append(value.strip())
    return found


def installed(unit: Path, folder: Path) -> Path:
    """A copy whose program exists: the checker looks for it."""
    program = folder / "program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    text = re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={program}", unit.read_text("utf-8"))
    text = re.sub(r"(?m)^(Requires|Wants|PartOf)=.*$", "", text)
    copy = folder / unit.name
    copy.write_text(text, "utf-8")
    return copy


def test_there_is_a_unit_for_the_kiosk_its_display_and_its_bus() -> None:
    assert [unit.name for unit in SERVICES] == ["kiosk-bus.service", "kiosk-display.service", "kiosk.service"]


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_systemd_finds_nothing_wrong(unit: Path, tmp_path: Path) -> None:
    command = ["systemd-analyze", "verify", "--man=no", str(installed(unit, tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    mine = [line for line in done.stderr.splitlines() if unit.name in line]
    assert [line for line in mine if COMPLAINTS.search(line)] == []
    assert done.returncode == 0, done.stderr


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_the_checker_would_complain(unit: Path, tmp_path: Path) -> None:
    """The test above can fail: a unit with a slip of the pen does."""
    copy = installed(unit, tmp_path)
    copy.write_text(copy.read_text("utf-8").replace("[Service]", "[Service]\nProtectSistem=strict"), "utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert COMPLAINTS.search(done.stderr)


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_hardened(unit: Path, tmp_path: Path) -> None:
    limit = MOST_EXPOSED[unit.name]
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={limit}", "--json=short"]
    done = subprocess.run([*command, str(installed(unit, tmp_path))], capture_output=True, text=True, check=False)
    exposed = [one["name"] for one in json.loads(done.stdout or "[]") if not one.get("set", True)]
    assert done.returncode == 0, f"more exposed than {limit / 10}: {exposed}"


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_own_user_watchdog_and_restart(unit: Path) -> None:
    keys = settings_of(unit)
    assert keys["User"] == ["lotse-kiosk"]
    assert keys["Type"] == ["notify"]
    if unit.name != "kiosk-bus.service":  # dbus-daemon feeds no watchdog
        assert int(keys["WatchdogSec"][0]) >= 10
    assert keys["Restart"] == ["always"]


def test_the_ticket_in_hand_outlives_a_stop() -> None:
    keys = settings_of(UNITS / "kiosk.service")
    assert int(keys["TimeoutStopSec"][0]) > PrinterSettings().print_seconds


def test_the_printers_name_is_that_of_the_udev_rule() -> None:
    rules = (UNITS / "udev" / "60-lotse-kiosk.rules").read_text("utf-8")
    name = PrinterSettings().port.removeprefix("/dev/")
    assert f'SYMLINK+="{name}"' in rules


def with_drop_in(drop_in: Path, folder: Path) -> Path:
    """The kiosk's unit with one drop-in, as both are installed."""
    unit = installed(UNITS / "kiosk.service", folder)
    (folder / "kiosk.service.d").mkdir()
    shutil.copy(drop_in, folder / "kiosk.service.d")
    return unit


def test_what_a_device_needs_more_is_opened_only_where_it_is_used() -> None:
    devices = ["card-reader", "keypad", "motion-sensor", "scanner", "sound"]
    assert [one.stem for one in DROP_INS] == ["assistive", "backlight", "camera", *devices]
    bare = (UNITS / "kiosk.service").read_text("utf-8")
    for word in ("video4linux", "char-input", "char-alsa", "/sys/class/backlight", "pcscd"):
        assert word not in bare
        assert any(word in one.read_text("utf-8") for one in DROP_INS)


@needs_systemd
@pytest.mark.parametrize("drop_in", DROP_INS, ids=lambda one: one.stem)
def test_with_a_drop_in_the_unit_is_right_and_as_hardened(drop_in: Path, tmp_path: Path) -> None:
    unit = with_drop_in(drop_in, tmp_path)
    command = ["systemd-analyze", "verify", "--man=no", str(unit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if COMPLAINTS.search(line)] == []
    assert done.returncode == 0, done.stderr
    limit = MOST_EXPOSED["kiosk.service"]
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={limit}", str(unit)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@needs_systemd
def test_the_checker_reads_drop_ins(tmp_path: Path) -> None:
    """The test above can fail."""
    wrong = tmp_path / "wrong.conf"
    wrong.write_text("[Service]\nDeviceAlow=char-input r\n", "utf-8")
    unit = with_drop_in(wrong, tmp_path)
    command = ["systemd-analyze", "verify", "--man=no", str(unit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert COMPLAINTS.search(done.stderr)


def test_presence_and_light_have_the_names_of_the_settings() -> None:
    rules = (UNITS / "udev" / "61-lotse-presence.rules").read_text("utf-8")
    name = PresenceSettings().port.removeprefix("/dev/")
    assert rules.count(f'SYMLINK+="{name}"') == 3
    light = settings_of(UNITS / "kiosk.service.d" / "backlight.conf")["ReadWritePaths"]
    assert light == [str(DisplaySettings().folder)]


def test_no_rule_for_presence_holds_unless_the_operator_says_so() -> None:
    lines = (UNITS / "udev" / "61-lotse-presence.rules").read_text("utf-8").splitlines()
    assert [line for line in lines if "kiosk/presence" in line and not line.startswith("#")] == []


def test_scanner_and_card_reader_have_the_names_of_the_settings_and_no_rule_holds_unasked() -> None:
    rules = (UNITS / "udev" / "63-lotse-readers.rules").read_text("utf-8")
    assert rules.count(f'SYMLINK+="{ScannerSettings().port.removeprefix("/dev/")}"') == 3
    assert rules.count(f'SYMLINK+="{CardReaderSettings().port.removeprefix("/dev/")}"') == 1
    assert [line for line in rules.splitlines() if line and not line.startswith("#")] == []


def test_a_scanner_that_types_is_no_keyboard_of_the_compositor() -> None:
    rules = (UNITS / "udev" / "63-lotse-readers.rules").read_text("utf-8").splitlines()
    (typing,) = [line for line in rules if "ID_INPUT_KEYBOARD" in line]
    assert 'ENV{LIBINPUT_IGNORE_DEVICE}="1"' in typing
    assert 'GROUP="lotse-kiosk", MODE="0640"' in typing


def test_cards_are_opened_to_the_kiosks_own_user_alone() -> None:
    rule = (UNITS / "polkit-1" / "61-lotse-card-reader.rules").read_text("utf-8")
    assert 'subject.user === "lotse-kiosk"' in rule
    assert {part for part in rule.split('"') if part.startswith("org.")} == {
        "org.debian.pcsc-lite.access_pcsc",
        "org.debian.pcsc-lite.access_card",
    }


def test_users_and_folders_of_the_units_are_made() -> None:
    assert "u lotse-kiosk" in (UNITS / "sysusers.d" / "lotse-kiosk.conf").read_text("utf-8")
    assert "d /etc/rathauslotse" in (UNITS / "tmpfiles.d" / "lotse-kiosk.conf").read_text("utf-8")
    state = settings_of(UNITS / "kiosk.service")["StateDirectory"][0]
    assert f"/var/lib/{state} " in (UNITS / "sysusers.d" / "lotse-kiosk.conf").read_text("utf-8")


def test_the_kiosk_starts_with_settings_that_exist() -> None:
    (command,) = settings_of(UNITS / "kiosk.service")["ExecStart"]
    assert command == "/opt/rathauslotse/bin/lotse run --settings /etc/rathauslotse/kiosk.toml"
    assert msgspec.structs.fields(KioskSettings)


def test_the_compositor_shows_one_window_and_never_sleeps() -> None:
    display = configparser.ConfigParser()
    display.read(UNITS / "weston.ini", encoding="utf-8")
    assert display["core"]["shell"] == "kiosk-shell.so"
    assert display["core"]["idle-time"] == "0"
