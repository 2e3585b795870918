"""Sample service pages and their details."""

from functools import partial

from kiosk.flows import events as e
from kiosk.presenters import contents as c
from tests.kiosk.screens.sample_frame import action, frame, pick


def service(language: str, *, hard: bool = False) -> c.ServicePage:
    say = partial(pick, language)
    title = say("Personalausweis neu beantragen", "Apply for a new identity card")
    if hard:
        title = say(
            "Unbedenklichkeitsbescheinigung für die Aufenthaltserlaubnis", "Certificate of clearance for residence"
        )
    checks = (
        say("Alter Ausweis oder Reisepass", "Your old card or your passport"),
        say("37,00 €, bar oder mit Karte", "€37.00, cash or card"),
        say("Passfoto, digital (Automat im Haus)", "Digital photo (machine in the hall)"),
        say("Geburtsurkunde (nur wenn es Ihr erster Ausweis ist)", "Birth certificate (only if it is your first card)")
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
    say = partial(pick, language)
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
            icon="alert",
            rest=say("Stand 2.1.2024 – bitte am Platz nachfragen", "As of 2 Jan 2024 – please ask"),
            tone="warn",
        ),
        check_title=full.check_title,
        check_count="",
        checks=(),
        check_note=say("Sie brauchen nichts mitzubringen.", "You need not bring anything."),
        actions=(action("service.online", say("Online", "Online"), "qrcode", primary=True),),
    )


def details(language: str) -> c.Details:
    say = partial(pick, language)
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
    )
