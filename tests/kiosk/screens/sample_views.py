"""Sample panels of the view and of languages, and samples cut to what a page holds in a view."""

from functools import partial

from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows.view import View
from kiosk.presenters import contents as c
from kiosk.presenters.capacity import capacity
from kiosk.texts import NAMES
from tests.kiosk.screens.sample_frame import action, frame, pick


def languages(language: str) -> c.Languages:
    say = partial(pick, language)
    return c.Languages(
        frame=frame(language),
        title=say("Sprache wählen", "Choose a language"),
        lead=say("Danach geht es hier weiter.", "Then you go on from here."),
        choices=tuple(
            c.Choice(test_id=f"language.{code}", label=name, chosen=code == language, event=e.LanguageChosen(code))
            for code, name in NAMES.items()
            if code != "ar"
        ),
    )


def view_panel(language: str, *, later: bool = False) -> c.ViewPanel:
    say = partial(pick, language)
    seen = (
        _one_of(
            "theme", "palette", say("Farben", "Colours"), pick(language, "Farbig Schwarz Weiß", "Coloured Black White")
        ),
        _one_of("text", "format-size", say("Schrift", "Text"), say("Normal Groß Sehr\xa0groß", "Normal Large Largest")),
        _switch("low", "arrow-collapse-down", say("Tasten tiefer", "Lower buttons")),
        _switch("still", "motion-pause-outline", say("Bewegung aus", "No motion")),
    )
    heard = (
        _switch("reading", "account-voice", say("Alles vorlesen", "Read everything aloud"), on=True),
        _one_of(
            "speed",
            "speedometer",
            say("Tempo", "Speed"),
            say("Langsam Normal Schnell Schneller", "Slow Normal Fast Faster"),
        ),
        _one_of("volume", "volume-high", say("Ton", "Volume"), say("Leise Mittel Laut", "Quiet Medium Loud")),
        _switch("scanning", "gesture-tap-button", say("Mit einem Schalter", "With one switch")),
    )
    return c.ViewPanel(
        frame=frame(language),
        title=say("Ansicht ändern", "Change the view"),
        lead=say("Das gilt nur für Sie, bis Sie fertig sind.", "This is only for you, until you finish."),
        settings=heard if later else seen,
        actions=()
        if later
        else (
            action("view.language", say("Sprache", "Language"), "translate"),
            action("view.reset", say("Wie vorher", "As before"), "restore"),
        ),
        earlier=action("page.earlier", say("Vorige", "Previous"), "arrow-up") if later else None,
        later=None if later else action("page.later", say("Weitere", "More"), "arrow-down"),
    )


def _one_of(name: str, icon: str, label: str, words: str) -> c.Setting:
    choices = tuple(
        c.Choice(test_id=f"view.{name}.{i}", label=word, chosen=i == 1, event=e.ServiceChosen(f"view.{name}.{i}"))
        for i, word in enumerate(words.split(" "))
    )
    return c.Setting(id=f"view.{name}", icon=icon, label=label, choices=choices)


def _switch(name: str, icon: str, label: str, *, on: bool = False) -> c.Setting:
    choice = c.Choice(test_id=f"view.{name}", label=label, chosen=on, event=e.ServiceChosen(f"view.{name}"))
    return c.Setting(id=f"view.{name}", icon=icon, label=label, choices=(choice,))


def fitted(content: c.Screen, view: View, *, portrait: bool) -> c.Screen:
    """The sample with as many controls as presenters put on a page in this view."""
    fits = capacity(view, portrait=portrait)
    language = content.frame.language
    later = action("page.later", pick(language, "Weitere", "More"), "arrow-down")
    if view.text_scale == 1.0 and not view.low_reach:
        return content
    if isinstance(content, c.Listing) and len(content.rows) > fits.rows:
        return replace(content, rows=content.rows[: fits.rows], later=later)
    if isinstance(content, c.Topics) and len(content.tiles) > fits.tiles:
        return replace(content, tiles=content.tiles[: fits.tiles], later=later)
    if isinstance(content, c.ViewPanel):
        return replace(content, settings=content.settings[: fits.settings], later=later)
    if isinstance(content, c.ServicePage) and len(content.checks) > fits.whole_checks:
        more = c.CheckRow(
            test_id="paper.more", text=later.label, ticked=False, icon="arrow-down", event=e.ServiceChosen("paper.more")
        )
        return replace(content, checks=(*content.checks[: fits.checks - 1], more))
    return content
