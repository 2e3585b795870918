"""The content with today's other hours laid over it, made once for each change."""

from collections.abc import Callable
from datetime import date

from content.model.content import Content
from content.model.text import Text
from hardware.host.clock import Clock
from kiosk.staff.hours_today import at_minute, with_changes
from kiosk.staff.kept import Change
from kiosk.texts import LANGUAGES, say

Key = tuple[str, date, tuple[Change, ...]]


class TodaysContent:
    """From any thread: what is remembered is replaced as a whole."""

    def __init__(self, changes: Callable[[], tuple[Change, ...]], clock: Clock) -> None:
        """:param changes: that staff set, of whatever day."""
        self._changes, self._clock = changes, clock
        self._made: tuple[Key, Content] | None = None

    def of(self, usual: Content) -> Content:
        """`usual` as it holds today; the same object where staff changed nothing."""
        changes = self._changes()
        if not changes:
            return usual
        today = self._clock.now().date()
        key = (usual.version, today, changes)
        made = self._made
        if made is None or made[0] != key:
            made = self._made = (key, with_changes(usual, changes, today, lambda change: words(change, usual)))
        return made[1]


def words(change: Change, content: Content) -> Text:
    """What visitors read, in every language of the interface."""
    kind, _, name = change.scope.partition(":")
    what = {
        "office": lambda: content.offices[name].name if name in content.offices else content.town.house,
        "concern": lambda: content.concerns[name].title if name in content.concerns else content.town.house,
    }.get(kind, lambda: content.town.house)()
    at = at_minute(change.minute)

    def in_language(language: str) -> str:
        time = say("clock", language, hour=at.hour, minute=at.minute)
        sentence = say(f"today.{change.kind}", language, what=what.in_language(language), time=time)
        reason = "" if change.reason == "none" else say(f"today.reason.{change.reason}", language)
        return f"{sentence} {reason}".strip()

    return Text({language: in_language(language) for language in LANGUAGES})
