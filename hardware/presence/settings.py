"""Settings of the device that notices somebody. Not responsible for what the kiosk does then."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class PresenceSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which device notices somebody before the kiosk, and how it is reached."""

    driver: Annotated[
        Literal["camera", "motion_sensor", "serial_sensor", "simulator", "disabled"],
        Meta(
            description="camera: looks for movement, keeps no picture; motion_sensor: a Linux input device;\n"
            "serial_sensor: sends something for every movement; simulator: bench page; disabled: there is none."
        ),
    ] = "disabled"
    port: Annotated[
        str,
        Meta(
            min_length=1,
            description="Where it is: a path (see udev), for a camera also its number (0 is /dev/video0).",
        ),
    ] = "/dev/kiosk/presence"
    smallest_blob: Annotated[
        float,
        Meta(ge=0.5, le=30.0, description="Camera: what moves and is smaller is ignored (% of the picture)."),
    ] = 2.0
    code: (
        Annotated[
            int,
            Meta(
                ge=0,
                le=0x2FF,
                description="Motion sensor: code of the key or switch that means movement; not set: any of them.",
            ),
        ]
        | None
    ) = None
    word: Annotated[
        str,
        Meta(max_length=32, description="Serial sensor: a line that holds this means movement; empty: any byte does."),
    ] = ""
    baud: Annotated[int, Meta(ge=1200, le=921600, description="Serial sensor: speed (bit/s).")] = 9600
    reopen_seconds: Annotated[
        float, Meta(gt=0, le=600, description="Longest pause before a lost device is opened again (s).")
    ] = 30.0
