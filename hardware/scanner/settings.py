"""Settings of the scanner."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class ScannerSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The reader of barcodes and QR codes."""

    driver: Annotated[
        Literal["serial", "hid", "camera", "simulator", "disabled"],
        Meta(description="serial, hid (types like a keyboard), camera, simulator or disabled."),
    ] = "disabled"
    port: Annotated[
        str,
        Meta(
            min_length=1,
            description="serial: its device, or tcp://HOST:PORT;\n"
            "hid: its event device, as the udev rule names it, or /dev/input/by-id/...-event-kbd.",
        ),
    ] = "/dev/kiosk/scanner"
    baud: Annotated[int, Meta(ge=1200, le=921600, description="serial: speed (bit/s).")] = 9600
    layout: Annotated[Literal["de", "us"], Meta(description="hid: the keyboard layout the scanner types in.")] = "us"
    camera: Annotated[int | str, Meta(description="camera: its number (0 is /dev/video0), or its device.")] = 0
    reopen_seconds: Annotated[
        float, Meta(gt=0, le=600, description="Longest pause before a lost device is opened again (s).")
    ] = 5.0
