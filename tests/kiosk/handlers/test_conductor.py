"""Visits on a whole kiosk without a window: numbers, papers, faults, time-outs, content that changes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.printer.simulator import SimulatedPaper
from kiosk.flows import events as e
from kiosk.flows.session import S
from kiosk.flows.view import View
from kiosk.presenters import contents as c
from kiosk.presenters.present import PRESENTERS
from kiosk.settings import ViewSettings
from kiosk.ticketing.model import TicketState
from tests.kiosk.world import DEMO, Kiosk, running

SERVICE, CONCERN, CLOSED = "personalausweis-beantragen", "ausweis", "aufenthalt"


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


def papers(kiosk: Kiosk) -> list[SimulatedPaper]:
    return list(kiosk.printer.papers())


def draw(kiosk: Kiosk) -> None:
    kiosk.touch(e.TicketsOpened(), e.ConcernChosen(CONCERN))


def test_a_visit_from_search_to_paper(kiosk: Kiosk) -> None:
    kiosk.touch(e.SearchOpened(), *(e.Typed(letter) for letter in "personalausweis"))
    assert isinstance(kiosk.screen, c.Search)
    assert f"service.{SERVICE}" in [row.test_id for row in kiosk.screen.rows]
    kiosk.touch(e.ServiceChosen(SERVICE))
    assert isinstance(kiosk.screen, c.ServicePage)
    kiosk.touch(e.ConcernChosen(CONCERN))
    kiosk.until(lambda: kiosk.state is S.TICKET)
    assert isinstance(kiosk.screen, c.Ticket)
    assert kiosk.screen.number == "A001"
    (paper,) = papers(kiosk)
    assert "Ausweis und Pass" in paper.text
    assert "Zum Aufzug A gehen" in paper.text
    assert "Alter Ausweis oder Reisepass" in paper.text
    kiosk.touch(e.Finished())
    assert kiosk.state is S.CLEARED
    kiosk.wait(3)
    assert isinstance(kiosk.screen, c.Welcome)
    assert kiosk.conductor.session.ticket == ""


def test_double_taps_draw_one_number(kiosk: Kiosk) -> None:
    kiosk.touch(e.TicketsOpened(), *[e.ConcernChosen(CONCERN)] * 5)
    kiosk.until(lambda: kiosk.state is S.TICKET)
    assert len(papers(kiosk)) == 1
    assert [ticket.label for ticket in kiosk.queues.todays_tickets()] == ["A001"]


def test_the_ticket_speaks_the_visitors_language(kiosk: Kiosk) -> None:
    kiosk.touch(e.LanguageChosen("en"))
    draw(kiosk)
    kiosk.until(lambda: kiosk.state is S.TICKET)
    assert "ID card and passport" in papers(kiosk)[0].text
    assert "lift A" in papers(kiosk)[0].text


def test_paper_out_the_number_counts_and_is_printed_once_after_the_refill(kiosk: Kiosk) -> None:
    kiosk.printer.set_fault("paper_out", True)
    draw(kiosk)
    kiosk.until(lambda: kiosk.state is S.NO_PAPER)
    assert isinstance(kiosk.screen, c.Ticket)
    assert (kiosk.screen.number, kiosk.screen.looks_like_paper) == ("A001", False)
    assert "ticket.print_again" not in [action.test_id for action in kiosk.screen.actions]
    kiosk.printer.refill()
    kiosk.touch(e.PrintAgain())
    kiosk.until(lambda: kiosk.state is S.TICKET)
    assert len(papers(kiosk)) == 1


def test_a_printer_that_dies_mid_job_is_never_sent_the_number_again(kiosk: Kiosk) -> None:
    kiosk.printer.set_fault("dies_mid_job", True)
    draw(kiosk)
    kiosk.until(lambda: kiosk.state is S.UNSURE)
    kiosk.touch(e.PaperMissing())
    assert kiosk.state is S.NO_PAPER
    kiosk.printer.set_fault("power_off", False)
    kiosk.until(lambda: kiosk.worker.ticket(kiosk.conductor.session.ticket).paper_missed)  # type: ignore[union-attr]
    assert isinstance(kiosk.screen, c.Ticket)
    assert "ticket.print_again" not in [action.test_id for action in kiosk.screen.actions]
    kiosk.touch(e.NumberRemembered())
    assert len([paper for paper in papers(kiosk) if not paper.torn]) == 0


def test_staff_hear_of_paper_running_low_and_visitors_do_not(kiosk: Kiosk) -> None:
    kiosk.printer.set_fault("paper_low", True)
    draw(kiosk)
    kiosk.until(lambda: kiosk.state is S.TICKET)
    assert kiosk.said_to_staff[-1] == "printer: printer.paper_low"
    assert isinstance(kiosk.screen, c.Ticket)
    assert kiosk.screen.looks_like_paper
    kiosk.printer.refill()
    kiosk.touch(e.Finished())
    kiosk.wait(3)
    kiosk.touch(e.TicketsOpened(), e.ConcernChosen("wohnung"))
    kiosk.until(lambda: kiosk.state is S.TICKET)
    assert kiosk.said_to_staff[-1] == "printer: works"


def test_an_unsure_ticket_that_came_is_settled_by_its_visitor(kiosk: Kiosk) -> None:
    kiosk.printer.set_fault("dies_mid_job", True)
    draw(kiosk)
    kiosk.until(lambda: kiosk.state is S.UNSURE)
    kiosk.touch(e.PaperCame())
    kiosk.until(lambda: kiosk.queues.todays_tickets()[0].state is TicketState.PRINTED)
    assert kiosk.state is S.TICKET


def test_a_closed_queue_says_when_it_opens(kiosk: Kiosk) -> None:
    kiosk.touch(e.TicketsOpened(), e.ConcernChosen(CLOSED))
    kiosk.until(lambda: kiosk.state is S.NO_NUMBER)
    assert isinstance(kiosk.screen, c.Message)
    assert kiosk.screen.sentences == ("Wieder morgen ab 8 Uhr.",)
    assert kiosk.queues.todays_tickets() == ()


def test_the_time_out_asks_then_forgets(kiosk: Kiosk) -> None:
    kiosk.touch(e.SearchOpened(), e.Typed("p"))
    kiosk.wait(61)
    assert kiosk.question is not None
    kiosk.touch(e.StillThere())
    kiosk.conductor.tick()
    assert kiosk.question is None
    assert kiosk.conductor.session.query == "p"
    kiosk.wait(61)
    kiosk.wait(31)
    assert kiosk.state is S.CLEARED
    kiosk.wait(3)
    assert kiosk.conductor.session.query == ""
    assert isinstance(kiosk.screen, c.Welcome)


def test_who_listens_gets_twice_the_time(kiosk: Kiosk) -> None:
    kiosk.touch(e.ReadingSwitched(), e.SearchOpened())
    kiosk.wait(61)
    assert kiosk.question is None
    kiosk.wait(60)
    assert kiosk.question is not None
    assert kiosk.question.seconds == 60
    kiosk.wait(59)
    assert kiosk.question is not None
    kiosk.wait(2)
    assert kiosk.state is S.CLEARED


def test_the_question_calls_for_attention_twice_and_is_silent_once_it_is_answered(kiosk: Kiosk) -> None:
    calls: list[float] = []
    kiosk.conductor.alert = lambda: calls.append(kiosk.clock.monotonic())
    kiosk.touch(e.SearchOpened())
    kiosk.wait(61)
    for _ in range(20):
        kiosk.wait(1)
    assert [round(later - calls[0]) for later in calls] == [0, 10]
    kiosk.touch(e.StillThere())
    kiosk.wait(61)
    kiosk.touch(e.StillThere())
    kiosk.wait(11)
    assert len(calls) == 3


def test_looking_around_in_the_question_keeps_it_and_gives_new_time(kiosk: Kiosk) -> None:
    kiosk.touch(e.SearchOpened())
    kiosk.wait(61)
    for _ in range(5):
        kiosk.wait(25)
        kiosk.conductor.attended()
    assert kiosk.question is not None
    assert kiosk.question.seconds == 30
    kiosk.wait(31)
    assert kiosk.state is S.CLEARED


def test_a_view_lasts_as_long_as_the_visit(kiosk: Kiosk) -> None:
    looks: list[View] = []
    kiosk.conductor.restyle = looks.append
    kiosk.touch(e.ViewOpened(), e.ThemeChosen("contrast_dark"), e.TextScaleChosen(1.5), e.Back(), e.TopicsOpened())
    assert kiosk.conductor.session.view == View(theme="contrast_dark", text_scale=1.5)
    kiosk.touch(e.Finished())
    assert looks[-1] == View(theme="contrast_dark", text_scale=1.5), "it stays while everything is deleted"
    kiosk.wait(3)
    assert isinstance(kiosk.screen, c.Welcome)
    assert kiosk.conductor.session.view == looks[-1] == View()
    assert len(looks) == 3


def test_visits_begin_in_the_operators_view(tmp_path: Path) -> None:
    usual = ViewSettings(theme="contrast_light", text_scale=125, low_reach=True).view()
    with running(tmp_path, view=usual) as kiosk:
        assert kiosk.conductor.session.view == View(theme="contrast_light", text_scale=1.25, low_reach=True)
        kiosk.touch(e.LowReachSwitched(), e.TopicsOpened(), e.Finished())
        kiosk.wait(3)
        assert kiosk.conductor.session.view == usual


def test_the_way_on_paper_and_on_the_phone(kiosk: Kiosk) -> None:
    kiosk.touch(e.PlacesOpened(), e.PlaceChosen("1.07"), e.WayPrintWanted())
    kiosk.until(lambda: kiosk.conductor.session.way_paper == "printed")
    assert "Zimmer 1.07 ist links" in papers(kiosk)[0].text
    kiosk.touch(e.PhoneOpened())
    assert isinstance(kiosk.screen, c.QrPage)
    assert "Zum Aufzug A gehen" in kiosk.screen.data


def test_a_room_with_steps_before_it(kiosk: Kiosk) -> None:
    kiosk.touch(e.PlaceChosen("U.11"))
    assert isinstance(kiosk.screen, c.Way)
    kiosk.touch(e.StepFreeSwitched())
    assert isinstance(kiosk.screen, c.Message)
    assert kiosk.screen.sentences == (kiosk.library.content.town.no_step_free_way.in_language("de"),)


def test_a_screen_that_cannot_be_shown_becomes_help(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> c.Screen:
        raise RuntimeError("no such thing")

    monkeypatch.setitem(PRESENTERS, S.TOPICS, broken)
    kiosk.touch(e.TopicsOpened())
    assert kiosk.state is S.HELP
    assert isinstance(kiosk.screen, c.Message)


def test_changed_content_is_shown_between_two_visits_not_within_one(tmp_path: Path) -> None:
    town = tmp_path / "town"
    shutil.copytree(DEMO, town)
    with running(tmp_path, town) as kiosk:
        kiosk.touch(e.TopicsOpened())
        text = (town / "town.yaml").read_text("utf-8")
        (town / "town.yaml").write_text(text.replace("Musterstadt", "Neustadt"), "utf-8")
        for _ in range(5):
            kiosk.wait(3)
        assert kiosk.screen is not None
        assert kiosk.screen.frame.town == "Musterstadt"
        kiosk.touch(e.Finished())
        kiosk.wait(3)
        kiosk.until(lambda: _looked(kiosk) and kiosk.screen.frame.town == "Neustadt")  # type: ignore[union-attr]


def _looked(kiosk: Kiosk) -> bool:
    kiosk.clock.advance(3)
    return True
