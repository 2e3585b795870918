"""Tells systemd how the process is: ready, alive, stopping (sd_notify(3)). Silent where no service manager listens."""

import socket
from collections.abc import Mapping


class ServiceManager:
    """One datagram socket to whoever started the process."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """:param environment: usually `os.environ`; NOTIFY_SOCKET and WATCHDOG_USEC are read."""
        address = environment.get("NOTIFY_SOCKET", "")
        self._address = "\0" + address[1:] if address.startswith("@") else address
        usec = environment.get("WATCHDOG_USEC", "")
        self.watchdog_seconds: float | None = int(usec) / 1_000_000 if usec.isdigit() and int(usec) else None
        """Time within which `alive` must be called; None: no watchdog."""

    def ready(self, status: str = "") -> None:
        """The process serves now."""
        self._send("READY=1" + (f"\nSTATUS={status}" if status else ""))

    def status(self, words: str) -> None:
        """One line for `systemctl status`."""
        self._send(f"STATUS={words}")

    def alive(self) -> None:
        """Feed the watchdog; call it from the loop that must not hang."""
        if self.watchdog_seconds is not None:
            self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """The process ends on purpose."""
        self._send("STOPPING=1")

    def _send(self, message: str) -> None:
        if not self._address:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender:
            try:
                sender.sendto(message.encode(), self._address)
            except OSError:  # a manager that does not listen must not stop the service
                return
