"""Drawing, printing, settling: what a visitor and staff live through."""

import pytest

from hardware.host.clock import FakeClock
from hardware.printer.interface import Block, JobResult, Outcome, PrintJob
from kiosk.ticketing.errors import CannotSettle, UnknownTicket
from kiosk.ticketing.life import What
from kiosk.ticketing.model import NoNumber, Ticket
from kiosk.ticketing.model import TicketState as S
from kiosk.ticketing.settling import How, Why, unsettled
from kiosk.ticketing.steps import Step
from tests.kiosk.ticketing.scripted_printer import Does
from tests.kiosk.ticketing.world import House, concern


def test_a_number_is_drawn_and_printed(house: House) -> None:
    drawn = house.draw("visit-1")
    assert (drawn.label, drawn.state, drawn.waiting_before) == ("A001", S.DRAWN, 0)
    assert house.issuer.print(drawn.id).state is S.PRINTED
    assert house.printer.papers == [drawn.id]
    assert house.happened(drawn) == ["drawn", "print_begun", "print_confirmed"]


def test_a_double_tap_gives_the_same_number_and_one_paper(house: House) -> None:
    first, second = house.drawn_and_printed("visit-1"), house.drawn_and_printed("visit-1")
    assert second == first
    assert len(house.printer.papers) == 1
    assert house.draw("visit-1", "car").label == "B001", "another concern of the same visit has its own number"
    assert house.draw("visit-2").label == "A002"


@pytest.mark.parametrize("does", [Does.HAS_NO_PAPER, Does.DOES_NOT_ANSWER])
def test_where_no_byte_left_it_is_printed_later(house: House, does: Does) -> None:
    house.printer.does = does
    ticket = house.drawn_and_printed("visit-1")
    assert ticket.state is S.NOT_PRINTED
    assert house.issuer.print(ticket.id).state is S.NOT_PRINTED
    house.printer.does = Does.WORKS
    assert house.issuer.print(ticket.id).state is S.PRINTED
    assert house.printer.papers == [ticket.id]


@pytest.mark.parametrize(
    ("does", "papers"),
    [
        (Does.RUNS_OUT, 0),
        (Does.DIES_HALFWAY, 1),
        (Does.LOSES_JOB, 0),
        (Does.LOSES_FENCE, 1),
        (Does.FAULTY_DRIVER, 1),
        (Does.REFUSES_JOB, 0),
    ],
)
def test_what_may_be_on_paper_is_never_sent_again(house: House, does: Does, papers: int) -> None:
    house.printer.does = does
    ticket = house.drawn_and_printed("visit-1")
    assert ticket.state is S.UNCONFIRMED
    house.printer.power_cycle()
    for _ in range(3):
        assert house.issuer.print(ticket.id).state is S.UNCONFIRMED
    assert len(house.printer.papers) == papers
    assert house.draw("visit-1").id == ticket.id, "the number stays valid"


def test_a_late_fence_settles_it(house: House) -> None:
    house.printer.does = Does.RUNS_OUT
    ticket = house.drawn_and_printed("visit-1")
    assert house.issuer.note_late_results() == ()
    house.printer.refill()
    assert [one.id for one in house.issuer.note_late_results()] == [ticket.id]
    assert house.ticket(ticket).state is S.PRINTED
    assert house.issuer.print(ticket.id).state is S.PRINTED
    assert house.printer.papers == [ticket.id]


def test_the_next_visitor_is_not_printed_while_the_printer_holds_a_ticket(house: House) -> None:
    house.printer.does = Does.RUNS_OUT
    house.drawn_and_printed("visit-1")
    assert house.drawn_and_printed("visit-2").state is S.NOT_PRINTED


def test_the_device_is_believed_when_paper_came_that_was_not_sent(house: House) -> None:
    house.printer.does = Does.HAS_NO_PAPER
    ticket = house.drawn_and_printed("visit-1")
    house.printer.report(ticket.id)
    assert [one.state for one in house.issuer.note_late_results()] == [S.PRINTED]
    assert house.issuer.print(ticket.id).state is S.PRINTED
    assert house.printer.papers == []


