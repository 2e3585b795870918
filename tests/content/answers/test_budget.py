"""Time and imports: the search shares the kiosk's process, so it must be quick to make, quick to ask and small."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from content.answers.search import SearchIndex, service_entries
from content.model.content import Content
from content.model.loading import load_content
from tests.content.musterstadt.floor_plan import FOLDER

MAKING_SECONDS_A_SERVICE = 0.005
KEYSTROKE_SECONDS = 0.003
SLOWER = 3.0
"""Allowance for a test machine that is busy or slow; CPU time is measured, not the clock."""


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(FOLDER)


def cpu_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def test_an_index_is_made_quickly(content: Content) -> None:
    seconds = cpu_seconds(lambda: SearchIndex(service_entries(content, "de"), "de"))
    assert seconds < SLOWER * MAKING_SECONDS_A_SERVICE * len(content.services)


def test_a_keystroke_is_answered_quickly(content: Content) -> None:
    index = SearchIndex(service_entries(content, "de"), "de")
    typed = ["personalausweis", "wohnung anmelden", "füherschein", "ich bin umgezogn", "kfz zulasung", "xyzxyzxyzxyz"]
    taken = sorted(
        cpu_seconds(lambda query=query[:end]: (index.search(query, 12), index.complete(query)))  # type: ignore[misc]
        for query in typed
        for end in range(1, len(query) + 1)
    )
    assert taken[int(len(taken) * 0.95)] < SLOWER * KEYSTROKE_SECONDS


def test_no_heavy_package_is_imported() -> None:
    heavy = "{'numpy', 'scipy', 'shapely', 'kivy'} & set(sys.modules)"
    program = f"import sys, content.answers.search; sys.exit(str({heavy}) if {heavy} else 0)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
