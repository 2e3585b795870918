"""The table of a ticket's life: what it must and must not allow."""

from pathlib import Path

import pytest

from kiosk.ticketing.life import LIFE, UNSENT, What, after, diagram
from kiosk.ticketing.model import TicketState as S

DECISION = Path(__file__).resolve().parents[3] / "docs" / "adr" / "0003-one-paper-per-number.md"
OF_THE_LEDGER = {What.DAY_BEGAN, What.CLOCK_DOUBTED, What.NUMBERS_SKIPPED, What.SET_ASIDE, What.PAUSED, What.RESUMED}


def test_only_what_surely_was_not_sent_leads_to_the_printer() -> None:
    arrows = {(what, before, to) for what, row in LIFE.items() for before, to in row.items() if before is not to}
    to_printer = {(what, before) for what, before, to in arrows if to is S.PRINTING}
    assert to_printer == {(What.PRINT_BEGUN, state) for state in UNSENT}
    assert {S.DRAWN, S.NOT_PRINTED} == UNSENT


def test_nothing_that_may_be_on_paper_becomes_printable_again() -> None:
    back = {(what, before) for what, row in LIFE.items() for before, to in row.items() if to in UNSENT} - {
        (What.PRINT_NOT_SENT, S.PRINTING)
    }
    assert all(before in UNSENT for _, before in back)


def test_void_is_for_ever() -> None:
    assert all(row.get(S.VOID, S.VOID) is S.VOID for row in LIFE.values())


@pytest.mark.parametrize("state", S)
def test_every_state_can_be_left_by_staff_or_is_settled(state: S) -> None:
    leads = {after(state, what) for what in LIFE} - {None, state}
    assert leads or state is S.VOID


def test_every_word_has_a_meaning() -> None:
    assert set(LIFE) | {What.DRAWN, What.SALVAGED} | OF_THE_LEDGER == set(What)


def test_the_decision_shows_this_table() -> None:
    assert diagram() in DECISION.read_text(encoding="utf-8")
