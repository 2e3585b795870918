"""Sample ways through a small house."""

from functools import partial

from kiosk.flows import events as e
from kiosk.presenters import contents as c
from tests.kiosk.screens.sample_frame import action, frame, pick


def box(x0: float, y0: float, x1: float, y1: float) -> tuple[tuple[float, float], ...]:
    return ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))


def house(language: str, *, upper: bool = False) -> c.MapContent:
    """A small hall with rooms on both sides: the ground floor, or the first floor with the destination."""
    say = partial(pick, language)
    n = "1" if upper else "0"
    rooms = [
        c.MapRoom(outline=box(0, 6.2, 22, 9.8), look="corridor"),
        c.MapRoom(
            outline=box(6.2, 0, 16.2, 6.2), look="corridor", name=say("Eingang", "Entrance") if not upper else ""
        ),
        c.MapRoom(outline=box(0, 9.8, 4.6, 15), look="room", number=f"{n}.02"),
        c.MapRoom(outline=box(4.6, 9.8, 9.4, 15), look="room", number=f"{n}.03"),
        c.MapRoom(outline=box(9.4, 9.8, 13.5, 15), look="room", sign="stairs", name=say("Treppe", "Stairs")),
        c.MapRoom(outline=box(13.5, 9.8, 17.4, 15), look="room", sign="lift", name=say("Aufzug", "Lift")),
        c.MapRoom(outline=box(17.4, 9.8, 22, 15), look="room", sign="toilets", name="WC"),
        c.MapRoom(
            outline=box(0, 0, 6.2, 6.2),
            look="goal" if upper else "room",
            number="1.07" if upper else "0.01",
            name=say("Bürgerbüro", "Office") if upper else say("Fundbüro", "Lost property"),
        ),
        c.MapRoom(outline=box(16.2, 0, 22, 6.2), look="room", number=f"{n}.05", name=say("Kasse", "Payments")),
    ]
    doors = (
        (2.3, 9.8, 0.0),
        (7, 9.8, 0.0),
        (11.5, 9.8, 0.0),
        (15.4, 9.8, 0.0),
        (19.7, 9.8, 0.0),
        (3.1, 6.2, 0.0),
        (19, 6.2, 0.0),
    )
    ground = ((11.2, 5.3), (11.2, 8), (15.4, 8), (15.4, 10.4))
    above = ((15.4, 10.2), (15.4, 8), (3.1, 8), (3.1, 6.2))
    route = above if upper else ground
    return c.MapContent(
        rooms=tuple(rooms),
        outlines=(box(0, 0, 22, 15),),
        doors=doors,
        route=(route,),
        current=route,
        here=None if upper else ground[0],
        here_label="" if upper else say("Sie sind hier", "You are here"),
        goal=(3.1, 5.4) if upper else None,
        goal_label="1.07" if upper else "",
        start=route[0] if upper else None,
        flag="" if upper else say("↑ 1. Stock", "↑ 1st floor"),
        flag_at=None if upper else (15.4, 9),
        focus=(0, 0, 22, 15),
    )


def way(language: str, *, upper: bool = False, plan: c.MapContent | None = None, levels: int = 2) -> c.Way:
    say = partial(pick, language)
    names = (say("Erdgeschoss", "Ground floor"), say("1. Stock", "1st floor"), say("2. Stock", "2nd floor"))
    steps = (
        (say("Zum Aufzug gehen", "Walk to the lift"), "12 m"),
        (say("In den 1. Stock fahren", "Take the lift to the 1st floor"), ""),
        (say("Rechts, am Wartebereich Blau vorbei", "Right, past the waiting area Blau"), "118 m"),
        (say("Zimmer 1.07 ist links", "Room 1.07 is on the left"), ""),
    )
    now = 2 if upper else 0
    return c.Way(
        frame=frame(language),
        title=say("Weg zu Zimmer 1.07", "Way to room 1.07"),
        sub=say("Personalausweis · 1. Stock ·", "Identity card · 1st floor ·"),
        sub_bold=say("etwa 3 Minuten", "about 3 minutes"),
        map=plan or house(language, upper=upper),
        map_name=say("Plan: Erdgeschoss, mit Ihrem Weg", "Floor plan: ground floor, with your way"),
        legend=(
            ("start", "Start") if upper else ("here", say("Sie sind hier", "You are here")),
            ("route", say("Ihr Weg", "Your way")),
            ("goal", say("Ziel", "Destination")) if upper else ("lift", say("Aufzug", "Lift")),
        ),
        levels=tuple(
            c.Choice(test_id=f"level.{i}", label=name, chosen=i == int(upper), event=e.LevelShown(i))
            for i, name in enumerate(names[:levels])
        ),
        step_free=c.Choice(
            test_id="way.step_free", label=say("Ohne Stufen", "No steps"), chosen=upper, event=e.StepFreeSwitched()
        ),
        steps_title=say(f"Schritt {now + 1} von 4", f"Step {now + 1} of 4"),
        steps=tuple(
            c.StepRow(number=str(i + 1), text=text, metres=metres, current=i == now)
            for i, (text, metres) in enumerate(steps)
        ),
        actions=(
            action("way.previous", say("Schritt 2", "Step 2"), "arrow-left"),
            action("way.next", say("Schritt 4", "Step 4"), "arrow-right", primary=True),
        )
        if upper
        else (
            action("way.next", say("Schritt 2", "Step 2"), "arrow-right", primary=True),
            action("way.print", say("Drucken", "Print"), "printer"),
            action("way.phone", say("Handy", "Phone"), "cellphone"),
        ),
    )
