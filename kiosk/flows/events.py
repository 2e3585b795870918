"""What can happen in a visitor's session. Frozen; those of the visitor are sent by screens, the others by handlers."""

from msgspec import Struct


class Event(Struct, frozen=True):
    """Something that happened. Compared by value."""


# --- the visitor -------------------------------------------------------------------------------------------------


class LanguageChosen(Event, frozen=True):
    language: str


class SearchOpened(Event, frozen=True):
    """The visitor wants to type what they look for (a service)."""


class PlacesOpened(Event, frozen=True):
    """The visitor wants the way and says where to."""


class TopicsOpened(Event, frozen=True):
    """The visitor wants to choose by life situation."""


class TopicChosen(Event, frozen=True):
    topic: str


class Typed(Event, frozen=True):
    """One key of the on-screen keyboard: a letter, digit or blank."""

    text: str


class Erased(Event, frozen=True):
    """The last letter is taken back."""


class WordTaken(Event, frozen=True):
    """A word of the suggestion row completes the word being typed."""

    word: str


class ChoiceMoved(Event, frozen=True):
    """The chosen row moves by `by` (-1 up, 1 down)."""

    by: int


class Paged(Event, frozen=True):
    """A list goes on by so many rows, or back where `by` is below 0."""

    by: int


class ServiceChosen(Event, frozen=True):
    service: str


class DetailsOpened(Event, frozen=True):
    """More about the service: summary, deadline, legal basis."""


class OnlineOpened(Event, frozen=True):
    """The online way of the service as a QR code."""


class PaperTicked(Event, frozen=True):
    """A row of the check list is ticked, or unticked."""

    index: int


class PlaceChosen(Event, frozen=True):
    """The way to this place is wanted. `place` is a ref, id or name in the building."""

    place: str


class LevelShown(Event, frozen=True):
    level: float


class StepFreeSwitched(Event, frozen=True):
    """The way without steps is wanted, or no longer."""


class StepMoved(Event, frozen=True):
    """The current step of the way moves by `by`."""

    by: int


class WayPrintWanted(Event, frozen=True):
    """The directions on paper."""


class PhoneOpened(Event, frozen=True):
    """Number or way as a QR code for the phone."""


class TicketsOpened(Event, frozen=True):
    """The visitor wants a waiting number and chooses the concern."""


class ConcernChosen(Event, frozen=True):
    concern: str


class TicketShown(Event, frozen=True):
    """The visitor wants to see the number they already hold in this session."""


class PaperCame(Event, frozen=True):
    """The visitor says the ticket came out."""


class PaperMissing(Event, frozen=True):
    """The visitor says no ticket came out."""


class PrintAgain(Event, frozen=True):
    """The paper is wanted after all; offered only where surely none was sent."""


class NumberRemembered(Event, frozen=True):
    """The visitor goes without paper: the number is remembered or on the phone."""


class HelpOpened(Event, frozen=True):
    """The visitor wants a person."""


class ViewOpened(Event, frozen=True):
    """The visitor wants the screen another way: colours, size of type, height of the controls."""


class LanguagesOpened(Event, frozen=True):
    """The visitor wants to see all languages."""


class ThemeChosen(Event, frozen=True):
    """Colours; one of `kiosk.flows.view.THEMES`."""

    theme: str


class TextScaleChosen(Event, frozen=True):
    """Size of type; one of `kiosk.flows.view.TEXT_SCALES`."""

    scale: float


class LowReachSwitched(Event, frozen=True):
    """All controls in the lowest part of the screen are wanted, or no longer."""


class MotionSwitched(Event, frozen=True):
    """Nothing shall move but the words, or it may again."""


class ReadingSwitched(Event, frozen=True):
    """Every screen shall be read aloud, or no longer."""


class SpeedChosen(Event, frozen=True):
    """Of speech; one of `kiosk.flows.view.SPEEDS`."""

    speed: float


class VolumeChosen(Event, frozen=True):
    """Of speech; one of `kiosk.flows.view.VOLUMES`."""

    volume: float


class ScanningSwitched(Event, frozen=True):
    """The focus shall move on by itself, so that one switch is enough, or no longer."""


class ViewReset(Event, frozen=True):
    """The screen as it is for everybody who comes."""


class ReadAloud(Event, frozen=True):
    """The screen shall be read aloud; while it is, it shall stop."""


class Back(Event, frozen=True):
    """The screen before."""


class Finished(Event, frozen=True):
    """The visitor is done: forget everything."""


class StillThere(Event, frozen=True):
    """Answer to "Sind Sie noch da?": yes. As every touch it counts as `Acted`."""


# --- clock and devices -------------------------------------------------------------------------------------------


class Acted(Event, frozen=True):
    """Somebody touched, typed or spoke."""


class Attended(Event, frozen=True):
    """Somebody looks around in the question whether they are still there, and has not answered yet."""


class WorkBegan(Event, frozen=True):
    """A device works for the visitor."""


class WorkDone(Event, frozen=True):
    """The device has ended."""


class SessionOver(Event, frozen=True):
    """The session is forgotten."""


class IdleWarned(Event, frozen=True):
    """Nobody did anything for the idle time."""


class IdleEnded(Event, frozen=True):
    """Nobody answered the question."""


class ClearedShown(Event, frozen=True):
    """ "Alles gelöscht." was shown long enough."""


class MotionSeen(Event, frozen=True):
    """Something moves before the kiosk; nobody knows what."""


class TouchedInTheDark(Event, frozen=True):
    """A touch or key while the screen sleeps: it wakes, and presses nothing."""


class SleepDue(Event, frozen=True):
    """Nobody was there for the time after which the screen sleeps."""


class NumberDrawn(Event, frozen=True):
    """The number is on disk and valid; its paper is being printed."""

    ticket_id: str


class NumberRefused(Event, frozen=True):
    """No number to be had: `reason` is "closed", "used_up", "paused" or "fault"."""

    concern: str
    reason: str


class TicketPrinted(Event, frozen=True):
    """The printer confirmed the paper."""

    ticket_id: str


class TicketNotPrinted(Event, frozen=True):
    """No paper will come by itself; the number is valid. `code` is a HardwareError code."""

    ticket_id: str
    code: str


class TicketUnconfirmed(Event, frozen=True):
    """The paper may have come; only the visitor can tell."""

    ticket_id: str


class WayPrinted(Event, frozen=True):
    """The directions are on paper."""


class WayNotPrinted(Event, frozen=True):
    """No directions on paper. `code` is a HardwareError code."""

    code: str
