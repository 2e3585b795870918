"""Settings of the ticket printer. Not responsible for what is printed, nor for which numbers are given."""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

DOTS_PER_MM = 8
"""Thermal printers of 203 dpi."""
FONT_A = (12, 24)
"""Width and height of a character of font A (dots)."""


class PrinterSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which printer there is, how it is reached, and what its paper is like."""

    driver: Annotated[
        Literal["escpos", "simulator", "disabled"],
        Meta(description="escpos: a real printer; simulator: pictures of paper; disabled: there is no printer."),
    ] = "simulator"
    port: Annotated[
        str,
        Meta(
            min_length=1,
            description="Where the printer is: a serial port (see udev), /dev/serial/by-id/...; tcp://HOST:9100;\n"
            "usb://VENDOR:PRODUCT in hexadecimal (usb://04b8:0e28), or with its serial number behind a slash.",
        ),
    ] = "/dev/kiosk/printer"
    baud: Annotated[int, Meta(ge=1200, le=921600, description="Speed of a serial port (bit/s).")] = 38400
    flow: Annotated[
        Literal["none", "rtscts", "xonxoff"],
        Meta(description="Flow control of a serial port; must be what the printer's switches say."),
    ] = "none"
    paper_width: Annotated[Literal[58, 80], Meta(description="Width of the roll (mm).")] = 80
    columns: Annotated[
        int, Meta(ge=24, le=64, description="Characters of font A (12 dots) in a line: 48, 42 or 32.")
    ] = 48
    code_page: Annotated[
        int, Meta(ge=0, le=255, description="Number of the code page Windows-1252 in the printer's manual (ESC t).")
    ] = 16
    cut: Annotated[Literal["partial", "full"], Meta(description="How the paper is cut.")] = "partial"
    logo: Annotated[
        Path | None, Meta(description="Picture of the town's mark, printed in black and white; not set: none.")
    ] = None
    answer_seconds: Annotated[
        float, Meta(gt=0, le=10, description="Time within which the printer answers a question for its state (s).")
    ] = 0.5
    write_seconds: Annotated[
        float, Meta(gt=0, le=60, description="Time within which the port must take the next bytes (s).")
    ] = 5.0
    print_seconds: Annotated[
        float, Meta(gt=0, le=120, description="Time within which a ticket is on paper after it was sent (s).")
    ] = 15.0
    reopen_seconds: Annotated[
        float, Meta(gt=0, le=300, description="Longest pause between two attempts to reach a lost printer (s).")
    ] = 5.0
    simulated_seconds: Annotated[
        float, Meta(ge=0, le=30, description="Time the simulator takes for a piece of paper (s).")
    ] = 0.8

    def __post_init__(self) -> None:
        if self.dots > self.paper_width * DOTS_PER_MM:
            raise ValueError(
                f"{self.columns} columns are {self.dots / DOTS_PER_MM:.0f} mm wide and do not fit on paper of "
                f"{self.paper_width} mm; for 58 mm set columns = 32"
            )

    @property
    def dots(self) -> int:
        """Width that can be printed on."""
        return self.columns * FONT_A[0]
