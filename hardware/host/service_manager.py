"""Tells systemd how the process is: ready, alive, stopping (sd_notify(3)). Silent where no service manager listens."""

import os
import socket
from collections.abc import Mapping

from hardware.host.clock import Clock, SystemClock

FEEDINGS = 4
"""How often the watchdog is fed within its time."""
PATIENCE_SECONDS = 0.2
"""A manager whose queue is full must not hold up the loop that feeds it."""


class ServiceManager:
    """One datagram at a time to whoever started the process. Used from the thread that must not hang."""

    def __init__(self, environment: Mapping[str, str], clock: Clock | None = None) -> None:
        """:param environment: usually `os.environ`; NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID are read."""
        address = environment.get("NOTIFY_SOCKET", "")
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._clock = clock or SystemClock()
        self.watchdog_seconds: float | None = _watchdog(environment)
        """Time within which `alive` must be called; None: no watchdog."""
        self._fed: float | None = None

    def ready(self, status: str = "") -> None:
        """The process serves now."""
        self._send("READY=1", status)

    def status(self, words: str) -> None:
        """One line for `systemctl status`."""
        self._send("", words)

    def alive(self) -> None:
        """Feed the watchdog. May be called at every round of a loop: four calls within the watchdog's time are sent."""
        if self.watchdog_seconds is None:
            return
        now = self._clock.monotonic()
        if self._fed is None or now - self._fed >= self.watchdog_seconds / FEEDINGS:
            self._fed = now
            self._send("WATCHDOG=1")

    def stopping(self, status: str = "") -> None:
        """The process ends on purpose."""
        self._send("STOPPING=1", status)

    def _send(self, message: str, status: str = "") -> None:
        if not self._address:
            return
        if status:
            message = f"{message}\nSTATUS={' '.join(status.split())}".lstrip()
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender:
            sender.settimeout(PATIENCE_SECONDS)
            try:
                sender.sendto(message.encode(), self._address)
            except OSError:  # a manager that does not listen must not stop the service
                return


def _watchdog(environment: Mapping[str, str]) -> float | None:
    """sd_watchdog_enabled(3): meant for this process only if WATCHDOG_PID is not another's."""
    usec, pid = environment.get("WATCHDOG_USEC", ""), environment.get("WATCHDOG_PID", "")
    if not usec.isdecimal() or int(usec) == 0 or (pid and pid != str(os.getpid())):
        return None
    return int(usec) / 1_000_000
