"""The staff's texts: both languages say the same things, nothing is left over, and every trouble has words."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

import kiosk
from kiosk.flows.staff import OUTSIDE, St
from kiosk.handlers.staff_devices import KNOWN, trouble_key
from kiosk.presenters.staff.closing import PAUSES, REASONS
from kiosk.presenters.staff.present import PRESENTERS
from kiosk.texts import FOLDER, LANGUAGES, STAFF_LANGUAGES, say, say_staff
from kiosk.ticketing.settling import How, Why

SOURCE = "\n".join(path.read_text("utf-8") for path in Path(kiosk.__path__[0]).rglob("*.py"))


def keys(language: str) -> dict[str, set[str]]:
    """Every key with the places in its texts."""
    with (FOLDER / language / "LC_MESSAGES" / "staff.po").open("rb") as file:
        catalogue = read_po(file)
    found = {}
    for message in catalogue:
        if message.id:
            words = message.string if isinstance(message.string, tuple) else (message.string,)
            assert all(words), message.id
            name = message.id if isinstance(message.id, str) else message.id[0]
            found[name] = set(re.findall(r"{(\w+)}", " ".join(str(one) for one in words)))
    return found


def test_both_languages_have_the_same_texts_with_the_same_places() -> None:
    assert keys("de") == keys("en")
    assert list(keys("de")) == sorted(keys("de"))
    assert STAFF_LANGUAGES == ("de", "en")


def test_whoever_reads_another_language_reads_german() -> None:
    assert say_staff("staff.title", "tr") == say_staff("staff.title", "de")


def test_no_text_is_left_over() -> None:
    """A key stands in the source as it is, or its beginning does where the rest is a value."""
    unused = [key for key in keys("de") if f'"{key}"' not in SOURCE and not _made(key)]
    assert unused == []


def _made(key: str) -> bool:
    parts = key.split(".")
    return any(
        f'"{".".join(parts[:n])}.{{' in SOURCE or f'"{".".join(parts[:n])}"' in SOURCE for n in range(2, len(parts))
    )


def test_every_value_has_words() -> None:
    for reason in PAUSES:
        assert say_staff(f"staff.pause.{reason}", "de")
        assert all(say(f"paused.reason.{reason}", language) for language in LANGUAGES)
    for reason in REASONS:
        assert say_staff(f"staff.hours.reason.{reason}", "de")
    for why in Why:
        assert say_staff(f"staff.tickets.{why}", "de") and say_staff(f"staff.tickets.{why}.advice", "de")
    for how in (How.PRINTED, How.PAPERLESS, How.REPLACE, How.VOID):
        assert say_staff(f"staff.settle.{how}", "de")
    for code in (*KNOWN, "unrecoverable"):
        key = trouble_key(f"printer.{code}")
        assert all(say_staff(f"{key}{part}", "de") for part in ("", ".what", ".do"))


def test_every_state_has_a_screen() -> None:
    assert set(PRESENTERS) == set(St) - {St.CLOSED}
    assert St.CLOSED in OUTSIDE
