"""A town hall small enough to know by heart: services, offices and rooms for the tests of the search."""

from datetime import date
from pathlib import Path

from content.model.content import Content
from content.model.hours import OpeningHours
from content.model.services import LifeSituation, Paper, Service
from content.model.text import Text
from content.model.town import Concern, Office, Town
from content.wayfinding.building import Building, PlaceMark, Space, SpaceKind

TODAY = date(2026, 11, 24)
SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))


def text(german: str, english: str) -> Text:
    """In both languages of the kiosk."""
    return Text({"de": german, "en": english})


def service(identity: str, german: str, english: str, *called: str, english_called: tuple[str, ...] = ()) -> Service:
    """One service of the citizens' office."""
    return Service(
        id=identity,
        title=text(german, english),
        summary=text(f"Hier geht es um: {german}.", f"This is about: {english}."),
        also_called={"de": called, "en": english_called},
        office="buergeramt",
        concern="ausweis" if "ausweis" in identity or "pass" in identity else None,
        papers=(Paper(what=text("Passfoto", "Photo")),),
        life_situations=("umzug",) if "wohnung" in identity else (),
        source="test",
        as_of=TODAY,
    )


SERVICES = (
    service("wohnung-anmelden", "Wohnung anmelden", "Register your address", "Umzug", "Wohnsitz", "Einzug"),
    service("wohnung-abmelden", "Wohnung abmelden", "Deregister your address", "Wegzug", "auswandern"),
    service("personalausweis", "Personalausweis beantragen", "Apply for an ID card", "Perso", "Ausweis"),
    service("reisepass", "Reisepass beantragen", "Apply for a passport", "Pass"),
    service("kinderreisepass", "Reisepass für ein Kind", "Passport for a child", "Kinderpass"),
    service("fuehrerschein", "Führerschein umtauschen", "Exchange a driving licence", "Fahrerlaubnis", "Lappen"),
    service("geburtsurkunde", "Geburtsurkunde bekommen", "Get a birth certificate", "Abstammungsurkunde"),
    service("auto-zulassen", "Fahrzeug zulassen", "Register a vehicle", "Zulassung", "Neuwagen"),
    service("hundesteuer", "Hund anmelden", "Register a dog", "Hundesteuer", "Hundemarke"),
    service("strasse", "Schaden an der Straße melden", "Report a damaged road", "Schlagloch", "Laterne kaputt"),
    service("gewerbe", "Gewerbe anmelden", "Register a trade", "Firma gründen", "selbständig"),
    service("beglaubigung", "Kopie beglaubigen lassen", "Have a copy certified", "Beglaubigung"),
)


def room(identity: str, ref: str, german: str, english: str, level: float, **more: object) -> Space:
    """A room with a door number, or an area."""
    values = {"kind": SpaceKind.ROOM, "use": "office", **more}
    names = {"": german, "en": english}
    return Space(id=identity, ref=ref, names=names, levels=(level,), outline=SQUARE, **values)  # type: ignore[arg-type]


SPACES = (
    room("way/1", "0.05", "Kasse", "Cash office", 0.0),
    room("way/2", "0.10", "Erste Hilfe", "First aid", 0.0, use="first_aid"),
    room("way/3", "1.07", "Ausweis und Pass", "ID card and passport", 1.0),
    room("way/4", "1.17", "Standesamt", "Registry office", 1.0),
    room("way/5", "U.05", "Archiv", "Archive", -1.0),
    room("way/6", "", "WC Damen", "Women's toilet", 1.0, use="toilet"),
    room("way/7", "", "WC Damen", "Women's toilet", 0.0, use="toilet"),
    room("way/8", "", "Wartebereich Blau", "Waiting area blue", 1.0, kind=SpaceKind.AREA, use="waiting", colour="blau"),
    room("way/9", "", "Flur West", "West corridor", 0.0, kind=SpaceKind.CORRIDOR, use=""),
    room("way/10", "U.01", "Heizung", "Heating", -1.0, use="technical"),
    room("way/11", "2.09", "Tresor", "Vault", 2.0, closed=True),
    Space(id="way/12", ref="1.08", kind=SpaceKind.ROOM, use="office", levels=(1.0,), outline=SQUARE),
)
MARKS = (
    PlaceMark(id="node/1", ref="KIOSK-1", names={"": "Kiosk im Foyer"}, kind="kiosk", at=(1.0, 1.0), level=0.0),
    PlaceMark(id="node/2", ref="FOTO", names={"": "Fotoautomat"}, kind="photo", at=(2.0, 1.0), level=0.0),
    PlaceMark(id="node/3", at=(2.0, 1.0), level=0.0),
)


def small_town(services: tuple[Service, ...] = SERVICES) -> Content:
    """All of it."""
    office = Office(
        id="buergeramt",
        name=text("Bürgeramt", "Citizens' office"),
        rooms=("1.07", "1.08"),
        hours=OpeningHours(),
        source="test",
        as_of=TODAY,
    )
    concern = Concern(
        id="ausweis",
        title=text("Ausweis und Pass", "ID card and passport"),
        prefix="A",
        icon="passport",
        office="buergeramt",
        rooms=("1.07",),
        waiting_area="Wartebereich Blau",
    )
    town = Town(
        name=text("Kleinstadt", "Small town"),
        house=text("Rathaus", "Town hall"),
        land="BW",
        hours=OpeningHours(),
        help_desk=text("Platz 1", "Desk 1"),
        help_room="Platz 1",
        no_step_free_way=text("Kein Weg ohne Stufen.", "No step-free way."),
        source="test",
        as_of=TODAY,
    )
    building = Building(
        name="Rathaus",
        origin=(48.9, 9.2),
        levels=(-1.0, 0.0, 1.0, 2.0),
        spaces=SPACES,
        doors=(),
        connectors=(),
        marks=MARKS,
    )
    return Content(
        folder=Path("small"),
        version="1",
        town=town,
        offices={office.id: office},
        concerns={concern.id: concern},
        services={one.id: one for one in services},
        life_situations={"umzug": LifeSituation(id="umzug", title=text("Ich ziehe um", "I am moving"), icon="truck")},
        notices=(),
        building=building,
    )
