"""What the page's buttons send, and what is done then."""

from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from msgspec import Struct

from kiosk.bench_page.parts import (
    DeskRefused,
    Finger,
    KeysAndEars,
    ScreenMirror,
    SimulatedDevice,
    StaffDesk,
    WithPaper,
    WithSwitches,
)
from kiosk.bench_page.pickup_parts import Hand, PickupBench


class SetFault(Struct, frozen=True, forbid_unknown_fields=True, tag="fault"):
    """Break a device, or mend it."""

    device: str
    fault: str
    on: bool


class Switch(Struct, frozen=True, forbid_unknown_fields=True, tag="switch"):
    """Do something before a device that is no fault, or undo it."""

    device: str
    switch: str
    on: bool


class Refill(Struct, frozen=True, forbid_unknown_fields=True, tag="refill"):
    """A new roll."""

    device: str


class CallNext(Struct, frozen=True, forbid_unknown_fields=True, tag="call"):
    """The next number of a queue, to a room."""

    concern: str
    room: str


class Settle(Struct, frozen=True, forbid_unknown_fields=True, tag="settle"):
    """What became of a ticket's paper."""

    ticket: str
    how: str


class Touches(Struct, frozen=True, forbid_unknown_fields=True, tag="touch"):
    """What a finger did, in order: (what, x, y), x and y from 0 to 1 from the upper left corner."""

    moves: tuple[tuple[Finger, float, float], ...]


class Key(Struct, frozen=True, forbid_unknown_fields=True, tag="key"):
    """A key was pressed."""

    key: str


class PressKey(Struct, frozen=True, forbid_unknown_fields=True, tag="press"):
    """A key of the tactile keypad."""

    key: str


class Headphones(Struct, frozen=True, forbid_unknown_fields=True, tag="headphones"):
    """Headphones into the jack, or out of it."""

    on: bool


class AtDoor(Struct, frozen=True, forbid_unknown_fields=True, tag="door"):
    """Hands at a compartment."""

    compartment: str
    what: Hand


class ShowCard(Struct, frozen=True, forbid_unknown_fields=True, tag="card"):
    """A staff card onto the reader."""

    name: str


class ScanCode(Struct, frozen=True, forbid_unknown_fields=True, tag="scan"):
    """A code before the scanner."""

    text: str


class Book(Struct, frozen=True, forbid_unknown_fields=True, tag="book"):
    """The city announces a document."""

    document: str


class CityLever(Struct, frozen=True, forbid_unknown_fields=True, tag="lever"):
    """Something is wrong with the city, or right again."""

    name: str
    on: bool


AtPickup = AtDoor | ShowCard | ScanCode | Book | CityLever
Action = SetFault | Switch | Refill | CallNext | Settle | Touches | Key | PressKey | Headphones | AtPickup
_DECODER = msgspec.json.Decoder(Action)


class NotDone(Exception):
    """The action was not carried out; `status` and message go back to the page."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


def decode(body: bytes) -> Action:
    """Read one action.

    :raises NotDone: no JSON, or not an action.
    """
    try:
        action: Action = _DECODER.decode(body)
    except msgspec.DecodeError as fault:
        raise NotDone(HTTPStatus.BAD_REQUEST, str(fault)) from fault
    return action


class Actions:
    """Carries actions out on what the page was given."""

    def __init__(
        self,
        devices: Mapping[str, SimulatedDevice],
        desk: StaffDesk | None,
        screen: ScreenMirror | None,
        keypad: KeysAndEars | None,
        pickup: PickupBench | None = None,
    ) -> None:
        self._devices, self._desk, self._screen, self._keypad = devices, desk, screen, keypad
        self._pickup = pickup

    def do(self, action: Action) -> str | None:
        """Carry out; what came of it, if there is something to say (the label that was called).

        :raises NotDone:
        """
        match action:
            case SetFault(device, fault, on):
                self._set_fault(device, fault, on)
            case Switch(device, switch, on):
                self._set_switch(device, switch, on)
            case Refill(device):
                self._refill(device)
            case CallNext() | Settle():
                return self._at_desk(action)
            case Touches() | Key():
                self._on_screen(action)
            case PressKey() | Headphones():
                self._on_keypad(action)
            case _:
                return self._at_pickup(action)
        return None

    def _device(self, name: str) -> SimulatedDevice:
        if name not in self._devices:
            raise NotDone(HTTPStatus.NOT_FOUND, f"There is no device `{name}`.")
        return self._devices[name]

    def _set_fault(self, device: str, fault: str, on: bool) -> None:
        found = self._device(device)
        if fault not in found.faults():
            raise NotDone(HTTPStatus.NOT_FOUND, f"`{device}` has no fault `{fault}`.")
        found.set_fault(fault, on)

    def _set_switch(self, device: str, switch: str, on: bool) -> None:
        found = self._device(device)
        if not isinstance(found, WithSwitches) or switch not in found.switches():
            raise NotDone(HTTPStatus.NOT_FOUND, f"`{device}` has no switch `{switch}`.")
        found.set_switch(switch, on)

    def _refill(self, device: str) -> None:
        found = self._device(device)
        if not isinstance(found, WithPaper):
            raise NotDone(HTTPStatus.NOT_FOUND, f"`{device}` uses nothing up.")
        found.refill()

    def _at_desk(self, action: CallNext | Settle) -> str | None:
        if self._desk is None:
            raise NotDone(HTTPStatus.NOT_FOUND, "There are no queues here.")
        try:
            if isinstance(action, CallNext):
                return self._desk.call_next(action.concern, action.room)
            self._desk.settle(action.ticket, action.how)
        except DeskRefused as refused:
            raise NotDone(HTTPStatus.CONFLICT, str(refused)) from refused
        return None

    def _on_screen(self, action: Touches | Key) -> None:
        if self._screen is None:
            raise NotDone(HTTPStatus.NOT_FOUND, "There is no screen here.")
        if isinstance(action, Key):
            self._screen.key(action.key)
            return
        for finger, x, y in action.moves:
            self._screen.touch(finger, min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def _on_keypad(self, action: PressKey | Headphones) -> None:
        if self._keypad is None:
            raise NotDone(HTTPStatus.NOT_FOUND, "There is no keypad here.")
        if isinstance(action, Headphones):
            self._keypad.plug(action.on)
            return
        try:
            self._keypad.press(action.key)
        except KeyError as fault:
            raise NotDone(HTTPStatus.NOT_FOUND, f"The keypad has no key `{action.key}`.") from fault

    def _at_pickup(self, action: AtPickup) -> str | None:
        if self._pickup is None:
            raise NotDone(HTTPStatus.NOT_FOUND, "There are no compartments here.")
        try:
            match action:
                case AtDoor(compartment, what):
                    self._pickup.hand(compartment, what)
                case ShowCard(name):
                    self._pickup.show_card(name)
                case ScanCode(text):
                    self._pickup.scan(text)
                case CityLever(name, on):
                    self._pickup.lever(name, on)
                case Book(document):
                    return self._pickup.book(document)
        except KeyError as fault:
            raise NotDone(HTTPStatus.NOT_FOUND, "There is no such thing here.") from fault
        return None
