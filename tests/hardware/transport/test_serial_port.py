"""A serial line on a pseudo-terminal: who owns it, what happens when it goes, and when it comes back."""

import os
import termios
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.errors import HardwareError, WhoActs
from hardware.transport.serial_port import SerialPort


class Terminal:
    """A pseudo-terminal under a symbolic link."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self.master = self.slave = -1
        self.plug()

    def plug(self) -> None:
        self.master, self.slave = os.openpty()
        tty.setraw(self.slave)
        self.link.symlink_to(os.ttyname(self.slave))

    def unplug(self) -> None:
        if self.master >= 0:
            self.link.unlink()
            os.close(self.master)
            os.close(self.slave)
            self.master = self.slave = -1


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Plugged in."""
    made = Terminal(tmp_path / "line")
    yield made
    made.unplug()


@pytest.fixture
def line(terminal: Terminal) -> Iterator[SerialPort]:
    """Open."""
    made = SerialPort(str(terminal.link), baud=38400, write_seconds=0.3)
    made.open()
    yield made
    made.close()


def test_bytes_go_both_ways(line: SerialPort, terminal: Terminal) -> None:
    everything = bytes(range(256))
    line.write(everything)
    assert os.read(terminal.master, 512) == everything
    os.write(terminal.master, everything)
    came = b""
    while len(came) < 256:
        came += line.read(5.0)
    assert came == everything
    assert line.read(0.0) == b""


def test_one_owner(line: SerialPort, terminal: Terminal) -> None:
    second = SerialPort(str(terminal.link), baud=38400, write_seconds=0.3)
    with pytest.raises(HardwareError) as caught:
        second.open()
    assert (caught.value.code, caught.value.who) == ("port.busy", WhoActs.TECHNICIAN)
    assert not second.is_open
    line.open()
    assert line.is_open, "opening an open line changes nothing"


def test_a_line_that_nobody_reads_does_not_block_for_ever(line: SerialPort) -> None:
    with pytest.raises(HardwareError) as caught:
        line.write(b"x" * 100_000)
    assert caught.value.code == "port.blocked"
    assert not line.is_open


@pytest.mark.parametrize("use", [lambda line: line.read(5.0), lambda line: line.write(b"x")])
def test_unplugged_and_plugged_in_again(line: SerialPort, terminal: Terminal, use: object) -> None:
    assert callable(use)
    terminal.unplug()
    with pytest.raises(HardwareError) as caught:
        use(line)
    assert (caught.value.code, line.is_open) == ("port.lost", False)
    with pytest.raises(HardwareError) as caught:
        line.open()
    assert (caught.value.code, caught.value.who) == ("port.missing", WhoActs.STAFF)
    terminal.plug()
    line.open()
    os.write(terminal.master, b"back")
    assert line.read(5.0) == b"back"


def test_a_closed_line_is_lost(terminal: Terminal) -> None:
    line = SerialPort(str(terminal.link), baud=38400, write_seconds=0.3)
    line.close()
    for use in (lambda: line.read(0.0), lambda: line.write(b"x")):
        with pytest.raises(HardwareError, match="not open"):
            use()


@pytest.mark.parametrize(
    ("port", "code"), [("/dev/null", "port.refused"), ("/nowhere/at/all", "port.missing"), ("odd://x", "port.refused")]
)
def test_what_is_no_port(port: str, code: str) -> None:
    with pytest.raises(HardwareError) as caught:
        SerialPort(port, baud=38400, write_seconds=0.3).open()
    assert caught.value.code == code


def test_flow_control_can_be_set(terminal: Terminal) -> None:
    for flow, wanted in (("none", False), ("rtscts", False), ("xonxoff", True)):
        line = SerialPort(str(terminal.link), baud=9600, write_seconds=0.3, flow=flow)  # type: ignore[arg-type]
        line.open()
        input_flags = termios.tcgetattr(terminal.master)[0]
        line.write(b"x")
        assert os.read(terminal.master, 1) == b"x"
        line.close()
        assert bool(input_flags & termios.IXON) is wanted
