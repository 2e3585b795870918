"""sd_notify over a real datagram socket, at a path and in the abstract name space."""

import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock
from hardware.host.service_manager import ServiceManager


class Manager:
    """systemd's end of the notification socket."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind("\0" + address[1:] if address.startswith("@") else address)
        self.socket.setblocking(False)

    def heard(self) -> list[str]:
        """What has come in so far: datagrams on one machine are there when `sendto` returns."""
        messages = []
        while True:
            try:
                messages.append(self.socket.recv(4096).decode())
            except BlockingIOError:
                return messages


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Manager]:
    address = str(tmp_path / "notify") if request.param == "path" else f"@lotse-test-{os.getpid()}-{tmp_path.name}"
    manager = Manager(address)
    yield manager
    manager.socket.close()


def clock() -> FakeClock:
    return FakeClock(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))


def test_ready_status_stopping(manager: Manager) -> None:
    service = ServiceManager({"NOTIFY_SOCKET": manager.address})
    service.ready("Musterstadt, Drucker bereit")
    service.status("zwei\nZeilen READY=1")
    service.stopping()
    assert manager.heard() == [
        "READY=1\nSTATUS=Musterstadt, Drucker bereit",
        "STATUS=zwei Zeilen READY=1",
        "STOPPING=1",
    ]


def test_the_watchdog_is_fed_four_times_in_its_time_however_often_asked(manager: Manager) -> None:
    time = clock()
    service = ServiceManager({"NOTIFY_SOCKET": manager.address, "WATCHDOG_USEC": "20000000"}, time)
    assert service.watchdog_seconds == 20.0
    for _ in range(400):  # 40 s of ticks, ten a second
        service.alive()
        time.advance(0.1)
    assert len(manager.heard()) in range(7, 9)
    time.advance(100)  # the loop hung
    service.alive()
    assert manager.heard() == ["WATCHDOG=1"]


@pytest.mark.parametrize(
    "environment",
    [{}, {"WATCHDOG_USEC": "0"}, {"WATCHDOG_USEC": "soon"}, {"WATCHDOG_USEC": "5000000", "WATCHDOG_PID": "1"}],
)
def test_no_watchdog_no_food(manager: Manager, environment: dict[str, str]) -> None:
    service = ServiceManager({"NOTIFY_SOCKET": manager.address, **environment})
    service.alive()
    assert service.watchdog_seconds is None
    assert manager.heard() == []


def test_watchdog_meant_for_this_process(manager: Manager) -> None:
    environment = {"NOTIFY_SOCKET": manager.address, "WATCHDOG_USEC": "5000000", "WATCHDOG_PID": str(os.getpid())}
    ServiceManager(environment).alive()
    assert manager.heard() == ["WATCHDOG=1"]


def test_without_a_manager_it_is_silent(tmp_path: Path) -> None:
    for environment in ({}, {"NOTIFY_SOCKET": str(tmp_path / "nobody")}):
        service = ServiceManager(environment)
        service.ready()
        service.stopping()


def test_a_manager_that_reads_nothing_does_not_hold_the_process_up(manager: Manager) -> None:
    service = ServiceManager({"NOTIFY_SOCKET": manager.address})
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as flood:
        flood.setblocking(False)
        target = "\0" + manager.address[1:] if manager.address.startswith("@") else manager.address
        with pytest.raises(BlockingIOError):
            while True:
                flood.sendto(b"x", target)
    service.status("returns")
    assert "STATUS=returns" not in manager.heard()
