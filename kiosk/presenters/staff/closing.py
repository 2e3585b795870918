"""Pause, and other hours for today."""

from kiosk.flows import staff_events as e
from kiosk.flows.staff import Staff
from kiosk.presenters.contents import Action, Choice, IconLine
from kiosk.presenters.staff.contents import BoardRow, StaffBoard, Tone
from kiosk.presenters.staff.frame import SIGNS, arrows, at_minute, chosen, clock, frame, note, said
from kiosk.presenters.staff.world import StaffWorld
from kiosk.staff.hours_today import LAST_MINUTE, minute_of, spans_today
from kiosk.staff.kept import Change
from kiosk.texts import say, say_staff

PAUSES = ("short", "meeting", "maintenance", "fault")
"""Reasons of a pause; visitors read `paused.reason.*`."""
LENGTHS = (0, 15, 30, 60)
"""Minutes; 0: until it is ended."""
REASONS = ("staffing", "meeting", "technical", "event", "none")
"""Reasons of other hours; visitors read `today.reason.*`."""
REASON_ICONS = {
    "short": "coffee-outline",
    "meeting": "account-group",
    "maintenance": "wrench-outline",
    "fault": "alert-circle-outline",
    "staffing": "account-alert-outline",
    "technical": "wrench-outline",
    "event": "calendar-star",
    "none": "minus-circle-outline",
}
STEP = 15
"""Minutes by which a time is moved."""