def test_late_news_of_a_void_number_is_noted_once(house: House) -> None:
    house.printer.does = Does.LOSES_FENCE
    ticket = house.drawn_and_printed("visit-1")
    house.issuer.settle(ticket.id, How.VOID, "staff")
    for _ in range(2):
        house.printer.report(ticket.id)
        house.issuer.note_late_results()
    assert house.happened(ticket).count(What.LATE_PRINT) == 1


def test_an_answer_for_another_job_confirms_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def confused(job: PrintJob) -> JobResult:
        return JobResult("another", Outcome.PRINTED, house.printer.status())

    monkeypatch.setattr(house.printer, "print", confused)
    assert house.drawn_and_printed("visit-1").state is S.UNCONFIRMED


def test_staff_wait_while_the_printer_works(house: House) -> None:
    tries: list[CannotSettle] = []

    def meanwhile(reached: Step) -> None:
        if reached in (Step.INTENT_ON_DISK, Step.PRINTER_ANSWERED):
            with pytest.raises(CannotSettle, match="being printed") as no:
                house.issuer.settle(ticket.id, How.VOID, "staff")
            tries.append(no.value)

    ticket = house.draw("visit-1")
    house.issuer._step = meanwhile
    assert house.issuer.print(ticket.id).state is S.PRINTED
    assert len(tries) == 2


def test_results_of_other_jobs_are_not_ours(house: House) -> None:
    house.printer.does = Does.RUNS_OUT
    house.printer.print(PrintJob("way-1", ()))
    house.printer.refill()
    assert house.issuer.note_late_results() == ()


def test_words_that_cannot_be_made_leave_the_number_valid(house: House) -> None:
    def broken(ticket: Ticket, wish: object) -> tuple[Block, ...]:
        raise KeyError("room")

    ticket = house.draw("visit-1")
    good, house.compose = house.compose, broken
    with pytest.raises(KeyError):
        house.issuer.print(ticket.id)
    assert house.ticket(ticket).state is S.NOT_PRINTED
    house.compose = good
    assert house.issuer.print(ticket.id).state is S.PRINTED


def test_the_wish_reaches_the_paper_and_is_kept_for_one_visitor_only(house: House) -> None:
    house.printer.does = Does.HAS_NO_PAPER
    first = house.issuer.draw("visit-1", "passport", "english")
    house.issuer.print(first.id)
    house.issuer.print(first.id)
    second = house.issuer.draw("visit-2", "passport", "german")
    house.issuer.print(first.id)
    house.issuer.print(second.id, "turkish")
    assert house.wishes == ["english", "english", None, "turkish"]
    house.printer.does = Does.WORKS
    assert house.issuer.print(second.id).state is S.PRINTED
    assert house.issuer._wish == ("", None), "nothing is remembered once the paper was sent"


# --- no number ---------------------------------------------------------------------------------------------------


def refused(house: House, visit: str, concern_id: str) -> str:
    with pytest.raises(NoNumber) as no:
        house.draw(visit, concern_id)
    return no.value.reason


def test_closed_paused_used_up(house: House) -> None:
    kept = house.draw("visit-0", "car")
    house.hours.shut.add("car")
    assert refused(house, "visit-1", "car") == "closed"
    assert house.draw("visit-0", "car") == kept, "who has a number keeps it"
    house.hours.shut.clear()
    house.queues.pause("car", "Gleich geht es weiter.")
    assert refused(house, "visit-1", "car") == "paused"
    assert house.queues.queue_states()["car"].pause_text == "Gleich geht es weiter."
    assert house.draw("visit-1", "passport").label == "A001"
    house.queues.resume("car")
    house.queues.pause(None)
    assert refused(house, "visit-1", "car") == "paused"
    house.queues.resume(None)
    assert [house.draw(f"visit-{n}", "car").label for n in (1, 2)] == ["B002", "B003"]
    assert refused(house, "visit-3", "car") == "used_up"
    assert refused(house, "visit-3", "no-such-concern") == "closed"


