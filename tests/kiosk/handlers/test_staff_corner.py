"""The staff corner of a whole kiosk without a window: the way in and out, restart, journal, a full disk."""

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
from kiosk.presenters.staff.contents import PinPad, StaffMenu
from kiosk.staff.attempts import FILE as ATTEMPTS
from tests.kiosk.handlers.at_the_corner import answered, draw, go_home, sign_in, state, type_pin
from tests.kiosk.world import PIN, Kiosk, running


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


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
