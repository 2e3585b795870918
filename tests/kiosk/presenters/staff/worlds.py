"""Staff screens as they come out of the presenters: the demo town, devices good and bad, a day with numbers."""

from datetime import datetime, timedelta
from functools import cache

from msgspec.structs import replace

from content.model.content import Content, Problem
from content.releases.current import CurrentContent
from kiosk.flows import staff_events as e
from kiosk.flows.loading import Lockers
from kiosk.flows.staff import St, Staff
from kiosk.pickup.model import Alarm, Compartment, CompartmentState, CompartmentView, Size, TerminalView
from kiosk.presenters.staff.contents import StaffScreen
from kiosk.presenters.staff.present import present
from kiosk.presenters.staff.world import DeviceAction, DeviceView, StaffWorld
from kiosk.staff.faults import Fault
from kiosk.staff.kept import Change, Kept, Pause
from kiosk.ticketing.figures import figures
from kiosk.ticketing.model import Ticket, TicketState
from kiosk.ticketing.settling import How, Unsettled, Why
from tests.kiosk.world import DEMO, WEDNESDAY, compiled


@cache
def content() -> Content:
    return CurrentContent(DEMO, compiled()).content


def ticket(number: int, concern: str, minutes: int, *, wait: int | None = None, days: int = 0) -> Ticket:
    """Drawn so many minutes after eight."""
    drawn = WEDNESDAY.replace(hour=8, minute=0) + timedelta(minutes=minutes, days=-days)
    return Ticket(
        id=f"{days}-{number}",
        visit_id=f"v{days}-{number}",
        concern=concern,
        number=number,
        label=f"A{number:03}",
        day=drawn.date(),
        drawn_at=drawn,
        state=TicketState.PRINTED,
        waiting_before=0,
        wait_minutes=5,
        called_at=drawn + timedelta(minutes=wait) if wait is not None else None,
    )


def tickets() -> tuple[Ticket, ...]:
    """A morning in the demo town, and the days before."""
    concerns = list(content().concerns)
    today = [ticket(n, concerns[n * n % len(concerns)], n * 2, wait=n % 23 if n < 60 else None) for n in range(80)]
    before = [ticket(n, concerns[0], n, days=days) for days in range(1, 8) for n in range(40 + 13 * days)]
    return (*today, *before)


def device(name: str, icon: str, title: str, state: str, tone: str = "ok") -> DeviceView:
    return DeviceView(id=name, icon=icon, name=title, state=state, tone=tone)  # type: ignore[arg-type]


def devices(language: str) -> tuple[DeviceView, ...]:
    de = language == "de"
    return (
        DeviceView(
            id="printer",
            icon="printer-alert",
            name="Ticketdrucker" if de else "Ticket printer",
            state="Papier geht aus" if de else "paper low",
            tone="warn",
            trouble="printer.paper_low",
            advice=("Rolle bald wechseln.", "Legen Sie eine neue Rolle bereit.")
            if de
            else ("Change the roll soon.", "Have a new roll at hand."),
            actions=(
                DeviceAction(
                    id="refilled",
                    label="Rolle ist gewechselt" if de else "Roll is changed",
                    icon="receipt-text",
                    primary=True,
                ),
                DeviceAction(id="test", label="Testdruck" if de else "Test print", icon="printer"),
                DeviceAction(id="out", label="Außer Betrieb" if de else "Out of service", icon="pause"),
            ),
        ),
        device(
            "content",
            "file-document-outline",
            "Inhalte" if de else "Content",
            "seit 24.11. 08:10" if de else "since 24.11. 08:10",
        ),
        device("presence", "motion-sensor", "Bewegungsmelder" if de else "Motion sensor", "bereit" if de else "ready"),
        device("speech", "microphone", "Sprache" if de else "Speech", "bereit" if de else "ready"),
        device("keypad", "dialpad", "Tastenfeld" if de else "Keypad", "nicht da" if de else "not there", "fault"),
        device("display", "monitor", "Bildschirm" if de else "Screen", "bereit" if de else "ready"),
    )


def unsettled() -> tuple[Unsettled, ...]:
    choices = (How.PRINTED, How.PAPERLESS, How.REPLACE, How.VOID)
    return (
        Unsettled(ticket(41, "ausweis", 100), Why.MAYBE_ON_PAPER, choices),
        Unsettled(ticket(42, "ausweis", 130), Why.PAPER_MISSED, (How.REPLACE, How.PAPERLESS, How.PRINTED, How.VOID)),
        Unsettled(ticket(47, "ausweis", 150), Why.NO_PAPER, (How.PAPERLESS, How.REPLACE, How.VOID)),
        Unsettled(ticket(48, "ausweis", 155), Why.STRAY_PAPER, ()),
    )


