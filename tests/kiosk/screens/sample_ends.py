"""Sample messages, codes, waiting numbers and the question."""

from functools import partial

from kiosk.flows import events as e
from kiosk.presenters import contents as c
from tests.kiosk.screens.sample_frame import action, frame, pick


def message(language: str, kind: str = "help") -> c.Message:
    say = partial(pick, language)
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
    say = partial(pick, language)
    return c.QrPage(
        frame=frame(language),
        title=say("Online erledigen", "Do it online"),
        sentences=(
            say("So erledigen Sie das zu Hause.", "This is how you do it at home."),
            say("Fotografieren Sie den Code mit dem Handy.", "Take a picture of the code with your phone."),
        ),
        data="https://www.musterstadt.example/buergeramt/personalausweis?sprache=" + language,
        code=c.CodeWords(
            holds=say("QR-Code mit der Internetadresse", "QR code with the web address"),
            instead=say("Ohne Handy: Schreiben Sie die Adresse ab.", "Without a phone: write down the address."),
        ),
        caption="www.musterstadt.example/personalausweis",
        actions=(action("qr.ticket", say("Nummer ziehen", "Get a number"), "ticket-outline", primary=True),),
    )


def ticket(language: str, *, paper: bool = True, number: str = "A042") -> c.Ticket:
    say = partial(pick, language)
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
        code=c.NO_CODE
        if paper
        else c.CodeWords(
            holds=say("QR-Code mit Ihrer Nummer A042", "QR code with your number A042"),
            instead=say("Ohne Handy: Merken Sie sich die Nummer.", "Without a phone: remember the number."),
        ),
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
    say = partial(pick, language)
    return c.Question(
        icon="timer-outline",
        title=say("Sind Sie noch da?", "Are you still there?"),
        text=say(
            "Sonst löschen wir Ihre Eingaben an diesem Gerät in", "Otherwise we delete your entries on this device in"
        ),
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
