"""Messages over real sockets: whole, split, garbled, too long, cut off; listeners that crashed."""

import contextlib
import socket
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from hardware.host.ipc import LONGEST_LINE, BadMessage, Channel, IpcError, Listener, PeerGone, connect


class Say(Struct, frozen=True, forbid_unknown_fields=True, tag="say"):
    text: str


class Stop(Struct, frozen=True, forbid_unknown_fields=True, tag="stop"):
    pass


Words = Say | Stop


@pytest.fixture(params=["unix", "tcp"])
def listener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Listener[Words, Words]]:
    address = f"unix://{tmp_path}/a.sock" if request.param == "unix" else "tcp://127.0.0.1:0"
    with Listener[Words, Words](address, Words) as one:
        yield one


def pair(listener: Listener[Words, Words]) -> tuple[Channel[Words, Words], Channel[Words, Words]]:
    caller = connect(listener.address, Words)
    called = listener.accept(5)
    assert called is not None
    return caller, called


def raw(listener: Listener[Words, Words]) -> tuple[socket.socket, Channel[Words, Words]]:
    """A caller who may say anything."""
    if listener.address.startswith("unix"):
        link = socket.socket(socket.AF_UNIX)
        link.connect(listener.address.removeprefix("unix://"))
    else:
        link = socket.create_connection(("127.0.0.1", int(listener.address.rpartition(":")[2])))
    called = listener.accept(5)
    assert called is not None
    return link, called


def test_both_ways(listener: Listener[Words, Words]) -> None:
    caller, called = pair(listener)
    with caller, called:
        caller.send(Say("Grüß Gott\n„ß“"))
        assert called.receive(5) == Say("Grüß Gott\n„ß“")
        called.send(Stop())
        assert caller.receive(5) == Stop()


def test_nothing_comes_in_time(listener: Listener[Words, Words]) -> None:
    caller, called = pair(listener)
    with caller, called:
        assert caller.receive(0.01) is None
        assert listener.accept(0.01) is None


def test_split_and_joined_lines(listener: Listener[Words, Words]) -> None:
    link, called = raw(listener)
    with link, called:
        line = b'{"type":"say","text":"a"}\n'
        link.sendall(line[:7])
        assert called.receive(0.05) is None
        link.sendall(line[7:] + line + line)
        assert [called.receive(5) for _ in range(3)] == [Say("a")] * 3


@pytest.mark.parametrize(
    "line",
    [
        b"{}\n",
        b"hello\n",
        b'{"type":"jump"}\n',
        b'{"type":"say"}\n',
        b'{"type":"say","text":5}\n',
        b"\xff\xfe\n",
        b"\n",
    ],
)
def test_what_is_not_agreed_ends_the_connection(listener: Listener[Words, Words], line: bytes) -> None:
    link, called = raw(listener)
    with link, called:
        link.sendall(line + b'{"type":"stop"}\n')
        with pytest.raises(BadMessage):
            called.receive(5)
        with pytest.raises(PeerGone):
            called.receive(5)


def test_a_line_without_an_end(listener: Listener[Words, Words]) -> None:
    link, called = raw(listener)
    with link, called:
        sender = threading.Thread(target=_flood, args=(link,))
        sender.start()
        with pytest.raises(BadMessage, match="without an end"):
            called.receive(5)
        sender.join(5)


def _flood(link: socket.socket) -> None:
    with contextlib.suppress(OSError):
        link.sendall(b"x" * (LONGEST_LINE + 100_000))


def test_too_long_to_send(listener: Listener[Words, Words]) -> None:
    caller, called = pair(listener)
    with caller, called, pytest.raises(ValueError, match="bytes"):
        caller.send(Say("x" * LONGEST_LINE))


def test_the_other_side_goes(listener: Listener[Words, Words]) -> None:
    caller, called = pair(listener)
    caller.send(Say("last"))
    caller.close()
    assert called.receive(5) == Say("last")
    with pytest.raises(PeerGone):
        called.receive(5)
    with pytest.raises(PeerGone):
        called.send(Stop())


def test_a_message_cut_off_is_dropped(listener: Listener[Words, Words]) -> None:
    link, called = raw(listener)
    link.sendall(b'{"type":"st')
    link.close()
    with called, pytest.raises(PeerGone):
        called.receive(5)


def test_closing_wakes_a_receiver(listener: Listener[Words, Words]) -> None:
    caller, called = pair(listener)
    woken: list[BaseException] = []

    def wait() -> None:
        try:
            called.receive()
        except PeerGone as gone:
            woken.append(gone)

    waiting = threading.Thread(target=wait)
    waiting.start()
    caller.close()
    waiting.join(5)
    assert woken
    called.close()


def test_closing_ends_the_loop_of_a_server(listener: Listener[Words, Words]) -> None:
    seen: list[object] = []

    def serve() -> None:
        for channel in listener:
            with channel:
                seen.append(channel.receive(5))

    serving = threading.Thread(target=serve)
    serving.start()
    with connect(listener.address, Words) as caller:
        caller.send(Stop())
        with pytest.raises(PeerGone):
            caller.receive(5)
    listener.close()
    serving.join(5)
    assert seen == [Stop()]


def test_the_socket_is_private_and_goes_with_its_listener(tmp_path: Path) -> None:
    path = tmp_path / "a.sock"
    with Listener[Words, Words](f"unix://{path}", Words):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.exists()


def test_a_socket_left_by_a_crash_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.sock"
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(path))
    dead.close()
    with Listener[Words, Words](f"unix://{path}", Words) as one:
        caller, called = pair(one)
        with caller, called:
            caller.send(Stop())
            assert called.receive(5) == Stop()


def test_an_address_in_use_is_not_taken_over(listener: Listener[Words, Words]) -> None:
    with pytest.raises(IpcError):
        Listener[Words, Words](listener.address, Words)
    for channel in pair(listener):
        channel.close()


def test_a_file_is_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "a.sock"
    path.write_text("precious")
    with pytest.raises(IpcError, match="no socket"):
        Listener[Words, Words](f"unix://{path}", Words)
    assert path.read_text() == "precious"


@pytest.mark.parametrize(
    "address",
    ["", "voice", "unix://", "tcp://127.0.0.1", "tcp://0.0.0.0:1", "tcp://example.org:1", "tcp://127.0.0.1:x"],
)
def test_wrong_addresses(address: str) -> None:
    with pytest.raises(IpcError, match="no address"):
        Listener[Words, Words](address, Words)
    with pytest.raises(IpcError, match="no address"):
        connect(address, Words)


def test_nobody_listens(tmp_path: Path) -> None:
    with pytest.raises(IpcError, match="nobody answers"):
        connect(f"unix://{tmp_path}/none.sock", Words)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=200), max_size=20))
def test_any_text(texts: list[str]) -> None:
    one, other = socket.socketpair()
    with one, Channel[Words, Words](other, Words) as receiver, Channel[Words, Words](one, Words) as sender:
        for text in texts:
            sender.send(Say(text))
        assert [receiver.receive(5) for _ in texts] == [Say(text) for text in texts]
