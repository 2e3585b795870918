"""Whatever happens to the files: problems are told, nothing is raised but `ContentRejected`."""

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.model.content import Content, Problem
from content.model.loading import ContentRejected, examine_content, load_content
from tests.content.model.small_town import FILES, SmallTown

DEMO = Path(__file__).resolve().parents[3] / "content" / "musterstadt"
WORDS = (
    "null -1 1e999 NaN Infinity 9.5 true [] {} 2026-02-30 0001-01-01 9999-12-31 24:00 Foyer KIOSK-1 0.99 \\u0000 "
    "<osm/> ../ { ] \" ' # &a *a !!set | - : \ufeff \u202e \ud800"
)
PIECES = st.sampled_from(
    [
        *WORDS.encode("utf-8", "surrogatepass").split(),
        b"",
        b"\x00",
        b"\xff",
        b"\n",
        b"\t",
        b" ",
        b": ",
        b"- ",
        b"1" * 400,
    ]
)
DAMAGE = st.tuples(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.integers(0, 12), PIECES | st.binary(max_size=6))


def examined(folder: Path) -> tuple[Content | None, tuple[Problem, ...]]:
    """What is always true of an answer."""
    content, problems = examine_content(folder)
    assert (content is None) == any(problem.serious for problem in problems)
    assert [one.serious for one in problems] == sorted((one.serious for one in problems), reverse=True)
    for problem in problems:
        assert problem.file
        assert len(problem.message) > 10
        assert problem.line >= 0
        str(problem).encode()
    if content is None:
        with pytest.raises(ContentRejected):
            load_content(folder)
    else:
        assert load_content(folder) == content
    return content, problems


def damage(folder: Path, file: str, where: float, removed: int, piece: bytes) -> None:
    path = folder / file
    raw = path.read_bytes()
    at = int(where * len(raw))
    path.write_bytes(raw[:at] + piece + raw[at + removed :])


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damages=st.lists(DAMAGE, min_size=1, max_size=3))
def test_damaged_files_of_the_small_town(
    tmp_path_factory: pytest.TempPathFactory, damages: list[tuple[str, float, int, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("damaged") / "town"
    SmallTown(folder)
    for one in damages:
        damage(folder, *one)
    examined(folder)
    shutil.rmtree(folder)


VALUES = """null true 0 -1 7 0.5 111111111111111111 '' [] {} [[]] [null] {'de':x} {'id':x} x Foyer 0.01 '0.01' '0.99' A
2026-02-30 9999-12-31 0001-01-01 '08:00-12:00' 'NaN' 'Infinity' '1e99999999' '\u202e' "\\0" "\\uD83D" ausweis wohnung
[1,[2]] {'mon':[{'start':1}]}"""


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6), value=st.sampled_from(VALUES.split()))
def test_any_value_in_any_field(tmp_path_factory: pytest.TempPathFactory, seed: int, value: str) -> None:
    """The YAML stays good, what stands in it does not."""
    folder = tmp_path_factory.mktemp("damaged") / "town"
    SmallTown(folder)
    chosen = random.Random(seed)
    path = folder / chosen.choice([file for file in sorted(FILES) if file.endswith(".yaml")])
    lines = path.read_text("utf-8").splitlines()
    number = chosen.choice([i for i, line in enumerate(lines) if ": " in line and not line.startswith("#")])
    before, _, _ = lines[number].partition(": ")
    if "{" not in before:
        lines[number] = f"{before}: {value}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    examined(folder)
    shutil.rmtree(folder)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_files_of_the_demo_town(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("damaged") / "town"
    shutil.copytree(DEMO, folder)
    files = sorted(path.relative_to(DEMO).as_posix() for path in DEMO.rglob("*") if path.is_file())
    for _ in range(3):
        _, where, removed, piece = data.draw(DAMAGE)
        damage(folder, data.draw(st.sampled_from(files)), where, removed, piece)
    examined(folder)
    shutil.rmtree(folder)