def test_a_refusal_leaves_no_trace_in_the_numbers(house: House) -> None:
    house.hours.shut.add("passport")
    refused(house, "visit-1", "passport")
    house.hours.shut.clear()
    assert house.draw("visit-1").label == "A001"


def test_first_and_last_number(house: House) -> None:
    house.concerns["few"] = concern("few", "F", first_number=500, last_number=501)
    assert [house.draw(f"visit-{n}", "few").label for n in (1, 2)] == ["F500", "F501"]
    assert refused(house, "visit-3", "few") == "used_up"
    assert house.queues.queue_states()["few"].left_today == 0


def test_concerns_with_the_same_letter_share_one_series(house: House) -> None:
    house.concerns["other"] = concern("other", "A")
    assert [house.draw("visit-1").label, house.draw("visit-1", "other").label] == ["A001", "A002"]


def test_a_void_number_is_no_longer_of_the_contingent_but_never_given_again(house: House) -> None:
    tickets = [house.draw(f"visit-{n}", "car") for n in range(3)]
    house.issuer.settle(tickets[1].id, How.VOID, "staff")
    assert house.draw("visit-4", "car").label == "B004"


# --- settling ----------------------------------------------------------------------------------------------------


def unconfirmed(house: House, visit: str = "visit-1") -> Ticket:
    house.printer.does = Does.LOSES_FENCE
    ticket = house.drawn_and_printed(visit)
    house.printer.does = Does.WORKS
    return ticket


@pytest.mark.parametrize(
    ("how", "state"),
    [("came", S.PRINTED), ("missing", S.UNCONFIRMED), ("remembered", S.PAPERLESS), ("phone", S.PAPERLESS)],
)
def test_what_a_visitor_says(house: House, how: str, state: S) -> None:
    ticket = unconfirmed(house)
    once = house.issuer.settle(ticket.id, how, "visitor")
    assert once.state is state
    events = house.happened(ticket)
    assert house.issuer.settle(ticket.id, how, "visitor") == once
    assert house.happened(ticket) == events, "said twice, noted once"
    assert house.issuer.print(ticket.id).state is state
    assert len(house.printer.papers) == 1


@pytest.mark.parametrize("how", [How.PRINTED, How.PAPERLESS, How.VOID, How.REPLACE])
def test_a_visitor_cannot_say_what_is_the_staffs(house: House, how: How) -> None:
    ticket = unconfirmed(house)
    with pytest.raises(CannotSettle, match="Only staff"):
        house.issuer.settle(ticket.id, how, "visitor")
    assert house.ticket(ticket) == ticket


@pytest.mark.parametrize(("how", "state"), [("printed", S.PRINTED), ("paperless", S.PAPERLESS), ("void", S.VOID)])
def test_what_staff_say(house: House, how: str, state: S) -> None:
    ticket = unconfirmed(house)
    assert house.issuer.settle(ticket.id, how, "staff").state is state
    assert house.issuer.settle(ticket.id, how, "staff").state is state
    assert unsettled(house.ledger, house.clock) == ()


def test_staff_cannot_bring_a_void_number_back(house: House) -> None:
    ticket = unconfirmed(house)
    house.issuer.settle(ticket.id, How.VOID, "staff")
    with pytest.raises(CannotSettle):
        house.issuer.settle(ticket.id, How.PRINTED, "staff")
    assert house.issuer.settle(ticket.id, "came", "visitor").state is S.VOID
    assert house.draw("visit-1").label == "A002", "the visit may have another"


