"""Settings of the pickup terminal: the wall of compartments, and its rules."""

from typing import Annotated

from msgspec import Meta, Struct, field

from kiosk.pickup.model import Size

DOOR_HEIGHTS = {Size.S: 120, Size.M: 240, Size.L: 360}
"""mm."""


class ColumnSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One column of doors, listed from the lowest door upwards."""

    column: Annotated[
        int, Meta(ge=-40, le=40, description="Place: -1 is left beside the screen, 1 right beside it, and so on.")
    ]
    board: Annotated[int, Meta(ge=0, le=247, description="Lock board of these doors.")] = 0
    first_lock: Annotated[int, Meta(ge=0, le=47, description="Lock of the lowest door on its board, from 0.")] = 0
    first_number: Annotated[int, Meta(ge=1, le=9999, description="Number on the lowest door; they count upwards.")]
    doors: Annotated[tuple[Size, ...], Meta(min_length=1, description="Sizes from the lowest door upwards: S, M, L.")]
    bottom: Annotated[int, Meta(ge=0, le=2500, description="Lower edge of the lowest door above the floor (mm).")] = 250


class PickupSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A pickup terminal; without columns this machine is none."""

    columns: Annotated[tuple[ColumnSettings, ...], Meta(description="The wall of compartments.")] = ()
    door_height: Annotated[dict[Size, int], Meta(description="Height of a door of each size (mm).")] = field(
        default_factory=lambda: dict(DOOR_HEIGHTS)
    )
    slot: Annotated[bool, Meta(description="There is a slot for old documents.")] = False
    terminal: Annotated[str, Meta(description="Name of this terminal in records and towards the city.")] = "TERMINAL-1"
    opens_within: Annotated[
        float, Meta(ge=1, le=30, description="Time in which a door must open after its pulse (s).")
    ] = 4.0
    left_open_warning: Annotated[
        int, Meta(ge=10, le=600, description="A door open for so long is spoken about (s).")
    ] = 60
    left_open_alarm: Annotated[int, Meta(ge=20, le=1800, description="A door open for so long calls staff (s).")] = 180
    taken_after: Annotated[
        float, Meta(ge=0, le=30, description="A door closed faster than this: ask whether all was taken (s).")
    ] = 3.0
    codes_before_lock: Annotated[
        int, Meta(ge=3, le=20, description="Wrong codes in a row after which the terminal takes none for a while.")
    ] = 5
    factors_before_lock: Annotated[
        int, Meta(ge=1, le=10, description="Wrong second factors after which a pickup is locked for a while.")
    ] = 3
    lock_minutes: Annotated[int, Meta(ge=1, le=1440, description="How long such a lock lasts (min).")] = 15
    locks_before_desk: Annotated[
        int, Meta(ge=1, le=10, description="Locks of one pickup after which only staff release it.")
    ] = 3
