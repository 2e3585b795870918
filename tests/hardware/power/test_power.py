"""Restarting: the command that is run, refusals in two sentences, the simulator, and no way at all."""

import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from hardware.errors import HardwareError, WhoActs
from hardware.host.clock import FakeClock
from hardware.power.settings import PowerSettings
from hardware.power.simulator import SimulatedPower
from hardware.power.systemd import COMMAND
from hardware.registry import DRIVERS, build

CLOCK = FakeClock(datetime(2026, 11, 25, tzinfo=UTC))
RULES = Path(__file__).resolve().parents[3] / "systemd" / "polkit-1" / "60-lotse-kiosk.rules"


def systemctl(folder: Path, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """A program of that name, before all others."""
    program = folder / "systemctl"
    program.write_text(f"#!/bin/sh\n{words}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.parametrize("driver", DRIVERS["power"])
def test_every_driver_is_built_and_does_nothing_by_itself(driver: Any) -> None:
    power = build("power", PowerSettings(driver=driver), clock=CLOCK)
    assert power.can_reboot is (driver != "disabled")


def test_the_settings_know_the_same_drivers() -> None:
    assert set(get_args(get_type_hints(PowerSettings)["driver"])) == set(DRIVERS["power"])


def test_systemd_is_asked_once_without_a_question_for_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    systemctl(tmp_path, monkeypatch, f'echo "$@" >> {tmp_path}/asked')
    build("power", PowerSettings(driver="systemd"), clock=CLOCK).reboot()
    assert (tmp_path / "asked").read_text().split() == list(COMMAND[1:])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("echo 'Access denied' >&2; exit 1", "Access denied"),
        ("exit 4", "ended with 4"),
        ("exec sleep 60", "TimeoutExpired"),
    ],
)
def test_a_refusal_says_who_must_act(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, why: str) -> None:
    systemctl(tmp_path, monkeypatch, words)
    with pytest.raises(HardwareError, match=why) as refused:
        build("power", PowerSettings(driver="systemd", wait_seconds=0.5), clock=CLOCK).reboot()
    assert (refused.value.code, refused.value.who) == ("power.refused", WhoActs.TECHNICIAN)


def test_a_machine_without_systemd_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HardwareError, match="FileNotFoundError"):
        build("power", PowerSettings(driver="systemd"), clock=CLOCK).reboot()


def test_the_simulator_notes_it_or_refuses() -> None:
    power = SimulatedPower(PowerSettings(driver="simulator"), clock=CLOCK)
    power.reboot()
    power.set_fault("refuses", True)
    with pytest.raises(HardwareError):
        power.reboot()
    assert power.reboots == [CLOCK.now()]
    assert power.faults() == {"refuses": True}
    with pytest.raises(KeyError):
        power.set_fault("burns", True)


def test_disabled_refuses() -> None:
    with pytest.raises(HardwareError, match="switched off"):
        build("power", PowerSettings(), clock=CLOCK).reboot()


def test_the_polkit_rule_is_for_the_kiosks_own_user_and_restarts_only() -> None:
    rule = RULES.read_text("utf-8")
    assert 'subject.user === "lotse-kiosk"' in rule
    assert {part for part in rule.split('"') if part.startswith("org.")} == {
        "org.freedesktop.login1.reboot",
        "org.freedesktop.login1.reboot-multiple-sessions",
    }
