"""Settings of the machine's restart."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class PowerSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whether staff may start the machine anew at the screen."""

    driver: Annotated[
        Literal["systemd", "simulator", "disabled"],
        Meta(
            description="systemd: staff may start the machine anew (needs the polkit rule); simulator: only noted;\n"
            "disabled: nobody can at the screen."
        ),
    ] = "disabled"
    wait_seconds: Annotated[
        float, Meta(gt=0, le=60, description="Time within which the service manager must accept a restart (s).")
    ] = 10.0
