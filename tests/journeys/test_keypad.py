"""From the welcome to a number in the hand by a keypad alone: real driver, real window, black; only ears."""

import json
import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.presenters.spoken import digits

PATIENCE_SECONDS = 300
PASSPORT = {"de": "Reisepass beantragen", "en": "Apply for a passport"}
BUTTON = {"de": "Taste", "en": "button"}
STEP = {"de": "Schritt {k} von 4. ", "en": "Step {k} of 4. "}
DELETED = {"de": "Alles gelöscht.", "en": "Everything deleted."}


def walk(out: Path, language: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "kiosk.tour.by_keypad", str(out), language, "2026-11-25T10:42"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    transcript = json.loads((out / "transcript.json").read_text(encoding="utf-8"))
    (paper,) = transcript["papers"]
    assert "A001" in paper
    turns: list[dict[str, Any]] = transcript["turns"]
    return turns


def first(texts: list[str], start: str) -> int:
    return next(place for place, text in enumerate(texts) if text.startswith(start))


@pytest.mark.screen
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_number_is_drawn_by_keypad_and_ear(tmp_path: Path, language: str) -> None:
    turns = walk(tmp_path, language)
    heard = [one for turn in turns for one in turn["heard"]]
    texts = [one["text"] for one in heard]
    assert {one["language"] for one in heard} <= {language, "de"}, "what exists only in German is said in German"
    assert all(one["language"] == language for one in heard if len(one["text"]) > 150)
    assert all(one["headphones"] for one in heard)
    assert not any(one["private"] for one in heard)

    number = digits("A001", language)
    order = [
        *("Willkommen." if language == "de" else "Welcome.", PASSPORT[language]),
        *(STEP[language].format(k=k) for k in (2, 3, 4)),
        DELETED[language],
    ]
    places = [first(texts, start) for start in order]
    assert places == sorted(places)
    ticket = next(text for text in texts if number in text)
    assert places[-2] < texts.index(ticket) < places[-1]
    assert not any("A001" in text for text in texts), "never as one word"

    letters = [text for text in texts if len(text) == 1]
    word = {"de": "reisepass", "en": "passport"}[language]
    assert [letter for letter in word if letter not in letters] == []
    assert {turn["key"] for turn in turns} - {""} <= {
        *("KEY_DOWN", "KEY_RIGHT", "KEY_KPENTER", "KEY_ESC", "KEY_KPASTERISK"),
        *(f"KEY_KP{digit}" for digit in range(10)),
    }
    assert sum(f" {BUTTON[language]}" in text for text in texts) > 5

    with Image.open(tmp_path / "screen.png") as screen:
        assert screen.getextrema() == ((0, 0), (0, 0), (0, 0)), "nothing could be seen"
    with wave.open(str(tmp_path / "audio.wav")) as audio:
        assert audio.getnframes() / audio.getframerate() > 120
