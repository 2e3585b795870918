"""What stands around the staff's screens, and what many of them share."""

from collections.abc import Sequence
from datetime import datetime

from kiosk.flows import staff_events as e
from kiosk.flows.events import Event
from kiosk.flows.staff import OUTSIDE, St, Staff
from kiosk.presenters.contents import Action, Frame, IconLine
from kiosk.presenters.staff.contents import Tone
from kiosk.presenters.staff.world import StaffWorld
from kiosk.texts import say, say_staff

SIGNS: dict[str, str] = {
    "ok": "check-circle",
    "warn": "alert",
    "fault": "alert-circle-outline",
    "": "information-outline",
}


def frame(staff: Staff, world: StaffWorld, back: Event | None = None) -> Frame:
    """:param back: where "back" leads; None: to the overview, before the PIN out of the corner."""
    language = staff.language
    inside = staff.state not in OUTSIDE
    if back is None and inside and staff.state not in (St.MENU, St.REBOOTING):
        back = e.MenuWanted()
    if not inside and staff.state is not St.CHECKING:
        back = e.SignedOff()
    go_back = Action(test_id="bar.back", label=say_staff("staff.bar.back", language), icon="arrow-left", event=back)
    end = Action(
        test_id="bar.sign_off", label=say_staff("staff.bar.sign_off", language), icon="close", event=e.SignedOff()
    )
    technician = Action(
        test_id="bar.technician",
        label=say_staff("staff.bar.technician", language),
        icon="hand-back-left-outline",
        event=e.TechnicianWanted(),
    )
    return Frame(
        language=language,
        house=say_staff("staff.title", language),
        town=world.kiosk,
        clock=clock(world.now, language),
        help_bar=(
            go_back if back is not None else None,
            end if inside and staff.state is not St.REBOOTING else None,
            None,
            None,
            technician if inside and staff.state not in (St.TECHNICIAN, St.REBOOTING) else None,
        ),
    )


def clock(moment: datetime, language: str) -> str:
    """Hour and minute."""
    return say("clock", language, hour=moment.hour, minute=moment.minute)


def at_minute(minute: int, language: str) -> str:
    """A minute of the day as a time."""
    hour, rest = divmod(minute, 60)
    return say("clock", language, hour=hour, minute=rest)


def moment_in_words(moment: datetime, now: datetime, language: str) -> str:
    """ "10:12", with the date where it is not today."""
    time = clock(moment, language)
    if moment.date() == now.date():
        return time
    return f"{moment.day:02}.{moment.month:02}. {time}"


def note(staff: Staff, world: StaffWorld) -> str:
    """Since when somebody is signed in, and when that ends by itself."""
    if world.signed_in_at is None:
        return ""
    since = clock(world.signed_in_at, staff.language)
    return say_staff("staff.note", staff.language, since=since, n=max(1, world.signs_off_in))


def said(staff: Staff) -> IconLine | None:
    """What came of the last touch."""
    if staff.said is None:
        return None
    tone: Tone = staff.said.tone if staff.said.tone in ("ok", "warn", "fault") else ""  # type: ignore[assignment]  # narrowed by the test
    words = say_staff(staff.said.key, staff.language, about=staff.said.about)
    return IconLine(icon=SIGNS[tone], rest=words, tone=tone)


def arrows(row: int, count: int, language: str) -> tuple[Action | None, Action | None]:
    """Up and down through a list; none where there is nothing to choose."""
    if count < 2:
        return None, None
    up = Action(test_id="staff.up", label=say_staff("staff.up", language), icon="arrow-up", event=e.RowChosen(row - 1))
    down = Action(
        test_id="staff.down", label=say_staff("staff.down", language), icon="arrow-down", event=e.RowChosen(row + 1)
    )
    first, last = say_staff("staff.first", language), say_staff("staff.last", language)
    if row <= 0:
        up = Action(test_id="staff.up", label=up.label, icon=up.icon, locked=first)
    if row >= count - 1:
        down = Action(test_id="staff.down", label=down.label, icon=down.icon, locked=last)
    return up, down


def chosen(staff: Staff, items: Sequence[object]) -> int:
    """The chosen row, inside the list."""
    return max(0, min(staff.row, len(items) - 1))
