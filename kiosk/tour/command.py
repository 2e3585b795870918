"""`lotse tour`: walks the kiosk by touch and keeps a picture of every screen and every paper, audited."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec

from kiosk.texts import LANGUAGES, PSEUDO
from kiosk.tour.walks import SHAPES, Walk, everything, usual

AT = "2026-11-25T10:42"
"""A Wednesday morning: most queues are open, that for residence permits is closed."""
PATIENCE_SECONDS = 1800
KEYPAD_LANGUAGES = ("de", "en")


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: all walks done, nothing wrong; 1: something is wrong; see what was printed."""
    options = _options(arguments)
    if options.keypad:
        return _by_keypad(options.keypad, options.language or KEYPAD_LANGUAGES, options.at)
    languages, shapes = options.language or LANGUAGES, options.shape or tuple(SHAPES)
    walks = (everything if options.all else usual)(options.out, options.at, languages, shapes)
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        reports = []
        for number, report in enumerate(pool.map(_take, walks), 1):
            reports.append(report)
            _tell(report, number, len(walks))
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "report.json").write_text(json.dumps(reports, indent=1, ensure_ascii=False), encoding="utf-8")
    pictures = sum(len(report["pictures"]) for report in reports)
    faults = sum(len(report["faults"]) + bool(report["stopped"]) for report in reports)
    print(f"{len(walks)} walks, {pictures} pictures, {faults} faults. Contact sheets: {options.out / 'sheets'}")
    return 1 if faults else 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lotse tour", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=Path("tour"), help="folder for the pictures; one folder in it for each walk"
    )
    parser.add_argument(
        "--keypad",
        type=Path,
        metavar="DIR",
        help="instead: one walk a language by keypad with a black screen; audio.wav and transcript.json in DIR",
    )
    parser.add_argument(
        "--all", action="store_true", help="every size of type, theme and height of the controls too (thousands)"
    )
    parser.add_argument("--language", choices=(*LANGUAGES, PSEUDO), action="append", help="only this language")
    parser.add_argument("--shape", choices=tuple(SHAPES), action="append", help="only this shape of the panel")
    parser.add_argument("--at", default=AT, help="time the walk begins (default %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="walks at the same time (default %(default)s)")
    return parser.parse_args(arguments)


def _by_keypad(folder: Path, languages: Sequence[str], at: str) -> int:
    """Walks without eyes; 0: every number was heard."""
    wrong = False
    for language in languages:
        command = [sys.executable, "-m", "kiosk.tour.by_keypad", str(folder / language), language, at]
        done = subprocess.run(  # noqa: S603 - our own module
            command, stdout=subprocess.PIPE, text=True, timeout=PATIENCE_SECONDS, check=False
        )
        wrong |= done.returncode != 0
        print(f"{folder / language}: {done.stdout.strip() or 'the walk broke off'}", flush=True)
    return int(wrong)


def _take(walk: Walk) -> dict[str, Any]:
    """One walk in a process of its own; its report, `stopped` set where it broke off."""
    command = [sys.executable, "-m", "kiosk.tour.walk", msgspec.json.encode(walk).decode()]
    done = subprocess.run(  # noqa: S603 - our own module
        command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )
    try:
        report: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    except (IndexError, json.JSONDecodeError):
        last = done.stderr.strip()[-2000:]
        stopped = f"the walk broke off (exit code {done.returncode}): {last}"
        report = {"pictures": [], "papers": [], "faults": [], "stopped": stopped}
    return {"walk": walk.name, **report}


def _tell(report: dict[str, Any], number: int, of: int) -> None:
    seen = f"{len(report['pictures'])} screens, {len(report['papers'])} papers"
    print(f"[{number}/{of}] {report['walk']}: {seen}", flush=True)
    for fault in report["faults"]:
        print(f"  {fault}")
    if report["stopped"]:
        print(f"  stopped: {report['stopped']}")
