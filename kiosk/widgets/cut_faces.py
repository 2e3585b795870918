"""Cuts the bold face out of a variable font and keeps it: SDL shows only the regular weight of such a font.

Once for each machine and version of the font, in a process of its own, so that the kiosk keeps none of the memory this
takes (70 MB for two to four seconds). `python -m kiosk.widgets.cut_faces` does it ahead, at set-up.
"""

import io
import logging
import os
import struct
import subprocess
import sys
from functools import cache
from pathlib import Path

from hardware.host.folders import write_atomically
from hardware.host.paths import paths_for

log = logging.getLogger(__name__)
BOLD = 700
PATIENCE_S = 120
LETTERS = (
    (0x0020, 0x024F),  # Latin
    (0x02B0, 0x036F),  # modifiers and marks
    (0x0400, 0x052F),  # Cyrillic
    (0x0600, 0x06FF),  # Arabic
    (0x1E00, 0x1EFF),  # more Latin
    (0x2000, 0x206F),  # dashes, quotes
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x214F),  # numero
    (0x2190, 0x21FF),  # arrows
)
"""Code points a cut face keeps, of those its font has."""


def kept_in() -> Path:
    """Where faces are kept: systemd's cache folder of the process, else that of the person."""
    return paths_for("faces", os.environ).cache


@cache
def bold(variable: str) -> str:
    """The file of the bold face, cut now if there is none. Where that fails: the font itself, and a warning."""
    try:
        target = kept_in() / f"{Path(variable).name.partition('[')[0]}-{BOLD}-{_checksum(variable):08x}.ttf"
        if not target.is_file():
            log.info("cutting the bold face of %s", Path(variable).name)
            command = [sys.executable, "-m", "kiosk.widgets.cut_faces", variable, str(target)]
            subprocess.run(command, check=True, timeout=PATIENCE_S, capture_output=True)  # noqa: S603  # our own module
    except (OSError, ValueError, subprocess.SubprocessError) as fault:
        log.warning("no bold face of %s, its titles stay regular: %s", Path(variable).name, fault)
        return variable
    return str(target)


def _checksum(file: str) -> int:
    """The checksum a font carries about itself (OpenType, `head`); tells its versions apart."""
    with Path(file).open("rb") as font:
        _, count = struct.unpack(">4sH", font.read(6))
        font.seek(12)
        for tag, _, offset, _ in struct.iter_unpack(">4sLLL", font.read(16 * count)):
            if tag == b"head":
                font.seek(offset + 8)
                (checksum,) = struct.unpack(">L", font.read(4))
                return int(checksum)
    raise ValueError(f"{file} is no font")


def cut(variable: Path, weight: int) -> bytes:
    """A font of this one weight and the letters the kiosk shows. Takes seconds and much memory."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    options = subset.Options(layout_features=["*"], name_IDs=["*"], hinting=False, glyph_names=False)
    letters = subset.Subsetter(options)
    letters.populate(unicodes=[code for first, last in LETTERS for code in range(first, last + 1)])
    kept, done = io.BytesIO(), io.BytesIO()
    with TTFont(variable) as font:
        letters.subset(font)
        font.save(kept)
    kept.seek(0)
    with TTFont(kept) as font:
        weights = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": weight}
        instancer.instantiateVariableFont(font, weights, inplace=True)
        font.save(done)
    return done.getvalue()


def main(arguments: list[str]) -> None:
    """With a font and a target: cut this face. Without: cut what the kiosk needs and does not have yet."""
    if arguments:
        variable, target = map(Path, arguments)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(target, cut(variable, BOLD))
        return
    from kiosk.widgets import fonts

    for script in (fonts.CYRILLIC, fonts.ARABIC):
        fonts.font_file(script, bold=True)


if __name__ == "__main__":
    main(sys.argv[1:])
