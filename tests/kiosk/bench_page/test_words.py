"""The page's own words: every one in German and English, and none that the page asks for is missing."""

import re
from pathlib import Path

import pytest

from kiosk.bench_page import requests
from kiosk.ticketing.settling import RULES, Why

WORDS = (requests.WEB / "words.js").read_text(encoding="utf-8")


def table(name: str, language: str) -> set[str]:
    """Keys of one table of `words.js`."""
    part = WORDS.partition(f"const {name} = {{")[2].partition("\n};")[0]
    block = part.partition(f"\n  {language}: {{")[2].partition("\n  },")[0]
    without_texts = re.sub(r'"[^"]*"|`[^`]*`', "", block)
    return set(re.findall(r"(\w+): ", without_texts))


@pytest.mark.parametrize("name", ["WORDS", "NAMES"])
def test_both_languages_say_the_same(name: str) -> None:
    assert table(name, "de") == table(name, "en")
    assert len(table(name, "de")) > 12


def test_every_word_the_page_uses_exists() -> None:
    used = set(re.findall(r'data-word="(\w+)"', (requests.WEB / "page.html").read_text(encoding="utf-8")))
    for script in requests.SCRIPTS:
        used |= set(re.findall(r'\bword\("(\w+)"', (requests.WEB / f"{script}.js").read_text(encoding="utf-8")))
    assert len(used) > 20
    assert used - {"connected", "gone", "waiting"} <= table("WORDS", "de")


def test_what_staff_decide_is_put_into_words() -> None:
    named = table("NAMES", "de")
    assert {why.value for why in Why} <= named
    assert {how.value for how, rule in RULES.items() if not rule.visitor} <= named
    assert {"closed", "used_up", "paused"} <= table("WORDS", "de")


def test_nothing_is_loaded_from_elsewhere() -> None:
    for file in requests.WEB.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|//[a-z]+\.[a-z]+/|@import", text), file


def test_every_file_of_the_page_is_served() -> None:
    served = {path for path, _ in requests.FILES.values() if path.parent == requests.WEB}
    assert served == set(requests.WEB.iterdir())
    assert all(isinstance(path, Path) and path.is_file() for path, _ in requests.FILES.values())
