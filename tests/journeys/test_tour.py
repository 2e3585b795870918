"""The whole kiosk, walked by touch in a process of its own: every screen audited, every paper kept."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

PATIENCE_SECONDS = 300


def walk(out: Path, language: str, width: int, height: int) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "kiosk.tour.walk", str(out), language, str(width), str(height), "2026-11-25T10:42"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.stdout, done.stderr[-2000:]
    report: dict[str, list[str]] = json.loads(done.stdout.strip().splitlines()[-1])
    assert not report["stopped"], report["stopped"]
    assert report["faults"] == []
    return report


@pytest.mark.parametrize(
    ("language", "width", "height"),
    [
        ("de", 1080, 1920),
        pytest.param("en", 1080, 1920, marks=pytest.mark.long),
        pytest.param("de", 1920, 1080, marks=pytest.mark.long),
        pytest.param("en", 1920, 1080, marks=pytest.mark.long),
    ],
)
def test_the_journey_by_touch(tmp_path: Path, language: str, width: int, height: int) -> None:
    report = walk(tmp_path, language, width, height)
    assert len(report["pictures"]) >= 40
    numbers = [
        codes[0].text.splitlines()[0] for codes in map(_codes, (tmp_path / p for p in report["papers"])) if codes
    ]
    whole = [number for number in numbers if number]
    assert len(whole) == len(set(whole)), "no number is on two papers"
    assert whole[:2] == ["A001", "A002"]


def _codes(path: Path) -> "list[zxingcpp.Barcode]":
    found: list[zxingcpp.Barcode] = zxingcpp.read_barcodes(Image.open(path))
    return found
