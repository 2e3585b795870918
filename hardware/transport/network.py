"""A device behind a TCP port, as network printers have at 9100. Not responsible for frames, nor for trying again."""

import select
import socket

from hardware.transport import trouble

MOST_BYTES = 4096


class NetworkPort:
    """`Wire` over one TCP connection."""

    def __init__(self, host: str, port: int, *, connect_seconds: float, write_seconds: float) -> None:
        """:param connect_seconds: longest time to reach the device.
        :param write_seconds: longest time in which it must take what is written.
        """
        self._address, self._name = (host, port), f"tcp://{host}:{port}"
        self._connect_seconds, self._write_seconds = connect_seconds, write_seconds
        self._socket: socket.socket | None = None

    @property
    def is_open(self) -> bool:
        """Connected, as far as is known."""
        return self._socket is not None

    def open(self) -> None:
        """See `Wire`."""
        if self._socket is not None:
            return
        try:
            made = socket.create_connection(self._address, timeout=self._connect_seconds)
        except ConnectionRefusedError as fault:
            raise trouble.busy(self._name, "connection refused") from fault
        except OSError as fault:
            raise trouble.missing(self._name, fault) from fault
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        made.settimeout(self._write_seconds)
        self._socket = made

    def write(self, data: bytes) -> None:
        """See `Wire`."""
        wire = self._open_socket()
        try:
            wire.sendall(data)
        except TimeoutError as fault:
            self.close()
            raise trouble.blocked(self._name, f"{self._write_seconds} s") from fault
        except OSError as fault:
            self.close()
            raise trouble.lost(self._name, fault) from fault

    def read(self, seconds: float) -> bytes:
        """See `Wire`."""
        wire = self._open_socket()
        try:
            if not select.select([wire], [], [], max(0.0, seconds))[0]:
                return b""
            came = wire.recv(MOST_BYTES)
        except (OSError, ValueError) as fault:  # ValueError: closed by another thread
            self.close()
            raise trouble.lost(self._name, fault) from fault
        if not came:
            self.close()
            raise trouble.lost(self._name, "the device hung up")
        return came

    def close(self) -> None:
        """See `Wire`."""
        wire, self._socket = self._socket, None
        if wire is not None:
            wire.close()

    def _open_socket(self) -> socket.socket:
        if self._socket is None:
            raise trouble.not_open(self._name)
        return self._socket
