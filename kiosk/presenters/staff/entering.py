"""Before somebody is signed in: the keypad, the wait, no PIN."""

from kiosk.flows import staff_events as e
from kiosk.flows.events import Event
from kiosk.flows.staff import St, Staff
from kiosk.presenters.contents import Action, IconLine, Message
from kiosk.presenters.staff.contents import PinPad
from kiosk.presenters.staff.frame import frame, said
from kiosk.presenters.staff.world import StaffWorld
from kiosk.staff.rules import LEAST
from kiosk.texts import say_staff


def pin_pad(staff: Staff, world: StaffWorld) -> PinPad:
    """The keypad; nothing on it can be pressed while the PIN is looked at."""
    language, busy = staff.language, staff.state is not St.PIN
    line = said(staff)
    if staff.state is St.CHECKING:
        line = IconLine(icon="timer-sand", rest=say_staff("staff.pin.checking", language))

    def key(test_id: str, label: str, event: Event, icon: str = "", *, primary: bool = False) -> Action:
        return Action(test_id=test_id, label=label, icon=icon, event=None if busy else event, primary=primary)

    return PinPad(
        frame=frame(staff, world),
        title=say_staff("staff.pin.title", language),
        lead=say_staff("staff.pin.lead", language),
        typed=len(staff.typed),
        last=world.last_digit,
        places=LEAST,
        line=line,
        hint=say_staff("staff.pin.covered", language),
        digits=tuple(key(f"pin.{digit}", digit, e.Digit(digit)) for digit in "1234567890"),
        erase=key("pin.erase", say_staff("staff.pin.erase", language), e.DigitErased(), "backspace-outline"),
        clear=key("pin.clear", say_staff("staff.pin.clear", language), e.DigitsCleared()),
        go=key("pin.go", say_staff("staff.pin.go", language), e.PinOffered(), "arrow-right", primary=True),
    )


def locked(staff: Staff, world: StaffWorld) -> Message:
    """Wait: too many wrong PINs."""
    language, seconds = staff.language, max(1, world.wait_seconds)
    if seconds > 90:
        wait = say_staff("staff.locked.minutes", language, n=-(-seconds // 60))
    else:
        wait = say_staff("staff.locked.seconds", language, n=seconds)
    return Message(
        frame=frame(staff, world),
        icon="lock-clock",
        tone="warn",
        title=say_staff("staff.locked.title", language),
        sentences=(wait, say_staff("staff.locked.lead", language)),
        lines=(IconLine(icon="information-outline", rest=say_staff("staff.locked.forgotten", language)),),
        actions=(),
    )


def unusable(staff: Staff, world: StaffWorld) -> Message:
    """Nobody can sign in, and what an operator types."""
    language, why = staff.language, staff.why or "unset"
    return Message(
        frame=frame(staff, world),
        icon="lock-alert-outline",
        tone="fault",
        title=say_staff("staff.unusable.title", language),
        sentences=(say_staff(f"staff.unusable.{why}", language), say_staff("staff.unusable.remedy", language)),
        lines=(IconLine(icon="console", bold="lotse staff pin"),),
        actions=(),
    )
