"""The power goes while documents are loaded and handed out, on a real file system over a disk that forgets.

SIGKILL cannot show this: the kernel keeps what a killed process wrote. Here the disk loses what was not flushed.
"""

from contextlib import closing
from pathlib import Path

import pytest

from tests.kiosk.pickup.watched_terminal import Restarted
from tests.power_cut.rig import Image, images, mounted, raw, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

IMAGES_OF_A_RUN = 50


def check_all(folder: Path, count: int, seed: int) -> int:
    """Start a terminal on each image; returns how many entries were acknowledged before the last."""
    acknowledged: list[int] = []
    with closing(images(folder, count=count, seed=seed, synchronous="FULL")) as cuts:
        for image in cuts:
            with mounted(image.path, folder / "after") as place:
                check(image, place / "state", folder / "copy")
            acknowledged.append(len(image.outside.acknowledged))
    assert len(acknowledged) == count
    assert acknowledged == sorted(acknowledged)
    return acknowledged[-1]


def check(image: Image, state: Path, copy: Path) -> None:
    """What is in the file, and how a terminal goes on from it."""
    found = raw(state, copy)
    assert found.integrity == "ok"
    assert image.outside.lost(found.entries) == 0
    terminal = Restarted(state, image.outside)
    try:
        terminal.check()
        terminal.life_goes_on()
    finally:
        terminal.ledger.close()


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    assert check_all(tmp_path, count=8, seed=1) > 0


@pytest.mark.long
@pytest.mark.parametrize("seed", [2, 3, 4, 5])
def test_nothing_acknowledged_is_lost_in_two_hundred_power_cuts(seed: int, tmp_path: Path) -> None:
    assert check_all(tmp_path, count=IMAGES_OF_A_RUN, seed=seed) > IMAGES_OF_A_RUN


def test_the_rig_finds_what_a_weaker_promise_would_lose(tmp_path: Path) -> None:
    lost = []
    with closing(images(tmp_path, count=12, seed=6, synchronous="NORMAL")) as cuts:
        for image in cuts:
            with mounted(image.path, tmp_path / "after") as place:
                found = raw(place / "state", tmp_path / "copy")
            lost.append(image.outside.lost(found.entries))
    assert any(lost), "a commit that is not flushed must be missed, else this rig shows nothing"
