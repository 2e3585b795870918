"""Contents for looking at screens and testing them: real lengths, German and English, the hard cases."""

from kiosk.flows import events as e
from kiosk.presenters import contents as c

Both = tuple[str, str]
"""German, English."""


def pick(language: str, de: str, en: str) -> str:
    return de if language == "de" else en


def frame(language: str, *, first: bool = True, notice: str = "", footer: str = "") -> c.Frame:
    """The frame of a screen; `first`: with back and finish."""
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    back = c.Action(test_id="bar.back", label=say("Zurück", "Back"), icon="arrow-left", event=e.Back())
    finish = c.Action(test_id="bar.finish", label=say("Beenden", "Finish"), icon="close", event=e.Finished())
    assist = c.Action(
        test_id="bar.help", label=say("Hilfe", "Help"), icon="hand-back-left-outline", event=e.HelpOpened()
    )
    return c.Frame(
        language=language,
        house=say("Bürgeramt", "Citizens’ office"),
        town="Musterstadt",
        clock="10:42",
        help_bar=(back if first else None, finish if first else None, None, None, assist),
        no_name_hint="" if first else say("Ohne Namen", "No name"),
        notice=notice,
        footer=footer,
    )


def action(test_id: str, label: str, icon: str = "", *, primary: bool = False, locked: str = "") -> c.Action:
    event = None if locked else e.ServiceChosen(test_id)
    return c.Action(test_id=test_id, label=label, icon=icon, event=event, primary=primary, locked=locked)


def welcome(language: str, notice: str = "") -> c.Welcome:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    return c.Welcome(
        frame=frame(language, first=False, notice=notice),
        greeting=say("Guten Tag.", "Good morning."),
        question=say("Was möchten Sie erledigen?", "What would you like to do?"),
        lines=(
            c.IconLine(icon="door-open", bold=say("Geöffnet", "Open"), rest=say("bis 16:00 Uhr", "until 4 pm")),
            c.IconLine(
                icon="account-group",
                bold=say("11 Personen", "11 people"),
                rest=say("warten, etwa 14 Minuten", "are waiting, about 14 minutes"),
            ),
            c.IconLine(
                icon="human-greeting-variant",
                bold=say("Jemand hilft Ihnen", "Someone can help"),
                rest=say("an Platz 1 und 3", "at desks 1 and 3"),
            ),
        ),
        search=c.Action(
            test_id="welcome.search",
            label=say("Suchen und tippen", "Search and type"),
            icon="magnify",
            event=e.SearchOpened(),
        ),
        tiles=(
            c.Action(
                test_id="welcome.tickets",
                label=say("Wartenummer ziehen", "Get a waiting number"),
                icon="ticket-confirmation-outline",
                event=e.TicketsOpened(),
            ),
            c.Action(
                test_id="welcome.topics",
                label=say("Thema wählen", "Choose a topic"),
                icon="view-grid-outline",
                event=e.TopicsOpened(),
            ),
            c.Action(
                test_id="welcome.way",
                label=say("Weg finden", "Find the way"),
                icon="map-marker-path",
                event=e.PlacesOpened(),
            ),
            c.Action(
                test_id="welcome.pickup",
                label=say("Dokument abholen", "Collect a document"),
                icon="email-open-outline",
                event=e.HelpOpened(),
            ),
        ),
        languages=(
            c.Choice(
                test_id="language.de", label="Deutsch", chosen=language == "de", event=e.LanguageChosen(language="de")
            ),
            c.Choice(
                test_id="language.en", label="English", chosen=language == "en", event=e.LanguageChosen(language="en")
            ),
        ),
        hour=10,
        minute=42,
    )


def keys(language: str) -> dict[str, c.Action]:
    return {
        "up": c.Action(test_id="key.up", label="", icon="arrow-up", event=e.ChoiceMoved(-1)),
        "down": c.Action(test_id="key.down", label="", icon="arrow-down", event=e.ChoiceMoved(1)),
        "open": c.Action(
            test_id="key.open", label=pick(language, "Öffnen", "Open"), primary=True, event=e.ServiceChosen("lost")
        ),
    }


def row(test_id: str, icon: str, title: str, second: str = "", **more: object) -> c.Row:
    return c.Row(test_id=test_id, icon=icon, title=title, second=second, event=e.ServiceChosen(test_id), **more)  # type: ignore[arg-type]


