"""`lotse bench`: `kiosk` beside a bare Kivy window, with search and ways; `hours`: simulated hours of visitors."""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.bench.measure import Measured, measured
from kiosk.bench.surroundings import surroundings

GOALS = {"start": 2.0, "memory": 1.5, "idle_cpu": 1.2}
"""Largest ratio to a bare window."""
MOST_GROWTH_MIB = 20
"""Over eight simulated hours."""
PARTS = {"bridge": "bridge to assistive technology", "speech": "speech"}
"""Of a kiosk, that a machine may lack: what they cost is measured where they are on."""


def probe(
    kind: str,
    folder: Path,
    width: int,
    height: int,
    idle_seconds: float,
    frames: int,
    environment: Mapping[str, str],
) -> dict[str, float]:
    """One process measured.

    :param folder: its state, and compiled Python as an installed program has it; kept between runs.
    :raises RuntimeError: the process failed; with its last words.
    """
    command = [sys.executable, "-m", "kiosk.bench.probe", kind, str(width), str(height), str(folder / kind)]
    compiling = {key: value for key, value in environment.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603 - our own module
        [*command, str(idle_seconds), str(frames)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=compiling | {"PYTHONPYCACHEPREFIX": str(folder / "pyc")},
    )
    if done.returncode:
        raise RuntimeError(f"the {kind} window could not be measured: {done.stderr.strip()[-400:]}")
    result: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def against_bare_window(
    folder: Path, width: int, height: int, runs: int, idle_seconds: float, frames: int
) -> tuple[dict[str, Measured], dict[str, bool]]:
    """Kiosk and bare window in turns, medians of `runs` runs each; and which `PARTS` were on in every run.

    The first start of a kiosk, which checks and compiles its content, is measured by itself.
    """
    results: dict[str, list[dict[str, float]]] = {"bare": [], "kiosk": []}
    with surroundings(folder) as around:
        probe("bare", folder, width, height, 0.1, 2, around)  # warms the file cache, compiles Python
        first = probe("kiosk", folder, width, height, 0.1, 2, around)
        for number in range(runs):
            for kind in ("bare", "kiosk"):
                sys.stderr.write(f"run {number + 1} of {runs}: {kind} window\n")
                results[kind].append(probe(kind, folder, width, height, idle_seconds, frames, around))

    def median(kind: str, key: str) -> float:
        return statistics.median(result[key] for result in results[kind])

    units = {"start_s": "s", "frame_ms": "ms", "idle_cpu": "% of a core", "memory_mib": "MiB"}
    names = {"start_s": "start", "frame_ms": "frame", "idle_cpu": "idle_cpu", "memory_mib": "memory"}
    measures = {names[key]: measured(median("kiosk", key), unit, median("bare", key)) for key, unit in units.items()}
    measures["first_start"] = measured(first["start_s"], "s", median("bare", "start_s"))
    return measures, {part: all(result[part] for result in results["kiosk"]) for part in PARTS}


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: measured; 1: the simulated hours show growth or errors."""
    parser = argparse.ArgumentParser(
        prog="lotse bench", description="Measure. Times depend on the machine; ratios less."
    )
    parser.add_argument("what", choices=["kiosk", "hours"], help="what to measure")
    parser.add_argument(
        "--json", action="store_true", help="print JSON: {name: {value, unit, baseline, ratio}, on: {part: true}}"
    )
    parser.add_argument("--hours", type=int, default=8, help="hours: simulated hours (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="hours: of the visitors' wishes (default %(default)s)")
    parser.add_argument("--size", default="1080x1920", help="picture, px (default %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="processes of each kind (default %(default)s)")
    parser.add_argument("--idle", type=float, default=20.0, help="seconds of idling measured (default %(default)s)")
    parser.add_argument("--frames", type=int, default=60, help="frames measured (default %(default)s)")
    options = parser.parse_args(arguments)
    return _hours(options) if options.what == "hours" else _kiosk(options)


def _hours(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="lotse-bench-") as name:
        command = [sys.executable, "-m", "kiosk.bench.hours", str(options.hours), str(options.seed), name]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - our own module
    found = json.loads(done.stdout.strip().splitlines()[-1])
    good = found["growth_mib"] < MOST_GROWTH_MIB and not found["errors"]
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        print(f"{found['hours']} hours after the first, {found['visitors']} visitors, {found['touches']} touches")
        print(f"memory at the end of each hour, MiB: {', '.join(map(str, found['memory_mib']))}")
        print(f"growth {found['growth_mib']} MiB (goal: below {MOST_GROWTH_MIB}), errors {found['errors']} (goal: 0)")
        for error in found["first_errors"]:
            print(f"  {error}")
    return 0 if good else 1


def _kiosk(options: argparse.Namespace) -> int:
    width, height = (int(part) for part in options.size.split("x"))
    from kiosk.bench.thinking import answers_and_routes

    with tempfile.TemporaryDirectory(prefix="lotse-bench-") as name:
        folder = Path(name)
        results, parts = against_bare_window(folder, width, height, options.runs, options.idle, options.frames)
        results |= answers_and_routes(folder)
    if options.json:
        print(json.dumps({name: _plain(one) for name, one in results.items()} | {"on": parts}, indent=2))
        return 0
    for part, is_on in parts.items():
        print(f"{PARTS[part]}: {'on' if is_on else 'off, as this machine lacks it'}")
    for name, one in results.items():
        goal = f"  (goal: {GOALS[name]})" if name in GOALS else ""
        print(f"{name:28} {one.value:10.2f} {one.unit:12} baseline {one.baseline:10.2f}  ratio {one.ratio:6.2f}{goal}")
    return 0


def _plain(one: Measured) -> dict[str, object]:
    return {"value": one.value, "unit": one.unit, "baseline": one.baseline, "ratio": one.ratio}
