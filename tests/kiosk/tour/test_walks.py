"""Which walks there are, and the sheets their pictures are put on."""

from itertools import product
from pathlib import Path

from PIL import Image

from kiosk.flows.view import TEXT_SCALES
from kiosk.texts import LANGUAGES
from kiosk.tour.sheets import contact_sheets
from kiosk.tour.walks import SHAPES, everything, usual


def test_all_means_every_language_shape_size_and_height_once() -> None:
    walks = everything(Path("out"), "2026-11-25T10:42", LANGUAGES, tuple(SHAPES))
    seen = {(walk.language, walk.shape, walk.text_scale, walk.low_reach) for walk in walks}
    assert seen == set(product(LANGUAGES, SHAPES, TEXT_SCALES, (False, True)))
    assert len({walk.folder for walk in walks}) == len(walks)
    for language, shape in product(LANGUAGES, SHAPES):
        themed = [walk for walk in walks if (walk.language, walk.shape) == (language, shape) and walk.themes]
        assert themed, "no walk of this language and shape shows the contrast themes"


def test_the_usual_tour_has_one_walk_for_each_language_and_shape() -> None:
    walks = usual(Path("out"), "2026-11-25T10:42", ("de", "en"), ("portrait",))
    assert [walk.name for walk in walks] == ["portrait-de", "portrait-en"]


def test_every_picture_stands_on_one_sheet(tmp_path: Path) -> None:
    names = []
    for number in range(14):
        name = f"{number:02}-screen.png"
        Image.new("RGB", (108, 192), (number * 10, 0, 0)).save(tmp_path / name)
        names.append(name)
    first, second = contact_sheets(tmp_path, names, tmp_path / "sheets", "walk")
    assert [first.name, second.name] == ["walk-1.jpg", "walk-2.jpg"]
    with Image.open(first) as sheet, Image.open(second) as rest:
        assert sheet.height > rest.height, "two pictures need one row"
        assert sheet.width == rest.width


def test_no_pictures_no_sheets(tmp_path: Path) -> None:
    assert contact_sheets(tmp_path, [], tmp_path, "walk") == []
