"""The compartments in the staff corner: cards, overview, booking, proposal, open door, what came of it, inventory."""

from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.flows import loading_events as ld
from kiosk.flows import staff_events as e
from kiosk.flows.events import Event
from kiosk.flows.staff import St, Staff
from kiosk.pickup.model import CompartmentState, CompartmentView, TerminalView
from kiosk.presenters.contents import Action, Frame, IconLine, Message
from kiosk.presenters.staff.contents import BoardRow, PinPad, StaffBoard, Tone
from kiosk.presenters.staff.frame import SIGNS, arrows, chosen, frame, moment_in_words, note, said
from kiosk.presenters.staff.world import StaffWorld
from kiosk.texts import say_staff

TONES: dict[CompartmentState, Tone] = {
    CompartmentState.FREE: "",
    CompartmentState.LOADED: "ok",
    CompartmentState.OVERDUE: "warn",
    CompartmentState.UNCLEAR: "fault",
    CompartmentState.OUT_OF_ORDER: "warn",
}
URGENT = (
    CompartmentState.UNCLEAR,
    CompartmentState.OVERDUE,
    CompartmentState.OUT_OF_ORDER,
    CompartmentState.LOADED,
    CompartmentState.FREE,
)
"""In this order they stand in the list: what needs somebody first."""
NOTHING = {"load": "nothing", "take_out": "was_empty"}
"""What is said where nothing was put in, or nothing lay inside."""
HOLDS_DOCUMENT = frozenset({CompartmentState.LOADED, CompartmentState.OVERDUE, CompartmentState.UNCLEAR})


def _button(name: str, language: str, icon: str, event: Event | None, *, primary: bool = False) -> Action:
    return Action(
        test_id=f"lockers.{name}",
        label=say_staff(f"staff.lockers.{name}", language),
        icon=icon,
        event=event,
        primary=primary,
    )


def cards(staff: Staff, world: StaffWorld) -> Message:
    """Two different cards, one after the other."""
    language, first = staff.language, staff.lockers.first
    lines = [said(staff)]
    if first:
        lines.insert(0, IconLine(icon=SIGNS["ok"], rest=say_staff("staff.cards.first", language, who=first), tone="ok"))
    return Message(
        frame=frame(staff, world),
        icon="card-account-details-outline",
        title=say_staff("staff.cards.second" if first else "staff.cards.title", language),
        sentences=(
            (say_staff("staff.cards.other", language),)
            if first
            else (say_staff("staff.cards.lead", language), say_staff("staff.cards.two", language))
        ),
        lines=tuple(line for line in lines if line is not None),
        actions=(),
    )


def in_order(terminal: TerminalView) -> tuple[CompartmentView, ...]:
    """All compartments, those that need somebody first."""
    return tuple(sorted(terminal.compartments, key=lambda one: (URGENT.index(one.state), _number(one))))


def _number(one: CompartmentView) -> tuple[int, str]:
    label = one.compartment.id
    return (int(label) if label.isdigit() else 0, label)


