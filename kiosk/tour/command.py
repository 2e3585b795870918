"""`lotse tour`: walks the kiosk by touch and keeps a picture of every screen and every paper, audited."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
AT = "2026-11-25T10:42"
"""A Wednesday morning: most queues are open, that for residence permits is closed."""
PATIENCE_SECONDS = 600


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: all walks done, nothing wrong; 1: something is wrong; see what was printed."""
    parser = argparse.ArgumentParser(prog="lotse tour", description=__doc__)
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the pictures; one folder in it for each walk"
    )
    parser.add_argument("--language", choices=("de", "en"), action="append", help="only this language")
    parser.add_argument("--shape", choices=tuple(SHAPES), action="append", help="only this shape of the panel")
    parser.add_argument("--at", default=AT, help="time the walk begins (default %(default)s)")
    options = parser.parse_args(arguments)
    wrong = False
    for shape in options.shape or SHAPES:
        for language in options.language or ("de", "en"):
            wrong |= not _walk(options.out / f"{shape}-{language}", shape, language, options.at)
    return 1 if wrong else 0


def _walk(out: Path, shape: str, language: str, at: str) -> bool:
    width, height = SHAPES[shape]
    command = [sys.executable, "-m", "kiosk.tour.walk", str(out), language, str(width), str(height), at]
    done = subprocess.run(  # noqa: S603 - our own module
        command, stdout=subprocess.PIPE, text=True, timeout=PATIENCE_SECONDS, check=False
    )
    try:
        report: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    except (IndexError, json.JSONDecodeError):
        print(f"{out}: the walk broke off (exit code {done.returncode})", file=sys.stderr)
        return False
    print(f"{out}: {len(report['pictures'])} screens, {len(report['papers'])} papers")
    for fault in report["faults"]:
        print(f"  {fault}")
    if report["stopped"]:
        print(f"  stopped: {report['stopped']}")
    return not (report["stopped"] or report["faults"])
