"""Compiles the catalogues: `python -m kiosk.texts.compiling` after editing a .po file.

The build does it (setup.py), `make` does it where one is newer; the kiosk itself only reads compiled ones.
"""

import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "locale"


def sources() -> list[Path]:
    """All .po files."""
    return sorted(FOLDER.glob("*/LC_MESSAGES/*.po"))


def compile_all() -> list[Path]:
    """Compile what is older than its source; gives back what was made."""
    made = []
    for source in sources():
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        _compile(source, target)
        made.append(target)
    return made


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    new = target.with_suffix(".mo.new")
    with new.open("wb") as file:
        write_mo(file, catalogue)
    new.replace(target)


if __name__ == "__main__":
    for path in compile_all():
        sys.stdout.write(f"{path}\n")