def search(language: str, query: str | None = None, rows: int = 3) -> c.Search:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    found = (
        row(
            "lost",
            "card-account-details-outline",
            say("Personalausweis verloren", "Lost identity card"),
            say("Verlust melden und neu beantragen", "Report it and apply for a new one"),
            chosen=True,
        ),
        row(
            "new",
            "card-account-details-outline",
            say("Personalausweis beantragen", "Apply for an identity card"),
            say("37,00 € · Zimmer 1.07", "€37.00 · Room 1.07"),
        ),
        row("found", "map-marker", say("Fundbüro", "Lost property"), say("Erdgeschoss · Zimmer 0.01", "Ground floor")),
    )
    typed = say("persoausweis verlohren ", "lost idd card ") if query is None else query
    return c.Search(
        frame=frame(language),
        kind="services",
        title=say("Was suchen Sie?", "What are you looking for?"),
        query=typed,
        hint=say("Zum Beispiel: Ausweis", "For example: passport"),
        corrected=say("Personalausweis verloren", "lost id card") if query is None else "",
        corrected_label=say("Gesucht nach", "Searched for"),
        rows=found[:rows],
        message=""
        if rows
        else say(
            "Dazu weiß ich nichts. Fragen Sie hier: Information im Erdgeschoss.",
            "I know nothing about that. Please ask here: information on the ground floor.",
        ),
        words=tuple(
            c.Choice(test_id=f"word.{n}", label=word, chosen=False, event=e.WordTaken(word))
            for n, word in enumerate(("verloren", "verlängern", "Verlust") if rows else ())
        ),
        space_label=say("Leertaste", "Space"),
        **keys(language),
    )


def concerns(language: str) -> c.Listing:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    wait = lambda n: say(f"{n} warten", f"{n} waiting")  # noqa: E731
    return c.Listing(
        frame=frame(language),
        title=say("Wofür brauchen Sie eine Wartenummer?", "What do you need a waiting number for?"),
        lead=say("Kein Name nötig. Gültig nur heute.", "No name needed. Valid today only."),
        lines_title=say("Zuletzt aufgerufen", "Last called"),
        lines=tuple(
            c.IconLine(icon="arrow-right", bold=label, rest=say("Zimmer ", "Room ") + room)
            for label, room in (("A035", "1.07"), ("B012", "1.03"), ("F104", "1.11"))
        ),
        rows=(
            row(
                "a",
                "card-account-details-outline",
                say("Ausweis und Pass", "Identity card and passport"),
                value="14 Min.",
                value_note=wait(6),
            ),
            row(
                "b",
                "home-account",
                say("Wohnung anmelden", "Register your address"),
                value="105 Min.",
                value_note=wait(112),
            ),
            row("c", "car", say("Führerschein", "Driving licence"), value="10 Min.", value_note=wait(3)),
            row(
                "d",
                "car-outline",
                say("Auto zulassen", "Register a car"),
                say("Heute vergeben: andere Wege", "None left today: other ways"),
                second_tone="warn",
            ),
            row(
                "e",
                "account-question-outline",
                say("Ich weiß es nicht", "I do not know"),
                value="2 Min.",
                value_note=wait(0),
            ),
        ),
    )


def paged(language: str) -> c.Listing:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    return c.Listing(
        frame=frame(language),
        title=say("Ich ziehe um", "I am moving"),
        lead=say("Das können Sie hier erledigen.", "This is what you can do here."),
        rows=(
            row("1", "home-account", say("Wohnung anmelden", "Register your address"), say("Kostenlos", "Free")),
            row(
                "2",
                "home-export-outline",
                say("Wohnberechtigungsschein beantragen", "Apply for a social housing certificate"),
                say("21,00 €, Zimmer 2.04", "€21.00, Room 2.04"),
            ),
            row(
                "3",
                "car",
                say("Fahrzeugschein ändern", "Change the vehicle papers"),
                say("Zuständig: Straßenverkehrsamt", "Responsible: vehicle office"),
            ),
            row("4", "dog", say("Hund ummelden", "Register your dog"), say("Kostenlos, Zimmer 1.12", "Free, Room 1.12")),
        ),
        earlier=action("page.earlier", say("Vorige", "Previous"), "arrow-up"),
        later=action("page.later", say("Weitere", "More"), "arrow-down"),
    )


def topics(language: str) -> c.Topics:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    tiles = (
        ("moving", "truck-outline", "Ich ziehe um", "I am moving"),
        ("passport", "passport", "Ausweis und Pass", "Identity card and passport"),
        ("child", "human-baby-changing-table", "Ein Kind wird geboren", "We are having a baby"),
        ("wedding", "ring", "Wir heiraten", "We are getting married"),
        ("work", "briefcase-outline", "Gewerbe und Selbstständigkeit", "My own business"),
        ("death", "candle", "Ein Mensch ist gestorben", "Somebody has died"),
    )
    return c.Topics(
        frame=frame(language),
        title=say("Worum geht es?", "What is it about?"),
        lead=say("Wählen Sie ein Thema.", "Choose a topic."),
        tiles=tuple(action(key, say(de, en), icon) for key, icon, de, en in tiles),
        earlier=None,
        later=action("page.later", say("Weitere", "More"), "arrow-down"),
    )