def test_a_replacement_keeps_the_place(house: House) -> None:
    old = unconfirmed(house)
    other = house.drawn_and_printed("visit-2")
    new = house.issuer.settle(old.id, How.REPLACE, "staff")
    assert (new.label, new.replaces, new.waiting_before, new.state) == ("A003", old.id, 0, S.DRAWN)
    assert house.issuer.settle(old.id, How.REPLACE, "staff") == new, "pressed twice, replaced once"
    assert house.ticket(old).state is S.VOID
    assert house.draw("visit-1") == new
    assert house.issuer.print(new.id).state is S.PRINTED
    called = [house.queues.call_next("passport", "1.07") for _ in range(3)]
    assert [ticket and ticket.id for ticket in called] == [new.id, other.id, None]


def test_a_called_number_is_not_replaced(house: House) -> None:
    ticket = unconfirmed(house)
    house.queues.call_next("passport", "1.07")
    with pytest.raises(CannotSettle, match="called already"):
        house.issuer.settle(ticket.id, How.REPLACE, "staff")


def test_nothing_is_void_where_no_number_is_left_to_replace_it(house: House) -> None:
    house.concerns["one"] = concern("one", "O", last_number=1)
    ticket = house.draw("visit-1", "one")
    with pytest.raises(CannotSettle, match="No number is left"):
        house.issuer.settle(ticket.id, How.REPLACE, "staff")
    assert house.ticket(ticket).state is S.DRAWN


def test_the_staffs_list_of_unsettled_tickets(house: House) -> None:
    maybe, missed, surely = unconfirmed(house, "1"), unconfirmed(house, "2"), house.draw("3")
    house.printer.does = Does.HAS_NO_PAPER
    house.issuer.print(surely.id)
    house.issuer.settle(missed.id, "missing", "visitor")
    found = unsettled(house.ledger, house.clock)
    assert [(one.ticket.id, one.why) for one in found] == [
        (maybe.id, Why.MAYBE_ON_PAPER),
        (missed.id, Why.PAPER_MISSED),
        (surely.id, Why.NO_PAPER),
    ]
    for one in found:
        house.issuer.settle(one.ticket.id, one.choices[0], "staff")
    replaced = [one.ticket.label for one in unsettled(house.ledger, house.clock)]
    assert replaced == [], "each first choice settles it"


def test_the_paper_of_a_void_number_that_comes_late_is_shown_to_staff(house: House) -> None:
    house.printer.does = Does.RUNS_OUT
    old = house.drawn_and_printed("visit-1")
    house.issuer.settle(old.id, How.REPLACE, "staff")
    house.printer.refill()
    assert house.issuer.note_late_results() == (), "it is no good news for the visitor"
    assert [(one.ticket.id, one.why) for one in unsettled(house.ledger, house.clock)] == [(old.id, Why.STRAY_PAPER)]


def test_settling_works_where_the_outcome_could_not_be_written(house: House) -> None:
    ticket = house.draw("visit-1")
    with house.ledger.write() as book:
        book.record(ticket.id, What.PRINT_BEGUN)
    assert house.issuer.settle(ticket.id, "came", "visitor").state is S.PRINTED
    assert house.happened(ticket) == ["drawn", "print_begun", "left_printing", "paper_came"]


def test_unknown_tickets_and_words(house: House) -> None:
    with pytest.raises(UnknownTicket):
        house.issuer.print("nobody")
    with pytest.raises(UnknownTicket):
        house.issuer.settle("nobody", "came", "visitor")
    with pytest.raises(ValueError, match="burnt"):
        house.issuer.settle("nobody", "burnt", "staff")


# --- after a restart ---------------------------------------------------------------------------------------------


def test_yesterdays_number_is_not_printed_today(house: House, clock: FakeClock) -> None:
    house.printer.does = Does.HAS_NO_PAPER
    ticket = house.drawn_and_printed("visit-1")
    house.printer.does = Does.WORKS
    clock.advance(24 * 3600)
    assert house.issuer.print(ticket.id).state is S.NOT_PRINTED
    assert house.drawn_and_printed("visit-2").label == ticket.label
    assert len(house.printer.papers) == 1
    assert unsettled(house.ledger, clock) == ()
