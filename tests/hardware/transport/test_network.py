"""A TCP port: reached, hung up, refused, and not read."""

import socket
from collections.abc import Iterator

import pytest

from hardware.errors import HardwareError
from hardware.transport.network import NetworkPort


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A device that takes connections."""
    with socket.create_server(("127.0.0.1", 0)) as made:
        yield made


@pytest.fixture
def wire(listener: socket.socket) -> Iterator[NetworkPort]:
    """Connected."""
    made = NetworkPort("127.0.0.1", listener.getsockname()[1], connect_seconds=2.0, write_seconds=0.3)
    made.open()
    made.open()
    yield made
    made.close()


def test_bytes_go_both_ways(wire: NetworkPort, listener: socket.socket) -> None:
    device, _ = listener.accept()
    with device:
        wire.write(b"\x10\x04\x01")
        assert device.recv(10) == b"\x10\x04\x01"
        assert wire.read(0.0) == b""
        device.sendall(b"\x12")
        assert wire.read(5.0) == b"\x12"


def test_the_device_hangs_up_and_comes_back(wire: NetworkPort, listener: socket.socket) -> None:
    device, _ = listener.accept()
    device.close()
    with pytest.raises(HardwareError) as caught:
        wire.read(5.0)
    assert (caught.value.code, wire.is_open) == ("port.lost", False)
    with pytest.raises(HardwareError, match="not open"):
        wire.write(b"x")
    wire.open()
    device, _ = listener.accept()
    with device:
        wire.write(b"again")
        assert device.recv(10) == b"again"


def test_a_device_that_does_not_read_does_not_block_for_ever(wire: NetworkPort, listener: socket.socket) -> None:
    device, _ = listener.accept()
    with device, pytest.raises(HardwareError) as caught:
        wire.write(b"x" * 50_000_000)
    assert (caught.value.code, wire.is_open) == ("port.blocked", False)


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    wire = NetworkPort("127.0.0.1", port, connect_seconds=1.0, write_seconds=0.3)
    with pytest.raises(HardwareError) as caught:
        wire.open()
    assert caught.value.code == "port.busy"
    wire.close()