def service(language: str, *, hard: bool = False) -> c.ServicePage:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    title = say("Personalausweis neu beantragen", "Apply for a new identity card")
    if hard:
        title = say(
            "Unbedenklichkeitsbescheinigung für die Aufenthaltserlaubnis", "Certificate of clearance for residence"
        )
    checks = (
        say("Alter Ausweis oder Reisepass", "Your old card or your passport"),
        say("37,00 €, bar oder mit Karte", "€37.00, cash or card"),
        say("Passfoto, digital (Automat im Haus)", "Digital photo (machine in the hall)"),
        say(
            "Geburtsurkunde (nur wenn es Ihr erster Ausweis ist)", "Birth certificate (only if it is your first card)"
        )
        if hard
        else say("Nur beim 1. Ausweis: Geburtsurkunde", "First card only: birth certificate"),
    )
    draw = action("service.draw", say("Nummer ziehen", "Get a number"), "ticket-outline", primary=True)
    if hard:
        reason = say("Geschlossen, morgen ab 8 Uhr", "Closed, tomorrow from 8")
        draw = action("service.draw", draw.label, "ticket-outline", locked=reason)
    return c.ServicePage(
        frame=frame(language),
        title=title,
        lead=c.IconLine(icon="account", rest=say("Sie müssen selbst kommen.", "You must come in person.")),
        facts=(
            c.FactCard(
                icon="cash",
                label=say("Gebühr", "Fee"),
                value="37,00 €",
                below=say("unter 24: 22,80 €", "under 24: €22.80"),
            ),
            c.FactCard(
                icon="calendar-blank",
                label=say("Abholen nach", "Ready after"),
                value=say("3 Wochen", "3 weeks"),
                below=say("oft auch früher", "often sooner"),
            ),
            c.FactCard(
                icon="timer-outline",
                label=say("Dauer am Platz", "Time at the desk"),
                value=say("15 Minuten", "15 minutes"),
                below=say("davor 14 Min. warten", "14 min. wait before"),
            ),
            c.FactCard(
                icon="door",
                label=say("Ort", "Where"),
                value=say("Zimmer 1.07", "Room 1.07"),
                below=say("1. Stock, mit Aufzug", "1st floor, with lift"),
            ),
        ),
        stand=c.IconLine(
            icon="check-circle-outline",
            rest=say("Stand 17.11.2026 · geprüft vom Bürgeramt", "As of 17 Nov 2026 · checked by the office"),
            tone="ok",
        ),
        check_title=say("Haben Sie alles dabei?", "Got everything?"),
        check_count=say("2 von 4", "2 of 4"),
        checks=tuple(
            c.CheckRow(test_id=f"paper.{i}", text=text, ticked=i < 2, event=e.PaperTicked(i))
            for i, text in enumerate(checks)
        ),
        actions=(
            draw,
            action("service.way", say("Weg", "Way"), "map-marker-path"),
            action("service.details", say("Mehr", "More"), "text-box-outline"),
        ),
    )


def service_bare(language: str) -> c.ServicePage:
    """Nothing to bring, no fee known, an overdue date, only one thing to do."""
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    full = service(language)
    return c.ServicePage(
        frame=full.frame,
        title=say("Gewerbezentralregisterauszug", "Trade register extract"),
        lead=c.IconLine(
            icon="account-multiple",
            bold=say("Sie können jemanden schicken,", "You can send somebody"),
            rest=say("mit Vollmacht.", "with a letter of authority."),
        ),
        facts=(
            c.FactCard(
                icon="cash",
                label=say("Gebühr", "Fee"),
                value=say("Am Platz fragen", "Ask at the desk"),
                below=say("Das wissen wir nicht.", "We do not know."),
            ),
        ),
        stand=c.IconLine(
            icon="alert", rest=say("Stand 2.1.2024 – bitte am Platz nachfragen", "As of 2 Jan 2024 – please ask"), tone="warn"
        ),
        check_title=full.check_title,
        check_count="",
        checks=(),
        check_note=say("Sie brauchen nichts mitzubringen.", "You need not bring anything."),
        actions=(action("service.online", say("Online", "Online"), "qrcode", primary=True),),
    )


