"""Speaks for the screen: reads it on demand, tells its news while read-aloud is on, and says where the focus stands.

What is said comes from the presenters; nothing that was said is kept or logged.
"""

from collections.abc import Iterable

from hardware.audio.interface import Sound, Speech, Utterance
from hardware.host.clock import Clock
from kiosk.flows import events as e
from kiosk.flows.session import S, Session
from kiosk.flows.view import View
from kiosk.presenters import contents as c
from kiosk.presenters import speech as sp
from kiosk.presenters.outline import Node, outline
from kiosk.presenters.spoken import letter, spoken
from kiosk.presenters.walking import find
from kiosk.presenters.world import SpeechView
from kiosk.texts import say

HITS_SECONDS = 1.5
"""Without a letter, before it is said what was found."""
DISABLED = "speech.disabled"
SOUNDS = {
    (S.PRINTING, S.TICKET): Sound.DONE,
    (S.PICKUP_OPENING, S.PICKUP_OPEN): Sound.DOOR,
    (S.PICKUP_UNSEEN, S.PICKUP_OPEN): Sound.DOOR,
    (S.PICKUP_STUCK, S.PICKUP_OPEN): Sound.DOOR,
    (S.PICKUP_CONFIRMING, S.PICKUP_DONE): Sound.DONE,
}
"""From one state to another."""


