"""Settings of the lock boards."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hardware.locker.interface import Address

RANGES = {"kerong_cu48": (0, 9, 48), "modbus_relay": (1, 247, 32)}
"""Driver -> lowest and highest address a board can be set to, and how many locks it can have."""


class BoardSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One board."""

    board: Annotated[int, Meta(ge=0, le=247, description="Address the board is set to.")] = 0
    locks: Annotated[int, Meta(ge=1, le=48, description="How many of its locks are used, from the first one on.")] = 24


class LockerSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The lock boards of a pickup terminal."""

    driver: Annotated[
        Literal["kerong_cu48", "modbus_relay", "simulator", "disabled"],
        Meta(description="kerong_cu48, modbus_relay (Waveshare RTU Relay D class), simulator or disabled."),
    ] = "disabled"
    port: Annotated[
        str, Meta(description="Serial device of the bus, or tcp://HOST:PORT of a serial device server.")
    ] = "/dev/lotse-locker"
    baud: (
        Annotated[
            int,
            Meta(ge=1200, le=921600, description="Bits a second; not set: 19200 for KERONG, 9600 for Modbus."),
        ]
        | None
    ) = None
    boards: Annotated[tuple[BoardSettings, ...], Meta(min_length=1, description="The boards on the bus.")] = (
        BoardSettings(),
    )
    closed_when: Annotated[
        Literal[0, 1] | None,
        Meta(
            description="Value of a door's bit or input when the door is closed; the other switch (NO/NC) turns it.\n"
            "Not set: 1 for KERONG (hook locked), 0 for Modbus (an input is on while its door is open)."
        ),
    ] = None
    pulse_ms: Annotated[
        int,
        Meta(
            ge=100,
            le=3000,
            multiple_of=100,
            description="Length of a pulse (ms, in steps of 100), timed by the board. Modbus only; KERONG fixes it.",
        ),
    ] = 400
    gap_ms: Annotated[int, Meta(ge=0, le=5000, description="Shortest time between two pulses on one bus (ms).")] = 300
    answer_ms: Annotated[int, Meta(ge=20, le=2000, description="Longest time for the answer to a question (ms).")] = 300
    stale_seconds: Annotated[
        float, Meta(ge=1, le=60, description="A door last heard of longer ago than this is unknown (s).")
    ] = 5.0

    def __post_init__(self) -> None:
        numbers = [one.board for one in self.boards]
        if len(numbers) != len(set(numbers)):
            raise ValueError("boards: two boards have the same address")
        first, last, locks = RANGES.get(self.driver, (0, 247, 48))
        for one in self.boards:
            if not first <= one.board <= last or one.locks > locks:
                raise ValueError(
                    f"boards: {self.driver} boards are {first} to {last} with {locks} locks at most; "
                    f"not board = {one.board}, locks = {one.locks}"
                )

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Every lock that is used."""
        return tuple(Address(one.board, lock) for one in self.boards for lock in range(one.locks))
