"""Contents for looking at screens and testing them: real lengths, German and English, the hard cases."""

from functools import partial

from kiosk.flows import events as e
from kiosk.presenters import contents as c
from kiosk.texts import say as text
from tests.kiosk.screens.sample_ends import message as message
from tests.kiosk.screens.sample_ends import qr_page as qr_page
from tests.kiosk.screens.sample_ends import question as question
from tests.kiosk.screens.sample_ends import ticket as ticket
from tests.kiosk.screens.sample_frame import action, frame, pick, row
from tests.kiosk.screens.sample_pickup import pickup as pickup
from tests.kiosk.screens.sample_pickup import rare as rare
from tests.kiosk.screens.sample_services import details as details
from tests.kiosk.screens.sample_services import service as service
from tests.kiosk.screens.sample_services import service_bare as service_bare
from tests.kiosk.screens.sample_views import languages as languages
from tests.kiosk.screens.sample_views import view_panel as view_panel
from tests.kiosk.screens.sample_ways import way as way

LANGUAGES = {"de": "Deutsch", "en": "English", "tr": "Türkçe", "uk": "Українська", "ar": "العربية"}


def welcome(language: str, notice: str = "") -> c.Welcome:
    say = partial(pick, language)
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
                short=text("welcome.tickets.short", language),
                label=say("Wartenummer ziehen", "Get a waiting number"),
                icon="ticket-confirmation-outline",
                event=e.TicketsOpened(),
            ),
            c.Action(
                test_id="welcome.topics",
                short=text("welcome.topics.short", language),
                label=say("Thema wählen", "Choose a topic"),
                icon="view-grid-outline",
                event=e.TopicsOpened(),
            ),
            c.Action(
                test_id="welcome.way",
                short=text("welcome.way.short", language),
                label=say("Weg finden", "Find the way"),
                icon="map-marker-path",
                event=e.PlacesOpened(),
            ),
            c.Action(
                test_id="welcome.pickup",
                short=text("welcome.pickup.short", language),
                label=say("Dokument abholen", "Collect a document"),
                icon="email-open-outline",
                event=e.HelpOpened(),
            ),
        ),
        languages=languages(language).choices,
        more_languages=c.Action(
            test_id="welcome.languages",
            label=text("languages.more", language),
            icon="translate",
            event=e.LanguagesOpened(),
        ),
        hour=10,
        minute=42,
    )


def keys(language: str) -> dict[str, c.Action]:
    return {
        "up": c.Action(test_id="key.up", label="Nach oben", icon="arrow-up", event=e.ChoiceMoved(-1)),
        "down": c.Action(test_id="key.down", label="Nach unten", icon="arrow-down", event=e.ChoiceMoved(1)),
        "open": c.Action(
            test_id="key.open", label=pick(language, "Öffnen", "Open"), primary=True, event=e.ServiceChosen("lost")
        ),
    }


def search(language: str, query: str | None = None, rows: int = 3) -> c.Search:
    say = partial(pick, language)
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
        erase_label=say("Letztes Zeichen löschen", "Delete the last sign"),
        signs_label=say("Zahlen und Zeichen", "Digits and signs"),
        letters_label=say("Buchstaben", "Letters"),
        **keys(language),
    )


def concerns(language: str) -> c.Listing:
    say = partial(pick, language)
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
                value_note=say("6 warten", "6 waiting"),
            ),
            row(
                "b",
                "home-account",
                say("Wohnung anmelden", "Register your address"),
                value="105 Min.",
                value_note=say("112 warten", "112 waiting"),
            ),
            row(
                "c",
                "car",
                say("Führerschein", "Driving licence"),
                value="10 Min.",
                value_note=say("3 warten", "3 waiting"),
            ),
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
                value_note=say("0 warten", "0 waiting"),
            ),
        ),
    )


def paged(language: str) -> c.Listing:
    say = partial(pick, language)
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
            row(
                "4", "dog", say("Hund ummelden", "Register your dog"), say("Kostenlos, Zimmer 1.12", "Free, Room 1.12")
            ),
        ),
        earlier=action("page.earlier", say("Vorige", "Previous"), "arrow-up"),
        later=action("page.later", say("Weitere", "More"), "arrow-down"),
    )


def topics(language: str) -> c.Topics:
    say = partial(pick, language)
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


NOTICE = ("Heute schließt die Kasse schon um 12 Uhr.", "Today the cash desk closes at 12 noon.")


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
        "view": view_panel(language),
        "view-later": view_panel(language, later=True),
        "languages": languages(language),
        **pickup(language),
    }
