"""Settings of the `kiosk` process: one frozen struct, defaults in code."""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from hardware.audio.settings import SpeechSettings
from hardware.card_reader.settings import CardReaderSettings
from hardware.display.settings import DisplaySettings
from hardware.keypad.settings import KeypadSettings
from hardware.locker.settings import LockerSettings
from hardware.power.settings import PowerSettings
from hardware.presence.settings import PresenceSettings
from hardware.printer.settings import PrinterSettings
from hardware.scanner.settings import ScannerSettings
from kiosk.flows.view import ThemeName, View
from kiosk.pickup.settings import PickupSettings


class PanelSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The screen the visitor sees."""

    width: Annotated[int, Meta(ge=600, le=7680, description="Width of the picture (px).")] = 1080
    height: Annotated[int, Meta(ge=600, le=7680, description="Height of the picture (px).")] = 1920
    diagonal: Annotated[float, Meta(gt=5, lt=100, description="Diagonal of the active display area (inch).")] = 21.5
    lower_edge: Annotated[
        int,
        Meta(ge=300, le=1200, description="Height of the lower edge of the active display area above the floor (mm)."),
    ] = 850
    viewing_distance: Annotated[
        int, Meta(ge=300, le=3000, description="Distance of the visitor's eyes from the screen (mm).")
    ] = 600
    fullscreen: Annotated[bool, Meta(description="Fill the display, without a frame and without a mouse pointer.")] = (
        True
    )


class ViewSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the screen looks for everybody who comes; each visitor may change it under "Ansicht"."""

    theme: Annotated[ThemeName, Meta(description="Colours: light, contrast_dark or contrast_light.")] = "light"
    text_scale: Annotated[Literal[100, 125, 150], Meta(description="Size of type (percent): 100, 125 or 150.")] = 100
    low_reach: Annotated[
        bool,
        Meta(description="All controls in the lowest 165 mm of the reach zone, for seated people and children."),
    ] = False

    def view(self) -> View:
        """As a session begins with it."""
        return View(theme=self.theme, text_scale=self.text_scale / 100, low_reach=self.low_reach)


class StaffSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The staff corner. Its PINs are set by `lotse staff pin` and stand in no settings file."""

    key: Annotated[
        str, Meta(min_length=1, description="Key of a keyboard that opens it on the welcome screen, by Kivy's name.")
    ] = "f12"
    technician: Annotated[
        str, Meta(description="Whom staff call when the machine needs mending, with telephone number.")
    ] = ""


class KioskSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything an operator may set for a kiosk."""

    kiosk: Annotated[str, Meta(description="Which kiosk of the content's town.yaml this machine is.")] = "KIOSK-1"
    content: Annotated[
        Path | None, Meta(description="Folder with the town hall's content; not set: the demo town Musterstadt.")
    ] = None
    language: Annotated[
        Literal["de", "de-simple", "en", "tr", "uk", "ar"],
        Meta(description="Language of the welcome screen: de, de-simple, en, tr, uk or ar."),
    ] = "de"
    panel: Annotated[PanelSettings, Meta(description="The screen.")] = field(default_factory=PanelSettings)
    default_view: Annotated[ViewSettings, Meta(description="The look of the screen when a visit begins.")] = field(
        default_factory=ViewSettings
    )
    printer: Annotated[PrinterSettings, Meta(description="The ticket printer.")] = field(
        default_factory=PrinterSettings
    )
    presence: Annotated[
        PresenceSettings, Meta(description="A camera or motion sensor that notices somebody and wakes the screen.")
    ] = field(default_factory=PresenceSettings)
    display: Annotated[DisplaySettings, Meta(description="The panel's light, off while the screen sleeps.")] = field(
        default_factory=DisplaySettings
    )
    sleep_minutes: Annotated[
        int,
        Meta(
            ge=0,
            le=1440,
            description="Time without a visitor and without movement before the screen goes dark (min); 0: never.",
        ),
    ] = 0
    power: Annotated[PowerSettings, Meta(description="Starting the machine anew from the staff corner.")] = field(
        default_factory=PowerSettings
    )
    staff: Annotated[StaffSettings, Meta(description="The staff corner.")] = field(default_factory=StaffSettings)
    speech: Annotated[SpeechSettings, Meta(description="Speech and sounds.")] = field(default_factory=SpeechSettings)
    keypad: Annotated[KeypadSettings, Meta(description="A tactile keypad, an arrow cube, switches.")] = field(
        default_factory=KeypadSettings
    )
    pickup: Annotated[PickupSettings, Meta(description="The compartments; without columns this is no terminal.")] = (
        field(default_factory=PickupSettings)
    )
    locker: Annotated[LockerSettings, Meta(description="The lock boards of the compartments.")] = field(
        default_factory=LockerSettings
    )
    card_reader: Annotated[CardReaderSettings, Meta(description="The reader of staff cards.")] = field(
        default_factory=CardReaderSettings
    )
    scanner: Annotated[ScannerSettings, Meta(description="The reader of QR codes and barcodes.")] = field(
        default_factory=ScannerSettings
    )
    scan_seconds: Annotated[
        float, Meta(ge=0.5, le=10, description="Switch scanning: time before the mark steps on (s).")
    ] = 1.5
    scan_switches: Annotated[
        Literal[1, 2], Meta(description="Switch scanning: 1: the mark moves by itself; 2: the first switch moves it.")
    ] = 1
    idle_seconds: Annotated[
        int,
        Meta(
            ge=20,
            le=600,
            description="Time without a touch before the kiosk asks if somebody is there (s); doubled while it reads.",
        ),
    ] = 60
    answer_seconds: Annotated[
        int,
        Meta(
            ge=20,
            le=600,
            description="Time to answer that question before everything is deleted (s); doubled while reading aloud.",
        ),
    ] = 30
    phone_address: Annotated[
        str | None,
        Meta(description="https address the ticket's QR code leads to; not set: the code carries the ticket's text."),
    ] = None
    accessibility_bridge: Annotated[
        bool, Meta(description="Let screen readers, braille displays and other assistive technology use the screen.")
    ] = True
    bench_page: (
        Annotated[
            int,
            Meta(ge=0, le=65535, description="Port on 127.0.0.1 of the page that shows and breaks simulated devices."),
        ]
        | None
    ) = None