def overview(staff: Staff, world: StaffWorld) -> StaffBoard:
    """Every compartment; what can be done with the chosen one."""
    language, places = staff.language, in_order(world.terminal)
    at = chosen(staff, places)
    up, down = arrows(at, len(places), language)
    one = places[at] if places else None
    return StaffBoard(
        frame=frame(staff, world),
        title=say_staff("staff.menu.lockers", language),
        chip=_counts(world.terminal, language),
        rows=tuple(_row(index, place, index == at, language) for index, place in enumerate(places)),
        heading=_name(one, language) if one else "",
        sentences=_about(one, world, language) if one else (),
        said=said(staff),
        actions=_actions(one, world, language) if one else (),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _counts(terminal: TerminalView, language: str) -> IconLine:
    if terminal.alarms:
        words = say_staff("staff.lockers.alarms", language, n=len(terminal.alarms))
        return IconLine(icon=SIGNS["fault"], rest=words, tone="fault")
    free = sum(one.state is CompartmentState.FREE for one in terminal.compartments)
    words = say_staff("staff.lockers.free_of", language, free=free, n=len(terminal.compartments))
    return IconLine(icon=SIGNS["ok"] if free else SIGNS["warn"], rest=words, tone="ok" if free else "warn")


def _name(one: CompartmentView, language: str) -> str:
    return say_staff("staff.lockers.name", language, number=one.compartment.id, size=one.compartment.size.value)


def _row(index: int, one: CompartmentView, is_chosen: bool, language: str) -> BoardRow:
    key = f"staff.compartment.{one.state.value}" if one.door == "closed" else f"staff.door.{one.door}"
    state = say_staff(key, language)
    return BoardRow(
        test_id=f"compartment.{one.compartment.id}",
        icon="door-open" if one.door == "open" else "door-closed",
        name=_name(one, language),
        state=state,
        tone="fault" if one.door == "open" else TONES[one.state],
        chosen=is_chosen,
        event=e.RowChosen(index),
    )


def _about(one: CompartmentView, world: StaffWorld, language: str) -> tuple[str, ...]:
    sentences = [say_staff(f"staff.compartment.{one.state.value}.what", language)]
    if one.pickup:
        sentences.append(say_staff("staff.lockers.booking", language, number=one.pickup))
    if one.since is not None:
        since = moment_in_words(one.since, world.now, language)
        sentences.append(say_staff("staff.lockers.since", language, since=since))
    return tuple(sentences)


def _actions(one: CompartmentView, world: StaffWorld, language: str) -> tuple[Action, ...]:
    """Load is always there; up to three more for the chosen one."""
    number = one.compartment.id
    load = _button("load", language, "tray-arrow-down", ld.BookingWanted(), primary=True)
    inventory = _button("inventory", language, "clipboard-check-outline", ld.InventoryWanted())
    if one.pickup and one.state in HOLDS_DOCUMENT:
        return (
            load,
            _button("take_out", language, "tray-arrow-up", ld.TakeOutWanted(one.pickup)),
            _button("move", language, "swap-horizontal", ld.MoveWanted(one.pickup)),
            inventory,
        )
    if one.state is CompartmentState.UNCLEAR:
        return (
            load,
            _button("inspect", language, "magnify", ld.InspectWanted(number)),
            _button("empty", language, "check", ld.LockerTold(number, "empty")),
            inventory,
        )
    if one.state is CompartmentState.OUT_OF_ORDER:
        mend = _button("in_order", language, "check", ld.LockerTold(number, "in_order"))
    else:
        mend = _button("out_of_order", language, "cancel", ld.LockerTold(number, "out_of_order"))
    return (load, mend, _button("inspect", language, "magnify", ld.InspectWanted(number)), inventory)


def booking(staff: Staff, world: StaffWorld) -> StaffBoard:
    """Which one: by row, by its barcode, or typed."""
    language, numbers = staff.language, world.terminal.booked
    at = chosen(staff, numbers)
    up, down = arrows(at, len(numbers), language)
    actions = [_button("type", language, "dialpad", ld.BookingTypingWanted())]
    if numbers:
        actions.insert(0, _button("take", language, "arrow-right", ld.BookingChosen(numbers[at]), primary=True))
    return StaffBoard(
        frame=frame(staff, world, ld.OverviewWanted()),
        title=say_staff("staff.booking.title", language),
        rows=tuple(
            BoardRow(
                test_id=f"booking.{index}",
                icon="email-outline",
                name=number,
                state=say_staff("staff.booking.announced", language),
                chosen=index == at,
                event=e.RowChosen(index),
            )
            for index, number in enumerate(numbers)
        ),
        empty=say_staff("staff.booking.none", language),
        heading=say_staff("staff.booking.scan", language),
        sentences=(say_staff("staff.booking.how", language),),
        said=said(staff),
        actions=tuple(actions),
        up=up,
        down=down,
        note=note(staff, world),
    )


def booking_typed(staff: Staff, world: StaffWorld) -> PinPad:
    """The digits of a booking number."""
    language, typed = staff.language, staff.lockers.typed

    def key(test_id: str, label: str, event: Event, icon: str = "", *, primary: bool = False) -> Action:
        return Action(test_id=test_id, label=label, icon=icon, event=event, primary=primary)

    return PinPad(
        frame=frame(staff, world, ld.BookingWanted()),
        title=say_staff("staff.booking.type", language),
        lead=say_staff("staff.booking.type_lead", language),
        typed=len(typed),
        last=typed[-1:],
        places=6,
        clear_text=typed,
        line=said(staff),
        hint="",
        digits=tuple(key(f"booking.{digit}", digit, ld.BookingDigit(digit)) for digit in "1234567890"),
        erase=key("booking.erase", say_staff("staff.pin.erase", language), ld.BookingErased(), "backspace-outline"),
        clear=key("booking.clear", say_staff("staff.pin.clear", language), ld.BookingCleared()),
        go=key("booking.go", say_staff("staff.pin.go", language), ld.BookingOffered(), "arrow-right", primary=True),
    )


def proposed(staff: Staff, world: StaffWorld) -> Message:
    """Which compartment, and why that one."""
    language, lockers = staff.language, staff.lockers
    place = next((one for one in world.terminal.compartments if one.compartment.id == lockers.compartment), None)
    reach = place is not None and place.compartment.reachable_seated
    return Message(
        frame=frame(staff, world, ld.BookingWanted()),
        icon="door-closed",
        title=say_staff("staff.proposed.title", language, number=lockers.compartment),
        sentences=(say_staff("staff.proposed.lead", language, number=lockers.booking),),
        lines=tuple(
            line
            for line in (
                IconLine(icon="wheelchair", rest=say_staff("staff.proposed.low", language)) if reach else None,
                said(staff),
            )
            if line is not None
        ),
        actions=(
            _button("open", language, "lock-open-outline", ld.LoadWanted(), primary=True),
            _button("other", language, "swap-horizontal", ld.OtherCompartmentWanted()),
        ),
    )


def moment(staff: Staff, world: StaffWorld) -> Message:
    """Something works; nothing can be pressed."""
    language = staff.language
    keys = {
        St.PROPOSING: "staff.lockers.looking",
        St.LOCKER_OPENING: "staff.lockers.opening",
        St.LOCKER_CLOSING: "staff.lockers.writing",
    }
    return Message(
        frame=_still(staff, world),
        icon="timer-sand",
        title=say_staff(keys[staff.state], language),
        sentences=(say_staff("staff.lockers.moment", language),),
        actions=(),
    )


def door_open(staff: Staff, world: StaffWorld) -> Message:
    """What to do now, then push the door shut."""
    language, lockers = staff.language, staff.lockers
    actions: list[Action] = []
    nothing = NOTHING.get(lockers.purpose)
    if nothing and not lockers.nothing:
        actions.append(_button(nothing, language, "cancel", ld.NothingPutIn()))
    actions.append(_button("leave", language, "alert-outline", ld.LockerLeft()))
    if lockers.unseen:
        shut = _button("shut", language, "door-closed-lock", ld.LockerTellsShut(), primary=True)
        actions.insert(0, shut)
    lines = []
    if lockers.nothing:
        words = say_staff(f"staff.open.{NOTHING[lockers.purpose]}", language)
        lines.append(IconLine(icon=SIGNS["warn"], rest=words, tone="warn"))
    if lockers.unseen:
        words = say_staff("staff.open.unseen", language)
        lines.append(IconLine(icon=SIGNS["warn"], rest=words, tone="warn"))
    if answer := said(staff):
        lines = [answer]
    told = (f"staff.open.{lockers.purpose or 'inspect'}", "staff.open.push")
    return Message(
        frame=_still(staff, world),
        icon="door-open",
        tone="warn",
        title=say_staff("staff.open.title", language, number=lockers.compartment),
        sentences=() if lockers.nothing else tuple(say_staff(key, language, number=lockers.about) for key in told),
        lines=tuple(lines),
        actions=tuple(actions),
    )


def done(staff: Staff, world: StaffWorld) -> Message:
    """What came of it; the next one."""
    language, line = staff.language, said(staff)
    return Message(
        frame=frame(staff, world, ld.OverviewWanted()),
        icon="check-circle",
        tone="ok",
        title=line.rest if line else say_staff("staff.done.title", language),
        sentences=(say_staff("staff.done.left", language, n=len(world.terminal.booked)),),
        actions=(
            _button("next", language, "tray-arrow-down", ld.BookingWanted(), primary=True),
            _button("all", language, "view-grid-outline", ld.OverviewWanted()),
        ),
    )


def inventory(staff: Staff, world: StaffWorld) -> StaffBoard:
    """What the sensors say against what is written down."""
    language, findings = staff.language, staff.lockers.findings
    at = chosen(staff, findings)
    up, down = arrows(at, len(findings), language)
    return StaffBoard(
        frame=frame(staff, world, ld.OverviewWanted()),
        title=say_staff("staff.lockers.inventory", language),
        rows=tuple(_finding(index, one, index == at, language) for index, one in enumerate(findings)),
        empty=say_staff("staff.inventory.well", language),
        heading=say_staff("staff.inventory.what", language),
        sentences=_advice(findings, at, language),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _finding(index: int, one: tuple[str, str], is_chosen: bool, language: str) -> BoardRow:
    number, finding = one
    return BoardRow(
        test_id=f"finding.{number}",
        icon="alert",
        name=say_staff("staff.inventory.name", language, number=number),
        state=say_staff(f"staff.finding.{finding}", language),
        tone="warn",
        chosen=is_chosen,
        event=e.RowChosen(index),
    )


def _advice(findings: Sequence[tuple[str, str]], at: int, language: str) -> tuple[str, ...]:
    if not findings:
        return (say_staff("staff.inventory.nothing", language),)
    return (say_staff(f"staff.finding.{findings[at][1]}.do", language),)


def _still(staff: Staff, world: StaffWorld) -> Frame:
    """Nobody leaves while a door may be open."""
    plain = frame(staff, world)
    return replace(plain, help_bar=(None, None, None, None, None))