def pause(staff: Staff, world: StaffWorld) -> StaffBoard:
    """Why, how long; or the end of the pause that runs."""
    language, running = staff.language, world.kept.pause
    reason = running.reason if running else staff.reason or PAUSES[0]
    at = PAUSES.index(reason) if reason in PAUSES else 0
    rows = tuple(
        BoardRow(
            test_id=f"pause.{name}",
            icon=REASON_ICONS[name],
            name=say_staff(f"staff.pause.{name}", language),
            state="",
            chosen=index == at,
            event=e.ReasonChosen(name),
        )
        for index, name in enumerate(PAUSES)
    )
    up, down = _reason_arrows(at, PAUSES, language)
    if running:
        key = "staff.pause.until" if running.until else "staff.pause.open_end"
        words = say_staff(key, language, until=clock(running.until, language) if running.until else "")
        end = say_staff("staff.pause.end", language)
        return StaffBoard(
            frame=frame(staff, world),
            title=say_staff("staff.menu.pause", language),
            chip=IconLine(icon="pause-circle-outline", rest=say_staff("staff.pause.runs", language), tone="warn"),
            rows=rows[at : at + 1],
            heading=say_staff("staff.pause.runs_since", language, since=clock(running.since, language)),
            sentences=(words, say(f"paused.reason.{PAUSES[at]}", language)),
            said=said(staff),
            actions=(Action(test_id="pause.end", label=end, icon="play", event=e.PauseEnded(), primary=True),),
            note=note(staff, world),
        )
    begin = say_staff("staff.pause.begin", language)
    return StaffBoard(
        frame=frame(staff, world),
        title=say_staff("staff.menu.pause", language),
        rows=rows,
        heading=say_staff("staff.pause.visitors_read", language),
        sentences=(say(f"paused.reason.{PAUSES[at]}", language),),
        said=said(staff),
        choices=tuple(
            Choice(
                test_id=f"pause.length.{minutes}",
                label=say_staff(f"staff.pause.length.{minutes}", language),
                chosen=minutes == staff.minutes,
                event=e.LengthChosen(minutes),
            )
            for minutes in LENGTHS
        ),
        actions=(Action(test_id="pause.begin", label=begin, icon="pause", event=e.PauseBegun(), primary=True),),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _reason_arrows(at: int, reasons: tuple[str, ...], language: str) -> tuple[Action | None, Action | None]:
    """Up and down through reasons, by name."""
    up, down = arrows(at, len(reasons), language)
    named = []
    for action, index in ((up, at - 1), (down, at + 1)):
        if action is not None and not action.locked:
            action = Action(
                test_id=action.test_id, label=action.label, icon=action.icon, event=e.ReasonChosen(reasons[index])
            )
        named.append(action)
    return named[0], named[1]


def scopes(world: StaffWorld) -> tuple[str, ...]:
    """The house, its offices, its concerns."""
    content = world.usual
    return ("house", *(f"office:{name}" for name in content.offices), *(f"concern:{name}" for name in content.concerns))


def scope_name(scope: str, world: StaffWorld, language: str) -> str:
    """How a scope is called."""
    kind, _, name = scope.partition(":")
    if kind == "house":
        return say_staff("staff.hours.house", language)
    texts = world.usual.offices[name].name if kind == "office" else world.usual.concerns[name].title
    return texts.in_language(language)


def hours(staff: Staff, world: StaffWorld) -> StaffBoard:
    """Today's hours of house, offices and concerns."""
    language, names = staff.language, scopes(world)
    at = chosen(staff, names)
    scope = names[at]
    up, down = arrows(at, len(names), language)
    changes = {change.scope: change for change in world.kept.changes_on(world.now.date())}
    count = len(changes)
    tone: Tone = "warn" if count else "ok"
    return StaffBoard(
        frame=frame(staff, world),
        title=say_staff("staff.hours.title", language),
        chip=IconLine(icon=SIGNS[tone], rest=say_staff("staff.hours.changes", language, n=count), tone=tone),
        rows=tuple(
            BoardRow(
                test_id=f"scope.{index}",
                icon={"house": "domain", "office": "office-building-outline"}.get(
                    name.partition(":")[0], "ticket-outline"
                ),
                name=scope_name(name, world, language),
                state=_today(name, world, language),
                tone="warn" if name in changes else "",
                chosen=index == at,
                event=e.RowChosen(index),
            )
            for index, name in enumerate(names)
        ),
        heading=scope_name(scope, world, language),
        sentences=_hours_words(changes.get(scope), scope, world, language),
        said=said(staff),
        actions=_hours_actions(scope, scope in changes, world, language),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _today(scope: str, world: StaffWorld, language: str) -> str:
    spans = spans_today(world.content, scope, world.now.date()) or ()
    if not spans:
        return say_staff("staff.hours.closed", language)
    return ", ".join(
        f"{at_minute(minute_of(s.start), language)}–{at_minute(minute_of(s.end), language)}" for s in spans
    )


def _hours_words(change: Change | None, scope: str, world: StaffWorld, language: str) -> tuple[str, ...]:
    today = say_staff("staff.hours.today", language, hours=_today(scope, world, language))
    if change is None:
        return (today,)
    reason = say_staff(f"staff.hours.reason.{change.reason}", language)
    return (today, say_staff("staff.hours.changed", language, reason=reason))


def _hours_actions(scope: str, is_changed: bool, world: StaffWorld, language: str) -> tuple[Action, ...]:
    now = world.now.hour * 60 + world.now.minute
    spans = spans_today(world.content, scope, world.now.date()) or ()
    end = minute_of(spans[-1].end) if spans else now
    later = min(LAST_MINUTE, _quarter(max(end, now) + 60))
    close = Action(
        test_id="hours.close",
        label=say_staff("staff.hours.close", language),
        icon="door-closed",
        event=e.HoursOpened(scope, "close", now),
        locked="" if spans and now < end else say_staff("staff.hours.over", language),
    )
    longer = Action(
        test_id="hours.longer",
        label=say_staff("staff.hours.longer", language),
        icon="door-open",
        event=e.HoursOpened(scope, "open", later),
    )
    if not is_changed:
        return (close, longer)
    usual = say_staff("staff.hours.usual", language)
    restore = Action(test_id="hours.restore", label=usual, icon="undo", event=e.HoursRestored(scope), primary=True)
    return (restore, close, longer)


def _quarter(minute: int) -> int:
    return minute // STEP * STEP


def hours_time(staff: Staff, world: StaffWorld) -> StaffBoard:
    """From when, or until when, and why."""
    language = staff.language
    reason = staff.reason or REASONS[0]
    at = REASONS.index(reason) if reason in REASONS else 0
    up, down = _reason_arrows(at, REASONS, language)
    now = world.now.hour * 60 + world.now.minute
    at_once = staff.kind == "close" and staff.minute <= now
    time = at_minute(staff.minute, language)
    do = "staff.hours.do_now" if at_once else f"staff.hours.do_{staff.kind}"
    return StaffBoard(
        frame=frame(staff, world, back=e.HoursWanted()),
        title=scope_name(staff.scope, world, language),
        rows=tuple(
            BoardRow(
                test_id=f"reason.{name}",
                icon=REASON_ICONS[name],
                name=say_staff(f"staff.hours.reason.{name}", language),
                state="",
                chosen=index == at,
                event=e.ReasonChosen(name),
            )
            for index, name in enumerate(REASONS)
        ),
        heading=say_staff("staff.hours.now" if at_once else f"staff.hours.{staff.kind}_at", language, time=time),
        sentences=(),
        choices=_times(staff, now, language),
        actions=(
            Action(
                test_id="hours.do",
                label=say_staff(do, language, time=time),
                icon="door-closed" if staff.kind == "close" else "door-open",
                event=e.HoursChanged(),
                primary=True,
            ),
        ),
        up=up,
        down=down,
        note=note(staff, world),
    )


def _times(staff: Staff, now: int, language: str) -> tuple[Choice, ...]:
    """Earlier, the time itself, later; an hour and a quarter each."""
    least = now if staff.kind == "close" else now + 1
    moves = (
        (-60, "−1 h"),
        (-STEP, f"−{STEP}"),
        (0, at_minute(staff.minute, language)),
        (STEP, f"+{STEP}"),
        (60, "+1 h"),
    )
    return tuple(
        Choice(
            test_id=f"time.{by}",
            label=label,
            chosen=by == 0,
            event=e.MinuteChosen(_moved(staff.minute, by, least)),
        )
        for by, label in moves
    )


def _moved(minute: int, by: int, least: int) -> int:
    """Moved to full quarters, but not before now nor into tomorrow."""
    if by == 0:
        return minute
    aimed = minute + by
    if minute % STEP:
        aimed = _quarter(minute) + by + (STEP if by < 0 else 0)
    return max(least, min(aimed, LAST_MINUTE))
