"""Settings of the scanner."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class ScannerSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The reader of barcodes and QR codes."""

    driver: Annotated[
        Literal["serial", "hid", "camera", "simulator", "disabled"],
        Meta(description="serial, hid (types like a keyboard), camera, simulator or disabled."),
    ] = "disabled"
    port: Annotated[str, Meta(description="serial: its device; hid: its event device (/dev/input/by-id/...).")] = (
        "/dev/lotse-scanner"
    )
    baud: Annotated[int, Meta(ge=1200, le=921600, description="serial: bits a second.")] = 9600
    camera: Annotated[int | str, Meta(description="camera: number or device.")] = 0
    layout: Annotated[Literal["de", "us"], Meta(description="hid: the keyboard layout the scanner types in.")] = "us"
