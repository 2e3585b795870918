"""The kiosk of a demonstration: every device is simulated, and the bench page shows and breaks them."""

from hardware.audio.choosing import can_be_heard
from hardware.audio.settings import SpeechSettings
from hardware.card_reader.settings import CardReaderSettings
from hardware.keypad.settings import KeypadSettings
from hardware.locker.settings import BoardSettings, LockerSettings
from hardware.power.settings import PowerSettings
from hardware.presence.settings import PresenceSettings
from hardware.printer.settings import PrinterSettings
from hardware.scanner.settings import ScannerSettings
from kiosk.pickup.model import Size
from kiosk.pickup.settings import ColumnSettings, PickupSettings
from kiosk.settings import KioskSettings, PanelSettings

BENCH_PORT = 8710
LOCKS = 24

DEMO_WALL = PickupSettings(
    columns=(
        ColumnSettings(column=-1, first_lock=0, first_number=1, doors=(Size.L, Size.M, *[Size.S] * 6)),
        ColumnSettings(column=1, first_lock=8, first_number=9, doors=(Size.M, Size.M, *[Size.S] * 6)),
        ColumnSettings(column=2, first_lock=16, first_number=17, doors=(Size.L, *[Size.S] * 7)),
    ),
    slot=True,
)
"""One board with 24 locks; the screen stands between the columns."""


def demo_settings() -> KioskSettings:
    """As without a settings file."""
    return KioskSettings(
        panel=PanelSettings(fullscreen=False),
        printer=PrinterSettings(driver="simulator"),
        presence=PresenceSettings(driver="simulator"),
        power=PowerSettings(driver="simulator"),
        speech=SpeechSettings(driver="espeak" if can_be_heard(SpeechSettings()) else "simulator"),
        keypad=KeypadSettings(driver="simulator"),
        pickup=DEMO_WALL,
        locker=LockerSettings(driver="simulator", boards=(BoardSettings(locks=LOCKS),)),
        card_reader=CardReaderSettings(driver="simulator"),
        scanner=ScannerSettings(driver="simulator"),
        bench_page=BENCH_PORT,
    )
