"""Other people's Modbus on both sides: our driver and pymodbus' server, its client and mbpoll and our boards."""

import shutil
import struct
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from hardware.locker.interface import Address, Door
from hardware.locker.modbus_relay import ModbusRelay
from hardware.locker.settings import BoardSettings, LockerSettings
from tests.emulators.modbus_board import ModbusBoards
from tests.emulators.null_modem import NullModem

pymodbus = pytest.importorskip("pymodbus")


def test_our_driver_and_their_server(tmp_path: Path) -> None:
    from tests.emulators.pymodbus_board import PULSES, PymodbusBoard

    cable = NullModem(tmp_path)
    board = PymodbusBoard(cable.ends[1])
    boards = (BoardSettings(board=1, locks=8), BoardSettings(board=2, locks=8))
    settings = LockerSettings(port=str(cable.ends[0]), boards=boards, answer_ms=600, pulse_ms=700)
    lockers = ModbusRelay(settings, clock=FakeClock(datetime(2026, 11, 25, tzinfo=UTC)))
    told = lockers.doors()
    assert {door for one, door in told.items() if one.board == 1} == {Door.CLOSED}
    assert {door for one, door in told.items() if one.board == 2} == {Door.UNKNOWN}
    lockers.unlock(Address(1, 5))
    assert PULSES == [(0xFF, 0), (0x205, 7)]
    assert [one for one, door in lockers.doors().items() if door is Door.OPEN] == [Address(1, 5)]
    with pytest.raises(HardwareError, match="may have been given"):
        lockers.unlock(Address(2, 0))
    assert len(PULSES) == 2
    lockers.close()
    board.close()
    cable.close()


def test_their_client_and_our_boards(tmp_path: Path) -> None:
    from pymodbus.client import ModbusSerialClient
    from pymodbus.pdu.bit_message import WriteSingleCoilRequest

    class Flash(WriteSingleCoilRequest):
        def __init__(self, address: int, value: int, dev_id: int) -> None:
            super().__init__(address=address, bits=[True], dev_id=dev_id)
            self.raw = value

        def encode(self) -> bytes:
            return struct.pack(">HH", self.address, self.raw)

    with ModbusBoards(tmp_path / "bus", (1, 3)) as bus:
        assert isinstance(bus, ModbusBoards)
        client: Any = ModbusSerialClient(str(bus.link), baudrate=9600, timeout=2, retries=0)
        assert client.connect()
        assert client.read_discrete_inputs(0, count=8, device_id=3).bits == [False] * 8
        assert client.execute(False, Flash(0x202, 7, 3)).function_code == 5
        assert client.read_discrete_inputs(0, count=8, device_id=3).bits == [at == 2 for at in range(8)]
        assert client.read_discrete_inputs(0, count=9, device_id=3).exception_code == 2
        assert client.write_coil(0xFF, False, device_id=1).function_code == 5
        client.close()
        assert (bus.pulses(3, 2), bus.pulse_units, bus.all_off) == (1, [7], [1])


@pytest.mark.skipif(shutil.which("mbpoll") is None, reason="apt install mbpoll")
def test_mbpoll_and_our_boards(tmp_path: Path) -> None:
    with ModbusBoards(tmp_path / "bus", (1,)) as bus:
        bus.open_door(1, 3)
        words = [
            "mbpoll",
            "-m",
            "rtu",
            "-a",
            "1",
            "-b",
            "9600",
            "-P",
            "none",
            "-t",
            "1",
            "-0",
            "-r",
            "0",
            "-c",
            "8",
            "-1",
        ]
        asked = subprocess.run([*words, str(bus.link)], capture_output=True, text=True, timeout=30, check=True)
    lines = [line.split() for line in asked.stdout.splitlines() if line.startswith("[")]
    assert lines == [[f"[{at}]:", "1" if at == 3 else "0"] for at in range(8)]
