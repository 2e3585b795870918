"""The whole kiosk, walked by touch in a process of its own: every screen audited, every paper kept."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image

from kiosk.tour.command import AT
from kiosk.tour.walks import CONTRAST_THEMES, Walk

PATIENCE_SECONDS = 300


def take(walk: Walk) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "kiosk.tour.walk", msgspec.json.encode(walk).decode()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.stdout, done.stderr[-2000:]
    report: dict[str, list[str]] = json.loads(done.stdout.strip().splitlines()[-1])
    assert not report["stopped"], report["stopped"]
    assert report["faults"] == []
    return report


WALKS = {
    "de": Walk(out="", language="de", shape="portrait", at=AT),
    "large, low, in all colours": Walk(
        out="", language="de", shape="portrait", at=AT, text_scale=1.5, low_reach=True, themes=CONTRAST_THEMES
    ),
    "ar on its side": Walk(out="", language="ar", shape="landscape", at=AT),
    "uk": Walk(out="", language="uk", shape="portrait", at=AT),
    "tr": Walk(out="", language="tr", shape="portrait", at=AT),
    "easy German on its side": Walk(out="", language="de-simple", shape="landscape", at=AT),
    "en on its side": Walk(out="", language="en", shape="landscape", at=AT),
    "a language of long words": Walk(out="", language="pseudo", shape="portrait", at=AT),
}


@pytest.mark.parametrize(
    "name", [name if name == "de" else pytest.param(name, marks=pytest.mark.long) for name in WALKS]
)
def test_the_journey_by_touch(tmp_path: Path, name: str) -> None:
    walk = replace(WALKS[name], out=str(tmp_path))
    report = take(walk)
    assert len(report["pictures"]) >= 40
    papers = (walk.folder / paper for paper in report["papers"])
    numbers = [codes[0].text.splitlines()[0] for codes in map(_codes, papers) if codes]
    whole = [number for number in numbers if number]
    assert len(whole) == len(set(whole)), "no number is on two papers"
    assert whole[:2] == ["A001", "A002"]
    assert list((tmp_path / "sheets").glob(f"{walk.name}-*.jpg")), "no contact sheet"


def _codes(path: Path) -> "list[zxingcpp.Barcode]":
    found: list[zxingcpp.Barcode] = zxingcpp.read_barcodes(Image.open(path))
    return found
