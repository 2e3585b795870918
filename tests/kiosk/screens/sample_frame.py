"""What sample screens share: words in every language, the frame around them, actions, rows."""

from functools import cache, partial
from pathlib import Path

from kiosk.flows import events as e
from kiosk.presenters import contents as c
from kiosk.texts import say as words


def pick(language: str, de: str, en: str) -> str:
    """The words in a language; `sample_words.txt` holds those beyond German and English."""
    return {"de": de, "en": en}.get(language) or translations(language).get(de) or en


@cache
def translations(language: str) -> dict[str, str]:
    """By the German words."""
    lines = Path(__file__).with_name("sample_words.txt").read_text("utf-8").splitlines()
    column = ("de", "tr", "uk", "ar").index(language)
    return {line.split("|")[0]: line.split("|")[column] for line in lines}


def frame(language: str, *, first: bool = True, notice: str = "", footer: str = "") -> c.Frame:
    """The frame of a screen; `first`: with back and finish."""
    say = partial(pick, language)
    back = c.Action(test_id="bar.back", label=say("Zurück", "Back"), icon="arrow-left", event=e.Back())
    finish = c.Action(test_id="bar.finish", label=say("Beenden", "Finish"), icon="close", event=e.Finished())
    assist = c.Action(
        test_id="bar.help", label=say("Hilfe", "Help"), icon="hand-back-left-outline", event=e.HelpOpened()
    )
    read = c.Action(test_id="bar.read", label=words("bar.read", language), icon="volume-high", event=e.ReadAloud())
    look = c.Action(test_id="bar.view", label=words("bar.view", language), icon="tune-variant", event=e.ViewOpened())
    return c.Frame(
        language=language,
        house=say("Bürgeramt", "Citizens’ office"),
        town="Musterstadt",
        clock="10:42",
        help_bar=(back if first else None, finish if first else None, read, look, assist),
        more_label=words("details.more", language),
        further_label=words("page.later", language),
        no_name_hint="" if first else say("Ohne Namen", "No name"),
        notice=notice,
        footer=footer,
    )


def action(test_id: str, label: str, icon: str = "", *, primary: bool = False, locked: str = "") -> c.Action:
    event = None if locked else e.ServiceChosen(test_id)
    return c.Action(test_id=test_id, label=label, icon=icon, event=event, primary=primary, locked=locked)


def row(test_id: str, icon: str, title: str, second: str = "", **more: object) -> c.Row:
    return c.Row(test_id=test_id, icon=icon, title=title, second=second, event=e.ServiceChosen(test_id), **more)  # type: ignore[arg-type]
