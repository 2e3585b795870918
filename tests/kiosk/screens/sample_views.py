"""Sample panels of the view and of languages, and samples cut to what a page holds in a view."""

from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows.view import View
from kiosk.presenters import contents as c
from kiosk.presenters.capacity import capacity
from kiosk.texts import NAMES, say
from tests.kiosk.screens.sample_frame import action, frame


def languages(language: str) -> c.Languages:
    return c.Languages(
        frame=frame(language),
        title=say("languages.title", language),
        lead=say("languages.lead", language),
        choices=tuple(
            c.Choice(test_id=f"language.{code}", label=name, chosen=code == language, event=e.LanguageChosen(code))
            for code, name in NAMES.items()
        ),
    )


def view_panel(language: str, *, later: bool = False) -> c.ViewPanel:
    """The panel's first or second page."""
    seen = (
        _one_of("theme", "palette", ("light", "contrast_dark", "contrast_light"), language),
        _one_of("text", "format-size", ("1", "2", "3"), language),
        _switch("low", "arrow-collapse-down", language),
        _switch("still", "motion-pause-outline", language),
    )
    heard = (
        _switch("reading", "account-voice", language, on=True),
        _one_of("speed", "speedometer", ("1", "2", "3", "4"), language),
        _one_of("volume", "volume-high", ("1", "2", "3"), language),
        _switch("scanning", "gesture-tap-button", language),
    )
    return c.ViewPanel(
        frame=frame(language),
        title=say("view.title", language),
        lead=say("view.lead", language),
        settings=heard if later else seen,
        actions=()
        if later
        else (
            action("view.language", say("view.language", language), "translate"),
            action("view.reset", say("view.reset", language), "restore"),
        ),
        earlier=action("page.earlier", say("page.earlier", language), "arrow-up") if later else None,
        later=None if later else action("page.later", say("page.later", language), "arrow-down"),
    )


def _one_of(name: str, icon: str, values: tuple[str, ...], language: str) -> c.Setting:
    choices = tuple(
        c.Choice(
            test_id=f"view.{name}.{value}",
            label=say(f"view.{name}.{value}", language),
            chosen=i == 1,
            event=e.ServiceChosen(f"view.{name}.{value}"),
        )
        for i, value in enumerate(values)
    )
    return c.Setting(id=f"view.{name}", icon=icon, label=say(f"view.{name}", language), choices=choices)


def _switch(name: str, icon: str, language: str, *, on: bool = False) -> c.Setting:
    label = say(f"view.{name}", language)
    choice = c.Choice(test_id=f"view.{name}", label=label, chosen=on, event=e.ServiceChosen(f"view.{name}"))
    return c.Setting(id=f"view.{name}", icon=icon, label=label, choices=(choice,))


def fitted(content: c.Screen, view: View, *, portrait: bool) -> c.Screen:
    """The sample with as many controls as presenters put on a page in this view."""
    fits = capacity(view, portrait=portrait)
    language = content.frame.language
    later = action("page.later", say("page.later", language), "arrow-down")
    if view.text_scale == 1.0 and not view.low_reach:
        return content
    rows = fits.rows - (isinstance(content, c.Listing) and content.main is not None)
    if isinstance(content, c.Listing) and len(content.rows) > rows:
        return replace(content, rows=content.rows[:rows], later=later)
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
