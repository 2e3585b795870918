"""`lotse run` from outside: a process, its terminal, its bench page, its end and its next start."""

import http.client
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

PATIENCE_SECONDS = 60.0
LOTSE = str(Path(sys.executable).with_name("lotse"))
TICKETS_TILE, FIRST_ROW, DONE = (0.27, 0.722), (0.5, 0.617), (0.5, 0.89)
"""Where they are on the upright panel, from the upper left corner."""


class Running:
    """A kiosk process, seen through its bench page."""

    def __init__(self, process: "subprocess.Popen[str]", port: int, said: str) -> None:
        self.process, self.said, self._port = process, said, port

    def _ask(self, method: str, path: str, body: object = None) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS)
        try:
            plain = json.dumps(body) if body is not None else None
            connection.request(method, path, plain, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            if path == "/events":
                return answer.readline()
            data = answer.read()
            assert answer.status < 300, data
            return data
        finally:
            connection.close()

    def state(self) -> dict[str, Any]:
        """Devices, queues, what is to be settled."""
        found: dict[str, Any] = json.loads(self._ask("GET", "/events").removeprefix(b"data: "))
        return found

    def do(self, **action: object) -> None:
        """An action of the page."""
        self._ask("POST", "/do", action)

    def tap(self, at: tuple[float, float]) -> None:
        """A finger on the mirrored screen."""
        for finger in ("down", "up"):
            self.do(type="touch", moves=[[finger, *at]])

    def page(self) -> str:
        """The page's own text."""
        return self._ask("GET", "/").decode()

    def until(self, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Ask until it holds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition(state := self.state()):
            assert time.monotonic() < end, state
            time.sleep(0.05)
        return state


@contextmanager
def kiosk(folder: Path, *more: str) -> Iterator[Running]:
    """A kiosk without a display, ended as a service manager ends it."""
    command = [LOTSE, "run", "--state", str(folder), "--port", "0", *more]
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment, bufsize=1
    )
    assert process.stdout is not None
    said = ""
    try:
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        port = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
        assert port, said
        yield Running(process, int(port[1]), said)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE_SECONDS)
        process.stdout.close()


def papers(state: dict[str, Any]) -> int:
    count: int = state["devices"][0]["paper_count"]
    return count


def brightest(running: Running) -> int:
    """Grey level of the lightest spot of the mirrored screen."""
    with Image.open(io.BytesIO(running._ask("GET", "/screen.jpg?after=0"))) as picture:
        darkest_and_lightest = picture.convert("L").resize((54, 96)).getextrema()
    return int(darkest_and_lightest[1])  # type: ignore[arg-type]  # one channel: two numbers


@pytest.mark.long
def test_the_screen_sleeps_after_a_minute_and_wakes_when_somebody_comes(tmp_path: Path) -> None:
    with kiosk(tmp_path, "--at", "2026-11-25T10:42", "--sleep", "1") as running:
        assert brightest(running) > 200
        end = time.monotonic() + 2 * PATIENCE_SECONDS
        while brightest(running) > 140:
            assert time.monotonic() < end, "it never sleeps"
            time.sleep(0.5)
        running.do(type="switch", device="presence", switch="somebody", on=True)
        end = time.monotonic() + PATIENCE_SECONDS
        while brightest(running) < 200:
            assert time.monotonic() < end, "it never wakes"
            time.sleep(0.05)
        running.tap(TICKETS_TILE)
        running.tap(FIRST_ROW)
        running.until(lambda state: papers(state) == 1)


def test_run_touch_paper_stop_and_again(tmp_path: Path) -> None:
    with kiosk(tmp_path, "--at", "2026-11-25T10:42") as running:
        assert "No display here" in running.said
        assert "Wednesday 25.11.2026 10:42" in running.said
        assert "<html" in running.page()
        running.tap(TICKETS_TILE)
        time.sleep(0.5)
        running.tap(FIRST_ROW)
        state = running.until(lambda state: papers(state) == 1)
        assert "A001" in state["devices"][0]["papers"][0]["text"]
    assert running.process.returncode == 0
    with kiosk(tmp_path, "--at", "2026-11-25T10:45") as running:
        waiting = {queue["concern"]: queue["waiting"] for queue in running.state()["queues"]}
        assert waiting["ausweis"] == 1, "the number outlives the process"
        running.do(type="call", concern="ausweis", room="1.07")
        state = running.until(lambda state: any(queue["last_called"] for queue in state["queues"]))
        assert [queue["last_called"] for queue in state["queues"] if queue["concern"] == "ausweis"] == [
            [["A001", "1.07"]]
        ]


def test_two_kiosks_on_one_folder(tmp_path: Path) -> None:
    with kiosk(tmp_path):
        command = [LOTSE, "run", "--headless", "--state", str(tmp_path), "--port", "0"]
        second = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert second.returncode == 1
    assert "Traceback" not in second.stderr
    assert second.stderr.strip()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("kiosk = 5", "kiosk"),
        ("idle_second = 60", "idle_seconds"),
        ("[panel]\nwidth = 10", "panel.width"),
        ("[printer]\ndriver = 'epson'", "escpos"),
        ("kiosk = ", "TOML"),
    ],
)
def test_wrong_settings_stop_the_start_and_are_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "kiosk.toml").write_text(text)
    command = [LOTSE, "run", "--settings", str(tmp_path / "kiosk.toml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.returncode == 2
    assert named in done.stderr
    assert "kiosk.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_bad_content_and_none_kept(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    command = [LOTSE, "run", "--headless", "--state", str(tmp_path / "state")]
    command += ["--content", str(tmp_path / "content")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.returncode == 1
    assert "town.yaml" in done.stderr
    assert "Traceback" not in done.stderr
