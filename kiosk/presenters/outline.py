"""A screen as somebody knows it who does not see it: what there is, in the order in which it is read and reached.

Made from the same contents that are drawn, so that speech, keypad and assistive technology say what the screen shows.
Pure: who shows the screen knows where a control stands, and what lives in widgets only (keys, the page of a long text).
An id is the `test_id` of a control, else the key under which the screen puts the part that draws it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from kiosk.flows.events import LanguageChosen
from kiosk.presenters import contents as c
from kiosk.presenters.nodes import TOLD_SECONDS, TROUBLE
from kiosk.presenters.nodes import Node as Node
from kiosk.presenters.nodes import Role as Role
from kiosk.presenters.nodes import button as _button
from kiosk.presenters.nodes import buttons as _buttons
from kiosk.presenters.nodes import line as _line
from kiosk.presenters.nodes import lines as _lines
from kiosk.presenters.nodes import node as _node
from kiosk.presenters.nodes import text as _text
from kiosk.presenters.nodes import title as _title
from kiosk.presenters.pickup_outline import code_pad, locker_page
from kiosk.presenters.staff import contents as s
from kiosk.texts.shown import language_of, together


def outline(screen: c.Screen | s.StaffScreen, question: c.Question | None = None) -> tuple[Node, ...]:
    """Everything on the screen in reading order: what is read, what is pressed, the help bar.

    While a question lies over the screen, only the question and "Hilfe" are there.
    """
    bar = [_button(action) for action in screen.frame.help_bar if action]
    if question is not None:
        return (*_question(question), *bar[-1:])
    nodes = _marked(OUTLINES[type(screen)](screen), screen.frame.only_german)
    private = screen.frame.private
    return (*(msgspec.structs.replace(one, private=True) if one.id in private else one for one in nodes), *bar)


def _marked(nodes: Iterable[Node], mark: c.IconLine | None) -> Iterator[Node]:
    """The mark "Nur auf Deutsch" after the title, so that nobody wonders about what follows."""
    for node in nodes:
        yield node
        if node.id == "title" and mark is not None:
            yield from _line("only_german", mark)


def surroundings(frame: c.Frame) -> tuple[Node, ...]:
    """What stands around every screen and is not read with it: whose house this is, the time, small print."""
    return (
        *_text("header", f"{frame.house} {frame.town}"),
        *_text("clock", frame.clock),
        *_text("bar", frame.no_name_hint),
        *_text("footer", frame.footer),
    )


def _sentences(sentences: tuple[str, ...]) -> Iterator[Node]:
    for index, sentence in enumerate(sentences):
        yield from _text(f"sentence.{index}", sentence)


def _choice(choice: c.Choice, role: Role = Role.CHOICE) -> Node:
    node = _node(choice.test_id, role, choice.label, on=choice.chosen, event=choice.event)
    if isinstance(choice.event, LanguageChosen):  # each in its own name
        return msgspec.structs.replace(node, language=choice.event.language)
    return node


def _row(row: c.Row) -> Node:
    on = True if row.chosen else None
    return _node(
        row.test_id, Role.BUTTON, row.title, _after(row.second, row.value, row.value_note), on=on, event=row.event
    )


def _after(*parts: str) -> str:
    """What is said after a name, one after the other."""
    kept = [part for part in parts if part]
    return together(", ".join(kept), kept)


def _question(question: c.Question) -> Iterator[Node]:
    yield from _text("question.title", question.title, Role.HEADING, urgent=True)
    yield from _text("question.text", question.text, urgent=True)
    told = question.seconds % TOLD_SECONDS == 0
    yield from _text("question.seconds", question.seconds_label, Role.TIME, urgent=told)
    yield from _buttons(question.yes, question.no)
    yield from _text("question.footnote", question.footnote)


def _welcome(screen: c.Welcome) -> Iterator[Node]:
    yield from _text("greeting", screen.greeting, Role.HEADING)
    yield from _text("question", screen.question)
    yield from _lines(screen.lines)
    yield from _text("notice", screen.frame.notice)
    yield from _buttons(screen.search, *screen.tiles)
    yield from (_choice(one) for one in screen.languages)
    yield _button(screen.more_languages)


def _search(screen: c.Search) -> Iterator[Node]:
    yield from _title(screen.title)
    yield Node(id="field", role=Role.FIELD, name=screen.query or screen.hint, value=screen.query)
    if screen.corrected:
        yield from _text("corrected", f"{screen.corrected_label} {screen.corrected}", Role.STATUS)
    yield from _text("message", screen.message, Role.STATUS)
    yield from (_row(row) for row in screen.rows)
    yield from (Node(id=one.test_id, role=Role.BUTTON, name=one.label, event=one.event) for one in screen.words)
    yield from _buttons(screen.up, screen.down, screen.open)


def _listing(screen: c.Listing) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _text("lead", screen.lead)
    yield from _text("board", screen.lines_title, Role.HEADING)
    yield from _lines(screen.lines)
    yield from (_row(row) for row in screen.rows)
    yield from _buttons(screen.main, screen.earlier, screen.later)


def _topics(screen: c.Topics) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _text("lead", screen.lead)
    yield from _buttons(*screen.tiles, screen.earlier, screen.later)


def _service(screen: c.ServicePage) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _line("lead.0", screen.lead)
    for index, fact in enumerate(screen.facts):
        if language_of(fact.value):
            yield from _text(f"fact.{index}", fact.label, note=_after(fact.value, fact.below))
        else:
            yield from _text(f"fact.{index}", f"{fact.label}: {fact.value}", note=fact.below)
    stand = Role.STATUS if screen.stand.tone in TROUBLE else Role.TEXT
    yield from _text("stand", f"{screen.stand.bold} {screen.stand.rest}".strip(), stand)
    yield from _text("check.title", screen.check_title, Role.HEADING, note=screen.check_count)
    yield from _text("check.note", "" if screen.checks else screen.check_note)
    for check in screen.checks:
        role = Role.BUTTON if check.icon else Role.CHECK
        on = None if check.icon else check.ticked
        yield _node(check.test_id, role, check.text, on=on, event=check.event)
    yield from _buttons(*screen.actions)


def _details(screen: c.Details) -> Iterator[Node]:
    yield from _title(screen.title)
    for index, (heading, text) in enumerate(screen.paragraphs):
        yield from _text(f"heading.{index}", heading, Role.HEADING)
        yield from _text(f"paragraph.{index}", text)
    yield from _buttons(*screen.actions)


def _way(screen: c.Way) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _text("sub", ", ".join(part for part in (screen.sub, screen.sub_bold) if part))
    yield Node(id="map", role=Role.IMAGE, name=screen.map_name, more=", ".join(_on_map(screen)))
    yield from _text("heading", screen.steps_title, Role.STATUS)
    for step in screen.steps:
        role = Role.STATUS if step.current else Role.TEXT
        yield from _text(f"step.{step.number}", f"{step.number}. {step.text}", role, note=step.metres)
    yield from (_choice(level) for level in screen.levels)
    yield _choice(screen.step_free, Role.SWITCH)
    yield from _buttons(*screen.actions)


def _on_map(screen: c.Way) -> Iterator[str]:
    """Every word the map may show, each once; the steps are its text."""
    plan = screen.map
    rooms = (" ".join(filter(None, (room.number, room.name))) for room in plan.rooms)
    words = (plan.here_label, plan.goal_label, plan.flag, *(word for _, word in screen.legend), *rooms)
    return iter(dict.fromkeys(filter(None, words)))


def _message(screen: c.Message) -> Iterator[Node]:
    yield from _title(screen.title, urgent=screen.tone in TROUBLE)
    yield from _sentences(screen.sentences)
    yield from _lines(screen.lines)
    yield from _buttons(*screen.actions)


def _qr_page(screen: c.QrPage) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _sentences(screen.sentences)
    yield from _code(screen.code)
    yield from _text("caption", screen.caption)
    yield from _buttons(*screen.actions)


def _code(code: c.CodeWords) -> Iterator[Node]:
    return _text("qr", code.holds, Role.IMAGE, note=code.instead)


def _ticket(screen: c.Ticket) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _sentences(screen.sentences)
    yield from _text("heading", screen.heading)
    yield from _text("number", screen.number, Role.STATUS)
    yield from _text("concern", screen.concern)
    yield from _lines(screen.lines)
    yield from _code(screen.code)
    if screen.strip is not None:
        yield from (msgspec.structs.replace(node, role=Role.STATUS) for node in _line("strip", screen.strip))
    yield from _buttons(*screen.actions, screen.bottom)


def _view_panel(screen: c.ViewPanel) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _text("lead", screen.lead)
    for setting in screen.settings:
        if len(setting.choices) == 1:
            yield _choice(setting.choices[0], Role.SWITCH)
            continue
        for choice in setting.choices:
            yield msgspec.structs.replace(_choice(choice), note=setting.label)
    yield from _buttons(*screen.actions, screen.earlier, screen.later)


def _languages(screen: c.Languages) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _text("lead", screen.lead)
    yield from (_choice(one) for one in screen.choices)
    yield from _buttons(screen.earlier, screen.later)


def _pin_pad(screen: s.PinPad) -> Iterator[Node]:
    """The digits typed are not told, only how many."""
    yield from _title(screen.title)
    yield from _text("lead", screen.lead)
    typed = "•" * screen.typed
    yield Node(id="boxes", role=Role.FIELD, name=typed or screen.title, value=typed)
    yield from _text("hint", screen.hint)
    if screen.line is not None:
        yield from _line("line", screen.line)
    yield from _buttons(*screen.digits, screen.erase, screen.clear, screen.go)


def _staff_menu(screen: s.StaffMenu) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _lines(screen.lines)
    yield from _buttons(*screen.tiles)
    yield from _text("note", screen.note)


def _staff_board(screen: s.StaffBoard) -> Iterator[Node]:
    yield from _title(screen.title)
    if screen.chip is not None:
        yield from _line("chip", screen.chip)
    yield from _text("empty", "" if screen.rows else screen.empty)
    for row in screen.rows:
        on = True if row.chosen else None
        yield Node(id=row.test_id, role=Role.BUTTON, name=row.name, note=row.state, on=on, event=row.event)
    yield from _text("heading", screen.heading, Role.HEADING)
    if screen.said is not None:
        yield from _line("said", screen.said)
    else:
        yield from _text("sentences", " ".join(screen.sentences))
    yield from (_choice(choice) for choice in screen.choices)
    yield from _buttons(*screen.actions, screen.up, screen.down)
    yield from _text("note", screen.note)


def _figures(screen: s.FiguresPage) -> Iterator[Node]:
    yield from _title(screen.title)
    yield from _text("lead", screen.lead)
    yield from _text("empty", "" if screen.bars else screen.empty)
    for index, bar in enumerate(screen.bars):
        yield from _text(f"bar_line.{index}", f"{bar.label}: {bar.value}")
    yield from _text("heading", screen.heading, Role.HEADING)
    yield from _lines(screen.lines)
    yield from (_choice(view) for view in screen.views)
    yield from _text("note", screen.note)


OUTLINES: dict[type, Callable[[Any], Iterator[Node]]] = {
    c.Welcome: _welcome,
    c.Search: _search,
    c.Listing: _listing,
    c.Topics: _topics,
    c.ServicePage: _service,
    c.Details: _details,
    c.Way: _way,
    c.Message: _message,
    c.QrPage: _qr_page,
    c.Ticket: _ticket,
    c.ViewPanel: _view_panel,
    c.Languages: _languages,
    c.CodePad: code_pad,
    c.LockerPage: locker_page,
    s.PinPad: _pin_pad,
    s.StaffMenu: _staff_menu,
    s.StaffBoard: _staff_board,
    s.FiguresPage: _figures,
}
"""One for each kind of content; who adds a content adds its outline."""
