"""The overview: what needs somebody now, and eight ways on. And the two ends: restart and the technician."""

from kiosk.flows import staff_events as e
from kiosk.flows.events import Event
from kiosk.flows.loading_events import LockersWanted
from kiosk.flows.staff import Staff
from kiosk.presenters.contents import Action, IconLine, Message
from kiosk.presenters.staff.contents import StaffMenu
from kiosk.presenters.staff.frame import SIGNS, clock, frame, note, said
from kiosk.presenters.staff.world import StaffWorld
from kiosk.texts import say_staff

TILES: tuple[tuple[str, str, Event], ...] = (
    ("devices", "printer-outline", e.DevicesWanted()),
    ("tickets", "ticket-confirmation-outline", e.TicketsWanted()),
    ("pause", "pause-circle-outline", e.PauseWanted()),
    ("hours", "clock-outline", e.HoursWanted()),
    ("figures", "chart-bar", e.FiguresWanted()),
    ("content", "file-document-outline", e.ContentWanted()),
    ("faults", "history", e.FaultsWanted()),
    ("reboot", "restart", e.RebootWanted()),
)
LOCKERS: tuple[str, str, Event] = ("lockers", "locker-multiple", LockersWanted())
"""First, where there are compartments."""


def menu(staff: Staff, world: StaffWorld) -> StaffMenu:
    """First after the PIN."""
    language = staff.language
    return StaffMenu(
        frame=frame(staff, world),
        title=say_staff("staff.menu.title", language),
        lines=(_devices(world, language), _tickets(world, language), _pause(world, language), _day(world, language)),
        tiles=tuple(
            Action(
                test_id=f"staff.{name}",
                label=say_staff(f"staff.menu.{name}", language),
                icon=icon,
                event=event,
            )
            for name, icon, event in ((LOCKERS, *TILES) if world.terminal.fitted else TILES)
        ),
        note=note(staff, world),
    )


def _devices(world: StaffWorld, language: str) -> IconLine:
    bad = [device for device in world.devices if device.tone in ("warn", "fault")]
    if not bad:
        return IconLine(icon=SIGNS["ok"], rest=say_staff("staff.menu.devices_well", language), tone="ok")
    tone = "fault" if any(device.tone == "fault" for device in bad) else "warn"
    words = ": ".join((bad[0].name, bad[0].state))
    if len(bad) > 1:
        words = say_staff("staff.menu.devices_bad", language, n=len(bad))
    return IconLine(icon=SIGNS[tone], rest=words, tone=tone)  # type: ignore[arg-type]  # one of the two above


def _tickets(world: StaffWorld, language: str) -> IconLine:
    count = len(world.unsettled)
    if not count:
        return IconLine(icon=SIGNS["ok"], rest=say_staff("staff.menu.tickets_well", language), tone="ok")
    return IconLine(icon=SIGNS["warn"], rest=say_staff("staff.menu.tickets_open", language, n=count), tone="warn")


def _pause(world: StaffWorld, language: str) -> IconLine:
    pause = world.kept.pause
    if pause is None:
        return IconLine(icon=SIGNS["ok"], rest=say_staff("staff.menu.serves", language), tone="ok")
    key = "staff.menu.paused_until" if pause.until else "staff.menu.paused"
    until = clock(pause.until, language) if pause.until else ""
    return IconLine(icon="pause-circle-outline", rest=say_staff(key, language, until=until), tone="warn")


def _day(world: StaffWorld, language: str) -> IconLine:
    changes = len(world.kept.changes_on(world.now.date()))
    if changes:
        return IconLine(
            icon="clock-alert-outline", rest=say_staff("staff.menu.changes", language, n=changes), tone="warn"
        )
    return IconLine(icon="clock-outline", rest=say_staff("staff.menu.usual_hours", language))


def reboot(staff: Staff, world: StaffWorld) -> Message:
    """Really?"""
    language = staff.language
    answer = said(staff)
    yes = Action(
        test_id="reboot.yes",
        label=say_staff("staff.reboot.yes", language),
        icon="restart",
        event=e.RebootConfirmed(),
        primary=True,
        locked="" if world.can_reboot else say_staff("staff.reboot.off", language),
    )
    return Message(
        frame=frame(staff, world),
        icon="restart",
        tone="warn",
        title=say_staff("staff.reboot.title", language),
        sentences=(say_staff("staff.reboot.lead", language), say_staff("staff.reboot.kept", language)),
        lines=(answer,) if answer else (),
        actions=(
            yes,
            Action(
                test_id="reboot.no",
                label=say_staff("staff.reboot.no", language),
                icon="arrow-left",
                event=e.MenuWanted(),
            ),
        ),
    )


def rebooting(staff: Staff, world: StaffWorld) -> Message:
    """It begins."""
    language = staff.language
    return Message(
        frame=frame(staff, world),
        icon="restart",
        title=say_staff("staff.reboot.begins", language),
        sentences=(say_staff("staff.reboot.wait", language),),
        actions=(),
    )


def technician(staff: Staff, world: StaffWorld) -> Message:
    """Whom to call, and what they will ask."""
    language = staff.language
    contact = world.technician or say_staff("staff.technician.unknown", language)
    lines = [
        IconLine(icon="phone", bold=contact),
        IconLine(icon="monitor", rest=say_staff("staff.technician.kiosk", language, kiosk=world.kiosk)),
        IconLine(
            icon="file-document-outline",
            rest=say_staff("staff.technician.content", language, version=world.usual.version),
        ),
    ]
    open_faults = [fault for fault in world.faults if fault.until is None][:2]
    lines += [IconLine(icon=SIGNS["fault"], rest=fault.code, tone="fault") for fault in open_faults]
    return Message(
        frame=frame(staff, world),
        icon="hand-back-left-outline",
        title=say_staff("staff.technician.title", language),
        sentences=(say_staff("staff.technician.lead", language),),
        lines=tuple(lines),
        actions=(
            Action(
                test_id="technician.back",
                label=say_staff("staff.technician.back", language),
                icon="arrow-left",
                event=e.MenuWanted(),
            ),
        ),
    )
