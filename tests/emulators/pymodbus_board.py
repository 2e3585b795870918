"""A Waveshare class board on pymodbus' server: somebody else's Modbus, to compare ours with."""

import asyncio
import struct
import threading
from pathlib import Path
from typing import Any

from pymodbus import FramerType
from pymodbus.pdu import ExceptionResponse, ModbusPDU
from pymodbus.server import ModbusSerialServer
from pymodbus.simulator import DataType, SimData, SimDevice

RELAYS, FLASH, ALL = 8, 0x200, 0xFF


class WaveshareCoil(ModbusPDU):
    """FC05 with the maker's pulse, whose value is no coil's: pymodbus' own class would answer FF00."""

    function_code, rtu_frame_size = 5, 8

    def __init__(self, address: int = 0, value: int = 0, dev_id: int = 0, transaction_id: int = 0) -> None:
        super().__init__(dev_id=dev_id, transaction_id=transaction_id)
        self.address, self.value = address, value

    def encode(self) -> bytes:
        return struct.pack(">HH", self.address, self.value)

    def decode(self, data: bytes) -> None:
        self.address, self.value = struct.unpack(">HH", data[:4])

    async def datastore_update(self, context: Any, device_id: int) -> ModbusPDU:
        if FLASH <= self.address < FLASH + RELAYS:
            await context.async_setValues(device_id, 2, self.address - FLASH, [True])  # the door springs open
        elif (self.address, self.value) == (ALL, 0):
            await context.async_setValues(device_id, 5, 0, [False] * RELAYS)
        else:
            return ExceptionResponse(5, 2)
        PULSES.append((self.address, self.value))
        return WaveshareCoil(self.address, self.value, self.dev_id, self.transaction_id)


PULSES: list[tuple[int, int]] = []
"""Address and value of every command that was done; one server at a time."""


class PymodbusBoard:
    """Board 1 in a thread of its own; foreign addresses are silent."""

    def __init__(self, port: Path) -> None:
        PULSES.clear()
        self._port, self._ready = str(port), threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="pymodbus", daemon=True)
        self._thread.start()
        assert self._ready.wait(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        def bits() -> list[SimData]:
            return [SimData(0, values=[False] * RELAYS, datatype=DataType.BITS)]

        def registers(at: int, value: int) -> list[SimData]:
            return [SimData(at, values=[value], datatype=DataType.REGISTERS)]

        def silent(sending: bool, data: bytes) -> bytes:
            return b"" if sending and data[0] != 1 else data

        device = SimDevice(id=1, simdata=(bits(), bits(), registers(0x4000, 1), registers(0, 0)))
        self._server = ModbusSerialServer(
            [device],
            framer=FramerType.RTU,
            port=self._port,
            baudrate=9600,
            trace_packet=silent,
            custom_pdu=[WaveshareCoil],
        )
        self._loop.call_soon(self._ready.set)
        await self._server.serve_forever()

    def close(self) -> None:
        """End."""
        ended: Any = self._server
        asyncio.run_coroutine_threadsafe(ended.shutdown(), self._loop).result(10)
        self._thread.join(10)