def faults() -> tuple[Fault, ...]:
    since = WEDNESDAY - timedelta(minutes=30)
    what, remedy = "Das Papier ist leer.", "Deckel öffnen, neue Rolle einlegen, schließen."
    one = Fault(
        source="printer",
        code="printer.paper_out",
        name="Ticketdrucker: Papier ist leer",
        what=what,
        remedy=remedy,
        since=since,
    )
    old = [
        Fault(
            source="printer",
            code="printer.cover_open",
            name="Ticketdrucker: Deckel ist offen",
            since=since - timedelta(hours=20 * n),
            until=since - timedelta(hours=20 * n - 1),
            times=n,
            what=what,
            remedy=remedy,
        )
        for n in range(1, 12)
    ]
    return (one, *old)


PROBLEMS = (
    Problem("services/02-ausweis.yaml", "personalausweis", "fees[0].amount", "write an amount such as 37.00", True, 18),
    Problem("town.yaml", "", "hours.mon", "the span ends before it begins", True, 9),
    Problem("offices.yaml", "standesamt", "as_of", "last checked more than 18 months ago", False, 40),
)


def change(scope: str, kind: str = "close", minute: int = 780) -> Change:
    return Change(scope=scope, kind=kind, minute=minute, since_minute=642, reason="staffing", day=WEDNESDAY.date())  # type: ignore[arg-type]


def terminal() -> TerminalView:
    """Twenty-four compartments in every state."""
    state = dict(enumerate(CompartmentState))
    places = tuple(
        CompartmentView(
            compartment=Compartment(
                id=str(n + 1),
                board=0,
                lock=n,
                size=Size.S,
                column=n // 8 + 1,
                row=n % 8,
                bottom=250 + n % 8 * 120,
                height=120,
            ),
            state=state[n % len(state)],
            door="open" if n == 5 else "unknown" if n == 7 else "closed",
            pickup=""
            if state[n % len(state)] in (CompartmentState.FREE, CompartmentState.OUT_OF_ORDER)
            else f"MU-26-{n:05}",
            since=WEDNESDAY - timedelta(hours=n),
        )
        for n in range(24)
    )
    alarms = (Alarm(code="door_left_open", compartment="6", since=WEDNESDAY),)
    return TerminalView(fitted=True, compartments=places, booked=("MU-26-00471", "MU-26-00472"), alarms=alarms)


def lockers(language: str) -> dict[str, StaffScreen]:
    """Every screen of the part of the compartments."""
    seen = world(language, terminal=terminal())
    calm = world(language, terminal=TerminalView(fitted=True, compartments=terminal().compartments[:1]))
    both = Lockers(first="K-3", second="K-7")
    loading = Lockers(
        first="K-3", second="K-7", booking="MU-26-00471", compartment="17", purpose="load", about="MU-26-00471"
    )

    def at(state: St, part: Lockers = both, seen: StaffWorld = seen, **more: object) -> StaffScreen:
        return present(Staff(state=state, language=language, role="staff", lockers=part, **more), seen)  # type: ignore[arg-type]

    return {
        "menu-lockers": present(Staff(state=St.MENU, language=language, role="staff"), seen),
        "cards": at(St.CARDS, Lockers()),
        "cards-second": at(St.CARDS, Lockers(first="K-3"), said=e.Answered("staff.cards.same", "warn")),
        **{f"lockers-{row}": at(St.LOCKERS, row=row) for row in (0, 4, 8, 12, 16, 23)},
        "lockers-said": at(St.LOCKERS, said=e.Answered("staff.lockers.not_opened", "fault", "17")),
        "lockers-calm": at(St.LOCKERS, seen=calm),
        "booking": at(St.BOOKING),
        "booking-none": at(St.BOOKING, seen=calm, said=e.Answered("staff.lockers.no_booking", "warn", "MU-26-00473")),
        "booking-typed": at(St.BOOKING_TYPED, Lockers(first="K-3", second="K-7", typed="00471")),
        "booking-long": at(St.BOOKING_TYPED, Lockers(first="K-3", second="K-7", typed="260047100001")),
        "proposing": at(St.PROPOSING, loading),
        "proposed": at(St.PROPOSED, loading),
        "locker-opening": at(St.LOCKER_OPENING, loading),
        "locker-open": at(St.LOCKER_OPEN, loading),
        "locker-nothing": at(St.LOCKER_OPEN, replace(loading, nothing=True, unseen=True)),
        "locker-take-out": at(St.LOCKER_OPEN, replace(loading, purpose="take_out")),
        "locker-move": at(St.LOCKER_OPEN, replace(loading, purpose="move")),
        "locker-inspect": at(St.LOCKER_OPEN, replace(loading, purpose="inspect", unseen=True)),
        "locker-closing": at(St.LOCKER_CLOSING, loading),
        "locker-done": at(St.LOCKER_DONE, loading, said=e.Answered("staff.lockers.loaded", "ok", "17")),
        "inventory": at(St.INVENTORY, Lockers(findings=(("6", "open"), ("8", "unknown"), ("4", "unclear")))),
        "inventory-well": at(St.INVENTORY),
    }


