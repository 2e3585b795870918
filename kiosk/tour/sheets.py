"""Contact sheets: all pictures of a walk on a few large ones, so that hundreds can be looked at."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.widgets.fonts import font_file

ACROSS, DOWN = 6, 2
"""Upright pictures on a sheet; those that lie on their side stand three across and four down."""
UPRIGHT, LYING = (360, 640), (720, 405)
CAPTION, GAP = 34, 12
GROUND, INK = (90, 98, 100), (255, 255, 255)


def contact_sheets(folder: Path, pictures: Sequence[str], out: Path, name: str) -> list[Path]:
    """Put the pictures of `folder` on sheets called `name`-1.jpg and so on in `out`; gives back their paths."""
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for number, (size, across, down, shown) in enumerate(_pages(folder, pictures), 1):
        path = out / f"{name}-{number}.jpg"
        _sheet(folder, shown, size, across, down).save(path, quality=85)
        made.append(path)
    return made


def _pages(folder: Path, pictures: Sequence[str]) -> Iterator[tuple[tuple[int, int], int, int, Sequence[str]]]:
    if not pictures:
        return
    with Image.open(folder / pictures[0]) as first:
        upright = first.height >= first.width
    size, across, down = (UPRIGHT, ACROSS, DOWN) if upright else (LYING, ACROSS // 2, DOWN * 2)
    for start in range(0, len(pictures), across * down):
        yield size, across, down, pictures[start : start + across * down]


def _sheet(folder: Path, shown: Sequence[str], size: tuple[int, int], across: int, down: int) -> Image.Image:
    width, height = size
    rows = min(down, -(-len(shown) // across))
    sheet = Image.new("RGB", (across * (width + GAP) + GAP, rows * (height + CAPTION + GAP) + GAP), GROUND)
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(font_file("latin"), 24)
    for index, file in enumerate(shown):
        x = GAP + index % across * (width + GAP)
        y = GAP + index // across * (height + CAPTION + GAP)
        draw.text((x, y), Path(file).stem, fill=INK, font=font)
        with Image.open(folder / file) as picture:
            sheet.paste(
                picture.convert("RGB").resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0), (x, y + CAPTION)
            )
    return sheet
