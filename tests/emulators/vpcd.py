"""A true pcscd with a virtual reader (vsmartcard's vpcd), and the card that is put into it over TCP.

Each test process has a pcscd of its own: in a mount namespace, where /run/pcscd is a folder of this process, with a
reader configuration of this process and ports that were free. Neither the machine's pcscd nor another test's is
touched. Needs root or user namespaces.
"""

import atexit
import functools
import os
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time
from pathlib import Path

PATIENCE_SECONDS = 15.0
VPCD = "pcsc/drivers/serial/libifdvpcd.so"
READER = "Virtual PCD 00 00"
GET_ATR = b"\x04"
ATR = bytes.fromhex("3B8F8001804F0CA000000306030001000000006A")
"""Of a MIFARE Classic 1K card behind a contactless reader (PC/SC part 3)."""
OWN_MOUNTS = ["setpriv", "--pdeathsig", "KILL", "unshare", "--map-root-user", "--mount"]
"""A program that sees mounts of its own, and ends with this process."""
FAILED = b"\x6d\x00"
"""ISO 7816-4: the instruction is not known."""

_folder = Path(tempfile.mkdtemp(prefix="lotse-pcscd-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["PCSCLITE_CSOCK_NAME"] = str(_folder / "run" / "pcscd.comm")  # libpcsclite reads it once, at its first use


@functools.cache
def missing() -> str:
    """Why this machine cannot run it; "" = it can."""
    try:
        import smartcard.scard  # noqa: F401
    except ImportError:
        return "pyscard is not installed"
    if shutil.which("pcscd") is None and not Path("/usr/sbin/pcscd").exists():
        return "pcscd is not installed (apt pcscd)"
    if _library() is None:
        return "the virtual reader is not installed (apt vsmartcard-vpcd)"
    if not Path("/run/pcscd").is_dir() and os.getuid() != 0:
        return "/run/pcscd is not there, and only root can make it"
    if not all(shutil.which(tool) for tool in ("setpriv", "unshare", "mount")):
        return "setpriv, unshare or mount is not there (apt util-linux, mount)"
    tries = [*OWN_MOUNTS, "mount", "--bind", str(_folder), str(_folder)]
    if subprocess.run(tries, capture_output=True, check=False).returncode:
        return "this process may have no mount namespace of its own"
    return ""


def _library() -> Path | None:
    return next((found for where in (VPCD, f"*/{VPCD}") for found in Path("/usr/lib").glob(where)), None)


class Pcscd:
    """The service; stopped at the start."""

    def __init__(self) -> None:
        self._run, self._readers = _folder / "run", _folder / "readers"
        for folder in (self._run, self._readers):
            folder.mkdir(exist_ok=True)
        Path("/run/pcscd").mkdir(exist_ok=True)
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def start(self, *, reader: bool = True) -> None:
        """Start it, with or without the virtual reader."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            self._configure(reader)
            self._launch()
            while not self._answers():
                if self._ended() or time.monotonic() > end:
                    break
                time.sleep(0.01)
            if self._answers() and (not reader or self._has_its_port()):
                return
            self.stop()  # somebody took the port in between
            assert time.monotonic() < end, "pcscd does not start"

    def stop(self) -> None:
        """Stop it, as a crash does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
        for left in self._run.iterdir():
            left.unlink()

    def _configure(self, reader: bool) -> None:
        lines = self._readers / "vpcd"
        lines.unlink(missing_ok=True)
        if reader:
            self.port = _two_free_ports()
            lines.write_text(
                f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:{self.port:#06X}\n'
                f"LIBPATH {_library()}\nCHANNELID {self.port:#06X}\n".replace("0X", "0x")
            )

    def _launch(self) -> None:
        script = 'mount --bind "$1" /run/pcscd && exec "$3" --foreground --config "$2"'
        program = shutil.which("pcscd") or "/usr/sbin/pcscd"
        command = [*OWN_MOUNTS, "sh", "-c", script, "sh", str(self._run), str(self._readers), program]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as asks:
            return asks.connect_ex(str(self._run / "pcscd.comm")) == 0

    def _ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def _has_its_port(self) -> bool:
        with socket.socket() as tries:
            try:
                tries.bind(("0.0.0.0", self.port))
            except OSError:
                return True
            return False


def _two_free_ports() -> int:
    """The first of two: vpcd takes one for each of its two slots."""
    while True:
        with socket.socket() as one, socket.socket() as two:
            one.bind(("0.0.0.0", 0))
            port = int(one.getsockname()[1])
            try:
                two.bind(("0.0.0.0", port + 1))
            except (OSError, OverflowError):
                continue
            return port


class VirtualCard:
    """A card in the virtual reader: answers what a contactless reader answers to "get data"."""

    def __init__(self, port: int, answer: bytes) -> None:
        """:param answer: to the request for its UID, with the two bytes of status."""
        self._wire = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
        self._wire.settimeout(None)
        self._answer = answer
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def take_away(self) -> None:
        """Out of the reader."""
        self._wire.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE_SECONDS)
        self._wire.close()

    def _serve(self) -> None:
        try:
            while True:
                asked = self._received(struct.unpack(">H", self._received(2))[0])
                if len(asked) > 1:
                    self._send(self._answer if asked[:4] == b"\xff\xca\0\0" else FAILED)
                elif asked == GET_ATR:
                    self._send(ATR)
        except OSError:
            return

    def _received(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = self._wire.recv(count - len(data))
            if not more:
                raise ConnectionError
            data += more
        return data

    def _send(self, data: bytes) -> None:
        self._wire.sendall(struct.pack(">H", len(data)) + data)
