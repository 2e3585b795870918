"""`lotse run`: the kiosk. Without settings the demo town with simulated devices and the bench page on loopback."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from content.model.files import ContentRejected
from hardware.host.clock import ShiftedClock
from hardware.host.journal import set_up_logging
from hardware.host.paths import Paths, PathsError, paths_for
from hardware.host.settings_file import SettingsError, describe, read_settings
from kiosk.demo_settings import BENCH_PORT, demo_settings
from kiosk.settings import KioskSettings
from kiosk.texts import LANGUAGES, PSEUDO
from kiosk.ticketing.errors import LedgerError

if TYPE_CHECKING:
    from kiosk.process import KioskProcess

DEMO_SCALE = 0.5
INSTALL_ALL = "pip install 'rathauslotse[kiosk,camera]'"
LANGUAGE_HELP = f"language of the welcome screen; {PSEUDO}: German made longer, to see which words do not fit"
DEMO_PIN = "246810"
"""Opens the staff corner of the demonstration while no PIN is set; never with a settings file."""


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: ended on purpose; 1: cannot run; 2: wrong settings."""
    options = _options(arguments)
    if options.describe:
        print(describe(KioskSettings), end="")
        return 0
    set_up_logging(os.environ)
    try:
        settings = _settings(options)
        paths = paths_for("kiosk", os.environ, options.state).make()
        return _run(settings, paths, options)
    except (SettingsError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 2
    except (PathsError, LedgerError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    except ModuleNotFoundError as fault:
        print(f"{fault.msg}: a driver in the settings needs it. Please type: {INSTALL_ALL}", file=sys.stderr)
        return 1
    except ContentRejected as rejected:
        print("The content cannot be used, and no earlier one is kept:", file=sys.stderr)
        for problem in rejected.problems:
            print(f"  {problem}", file=sys.stderr)
        return 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lotse run", description=__doc__)
    parser.add_argument("--settings", type=Path, help="settings file (TOML); not given: the demo")
    parser.add_argument("--describe", action="store_true", help="print a sample settings file with every key and end")
    parser.add_argument("--content", type=Path, help="folder with the town hall's content")
    parser.add_argument("--state", type=Path, help="one folder for everything the kiosk keeps")
    parser.add_argument("--landscape", action="store_true", help="a panel that lies on its side (demo)")
    parser.add_argument("--language", choices=(*LANGUAGES, PSEUDO), help=LANGUAGE_HELP)
    parser.add_argument("--scale", type=float, help="size of the window, 1 = the panel's pixels (demo: 0.5)")
    parser.add_argument("--headless", action="store_true", help="open no window; the bench page shows the screen")
    parser.add_argument("--port", type=int, help=f"port of the bench page (demo: {BENCH_PORT})")
    parser.add_argument("--sleep", type=int, help="minutes without anybody until the screen sleeps; 0: never")
    parser.add_argument("--at", help="time the kiosk's clock starts with, such as 2026-11-24T10:42")
    parser.add_argument("--screen-map", type=Path, help="for tests: file that tells what is on the screen and where")
    return parser.parse_args(arguments)


def _settings(options: argparse.Namespace) -> KioskSettings:
    if options.settings:
        settings = read_settings(options.settings, KioskSettings)
    else:
        settings = demo_settings()
    changes: dict[str, object] = {}
    if options.content:
        changes["content"] = options.content
    if options.language:
        changes["language"] = options.language
    if options.port is not None:
        changes["bench_page"] = options.port
    if options.sleep is not None:
        changes["sleep_minutes"] = max(0, options.sleep)
    if options.landscape:
        panel = settings.panel
        changes["panel"] = msgspec.structs.replace(
            panel, width=max(panel.width, panel.height), height=min(panel.width, panel.height)
        )
    return msgspec.structs.replace(settings, **changes)


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened: X11 or Wayland is there."""
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _run(settings: KioskSettings, paths: Paths, options: argparse.Namespace) -> int:
    from kiosk.__main__ import build

    demo = options.settings is None
    offscreen = options.headless or not has_display(os.environ)
    scale = options.scale or (DEMO_SCALE if demo and not offscreen else 1.0)

    def started(process: "KioskProcess") -> None:
        _tell(settings, process, paths, offscreen=offscreen, demo=demo)

    process = build(
        settings,
        state=paths.state,
        cache=paths.cache,
        offscreen=offscreen,
        clock=ShiftedClock(datetime.fromisoformat(options.at).astimezone()) if options.at else None,
        scale=scale,
        started=started,
        open_hours=demo and not options.at,
        demo_pin=DEMO_PIN if demo else "",
    )
    if options.screen_map:
        from kiosk.screen_map import ScreenMap

        watching = ScreenMap(process, options.screen_map)  # the window holds it weakly
        watching.follow()
    process.run()
    return 0


def _tell(settings: KioskSettings, process: "KioskProcess", paths: Paths, *, offscreen: bool, demo: bool) -> None:
    """In the terminal: what runs, and where to look."""
    content = process.library.content
    lines = [
        f"Kiosk {settings.kiosk} of {content.town.name.in_language('de')} runs, "
        f"{len(content.services)} services, content {content.version}."
    ]
    if offscreen:
        lines.append("No display here: its screen is on the bench page, and takes touches there.")
    else:
        lines.append("Its window is open.")
    if process.bench_page is not None:
        what = "see the paper come out, break and refill the printer, press the keypad, call numbers"
        if process.pickup is not None:
            what += ", show staff cards, load and collect documents"
        lines.append(f"Bench page: {process.bench_page.url}  ({what})")
    if demo:
        now = process.conductor.world().now
        lines.append(f"Staff corner: hold the mark on the welcome screen for three seconds, or F12; PIN {DEMO_PIN}.")
        if settings.speech.driver == "simulator":
            lines.append("Speech is only written down on the bench page: espeak-ng or a sound card is missing.")
        lines.append(f"Demo: simulated printer; the kiosk's clock says {now:%A %d.%m.%Y %H:%M}.")
    lines.append(f"Numbers and content are kept in {paths.state}. Ctrl-C ends.")
    print("\n".join(lines), flush=True)
