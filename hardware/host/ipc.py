"""Typed messages between processes of this machine: one JSON line each over unix:// or tcp:// sockets.

The words are owned by the serving package: a union of tagged, frozen msgspec structs. Not responsible for delivery: who
sends into a lost connection is told so, and decides. For what must arrive there is the disk (outbox and inbox).
"""

import contextlib
import os
import select
import socket
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

import msgspec

LONGEST_LINE = 256 * 1024
"""Bytes of one message; more is a fault of the sender."""
LOOPBACK = ("127.0.0.1", "::1", "localhost")
PRIVATE = 0o600

In = TypeVar("In")
Out = TypeVar("Out")


class IpcError(OSError):
    """The other side cannot be spoken to. The text says why."""


class PeerGone(IpcError):
    """The other side has closed the connection, or died."""


class BadMessage(IpcError):
    """The other side said something that is none of the agreed messages. The connection is closed: who is out of step
    once cannot be trusted to be in step again."""


class Channel(Generic[In, Out]):
    """One connection. One thread sends and one receives; `close` may come from any."""

    def __init__(self, link: socket.socket, incoming: Any) -> None:
        """:param incoming: type of what is received, usually a union of tagged structs."""
        self._link = link
        self._decoder = msgspec.json.Decoder(incoming)
        self._rest = b""

    def send(self, message: Out) -> None:
        """Send one message.

        :raises PeerGone: nobody is there any more, or it does not take the message within the socket's time.
        :raises ValueError: the message is longer than a line may be.
        """
        line = msgspec.json.encode(message) + b"\n"
        if len(line) > LONGEST_LINE:
            raise ValueError(f"a message of {len(line)} bytes; {LONGEST_LINE} are allowed")
        try:
            self._link.sendall(line)
        except OSError as fault:
            self.close()
            raise PeerGone(f"the other side has gone ({fault.strerror or fault})") from fault

    def receive(self, seconds: float | None = None) -> In | None:
        """The next message; None if none comes within `seconds` (None: wait for ever).

        :raises PeerGone: the connection has ended; a message that was cut off is dropped with it.
        :raises BadMessage: what came is none of the agreed messages.
        """
        end = None if seconds is None else time.monotonic() + seconds
        while b"\n" not in self._rest:
            if len(self._rest) > LONGEST_LINE:
                raise self._bad("a line without an end")
            if not self._wait(end):
                return None
            self._rest += self._more()
        line, _, self._rest = self._rest.partition(b"\n")
        if len(line) > LONGEST_LINE:
            raise self._bad("a line that is too long")
        try:
            message: In = self._decoder.decode(line)
        except msgspec.DecodeError as fault:
            raise self._bad(str(fault)) from fault
        return message

    def _wait(self, end: float | None) -> bool:
        try:
            left = None if end is None else max(0.0, end - time.monotonic())
            return bool(select.select([self._link], [], [], left)[0])
        except (OSError, ValueError) as fault:  # closed by another thread
            raise PeerGone("the connection was closed") from fault

    def _more(self) -> bytes:
        try:
            data = self._link.recv(65536)
        except OSError as fault:
            self.close()
            raise PeerGone(f"the other side has gone ({fault.strerror or fault})") from fault
        if not data:
            self.close()
            raise PeerGone("the other side has closed the connection")
        return data

    def _bad(self, what: str) -> BadMessage:
        self.close()
        self._rest = b""
        return BadMessage(f"the other side sent {what}")

    def close(self) -> None:
        """End the connection; a `receive` in another thread raises PeerGone."""
        with contextlib.suppress(OSError):
            self._link.shutdown(socket.SHUT_RDWR)
        self._link.close()

    def __enter__(self) -> "Channel[In, Out]":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Listener(Generic[In, Out]):
    """Waits for connections at an address. A unix socket belongs to its user only and goes with the listener."""

    def __init__(self, address: str, incoming: Any) -> None:
        """:param address: `unix:///run/lotse/voice.sock` or `tcp://127.0.0.1:7000` (port 0: any; see `address`).

        :param incoming: type of what is received.
        :raises IpcError: the address is taken, or not one of this machine.
        """
        self._incoming = incoming
        self._path: Path | None = None
        family, place = _parsed(address)
        self._socket = socket.socket(family, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        try:
            if family == socket.AF_UNIX:
                self._path = Path(str(place))
                _remove_stale(self._path)
                previous = os.umask(0o777 & ~PRIVATE)
                try:
                    self._socket.bind(str(place))
                finally:
                    os.umask(previous)
            else:
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                self._socket.bind(place)
            self._socket.listen()
        except OSError as fault:
            self._socket.close()
            if isinstance(fault, IpcError):
                raise
            raise IpcError(f"{address}: cannot be listened on ({fault.strerror})") from fault
        self.address = address if self._path else f"tcp://{place[0]}:{self._socket.getsockname()[1]}"

    def accept(self, seconds: float | None = None) -> "Channel[In, Out] | None":
        """The next connection; None if none comes within `seconds`.

        :raises PeerGone: the listener was closed.
        """
        try:
            if not select.select([self._socket], [], [], seconds)[0]:
                return None
            link, _ = self._socket.accept()
        except (OSError, ValueError) as fault:
            raise PeerGone("the listener was closed") from fault
        return Channel(link, self._incoming)

    def __iter__(self) -> "Iterator[Channel[In, Out]]":
        """Connections until the listener is closed."""
        while True:
            try:
                channel = self.accept()
            except PeerGone:
                return
            if channel is not None:
                yield channel

    def close(self) -> None:
        """Take no more connections; those made stay."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    def __enter__(self) -> "Listener[In, Out]":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def connect(address: str, incoming: Any, seconds: float = 5.0) -> Channel[Any, Any]:
    """Connect to a listener.

    :param seconds: time for the connection, and later for every message sent.
    :raises IpcError: nobody listens there, or the address is not one of this machine.
    """
    family, place = _parsed(address)
    link = socket.socket(family, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    link.settimeout(seconds)
    try:
        link.connect(place)
    except OSError as fault:
        link.close()
        raise IpcError(f"{address}: nobody answers ({fault.strerror or fault})") from fault
    return Channel(link, incoming)


def _parsed(address: str) -> tuple[socket.AddressFamily, Any]:
    parts = urlsplit(address)
    if parts.scheme == "unix" and parts.path and not parts.netloc:
        return socket.AF_UNIX, parts.path
    try:
        port = parts.port
    except ValueError:
        port = None
    if parts.scheme == "tcp" and port is not None and parts.hostname in LOOPBACK:
        family = socket.AF_INET6 if ":" in parts.hostname else socket.AF_INET
        return family, (parts.hostname, port)
    raise IpcError(f"{address!r} is no address: write unix:///folder/name.sock or tcp://127.0.0.1:PORT")


def _remove_stale(path: Path) -> None:
    """A socket left behind by a crash goes; one that somebody listens on stays."""
    try:
        if not stat.S_ISSOCK(path.stat().st_mode):
            raise IpcError(f"{path}: exists and is no socket")
    except FileNotFoundError:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trial:
        trial.settimeout(1.0)
        try:
            trial.connect(str(path))
        except OSError:
            path.unlink(missing_ok=True)
            return
    raise IpcError(f"{path}: another process listens there")