def details(language: str) -> c.Details:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    about = say(
        "Mit dem Personalausweis weisen Sie sich aus, in Deutschland und auf Reisen in viele Länder Europas. "
        "Wer 16 Jahre alt ist, braucht einen Ausweis oder einen Reisepass. ",
        "The identity card proves who you are, in Germany and when travelling to many countries in Europe. "
        "Everyone from 16 needs an identity card or a passport. ",
    )
    return c.Details(
        frame=frame(language),
        title=say("Personalausweis neu beantragen", "Apply for a new identity card"),
        paragraphs=(
            (say("Worum geht es?", "What is it about?"), about * 3),
            (say("Frist", "Deadline"), say("Sobald der alte Ausweis abläuft.", "As soon as the old card expires.")),
            (say("Rechtsgrundlage", "Legal basis"), "§ 9 PAuswG, § 1 PAuswGebV"),
        ),
        actions=(
            action("details.number", say("Nummer ziehen", "Get a number"), "ticket-outline", primary=True),
            action("details.way", say("Weg", "Way"), "map-marker-path"),
        ),
        more_label=say("Weiterlesen", "Read on"),
    )


def box(x0: float, y0: float, x1: float, y1: float) -> tuple[tuple[float, float], ...]:
    return ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))


def house(language: str, *, upper: bool = False) -> c.MapContent:
    """A small hall with rooms on both sides: the ground floor, or the first floor with the destination."""
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    n = "1" if upper else "0"
    rooms = [
        c.MapRoom(outline=box(0, 6.2, 22, 9.8), look="corridor"),
        c.MapRoom(outline=box(6.2, 0, 16.2, 6.2), look="corridor", name=say("Eingang", "Entrance") if not upper else ""),
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
    doors = ((2.3, 9.8, 0.0), (7, 9.8, 0.0), (11.5, 9.8, 0.0), (15.4, 9.8, 0.0), (19.7, 9.8, 0.0), (3.1, 6.2, 0.0), (19, 6.2, 0.0))
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
    say = lambda de, en: pick(language, de, en)  # noqa: E731
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


def message(language: str, kind: str = "help") -> c.Message:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    if kind == "cleared":
        return c.Message(
            frame=frame(language, first=False),
            icon="check-circle-outline",
            tone="ok",
            title=say("Alles gelöscht.", "Everything deleted."),
            sentences=(say("Auf Wiedersehen.", "Goodbye."),),
            actions=(),
        )
    if kind == "used_up":
        return c.Message(
            frame=frame(language),
            icon="ticket-outline",
            tone="warn",
            title=say("Heute gibt es keine Nummern mehr.", "No more numbers today."),
            sentences=(
                say("Wieder morgen ab 8 Uhr.", "Again tomorrow from 8."),
                say("Oder Bürgeramt Süd, heute bis 18 Uhr.", "Or at the south office, today until 6 pm."),
            ),
            lines=(c.IconLine(icon="human-greeting-variant", rest=say("Fragen Sie an Platz 1.", "Ask at desk 1.")),),
            actions=(
                action("m.way", say("Weg zur Hilfe", "Way to the help desk"), "map-marker-path", primary=True),
                action("m.other", say("Andere Nummer ziehen", "Get another number"), "ticket-outline"),
                action("m.online", say("Online erledigen", "Do it online"), "qrcode"),
                action("m.back", say("Weiter wie vorher", "Go on as before"), "arrow-left"),
            ),
        )
    return c.Message(
        frame=frame(language),
        icon="hand-back-left-outline",
        title=say("Wir helfen Ihnen.", "We will help you."),
        sentences=(say("Gehen Sie zur Information im Erdgeschoss.", "Go to the information on the ground floor."),),
        lines=(
            c.IconLine(icon="phone", rest=say("Oder rufen Sie an: 01234 567-0", "Or call 01234 567-0")),
            c.IconLine(
                icon="gesture-tap-button",
                rest=say(
                    "Tippen Sie auf eine Taste mit Rand. Mit „Zurück“ kommen Sie zurück.",
                    "Touch anything with a border. “Back” takes you back.",
                ),
            ),
        ),
        actions=(
            action("help.way", say("Weg zur Hilfe zeigen", "Show the way to help"), "map-marker-path", primary=True),
            action("help.go_on", say("Weiter wie vorher", "Go on as before"), "arrow-left"),
        ),
    )


def qr_page(language: str) -> c.QrPage:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    return c.QrPage(
        frame=frame(language),
        title=say("Online erledigen", "Do it online"),
        sentences=(
            say("So erledigen Sie das zu Hause.", "This is how you do it at home."),
            say("Fotografieren Sie den Code mit dem Handy.", "Take a picture of the code with your phone."),
        ),
        data="https://www.musterstadt.example/buergeramt/personalausweis?sprache=" + language,
        caption="www.musterstadt.example/personalausweis",
        actions=(action("qr.ticket", say("Nummer ziehen", "Get a number"), "ticket-outline", primary=True),),
    )


def ticket(language: str, *, paper: bool = True, number: str = "A042") -> c.Ticket:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    lines = (
        c.IconLine(icon="clock-outline", bold=say("etwa 14 Minuten", "about 14 minutes")),
        c.IconLine(icon="account-group-outline", rest=say("6 Personen vor Ihnen", "6 people before you")),
        c.IconLine(icon="seat-outline", rest=say("Warten: 1. Stock, Blau", "Wait: 1st floor, Blau")),
        c.IconLine(icon="door", rest=say("Dann Zimmer 1.07", "Then room 1.07")),
    )
    common = (
        action("t.way", say("Weg dorthin zeigen", "Show the way there"), "map-marker-path", primary=paper),
        action("t.phone", say("Nummer aufs Handy", "Number to your phone"), "cellphone", primary=not paper),
        action("t.papers", say("Was muss ich dabeihaben?", "What must I bring?"), "format-list-checks"),
        action("t.again", say("Noch einmal drucken", "Print once more"), "printer"),
    )
    return c.Ticket(
        frame=frame(language, first=False),
        title=say("Ihre Nummer", "Your number") if paper else say("Ihre Nummer gilt.", "Your number is valid."),
        sentences=()
        if paper
        else (
            say("Nur das Papier ist leer.", "Only the paper has run out."),
            say("Das Personal weiß Bescheid.", "The staff know."),
        ),
        heading="Bürgeramt Musterstadt" if paper else "",
        number=number,
        concern=say("Ausweis und Pass", "Identity card and passport"),
        lines=lines if paper else (lines[0], lines[1], lines[3]),
        qr="" if paper else "A042 Buergeramt Musterstadt 2026-11-24 10:42",
        looks_like_paper=paper,
        strip=c.IconLine(icon="arrow-down-thick", bold=say("Bitte nehmen Sie Ihr Ticket.", "Please take your ticket."))
        if paper
        else c.IconLine(
            icon="printer-alert",
            bold=say("Drucker ohne Papier", "Printer out of paper"),
            rest=say("seit 10:40 Uhr", "since 10:40"),
            tone="warn",
        ),
        actions=common,
        bottom=action("t.done", say("Fertig", "Done"), "check")
        if paper
        else action("t.remembered", say("Ich habe mir A042 gemerkt", "I have noted A042"), "check"),
    )


def question(language: str, seconds: int = 24) -> c.Question:
    say = lambda de, en: pick(language, de, en)  # noqa: E731
    return c.Question(
        icon="timer-outline",
        title=say("Sind Sie noch da?", "Are you still there?"),
        text=say("Sonst löschen wir Ihre Eingaben an diesem Gerät in", "Otherwise we delete your entries on this device in"),
        seconds=seconds,
        seconds_label=say(f"{seconds} Sekunden", f"{seconds} seconds"),
        share=1 - seconds / 30,
        yes=c.Action(
            test_id="idle.yes", label=say("Ja, weiter", "Yes, go on"), icon="check", event=e.StillThere(), primary=True
        ),
        no=c.Action(
            test_id="idle.no", label=say("Nein, alles löschen", "No, delete all"), icon="close", event=e.Finished()
        ),
        footnote=say("Ihre Nummer A042 bleibt gültig.", "Your number A042 stays valid."),
    )


NOTICE: Both = ("Heute schließt die Kasse schon um 12 Uhr.", "Today the cash desk closes at 12 noon.")


def every(language: str) -> dict[str, c.Screen]:
    """Every screen in every state worth looking at."""
    return {
        "welcome": welcome(language),
        "welcome-notice": welcome(language, pick(language, *NOTICE)),
        "search": search(language),
        "search-empty": search(language, query="", rows=0),
        "concerns": concerns(language),
        "listing-paged": paged(language),
        "topics": topics(language),
        "service": service(language),
        "service-hard": service(language, hard=True),
        "service-bare": service_bare(language),
        "details": details(language),
        "way": way(language),
        "way-upper": way(language, upper=True),
        "way-three-levels": way(language, upper=True, levels=3),
        "help": message(language),
        "used-up": message(language, "used_up"),
        "cleared": message(language, "cleared"),
        "qr": qr_page(language),
        "ticket": ticket(language),
        "ticket-no-paper": ticket(language, paper=False),
        "ticket-long": ticket(language, number="AB1042"),
    }
