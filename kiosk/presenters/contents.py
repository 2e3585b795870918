"""What each screen shows: plain frozen data in the visitor's language, made by presenters, drawn by screens.

A screen adds no words of its own. Every control carries the event that touching it sends, and a `test_id`.
Icons are names of the Material Design Icons font.
"""

from typing import Literal

from msgspec import Struct

from kiosk.flows.events import Event
from kiosk.presenters.elements import Action as Action
from kiosk.presenters.elements import Choice as Choice
from kiosk.presenters.elements import Frame as Frame
from kiosk.presenters.elements import IconLine as IconLine
from kiosk.presenters.elements import Row as Row
from kiosk.presenters.elements import StepRow as StepRow
from kiosk.presenters.pickup_contents import CodePad as CodePad
from kiosk.presenters.pickup_contents import LockerPage as LockerPage


class Welcome(Struct, frozen=True, kw_only=True):
    frame: Frame
    greeting: str
    question: str
    lines: tuple[IconLine, ...]
    """Open until, people waiting, who is there; at most three."""
    search: Action
    tiles: tuple[Action, ...]
    """Four."""
    languages: tuple[Choice, ...]
    """All of them; the screen shows as many as find room."""
    more_languages: Action
    """Leads to those that find none; the screen says how many."""
    hour: int
    minute: int


class Search(Struct, frozen=True, kw_only=True):
    """Typing finds services, or places where `kind` is "places"."""

    frame: Frame
    kind: Literal["services", "places"]
    title: str
    query: str
    hint: str
    """In the field while nothing is typed."""
    corrected: str
    """Words searched instead ("Personalausweis verloren"), "" where nothing was corrected."""
    corrected_label: str
    """"Gesucht nach"."""
    rows: tuple[Row, ...]
    """At most three."""
    message: str
    """Instead of rows: nothing found, who helps."""
    words: tuple[Choice, ...]
    """Up to three completions."""
    up: Action
    down: Action
    open: Action
    space_label: str
    """"Leertaste"."""
    erase_label: str = ""
    """Spoken: "Letztes Zeichen löschen"."""
    signs_label: str = ""
    """Spoken: "Zahlen und Zeichen"."""
    letters_label: str = ""
    """Spoken: "Buchstaben"."""


class Listing(Struct, frozen=True, kw_only=True):
    """A title to read and up to five rows to touch; `earlier`/`later` page."""

    frame: Frame
    title: str
    lead: str
    lines_title: str = ""
    """Above the lines, which are then a board: "Zuletzt aufgerufen"."""
    lines: tuple[IconLine, ...] = ()
    rows: tuple[Row, ...]
    main: Action | None = None
    """What is done with the chosen row, below all rows."""
    earlier: Action | None = None
    later: Action | None = None


class Topics(Struct, frozen=True, kw_only=True):
    """Life situations as at most six tiles; `earlier`/`later` page."""

    frame: Frame
    title: str
    lead: str
    tiles: tuple[Action, ...]
    earlier: Action | None = None
    later: Action | None = None


class FactCard(Struct, frozen=True, kw_only=True):
    """One fact: icon and label, the value large, one line below."""

    icon: str
    label: str
    value: str
    below: str = ""


class CheckRow(Struct, frozen=True, kw_only=True):
    test_id: str
    text: str
    ticked: bool
    event: Event
    icon: str = ""
    """Instead of the box: the row leads on (to further papers) and cannot be ticked."""


class ServicePage(Struct, frozen=True, kw_only=True):
    frame: Frame
    title: str
    lead: IconLine
    facts: tuple[FactCard, ...]
    """Four at most."""
    stand: IconLine
    """Source and date; tone "ok" or "warn"."""
    check_title: str
    check_count: str
    """"2 von 4"."""
    checks: tuple[CheckRow, ...]
    """At most four."""
    check_note: str = ""
    """Instead of rows where nothing is to be brought."""
    actions: tuple[Action, ...]
    """Up to three in one row; the first is the widest."""


class Details(Struct, frozen=True, kw_only=True):
    """Longer texts about a service: paragraphs with a small heading each."""

    frame: Frame
    title: str
    paragraphs: tuple[tuple[str, str], ...]
    """(heading, text)."""
    actions: tuple[Action, ...]
    """Up to four."""


class MapRoom(Struct, frozen=True, kw_only=True):
    """A space on the map, metres, already turned so that up is where the visitor looks."""

    outline: tuple[tuple[float, float], ...]
    holes: tuple[tuple[tuple[float, float], ...], ...] = ()
    look: Literal["room", "corridor", "goal", "closed"]
    number: str = ""
    name: str = ""
    sign: Literal["", "lift", "stairs", "toilets", "toilets-wheelchair", "info", "cafe", "ramp"] = ""


