"""All languages, each in its own name: choosing one leads back to where the visitor was."""

from kiosk.flows import events as e
from kiosk.flows.session import Session
from kiosk.presenters.contents import Choice, Languages
from kiosk.presenters.frame import frame
from kiosk.presenters.paging import paged
from kiosk.presenters.world import World
from kiosk.texts import LANGUAGES, NAMES, say

WHOLE, SIZE = 6, 4
"""Names that fit without and with page buttons."""


def language_choices(language: str) -> tuple[Choice, ...]:
    """Every language of the interface."""
    return tuple(
        Choice(test_id=f"language.{code}", label=NAMES[code], chosen=code == language, event=e.LanguageChosen(code))
        for code in LANGUAGES
    )


def languages(session: Session, world: World) -> Languages:
    """The page of all languages."""
    language = session.language
    choices, (earlier, later) = paged(language_choices(language), session.first, SIZE, language, WHOLE)
    return Languages(
        frame=frame(session, world),
        title=say("languages.title", language),
        lead=say("languages.lead", language),
        choices=tuple(choices),
        earlier=earlier,
        later=later,
    )
