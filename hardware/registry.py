"""Which drivers exist, by device kind and name; devices are built here from settings.

A driver is named by a string and imported when it is chosen: a kiosk without a card reader needs no card library.
"""

from importlib import import_module
from typing import Any, Literal, overload

from hardware.audio.interface import Speech
from hardware.audio.settings import SpeechSettings
from hardware.card_reader.interface import CardReader
from hardware.card_reader.settings import CardReaderSettings
from hardware.display.interface import Display
from hardware.display.settings import DisplaySettings
from hardware.host.clock import Clock
from hardware.keypad.interface import Keypad
from hardware.keypad.settings import KeypadSettings
from hardware.locker.interface import LockerBoards
from hardware.locker.settings import LockerSettings
from hardware.power.interface import Power
from hardware.power.settings import PowerSettings
from hardware.presence.interface import Presence
from hardware.presence.settings import PresenceSettings
from hardware.printer.interface import Printer
from hardware.printer.settings import PrinterSettings
from hardware.scanner.interface import Scanner
from hardware.scanner.settings import ScannerSettings

DRIVERS = {
    "printer": {
        "escpos": "hardware.printer.escpos:EscposPrinter",
        "simulator": "hardware.printer.simulator:SimulatedPrinter",
        "disabled": "hardware.printer.disabled:DisabledPrinter",
    },
    "presence": {
        "camera": "hardware.presence.camera:CameraPresence",
        "motion_sensor": "hardware.presence.motion_sensor:MotionSensor",
        "serial_sensor": "hardware.presence.serial_sensor:SerialSensor",
        "simulator": "hardware.presence.simulator:SimulatedPresence",
        "disabled": "hardware.presence.disabled:DisabledPresence",
    },
    "display": {
        "backlight": "hardware.display.backlight:BacklightDisplay",
        "simulator": "hardware.display.simulator:SimulatedDisplay",
        "disabled": "hardware.display.disabled:DisabledDisplay",
    },
    "power": {
        "systemd": "hardware.power.systemd:SystemdPower",
        "simulator": "hardware.power.simulator:SimulatedPower",
        "disabled": "hardware.power.disabled:DisabledPower",
    },
    "speech": {
        "auto": "hardware.audio.choosing:speech_of_this_machine",
        "espeak": "hardware.audio.espeak:EspeakSpeech",
        "simulator": "hardware.audio.simulator:SimulatedSpeech",
        "disabled": "hardware.audio.disabled:DisabledSpeech",
    },
    "keypad": {
        "window": "hardware.keypad.disabled:DisabledKeypad",
        "evdev": "hardware.keypad.evdev:EvdevKeypad",
        "simulator": "hardware.keypad.simulator:SimulatedKeypad",
        "disabled": "hardware.keypad.disabled:DisabledKeypad",
    },
    "locker": {
        "kerong_cu48": "hardware.locker.kerong_cu48:KerongCu48",
        "modbus_relay": "hardware.locker.modbus_relay:ModbusRelay",
        "simulator": "hardware.locker.simulator:SimulatedLockers",
        "disabled": "hardware.locker.disabled:DisabledLockers",
    },
    "card_reader": {
        "pcsc": "hardware.card_reader.pcsc:PcscReader",
        "serial_line": "hardware.card_reader.serial_line:SerialLineReader",
        "simulator": "hardware.card_reader.simulator:SimulatedReader",
        "disabled": "hardware.card_reader.disabled:DisabledReader",
    },
    "scanner": {
        "serial": "hardware.scanner.serial:SerialScanner",
        "hid": "hardware.scanner.hid:HidScanner",
        "camera": "hardware.scanner.camera:CameraScanner",
        "simulator": "hardware.scanner.simulator:SimulatedScanner",
        "disabled": "hardware.scanner.disabled:DisabledScanner",
    },
}
"""Kind of device -> name in the settings -> module and class, called as `Class(settings, clock=clock)`."""


@overload
def build(kind: Literal["printer"], settings: PrinterSettings, *, clock: Clock) -> Printer: ...
@overload
def build(kind: Literal["presence"], settings: PresenceSettings, *, clock: Clock) -> Presence: ...
@overload
def build(kind: Literal["display"], settings: DisplaySettings, *, clock: Clock) -> Display: ...
@overload
def build(kind: Literal["power"], settings: PowerSettings, *, clock: Clock) -> Power: ...
@overload
def build(kind: Literal["speech"], settings: SpeechSettings, *, clock: Clock) -> Speech: ...
@overload
def build(kind: Literal["keypad"], settings: KeypadSettings, *, clock: Clock) -> Keypad: ...
@overload
def build(kind: Literal["locker"], settings: LockerSettings, *, clock: Clock) -> LockerBoards: ...
@overload
def build(kind: Literal["card_reader"], settings: CardReaderSettings, *, clock: Clock) -> CardReader: ...
@overload
def build(kind: Literal["scanner"], settings: ScannerSettings, *, clock: Clock) -> Scanner: ...


def build(kind: str, settings: Any, *, clock: Clock) -> Any:
    """The device that the settings name. Opens no port: that happens at its first use.

    :raises LookupError: no such kind or driver; the message names what there is.
    :raises ModuleNotFoundError: a library of this driver is not installed.
    """
    drivers = DRIVERS.get(kind)
    if drivers is None:
        raise LookupError(f"there is no device `{kind}`; known are {', '.join(DRIVERS)}")
    if settings.driver not in drivers:
        raise LookupError(f"`{kind}` has no driver `{settings.driver}`; known are {', '.join(drivers)}")
    module, _, name = drivers[settings.driver].partition(":")
    return getattr(import_module(module), name)(settings, clock=clock)