class MapContent(Struct, frozen=True, kw_only=True):
    """One level, metres with y up."""

    rooms: tuple[MapRoom, ...]
    outlines: tuple[tuple[tuple[float, float], ...], ...]
    """Of the building on this level; may be empty."""
    doors: tuple[tuple[float, float, float], ...]
    """x, y and direction of the wall in radians."""
    route: tuple[tuple[tuple[float, float], ...], ...]
    """Pieces of the route on this level."""
    current: tuple[tuple[float, float], ...] = ()
    """Piece of the current step."""
    here: tuple[float, float] | None = None
    here_label: str = ""
    goal: tuple[float, float] | None = None
    goal_label: str = ""
    start: tuple[float, float] | None = None
    """Where the route enters this level."""
    flag: str = ""
    """"↑ 1. Stock" where the route leaves this level."""
    flag_at: tuple[float, float] | None = None
    focus: tuple[float, float, float, float]
    """min x, min y, max x, max y that must be seen (route and a little around it)."""


LegendSign = Literal["here", "route", "lift", "stairs", "goal", "start", "toilets"]


class Way(Struct, frozen=True, kw_only=True):
    frame: Frame
    title: str
    sub: str
    sub_bold: str
    map: MapContent
    map_name: str
    """The map in words, for those who do not see it; the steps are its text."""
    legend: tuple[tuple[LegendSign, str], ...]
    """At most three."""
    levels: tuple[Choice, ...]
    step_free: Choice
    """A switch: `chosen` = on."""
    steps_title: str
    """"Schritt 2 von 5"."""
    steps: tuple[StepRow, ...]
    """At most four, the current one among them."""
    actions: tuple[Action, ...]
    """Up to three: previous, next, print or phone."""


class Message(Struct, frozen=True, kw_only=True):
    """Help, no way, closed, out of order, cleared: a title, sentences, lines, and what to do now."""

    frame: Frame
    icon: str
    tone: Literal["", "ok", "warn", "fault"] = ""
    title: str
    sentences: tuple[str, ...]
    lines: tuple[IconLine, ...] = ()
    actions: tuple[Action, ...]
    """Up to four."""


class CodeWords(Struct, frozen=True, kw_only=True):
    """A QR code in words, for those who do not see it or have no phone."""

    holds: str
    """"QR-Code mit Ihrer Nummer A042"."""
    instead: str
    """How to have the same without it."""


NO_CODE = CodeWords(holds="", instead="")


class QrPage(Struct, frozen=True, kw_only=True):
    """A QR code for the phone."""

    frame: Frame
    title: str
    sentences: tuple[str, ...]
    data: str
    code: CodeWords
    caption: str = ""
    """Below the code: the address in words, the number."""
    actions: tuple[Action, ...]


class Ticket(Struct, frozen=True, kw_only=True):
    """The number. Same lines in the same order as on the paper."""

    frame: Frame
    title: str
    sentences: tuple[str, ...]
    """Below the title; empty where the paper is coming."""
    heading: str
    """Small, on the paper's top: "Bürgeramt Musterstadt"."""
    number: str
    """"A042"."""
    concern: str
    lines: tuple[IconLine, ...]
    qr: str = ""
    """Data of a code beside the lines; "" = none."""
    code: CodeWords = NO_CODE
    looks_like_paper: bool
    """Zigzag below (paper comes) or a plain card (no paper)."""
    strip: IconLine | None
    """tone "" = take it (sun), "ok", "warn" or "fault"."""
    actions: tuple[Action, ...]
    """Up to four in a 2 x 2 grid."""
    bottom: Action | None
    """One wide button."""


class Setting(Struct, frozen=True, kw_only=True):
    """One thing of the view: a word and its choices; a single choice is a switch."""

    id: str
    icon: str
    label: str
    choices: tuple[Choice, ...]


class ViewPanel(Struct, frozen=True, kw_only=True):
    """ "Ansicht": how the visitor wants the screen."""

    frame: Frame
    title: str
    lead: str
    settings: tuple[Setting, ...]
    actions: tuple[Action, ...]
    """On the first page: language, and the view as it is for everybody."""
    earlier: Action | None = None
    later: Action | None = None


class Languages(Struct, frozen=True, kw_only=True):
    """Every language in its own name."""

    frame: Frame
    title: str
    lead: str
    choices: tuple[Choice, ...]
    earlier: Action | None = None
    later: Action | None = None


class Question(Struct, frozen=True, kw_only=True):
    """A sheet over the screen: "Sind Sie noch da?"."""

    icon: str
    title: str
    text: str
    seconds: int
    seconds_label: str
    """"24 Sekunden"."""
    share: float | None
    """Of the time that has passed, 0 to 1; None: no bar, because nothing shall move."""
    yes: Action
    no: Action
    footnote: str = ""


Screen = (
    Welcome
    | Search
    | Listing
    | Topics
    | ServicePage
    | Details
    | Way
    | Message
    | QrPage
    | Ticket
    | ViewPanel
    | Languages
    | CodePad
    | LockerPage
)
