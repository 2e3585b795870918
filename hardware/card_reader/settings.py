"""Settings of the card reader."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class CardReaderSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The reader of staff cards."""

    driver: Annotated[
        Literal["pcsc", "serial_line", "simulator", "disabled"],
        Meta(description="pcsc (PC/SC, needs pcscd), serial_line (sends a line a card), simulator or disabled."),
    ] = "disabled"
    port: Annotated[str, Meta(min_length=1, description="serial_line: its serial device, or tcp://HOST:PORT.")] = (
        "/dev/kiosk/card-reader"
    )
    baud: Annotated[int, Meta(ge=1200, le=921600, description="serial_line: bits a second.")] = 9600
    reader: Annotated[str, Meta(description="pcsc: part of the reader's name, where several are plugged in.")] = ""
    reopen_seconds: Annotated[
        float, Meta(gt=0, le=600, description="Longest pause before a lost reader is opened again (s).")
    ] = 5.0
