"""Lists of the staff corner: devices, tickets to settle, faults, content in use."""

from pathlib import PurePath

from kiosk.flows import staff_events as e
from kiosk.flows.staff import Staff
from kiosk.presenters.contents import Action, IconLine
from kiosk.presenters.staff.contents import BoardRow, StaffBoard, Tone
from kiosk.presenters.staff.frame import SIGNS, arrows, chosen, clock, frame, moment_in_words, note, said
from kiosk.presenters.staff.world import DeviceView, StaffWorld
from kiosk.staff.faults import Fault
from kiosk.texts import say_staff
from kiosk.ticketing.settling import How, Unsettled

HOW_ICONS = {
    How.PRINTED: "ticket-confirmation-outline",
    How.PAPERLESS: "cellphone",
    How.REPLACE: "ticket-outline",
    How.VOID: "cancel",
}
VERSION_LETTERS = 8
SHOWN_FAULTS = 40
"""More nobody walks through with arrows; the journal has them all."""


def devices(staff: Staff, world: StaffWorld) -> StaffBoard:
    """Every device with its state; picture 20."""
    language, at = staff.language, chosen(staff, world.devices)
    up, down = arrows(at, len(world.devices), language)
    one = world.devices[at] if world.devices else None
    return StaffBoard(
        frame=frame(staff, world),
        title=say_staff("staff.menu.devices", language),
        chip=_hints(world.devices, language),
        rows=tuple(
            BoardRow(
                test_id=f"device.{device.id}",
                icon=device.icon,
                name=device.name,
                state=device.state,
                tone=device.tone,
                chosen=index == at,
                event=e.RowChosen(index),
            )
            for index, device in enumerate(world.devices)
        ),
        heading=one.name if one else "",
        sentences=one.advice if one else (),
        said=said(staff),
        actions=_device_actions(one) if one else (),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _device_actions(device: DeviceView) -> tuple[Action, ...]:
    return tuple(
        Action(
            test_id=f"{device.id}.{action.id}",
            label=action.label,
            icon=action.icon,
            primary=action.primary,
            locked=action.locked,
            event=e.DeviceTold(device.id, action.id),
        )
        for action in device.actions
    )


def _hints(devices: tuple[DeviceView, ...], language: str) -> IconLine:
    bad = [device for device in devices if device.tone in ("warn", "fault")]
    if not bad:
        return IconLine(icon=SIGNS["ok"], rest=say_staff("staff.devices.well", language), tone="ok")
    tone: Tone = "fault" if any(device.tone == "fault" for device in bad) else "warn"
    return IconLine(icon=SIGNS[tone], rest=say_staff("staff.devices.hints", language, n=len(bad)), tone=tone)


def tickets(staff: Staff, world: StaffWorld) -> StaffBoard:
    """Numbers of which nobody knows whether paper came."""
    language, at = staff.language, chosen(staff, world.unsettled)
    up, down = arrows(at, len(world.unsettled), language)
    one = world.unsettled[at] if world.unsettled else None
    return StaffBoard(
        frame=frame(staff, world),
        title=say_staff("staff.tickets.title", language),
        rows=tuple(
            _ticket_row(index, ticket, index == at, world, language) for index, ticket in enumerate(world.unsettled)
        ),
        empty=say_staff("staff.tickets.none", language),
        heading=one.ticket.label if one else say_staff("staff.tickets.well", language),
        sentences=(say_staff(f"staff.tickets.{one.why}.advice", language),) if one else (),
        said=_settling(staff, world) or said(staff),
        actions=_settle_actions(one, world, language) if one else (),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _ticket_row(index: int, one: Unsettled, is_chosen: bool, world: StaffWorld, language: str) -> BoardRow:
    tone: Tone = "ok" if one.ticket.id == world.settling else "warn"
    return BoardRow(
        test_id=f"ticket.{index}",
        icon="ticket-outline",
        name=f"{one.ticket.label} · {clock(one.ticket.drawn_at, language)}",
        state=say_staff(f"staff.tickets.{one.why}", language),
        tone=tone,
        chosen=is_chosen,
        event=e.RowChosen(index),
    )


def _settling(staff: Staff, world: StaffWorld) -> IconLine | None:
    if not world.settling:
        return None
    label = next((one.ticket.label for one in world.unsettled if one.ticket.id == world.settling), "")
    words = say_staff("staff.tickets.settling", staff.language, label=label, n=max(1, world.settling_seconds))
    return IconLine(icon=SIGNS["ok"], rest=words, tone="ok")


def _settle_actions(one: Unsettled, world: StaffWorld, language: str) -> tuple[Action, ...]:
    if one.ticket.id == world.settling:
        undo = say_staff("staff.take_back", language)
        return (Action(test_id="settle.undo", label=undo, icon="undo", event=e.SettleTakenBack()),)
    return tuple(
        Action(
            test_id=f"settle.{how}",
            label=say_staff(f"staff.settle.{how}", language),
            icon=HOW_ICONS[how],
            event=e.SettleWanted(one.ticket.id, how.value),
        )
        for how in one.choices
    )


def faults(staff: Staff, world: StaffWorld) -> StaffBoard:
    """The last faults, newest first."""
    shown = world.faults[:SHOWN_FAULTS]
    language, at = staff.language, chosen(staff, shown)
    up, down = arrows(at, len(shown), language)
    one = shown[at] if shown else None
    count = sum(fault.until is None for fault in world.faults)
    tone: Tone = "fault" if count else "ok"
    return StaffBoard(
        frame=frame(staff, world),
        title=say_staff("staff.faults.title", language),
        chip=IconLine(icon=SIGNS[tone], rest=say_staff("staff.faults.open", language, n=count), tone=tone),
        rows=tuple(
            BoardRow(
                test_id=f"fault.{index}",
                icon="history",
                name=moment_in_words(fault.since, world.now, language),
                state=fault.name,
                tone="fault" if fault.until is None else "ok",
                chosen=index == at,
                event=e.RowChosen(index),
            )
            for index, fault in enumerate(shown)
        ),
        empty=say_staff("staff.faults.none", language),
        heading=one.name if one else "",
        sentences=_fault_words(one, world, language) if one else (),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _fault_words(fault: Fault, world: StaffWorld, language: str) -> tuple[str, ...]:
    since = moment_in_words(fault.since, world.now, language)
    if fault.until is None:
        when = say_staff("staff.faults.since", language, since=since)
    else:
        until = moment_in_words(fault.until, world.now, language)
        when = say_staff("staff.faults.span", language, since=since, until=until)
    often = say_staff("staff.faults.times", language, n=fault.times) if fault.times > 1 else ""
    return tuple(part for part in (fault.what, when, often, fault.remedy) if part)


def content_in_use(staff: Staff, world: StaffWorld) -> StaffBoard:
    """Which content the kiosk shows, since when, and what is wrong with what stands in the folder."""
    language = staff.language
    problems = world.problems[:SHOWN_FAULTS]
    serious = sum(problem.serious for problem in world.problems)
    rows = [_version_row(world, language)]
    rows += [
        BoardRow(
            test_id=f"problem.{index}",
            icon="file-alert-outline",
            name=PurePath(problem.file).stem or say_staff("staff.content.folder", language),
            state=problem.entry or problem.field,
            tone="fault" if problem.serious else "warn",
            event=e.RowChosen(index),
        )
        for index, problem in enumerate(problems, 1)
    ]
    at = chosen(staff, rows)
    up, down = arrows(at, len(rows), language)
    tone: Tone = "fault" if serious else "ok"
    return StaffBoard(
        frame=frame(staff, world),
        title=say_staff("staff.menu.content", language),
        chip=IconLine(icon=SIGNS[tone], rest=say_staff("staff.content.wrong", language, n=serious), tone=tone),
        rows=tuple(
            BoardRow(**{name: getattr(row, name) for name in row.__struct_fields__ if name != "chosen"}, chosen=n == at)
            for n, row in enumerate(rows)
        ),
        heading=rows[at].name,
        sentences=_version_words(world, serious, language) if at == 0 else (str(problems[at - 1]),),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _version_row(world: StaffWorld, language: str) -> BoardRow:
    return BoardRow(
        test_id="content.version",
        icon="file-document-outline",
        name=say_staff("staff.content.in_use", language),
        state=world.usual.version[:VERSION_LETTERS],
        tone="ok",
        event=e.RowChosen(0),
    )


def _version_words(world: StaffWorld, serious: int, language: str) -> tuple[str, ...]:
    since = moment_in_words(world.content_since, world.now, language) if world.content_since else "?"
    first = say_staff("staff.content.since", language, since=since, n=len(world.usual.services))
    second = "staff.content.rejected" if serious else "staff.content.well"
    return (first, say_staff(second, language, n=serious))
