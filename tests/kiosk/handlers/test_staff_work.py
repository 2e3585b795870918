"""What staff do in the corner of a whole kiosk without a window: devices, tickets, pause, hours, faults."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.flows import events as e
from kiosk.flows import staff_events as se
from kiosk.flows.session import S
from kiosk.presenters.contents import Message, Welcome
from kiosk.ticketing.model import TicketState
from tests.kiosk.handlers.at_the_corner import answered, board, draw, go_home, sign_in
from tests.kiosk.world import Kiosk, running


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


# --- devices ---------------------------------------------------------------------------------------------------------


def test_a_changed_roll_is_believed_when_the_printer_says_so(kiosk: Kiosk) -> None:
    kiosk.printer.set_fault("paper_out", True)
    kiosk.worker.do(kiosk.worker.look)
    sign_in(kiosk)
    kiosk.touch(se.DevicesWanted())
    kiosk.until(lambda: board(kiosk).rows[0].tone == "fault")
    kiosk.touch(se.DeviceTold("printer", "refilled"))
    assert answered(kiosk).key == "staff.printer.refill_not_seen"
    kiosk.printer.refill()
    kiosk.touch(se.DeviceTold("printer", "refilled"))
    assert answered(kiosk).key == "staff.printer.refill_seen"
    kiosk.wait(1.1)
    assert board(kiosk).rows[0].tone == "ok"
    assert kiosk.keeper.now.roll_since is not None


def test_a_test_page_has_umlauts_and_no_number(kiosk: Kiosk) -> None:
    sign_in(kiosk)
    kiosk.touch(se.DevicesWanted(), se.DeviceTold("printer", "test"))
    assert answered(kiosk).key == "staff.printer.tested"
    (paper,) = kiosk.printer.papers()
    assert "ä ö ü Ä Ö Ü ß" in paper.text
    assert "KIOSK-1" in paper.text and "25.11.2026" in paper.text
    assert kiosk.queues.todays_tickets() == ()


def test_out_of_service_gives_numbers_without_paper_over_a_restart(tmp_path: Path) -> None:
    with running(tmp_path) as kiosk:
        sign_in(kiosk)
        kiosk.touch(se.DevicesWanted(), se.DeviceTold("printer", "out"))
        assert answered(kiosk).key == "staff.printer.now_out"
    with running(tmp_path) as kiosk:
        assert draw(kiosk) is S.NO_PAPER
        assert list(kiosk.printer.papers()) == []
        kiosk.touch(e.NumberRemembered())
        kiosk.wait(3)
        kiosk.until(lambda: kiosk.state is S.WELCOME)
        sign_in(kiosk)
        kiosk.touch(se.DevicesWanted(), se.DeviceTold("printer", "in"))
        assert answered(kiosk).key == "staff.printer.now_in"
        kiosk.touch(se.SignedOff())
        assert draw(kiosk) is S.TICKET


def test_a_device_that_nobody_knows_answers_all_the_same(kiosk: Kiosk) -> None:
    sign_in(kiosk)
    kiosk.touch(se.DevicesWanted(), se.DeviceTold("toaster", "on"))
    assert answered(kiosk).key == "staff.failed"


def test_faults_are_listed_with_begin_and_end_over_a_restart(tmp_path: Path) -> None:
    with running(tmp_path) as kiosk:
        kiosk.printer.set_fault("cover_open", True)
        kiosk.worker.do(kiosk.worker.look)
        kiosk.until(lambda: kiosk.worker.printer.trouble == "printer.cover_open")
        kiosk.wait(1.1)
        kiosk.until(lambda: bool(kiosk.corner.faults))
    with running(tmp_path) as kiosk:
        (fault,) = kiosk.corner.faults
        assert (fault.source, fault.code) == ("printer", "printer.cover_open")
        assert fault.remedy
        kiosk.wait(120)
        kiosk.until(lambda: kiosk.corner.faults[0].until is not None)


# --- tickets ---------------------------------------------------------------------------------------------------------


def unsure(kiosk: Kiosk) -> str:
    kiosk.printer.set_fault("dies_mid_job", True)
    draw(kiosk)
    kiosk.printer.set_fault("power_off", False)
    go_home(kiosk)
    sign_in(kiosk)
    kiosk.touch(se.TicketsWanted())
    (ticket,) = kiosk.queues.todays_tickets()
    assert board(kiosk).rows[0].name.startswith(ticket.label)
    return ticket.id


def state_of(kiosk: Kiosk, ticket: str) -> TicketState:
    return next(one.state for one in kiosk.queues.todays_tickets() if one.id == ticket)


def test_settling_can_be_taken_back_for_ten_seconds(kiosk: Kiosk) -> None:
    ticket = unsure(kiosk)
    kiosk.touch(se.SettleWanted(ticket, "printed"))
    kiosk.wait(9)
    assert state_of(kiosk, ticket) is TicketState.UNCONFIRMED
    kiosk.touch(se.SettleTakenBack())
    kiosk.wait(9)
    assert state_of(kiosk, ticket) is TicketState.UNCONFIRMED
    kiosk.touch(se.SettleWanted(ticket, "void"))
    kiosk.wait(10)
    kiosk.until(lambda: state_of(kiosk, ticket) is TicketState.VOID)


def test_going_away_writes_down_what_was_said(kiosk: Kiosk) -> None:
    ticket = unsure(kiosk)
    kiosk.touch(se.SettleWanted(ticket, "printed"), se.SignedOff())
    kiosk.until(lambda: state_of(kiosk, ticket) is TicketState.PRINTED)
    with kiosk.ledger.read() as page:
        assert page.events(ticket)[-1].detail == "staff"


def test_a_new_number_is_printed_at_once(kiosk: Kiosk) -> None:
    ticket = unsure(kiosk)
    kiosk.touch(se.SettleWanted(ticket, "replace"))
    assert answered(kiosk).key == "staff.tickets.replaced"
    assert state_of(kiosk, ticket) is TicketState.VOID
    assert kiosk.queues.todays_tickets()[-1].state is TicketState.PRINTED


def test_what_no_longer_fits_is_said(kiosk: Kiosk) -> None:
    ticket = unsure(kiosk)
    kiosk.queues.call_next("ausweis", kiosk.library.content.concerns["ausweis"].rooms[0])
    kiosk.touch(se.SettleWanted(ticket, "replace"))
    assert answered(kiosk).key == "staff.tickets.no_more"


# --- pause -----------------------------------------------------------------------------------------------------------


def test_a_pause_sends_visitors_elsewhere_over_a_restart_and_ends_by_hand(tmp_path: Path) -> None:
    with running(tmp_path) as kiosk:
        sign_in(kiosk)
        kiosk.touch(se.PauseWanted(), se.ReasonChosen("maintenance"), se.PauseBegun())
        assert answered(kiosk).key == "staff.pause.begun"
        kiosk.touch(se.SignedOff())
        assert isinstance(kiosk.screen, Message)
        assert "Wir warten dieses Gerät." in kiosk.screen.sentences
        kiosk.touch(e.TicketsOpened())
    with running(tmp_path) as kiosk:
        assert isinstance(kiosk.screen, Message)
        kiosk.until(lambda: not kiosk.worker.queues["ausweis"].open)
        assert kiosk.worker.queues["ausweis"].reason == "paused"
        sign_in(kiosk)
        kiosk.touch(se.PauseWanted(), se.PauseEnded())
        assert answered(kiosk).key == "staff.pause.ended"
        kiosk.touch(se.SignedOff())
        assert isinstance(kiosk.screen, Welcome)
        kiosk.until(lambda: kiosk.worker.queues["ausweis"].open)


def test_a_pause_ends_by_itself(kiosk: Kiosk) -> None:
    sign_in(kiosk)
    kiosk.touch(se.PauseWanted(), se.LengthChosen(15), se.PauseBegun())
    answered(kiosk)
    kiosk.touch(se.SignedOff())
    assert isinstance(kiosk.screen, Message)
    assert any("10:57" in sentence for sentence in kiosk.screen.sentences)
    kiosk.wait(15 * 60 + 2)
    kiosk.until(lambda: kiosk.keeper.now.pause is None)
    kiosk.until(lambda: isinstance(kiosk.screen, Welcome))
    kiosk.until(lambda: kiosk.worker.queues["ausweis"].open)


def test_a_pause_of_the_ledger_itself_is_not_lifted(kiosk: Kiosk) -> None:
    kiosk.queues.pause(None, by="ledger")
    sign_in(kiosk)
    kiosk.touch(se.PauseWanted(), se.PauseBegun())
    answered(kiosk)
    kiosk.touch(se.PauseEnded())
    kiosk.until(lambda: kiosk.keeper.now.pause is None)
    assert answered(kiosk).key == "staff.pause.ended"
    with kiosk.ledger.read() as page:
        assert [pause.by for pause in page.pauses().values()] == ["ledger"]


# --- hours -----------------------------------------------------------------------------------------------------------


def test_closing_now_holds_at_once_for_welcome_screen_and_queues_and_can_be_undone(kiosk: Kiosk) -> None:
    sign_in(kiosk)
    kiosk.touch(
        se.HoursWanted(), se.HoursOpened("house", "close", 642), se.ReasonChosen("technical"), se.HoursChanged()
    )
    assert answered(kiosk).key == "staff.hours.set"
    kiosk.touch(se.SignedOff())
    assert isinstance(kiosk.screen, Welcome)
    assert kiosk.screen.lines[0].bold == "Jetzt geschlossen,"
    assert "heute ab 10:42 Uhr geschlossen. Die Technik geht nicht." in kiosk.screen.frame.notice
    assert draw(kiosk) is S.NO_NUMBER
    go_home(kiosk)
    sign_in(kiosk)
    kiosk.touch(se.HoursWanted(), se.HoursRestored("house"))
    assert answered(kiosk).key == "staff.hours.restored"
    kiosk.touch(se.SignedOff())
    assert kiosk.screen.lines[0].bold == "Geöffnet"
    assert draw(kiosk) is S.TICKET


def test_tomorrow_the_usual_hours_hold(kiosk: Kiosk) -> None:
    sign_in(kiosk)
    kiosk.touch(se.HoursWanted(), se.HoursOpened("house", "close", 642), se.HoursChanged())
    answered(kiosk)
    kiosk.touch(se.SignedOff())
    usual = kiosk.library.usual
    assert kiosk.library.content != usual
    kiosk.wait(24 * 3600)
    assert kiosk.library.content is usual
