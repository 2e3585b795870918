"""Starts and steers emupos, an ESC/POS printer written by others (Apache-2.0), as a process of its own.

Needs Python 3.13, so it is never a dependency: `pip install emupos==0.4.0` into a venv, named by LOTSE_EMUPOS.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any

START_SECONDS = 30.0
DEVICE = "kiosk"


def emupos_command() -> str | None:
    """The command, or None where it is not installed."""
    venv = os.environ.get("LOTSE_EMUPOS")
    return shutil.which("emupos", path=str(Path(venv) / "bin")) if venv else shutil.which("emupos")


def free_port() -> int:
    """A TCP port nobody listens at now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Emupos:
    """One printer, on a pseudo-terminal and a TCP port. `with` ends it."""

    def __init__(self, folder: Path) -> None:
        command = emupos_command()
        assert command is not None
        self._command, self._folder = command, folder
        self._api, self.tcp_port = free_port(), free_port()
        self.link = folder / "emupos" / "printer"
        (folder / "emupos.yaml").write_text(
            "schema: 1\n"
            f"api: {{ host: 127.0.0.1, port: {self._api} }}\n"
            "devices:\n"
            f"  - {{ id: {DEVICE}, type: printer, profile: epson-tm-t20iii, job_idle_timeout_ms: 60000,\n"
            "      receipts_dir: receipts, connections: [\n"
            f"        {{ tcp: {{ port: {self.tcp_port} }} }}, {{ serial: {{ pty: true, link: printer }} }} ] }}\n"
        )
        self._process: subprocess.Popen[bytes] | None = None
        self.power_on()

    def __enter__(self) -> "Emupos":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.power_off()

    # --- hands -----------------------------------------------------------------------------------------------------

    def power_on(self) -> None:
        """Start, and wait until it answers."""
        environment = {**os.environ, "TMPDIR": str(self._folder)}
        self._process = subprocess.Popen(
            [self._command, "run", "--config", "emupos.yaml"],
            cwd=self._folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        give_up = time.monotonic() + START_SECONDS
        while True:
            try:
                self._ask("GET", "/receipts")
                return
            except OSError:
                assert self._process.poll() is None, "emupos ended at once"
                assert time.monotonic() < give_up, "emupos does not answer"
                time.sleep(0.05)

    def power_off(self) -> None:
        """In the middle of whatever it does; the port disappears as well."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGKILL)
            process.wait()

    def fault(self, name: str, on: bool) -> None:
        """paper-near-end, paper-out, cover-open, offline."""
        self._ask("PUT" if on else "DELETE", f"/faults/{name}")

    # --- looking ---------------------------------------------------------------------------------------------------

    def papers(self) -> list[tuple[str, bytes]]:
        """Text and picture of every paper since the process started, oldest first."""
        listed: list[dict[str, Any]] = json.loads(self._ask("GET", "/receipts"))
        ids = [one["id"] for one in sorted(listed, key=lambda one: (one["completed_at"], one["id"]))]
        return [
            (self._ask("GET", f"/receipts/{one}/text").decode(), self._ask("GET", f"/receipts/{one}/image"))
            for one in ids
        ]

    def _ask(self, method: str, path: str) -> bytes:
        request = urllib.request.Request(f"http://127.0.0.1:{self._api}/api/v1/devices/{DEVICE}{path}", method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            body: bytes = answer.read()
            return body
