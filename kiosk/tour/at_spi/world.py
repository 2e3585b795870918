"""A session bus of its own, the real kiosk on it, and the walk in the system's Python; everything ended afterwards."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's bindings of AT-SPI (python3-gi, gir1.2-atspi-2.0) are built for this one only."""
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PATIENCE_SECONDS = 240.0
ENDS_WITHIN_SECONDS = 20.0
SETTINGS = """
language = "{language}"
idle_seconds = {idle_seconds}
accessibility_bridge = {bridge}

[panel]
fullscreen = false

[printer]
driver = "simulator"
simulated_seconds = 0.4
"""


def missing() -> str:
    """What this machine lacks for the walk, "" where nothing."""
    if shutil.which("dbus-daemon") is None:
        return "dbus-daemon is not installed (Debian: dbus)"
    if not any(Path(path).exists() for path in LAUNCHERS):
        return "the accessibility bus is not installed (Debian: at-spi2-core)"
    if not Path(SYSTEM_PYTHON).exists():
        return f"{SYSTEM_PYTHON} is not there"
    done = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False)  # noqa: S603 - fixed words
    return "" if done.returncode == 0 else "no bindings of AT-SPI (Debian: python3-gi gir1.2-atspi-2.0)"


def walk(folder: Path, language: str, at: str, idle_seconds: int = 20, ask: bool = True) -> dict[str, Any]:
    """The whole journey on a fresh kiosk; its report, see `kiosk.tour.at_spi.walk`.

    :param folder: for everything that is written; may not exist yet.
    :param at: time of the kiosk's clock, when the town hall is open.
    :param ask: wait as well for the question whether somebody is still there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with session_bus(folder) as environment, kiosk(folder, at, environment, language, idle_seconds):
        command = [SYSTEM_PYTHON, "-m", "kiosk.tour.at_spi.walk", language, str(idle_seconds if ask else 0)]
        done = subprocess.run(  # noqa: S603 - our own module
            command,
            env={**environment, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    try:
        report: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    except (IndexError, json.JSONDecodeError):
        journal = (folder / "kiosk.log").read_text(errors="replace")[-2000:]
        return {"language": language, "stopped": f"the walk broke off: {done.stderr[-2000:]}\n{journal}"}
    return report


def inherited() -> dict[str, str]:
    """This process's environment without any desktop."""
    left_out = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")
    return {key: value for key, value in os.environ.items() if key not in left_out}


@contextmanager
def session_bus(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a session with nothing but a bus: no desktop, no display."""
    environment = inherited()
    reads, writes = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", "--nosyslog", f"--print-address={writes}"]
    with TemporaryDirectory(prefix="lotse-", ignore_cleanup_errors=True) as runtime:  # names of sockets must be short
        environment |= {"XDG_RUNTIME_DIR": runtime, "GSETTINGS_BACKEND": "memory"}
        with _process(command, folder / "bus.log", environment, pass_fds=(writes,)), os.fdopen(reads) as answer:
            os.close(writes)
            environment["DBUS_SESSION_BUS_ADDRESS"] = answer.readline().strip()
            yield environment


@contextmanager
def kiosk(
    folder: Path, at: str, environment: Mapping[str, str], language: str, idle_seconds: int = 60, bridge: bool = True
) -> Iterator[int]:
    """The kiosk's process, as an operator would set it up, but without a display; its id."""
    settings = SETTINGS.format(language=language, idle_seconds=idle_seconds, bridge=str(bridge).lower())
    (folder / "kiosk.toml").write_text(settings)
    lotse = str(Path(sys.executable).with_name("lotse"))
    command = [lotse, "run", "--headless", "--settings", str(folder / "kiosk.toml")]
    with _process([*command, "--state", str(folder / "state"), "--at", at], folder / "kiosk.log", environment) as pid:
        yield pid


@contextmanager
def _process(
    command: list[str], log: Path, environment: Mapping[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[int]:
    """A process, ended with everything it started: it leads a group of its own."""
    with log.open("w") as file:
        process = subprocess.Popen(  # noqa: S603 - our own words
            command, stdout=file, stderr=file, env=dict(environment), start_new_session=True, pass_fds=pass_fds
        )
        try:
            yield process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(ENDS_WITHIN_SECONDS)
            finally:
                _end_group(process.pid)


def _end_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return