def world(language: str = "de", **more: object) -> StaffWorld:
    """As full as it gets; `more` replaces fields."""
    fields: dict[str, object] = {
        "kiosk": "KIOSK-1",
        "now": WEDNESDAY,
        "content": content(),
        "usual": content(),
        "kept": Kept(),
        "signed_in_at": WEDNESDAY - timedelta(minutes=11),
        "signs_off_in": 4,
        "devices": devices(language),
        "unsettled": unsettled(),
        "content_since": WEDNESDAY - timedelta(days=1, hours=2),
        "problems": PROBLEMS,
        "faults": faults(),
        "figures": figures(
            tickets(), WEDNESDAY.date(), {one.id: one.daily_contingent for one in content().concerns.values()}
        ),
        "can_reboot": True,
        "technician": "IT-Service, Tel. 115",
        **more,
    }
    return StaffWorld(**fields)  # type: ignore[arg-type]


def paused(until: datetime | None = None) -> Kept:
    return Kept(pause=Pause(reason="meeting", since=WEDNESDAY, until=until))


def every(language: str) -> dict[str, StaffScreen]:
    """Every screen of the staff corner in every state worth looking at."""
    full = world(language)

    def at(state: St, seen: StaffWorld = full, **more: object) -> StaffScreen:
        return present(Staff(state=state, language=language, role="staff", **more), seen)  # type: ignore[arg-type]

    answer = e.Answered("staff.printer.refill_not_seen", "warn", "Papier ist leer")
    changed = world(language, kept=Kept(changes=(change("house"), change("office:" + next(iter(content().offices))))))
    return {
        **lockers(language),
        "pin": at(St.PIN),
        "pin-typed": at(St.PIN, world(language, last_digit="7"), typed="247"),
        "pin-wrong": at(St.PIN, said=e.Answered("staff.pin.wrong", "warn")),
        "pin-long": at(St.PIN, typed="123456789012"),
        "checking": at(St.CHECKING),
        "locked": at(St.LOCKED, world(language, wait_seconds=14)),
        "locked-long": at(St.LOCKED, world(language, wait_seconds=900)),
        "unusable": at(St.UNUSABLE, why="unset"),
        "damaged": at(St.UNUSABLE, why="damaged"),
        "menu": at(St.MENU),
        "menu-calm": at(St.MENU, world(language, devices=(), unsettled=())),
        "menu-paused": at(St.MENU, world(language, kept=paused(WEDNESDAY + timedelta(minutes=30)))),
        "devices": at(St.DEVICES),
        "devices-said": at(St.DEVICES, said=answer),
        "devices-other": at(St.DEVICES, row=4),
        "tickets": at(St.TICKETS),
        "tickets-missed": at(St.TICKETS, row=1),
        "tickets-stray": at(St.TICKETS, row=3),
        "tickets-settling": at(St.TICKETS, world(language, settling="0-41", settling_seconds=8)),
        "tickets-none": at(St.TICKETS, world(language, unsettled=())),
        "pause": at(St.PAUSE),
        "pause-fault": at(St.PAUSE, reason="fault", minutes=30),
        "pause-running": at(St.PAUSE, world(language, kept=paused(WEDNESDAY + timedelta(minutes=30)))),
        "hours": at(St.HOURS),
        "hours-last": at(St.HOURS, row=99),
        "hours-changed": at(St.HOURS, changed),
        "hours-close": at(St.HOURS_TIME, scope="house", kind="close", minute=642),
        "hours-close-later": at(St.HOURS_TIME, scope="house", kind="close", minute=780),
        "hours-open": at(St.HOURS_TIME, scope="concern:" + next(iter(content().concerns)), kind="open", minute=1095),
        "content": at(St.CONTENT),
        "content-problem": at(St.CONTENT, row=1),
        "content-well": at(St.CONTENT, world(language, problems=())),
        "faults": at(St.FAULTS),
        "faults-old": at(St.FAULTS, row=9),
        "faults-none": at(St.FAULTS, world(language, faults=())),
        "figures-hours": at(St.FIGURES),
        "figures-concerns": at(St.FIGURES, view="concerns"),
        "figures-waits": at(St.FIGURES, view="waits"),
        "figures-days": at(St.FIGURES, view="days"),
        "figures-none": at(St.FIGURES, world(language, figures=figures((), WEDNESDAY.date(), {}))),
        "reboot": at(St.REBOOT),
        "reboot-refused": at(St.REBOOT, said=e.Answered("staff.reboot.paper", "fault")),
        "reboot-off": at(St.REBOOT, world(language, can_reboot=False)),
        "rebooting": at(St.REBOOTING),
        "technician": at(St.TECHNICIAN),
        "technician-unknown": at(St.TECHNICIAN, world(language, technician="", faults=())),
    }
