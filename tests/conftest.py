"""What every test gets: no network but this machine, an environment of its own, and the project's shared data."""

import socket
from pathlib import Path
from typing import Any

import pytest

from kiosk.texts import compiling

LOOPBACK = {"127.0.0.1", "::1", "localhost"}

compiling.compile_all()  # a text edited a moment ago counts


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's service manager or settings reaches a test."""
    for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "JOURNAL_STREAM", "LISTEN_FDS"):
        monkeypatch.delenv(name, raising=False)
    for kind in ("STATE", "CACHE", "RUNTIME", "CONFIGURATION", "LOGS"):
        monkeypatch.delenv(f"{kind}_DIRECTORY", raising=False)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches out of the machine fails, and says to whom it wanted to speak."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def checked(sock: socket.socket, address: Any) -> None:
        if sock.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test wanted to connect to {address}")

    def guarded(sock: socket.socket, address: Any) -> None:
        checked(sock, address)
        connect(sock, address)

    def guarded_ex(sock: socket.socket, address: Any) -> int:
        checked(sock, address)
        return connect_ex(sock, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The project's shared folder beside the repository: reference, mock-ups, real buildings."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the shared folder is not beside this repository")
    return folder
