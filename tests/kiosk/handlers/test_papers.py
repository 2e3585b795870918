"""What comes out of the printer in a language whose letters it lacks."""

from pathlib import Path

import pytest

from hardware.printer.interface import Line
from hardware.printer.transliteration import printable
from kiosk.flows.effects import PrintWay
from kiosk.handlers.papers import TicketPapers
from kiosk.texts import LANGUAGES
from tests.kiosk.world import Kiosk


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paper_has_question_marks_for_letters(tmp_path: Path, language: str) -> None:
    kiosk = Kiosk(tmp_path)
    papers = TicketPapers(clock=kiosk.clock, phone_address=None)
    papers.use(kiosk.library)
    wish = PrintWay(place="1.07", step_free=False, language=language)
    lines = [block.text for block in papers.way(wish) if isinstance(block, Line)]
    assert len(lines) > 4
    for text in lines:
        assert printable(text).count("?") == text.count("?"), text
    kiosk.ledger.close()
    kiosk.printer.close()