class Reader:
    """In the screen's thread; `silence` from any."""

    def __init__(self, *, speech: Speech, clock: Clock) -> None:
        self._speech, self._clock = speech, clock
        self._screen: c.Screen | None = None
        self._question: c.Question | None = None
        self._state = S.WELCOME
        self.language = "de"
        self._whole = self._silenced = self._broke_off = False
        self._later: tuple[float, str] | None = None
        self._plugged = speech.headphones
        self.view = View()
        self.nodes: tuple[Node, ...] = ()
        """What stands on the screen, in reading order."""

    @property
    def speaking(self) -> bool:
        """Whether something is being said."""
        return self._speech.speaking

    def voice(self) -> SpeechView:
        """What the screen must know of it."""
        speech = self._speech
        available = speech.trouble != DISABLED
        return SpeechView(available=available, speaking=speech.speaking, private=bool(speech.headphones))

    def attention(self) -> None:
        """One soft note."""
        self._speech.play(Sound.ATTENTION)

    @property
    def headphones(self) -> bool | None:
        """Whether headphones are plugged in."""
        return self._speech.headphones

    # --- hands ---------------------------------------------------------------------------------------------------

    def silence(self) -> None:
        """Silent at once; the key that did it comes later."""
        self._silenced = self._silenced or self._speech.speaking
        self._speech.stop()

    def hands(self) -> None:
        """Somebody touched or pressed: silent, and a click."""
        self._broke_off = self._whole and (self._silenced or self._speech.speaking)
        self._silenced = self._whole = False
        self._later = None
        self._speech.stop()
        self._speech.play(Sound.KEY)

    def read_aloud(self) -> None:
        """The whole screen; where the same hand has just broken off the reading, nothing."""
        if self._broke_off:
            self._broke_off = False
        else:
            self.again()

    def again(self) -> None:
        """The whole screen from the top."""
        self._speak(sp.whole(self.nodes, self.language))
        self._whole = True

    def focused(self, test_id: str, at: tuple[int, int] = (0, 0)) -> None:
        """The focus stands here now; `at`: which of how many."""
        node = find(self.nodes, test_id)
        if node is not None and self.view.reading:
            self._speak(sp.described(node, at, self.language))

    def tell(self, text: str, *, interrupt: bool = True) -> None:
        """A text of the kiosk itself."""
        self._speak((sp.Said(text, self.language),), interrupt=interrupt)

    def names(self, ids: Iterable[str], *, interrupt: bool = True) -> None:
        """The names of some controls, one after the other."""
        named = [node.name for one in ids if (node := find(self.nodes, one))]
        if self.view.reading and named:
            self._speak((sp.Said(spoken(", ".join(named), self.language), self.language),), interrupt=interrupt)

    def headphones_told(self, plugged: bool) -> None:
        """A keypad with a jack says so."""
        self._speech.headphones_told(plugged)

    # --- the screen ----------------------------------------------------------------------------------------------

    def tick(self) -> tuple[e.Event, ...]:
        """What was to be said a little later; and what headphones that came or went mean."""
        if self._later and self._clock.monotonic() >= self._later[0]:
            text, self._later = self._later[1], None
            self._speak((sp.Said(text, self.language),), interrupt=False)
        plugged, before = self._speech.headphones, self._plugged
        self._plugged = plugged
        if plugged is before:
            return ()
        if plugged and not self.view.reading:
            return (e.ReadingSwitched(),)
        if before and not plugged:
            self._speech.stop()  # what was meant for one pair of ears is not for the hall
            return (e.ReadingSwitched(),) if self.view.reading else ()
        return ()

    def shown(self, screen: c.Screen, question: c.Question | None, session: Session) -> None:
        """The screen as it is now; called as often as wanted."""
        if screen is self._screen and question is self._question and session.view is self.view:
            return
        was_screen, was_question, was_view, was_nodes = self._screen, self._question, self.view, self.nodes
        was_state, self._state = self._state, session.state
        self._screen, self._question, self.language = screen, question, session.language
        self._use(session.view)
        self.nodes = outline(screen, question)
        if (sound := SOUNDS.get((was_state, session.state))) is not None:
            self._speech.play(sound)
        if question is None and was_question is not None:
            self._speech.stop()
        if question is not None:
            if was_question is None:  # a warning is heard by everybody, read-aloud or not
                self._speak((sp.asked(question, self.language),))
        elif session.view.reading and not was_view.reading:
            self.tell(say("keypad.welcome" if session.state is S.WELCOME else "keypad.reading_on", self.language))
            self._announce(interrupt=False)
        elif self._is_new(was_screen) or (session.state is S.TICKET and was_state is S.PRINTING):
            self._new_screen()
        elif session.view.reading and was_screen is not None:
            self._changed(was_screen, screen, was_nodes)
        self._warn(was_screen, screen)

    def _warn(self, was: c.Screen | None, now: c.Screen) -> None:
        """A warning that everybody hears; who has the screen read aloud has heard it as its news."""
        before = was.aloud if isinstance(was, c.LockerPage) else ""
        if isinstance(now, c.LockerPage) and now.aloud not in ("", before) and not self.view.reading:
            self.attention()
            self._speak((sp.Said(now.aloud, self.language),))

    def _use(self, view: View) -> None:
        self.view = view
        self._speech.speed, self._speech.volume = view.speed, view.volume

    def _is_new(self, was: c.Screen | None) -> bool:
        """Another screen, or the same in another language; a question that went is none."""
        screen = self._screen
        if was is None or screen is None or type(was) is not type(screen):
            return was is not None
        return was.frame.language != screen.frame.language or sp.title(outline(was)) != sp.title(outline(screen))

    def _new_screen(self) -> None:
        if self.view.reading:
            self._announce()
            if isinstance(self._screen, c.Search):
                self.tell(say("keypad.typing", self.language), interrupt=False)
            elif isinstance(self._screen, c.CodePad):
                self.tell(say("pickup.keypad", self.language), interrupt=False)
        elif self._whole:
            self._speech.stop()
        self._whole = False

    def _announce(self, *, interrupt: bool = True) -> None:
        short = isinstance(self._screen, c.Message | c.Ticket | c.LockerPage) and self._state is not S.PRINTING
        self._speak(sp.announced(self.nodes, self.language, all_texts=short), interrupt=interrupt)

    def _changed(self, was: c.Screen, now: c.Screen, nodes: tuple[Node, ...]) -> None:
        if isinstance(was, c.Search) and isinstance(now, c.Search):
            self._typed(was, now)
            return
        if isinstance(was, c.CodePad) and isinstance(now, c.CodePad) and was.typed != now.typed:
            self._digit(was, now)
        self._speak(sp.news(nodes, self.nodes, self.language), interrupt=False)

    def _digit(self, was: c.CodePad, now: c.CodePad) -> None:
        """The new digit into headphones, else only how many there are."""
        if now.typed == was.typed + 1 and self._speech.headphones:
            self._speak((sp.Said(letter(now.last, self.language), self.language, private=True),))
        else:
            self._speak((sp.Said(now.boxes, self.language),))

    def _typed(self, was: c.Search, now: c.Search) -> None:
        typed = sp.echo(was.query, now.query, self.language)
        if typed:
            self._speak((sp.Said(typed, self.language),))
        if now.query and now.rows != was.rows:
            found = sp.found(now, self.language)
            self._later = (self._clock.monotonic() + HITS_SECONDS, found)

    def _speak(self, said: Iterable[sp.Said], *, interrupt: bool = True) -> None:
        for one in said:
            if one.private and not self._speech.headphones:
                one = sp.Said(say("spoken.private", self.language), self.language)
            self._speech.say(Utterance(text=one.text, language=one.language, interrupt=interrupt, private=one.private))
            interrupt = False
