"""The staff corner of a whole kiosk without a window: PINs, devices, tickets, pause, hours, faults, journal."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.flows import events as e
from kiosk.flows import staff_events as se
from kiosk.flows.session import S
from kiosk.flows.staff import St
from kiosk.handlers.sleeper import Sleeper
from kiosk.presenters.contents import Message, Welcome
from kiosk.presenters.staff.contents import PinPad, StaffBoard, StaffMenu
from kiosk.staff.attempts import FILE as ATTEMPTS
from kiosk.ticketing.model import TicketState
from tests.kiosk.world import PIN, Kiosk, running


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


def state(kiosk: Kiosk) -> St:
    return kiosk.corner.staff.state


def type_pin(kiosk: Kiosk, pin: str) -> None:
    kiosk.until(lambda: state(kiosk) is St.PIN)
    kiosk.touch(*(se.Digit(digit) for digit in pin), se.PinOffered())
    kiosk.until(lambda: state(kiosk) is not St.CHECKING)


def sign_in(kiosk: Kiosk) -> None:
    kiosk.touch(se.StaffWanted())
    type_pin(kiosk, PIN)
    assert state(kiosk) is St.MENU


def answered(kiosk: Kiosk) -> se.Answered:
    kiosk.until(lambda: kiosk.corner.staff.said is not None)
    said = kiosk.corner.staff.said
    assert said is not None
    return said


def board(kiosk: Kiosk) -> StaffBoard:
    kiosk.conductor.tick()
    assert isinstance(kiosk.screen, StaffBoard)
    return kiosk.screen


def draw(kiosk: Kiosk, concern: str = "ausweis") -> S:
    """Where the visitor ends who wants a number."""
    kiosk.touch(e.TicketsOpened(), e.ConcernChosen(concern))
    kiosk.until(lambda: kiosk.state not in (S.DRAWING, S.PRINTING))
    return kiosk.state


def go_home(kiosk: Kiosk) -> None:
    kiosk.touch(e.Finished())
    kiosk.wait(3)
    kiosk.until(lambda: kiosk.state is S.WELCOME)


# --- the way in and out ----------------------------------------------------------------------------------------------


def test_the_right_pin_opens_and_signing_off_leaves_the_welcome_screen(kiosk: Kiosk) -> None:
    sign_in(kiosk)
    assert isinstance(kiosk.screen, StaffMenu)
    kiosk.touch(se.SignedOff())
    assert isinstance(kiosk.screen, Welcome)
    assert kiosk.state is S.WELCOME


def test_it_opens_only_where_no_visitor_is(kiosk: Kiosk) -> None:
    kiosk.touch(e.TopicsOpened(), se.StaffWanted())
    assert state(kiosk) is St.CLOSED
    assert kiosk.state is S.TOPICS


def test_a_visitors_events_do_nothing_while_it_is_open(kiosk: Kiosk) -> None:
    sign_in(kiosk)
    kiosk.touch(e.TicketsOpened(), e.ConcernChosen("ausweis"))
    assert kiosk.state is S.WELCOME
    assert kiosk.queues.todays_tickets() == ()


def test_five_minutes_untouched_sign_off(kiosk: Kiosk) -> None:
    sign_in(kiosk)
    kiosk.wait(299)
    assert state(kiosk) is St.MENU
    kiosk.touch(se.DevicesWanted())
    kiosk.wait(299)
    assert state(kiosk) is St.DEVICES
    kiosk.wait(1)
    assert isinstance(kiosk.screen, Welcome)
    assert kiosk.question is None


def test_the_screen_stays_lit_while_staff_are_there(kiosk: Kiosk) -> None:
    kiosk.conductor.sleeper = Sleeper(clock=kiosk.clock, sleep_minutes=2)
    sign_in(kiosk)
    kiosk.wait(200)
    assert not kiosk.conductor.sleeper.asleep
    kiosk.wait(101)
    assert isinstance(kiosk.screen, Welcome)
    kiosk.wait(121)
    assert kiosk.conductor.sleeper.asleep


def test_a_keypad_left_alone_closes_after_a_minute(kiosk: Kiosk) -> None:
    kiosk.touch(se.StaffWanted())
    kiosk.until(lambda: state(kiosk) is St.PIN)
    kiosk.wait(60)
    assert isinstance(kiosk.screen, Welcome)


def test_the_newest_digit_is_seen_for_a_second(kiosk: Kiosk) -> None:
    kiosk.touch(se.StaffWanted())
    kiosk.until(lambda: state(kiosk) is St.PIN)
    kiosk.touch(se.Digit("2"), se.Digit("4"))
    assert isinstance(kiosk.screen, PinPad)
    assert (kiosk.screen.typed, kiosk.screen.last) == (2, "4")
    kiosk.wait(1.1)
    assert isinstance(kiosk.screen, PinPad)
    assert (kiosk.screen.typed, kiosk.screen.last) == (2, "")


def test_a_keyboard_opens_and_types(kiosk: Kiosk) -> None:
    kiosk.conductor.key("f11")
    assert state(kiosk) is St.CLOSED
    kiosk.conductor.key("f12")
    kiosk.until(lambda: state(kiosk) is St.PIN)
    for key in ("9", "backspace", *PIN[:3], *(f"numpad{digit}" for digit in PIN[3:]), "enter"):
        kiosk.conductor.key(key)
    kiosk.until(lambda: state(kiosk) is St.MENU)


def test_wrong_pins_lock_with_growing_delay_and_survive_a_restart(tmp_path: Path) -> None:
    with running(tmp_path) as kiosk:
        kiosk.touch(se.StaffWanted())
        for _ in range(2):
            type_pin(kiosk, "000000")
            assert state(kiosk) is St.PIN
        type_pin(kiosk, "000000")
        assert state(kiosk) is St.LOCKED
        kiosk.wait(5.1)
        type_pin(kiosk, "000000")
        assert state(kiosk) is St.LOCKED
        kiosk.wait(15.1)
        type_pin(kiosk, "000000")
        assert isinstance(kiosk.screen, Message)
        assert any("60" in sentence for sentence in kiosk.screen.sentences)
    with running(tmp_path) as again:
        again.touch(se.StaffWanted())
        again.until(lambda: state(again) is St.LOCKED)
        again.wait(59)
        assert state(again) is St.LOCKED
        again.wait(2)
        assert isinstance(again.screen, Welcome), "nobody blocks the kiosk with a locked keypad"
        again.touch(se.StaffWanted())
        type_pin(again, PIN)
        assert state(again) is St.MENU
        assert any(fault.code == "pins.wrong" for fault in again.corner.faults)


def test_a_damaged_count_keeps_it_shut_and_says_what_to_type(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "staff" / ATTEMPTS).write_bytes(b"{")
    kiosk.touch(se.StaffWanted())
    kiosk.until(lambda: state(kiosk) is St.UNUSABLE)
    assert isinstance(kiosk.screen, Message)
    assert kiosk.screen.lines[0].bold == "lotse staff pin"


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


# --- restart and journal ---------------------------------------------------------------------------------------------


def test_the_machine_restarts_unless_paper_is_about_to_come(kiosk: Kiosk) -> None:
    kiosk.printer.set_fault("paper_out_mid_job", True)
    draw(kiosk)
    go_home(kiosk)
    sign_in(kiosk)
    kiosk.touch(se.RebootWanted(), se.RebootConfirmed())
    kiosk.until(lambda: state(kiosk) is St.REBOOT)
    assert answered(kiosk).key == "staff.reboot.paper"
    kiosk.printer.refill()
    kiosk.power.set_fault("refuses", True)
    kiosk.touch(se.RebootConfirmed())
    kiosk.until(lambda: state(kiosk) is St.REBOOT)
    assert answered(kiosk).key == "staff.reboot.refused"
    kiosk.power.set_fault("refuses", False)
    kiosk.touch(se.RebootConfirmed())
    kiosk.until(lambda: len(kiosk.power.reboots) == 1)
    assert state(kiosk) is St.REBOOTING
    kiosk.wait(180)
    assert isinstance(kiosk.screen, Welcome)


def test_every_action_is_in_the_journal_with_a_role_and_no_pin(kiosk: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        kiosk.touch(se.StaffWanted())
        type_pin(kiosk, "918273")
        type_pin(kiosk, PIN)
        kiosk.touch(se.DevicesWanted(), se.DeviceTold("printer", "test"))
        answered(kiosk)
        kiosk.touch(se.MenuWanted(), se.PauseWanted(), se.PauseBegun())
        answered(kiosk)
        kiosk.touch(se.PauseEnded(), se.MenuWanted(), se.HoursWanted())
        kiosk.touch(se.HoursOpened("house", "close", 700), se.HoursChanged(), se.HoursRestored("house"))
        kiosk.touch(se.MenuWanted(), se.RebootWanted(), se.RebootConfirmed())
        kiosk.until(lambda: bool(kiosk.power.reboots))
        kiosk.wait(200)
    lines = [record.getMessage() for record in caplog.records if record.name == "kiosk.staff"]
    for wanted in (
        "role=nobody action=sign in result=wrong, may try again",
        "role=staff action=sign in result=right",
        "role=staff action=device result=printer test",
        "role=staff action=pause result=begun, short, no minutes",
        "role=staff action=pause result=ended",
        "role=staff action=hours result=house close 11:40",
        "role=staff action=hours result=house as usual",
        "role=staff action=reboot result=asked",
        "role=staff action=sign off result=untouched",
    ):
        assert wanted in lines
    assert all(PIN not in record.getMessage() and "918273" not in record.getMessage() for record in caplog.records)


def test_a_full_disk_is_told_and_changes_nothing(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(kiosk)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.staff.kept.write_atomically", full)
    kiosk.touch(se.PauseWanted(), se.PauseBegun())
    assert answered(kiosk).key == "staff.disk"
    assert kiosk.keeper.now.pause is None
