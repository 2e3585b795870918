"""Real questions over real services of another city, kept beside the repository; nothing of them stands here.

Floors a little below what was measured, so that a change that makes the search worse is seen.
"""

import csv
import json
from pathlib import Path

import pytest

from content.answers.entry import ALIAS_WEIGHT, TEXT_WEIGHT, Words
from content.answers.search import Entry, SearchIndex


@pytest.fixture(scope="module")
def folder() -> Path:
    found = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "answers"
    if not (found / "munich-services.json").is_file():
        pytest.skip("the shared questions are not beside this repository")
    return found


def index_of(folder: Path, *, keywords: bool) -> SearchIndex:
    services = json.loads((folder / "munich-services.json").read_text(encoding="utf-8"))
    entries = []
    for one in services:
        words = [Words(word, ALIAS_WEIGHT, name=True) for word in one["keywords"] if keywords]
        words += [Words(one["description"], TEXT_WEIGHT), Words(one["fees"], TEXT_WEIGHT / 2)]
        entries.append(Entry(one["id"], one["title"], tuple(words)))
    return SearchIndex(entries, "de")


def share_found(index: SearchIndex, questions: list[tuple[str, set[str]]], among: int) -> float:
    found = sum(bool(ids & {hit.id for hit in index.search(f"{text} ", among).hits}) for text, ids in questions)
    return found / len(questions)


def test_questions(folder: Path) -> None:
    with (folder / "questions-dev.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    questions = [(row["question"], set(row["service_ids"].split(","))) for row in rows]
    index = index_of(folder, keywords=True)
    assert share_found(index, questions, 1) >= 0.64
    assert share_found(index, questions, 3) >= 0.82
    assert share_found(index, questions, 10) >= 0.94


def test_words_of_editors_find_services_that_do_not_name_them(folder: Path) -> None:
    services = json.loads((folder / "munich-services.json").read_text(encoding="utf-8"))
    wanted: dict[str, set[str]] = {}
    for one in services:
        for word in one["keywords"]:
            wanted.setdefault(word, set()).add(one["id"])
    index = index_of(folder, keywords=False)
    assert share_found(index, list(wanted.items()), 3) >= 0.54
