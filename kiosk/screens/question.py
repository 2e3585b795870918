"""A question over the screen, with the time left: the screen behind is darkened and cannot be touched."""

from kivy.uix.widget import Widget

from kiosk.presenters.contents import Action, Question
from kiosk.screens.layout import Regions, regions
from kiosk.widgets.button import Button
from kiosk.widgets.control import Control, Hands
from kiosk.widgets.help_bar import bar_places
from kiosk.widgets.label import IconLine, TextLabel, set_title
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.time_bar import TimeBar

PAPER = 550
"""Height of the sheet's reading part."""
HIGHEST = 690
LINE = 6


class Sheet(Part):
    """Scrim, paper and desk of the question. Data: `scrim` and others, all rectangles."""

    def covers(self) -> list[Rect]:
        """What of the screen below is hidden or darkened."""
        data = self.data
        return [*data["scrim"], data["paper"], data["desk"], data["places"]]

    def draw(self, pen: Pen) -> None:
        """The first two places of the help bar are covered: the question has its own way on and its own end."""
        places, thin = self.data["places"], pen.sizes.border_thin
        pen.fill(places, pen.theme.card)
        pen.fill(places.top(thin), pen.theme.line_strong)
        for rect in self.data["scrim"]:
            pen.fill(rect, pen.theme.scrim)
        pen.fill(self.data["paper"], pen.theme.paper)
        pen.fill(self.data["sun"], pen.theme.sun)
        pen.fill(self.data["desk"], pen.theme.desk)
        pen.fill(self.data["line"], pen.theme.brand)


class AnywhereYes(Control):
    """The reading area: a touch anywhere says yes. Draws nothing. Data: `event`."""

    joined = True
    silent = True
    """No target of its own: the button "yes" stands below."""

    def changed(self) -> None:
        self.event = self.data["event"]

    def draw(self, pen: Pen) -> None:
        """Nothing: the sheet is drawn below."""


class Sign(Part):
    """A large icon. Data: `icon`."""

    def draw(self, pen: Pen) -> None:
        pen.icon(self.data["icon"], *self.rect.centre, self.rect.w, pen.theme.brand)


class QuestionSheet(Widget):
    """One question. The help bar of the screen below stays in reach; its first two places are covered."""

    def __init__(self, look: Look, hands: Hands) -> None:
        super().__init__(size_hint=(None, None), size=(look.panel.width_px, look.panel.height_px))
        self.look, self.hands = look, hands
        self.parts: dict[str, Part] = {}
        self.regions: Regions = regions(look.panel, low=look.low_reach)

    def show(self, question: Question) -> None:
        """Show the question; each second only seconds and bar are drawn again."""
        px, parts = self.look.px, self.regions
        high = px(PAPER) if self.look.low_reach else min(self.look.tx(PAPER), px(HIGHEST))
        paper, desk, hands, scrim = _places(parts, high, px(24))
        line = px(LINE)
        sun = paper.top(line)
        brand = Rect(desk.x, desk.y, desk.w, px(4)) if parts.portrait else parts.line
        window = parts.window
        self._put("yes.anywhere", AnywhereYes, window, event=question.yes.event)
        first, second, *_ = bar_places(parts.help_bar)
        self.places = Rect(first.x, first.y, second.right - first.x, first.h)
        self._put("sheet", Sheet, window, scrim=scrim, paper=paper, desk=desk, line=brand, sun=sun, places=self.places)
        self._reading(question, paper.inset(px(48), px(40), px(48), px(28)))
        self._hands(question, hands)

    def rects(self) -> dict[str, Rect]:
        """Where each part stands."""
        return {f"question.{key}": part.rect for key, part in self.parts.items()}

    def _reading(self, question: Question, area: Rect) -> None:
        look, sizes, px = self.look, self.look.sizes, self.look.px
        head = area.top(px(130))
        self._put("sign", Sign, head._replace(w=px(104)), icon=question.icon)
        title = head.inset(px(128), 0, 0)
        size = (
            sizes.type_display
            if len(set_title(look, question.title, title.w, size=sizes.type_display).lines) == 1
            else 0
        )
        self._text("title", question.title, title, size or sizes.type_title, bold=True, leading=1.1, max_lines=2)
        bar = area.low(px(28))
        seconds = Rect(area.x, bar.y - px(150), area.w, px(136))
        middle = Rect(area.x, head.bottom + px(12), area.w, seconds.y - head.bottom - px(12))
        self._text("text", question.text, middle, sizes.type_lead, balance=True)
        self._text("seconds", question.seconds_label, seconds, sizes.type_display, bold=True, max_lines=1)
        if question.share is not None:
            self._put("bar", TimeBar, bar, share=question.share)

    def _hands(self, question: Question, hands: Rect) -> None:
        px, edge = self.look.px, self.look.sizes.edge_height
        yes, no = px(250) + edge, px(144) + edge
        gap = px(32)
        if yes + no + gap > hands.h:
            yes = hands.h - no - gap
        self._button("yes", question.yes, hands.top(yes))
        self._button("no", question.no, hands.below(yes + gap).top(no))
        rest = hands.below(yes + gap + no + px(20))
        if question.footnote and rest.h >= px(56):
            from kiosk.presenters.contents import IconLine as Line

            line = Line(icon="information-outline", rest=question.footnote)
            self._put("footnote", IconLine, rest, line=line, plain=True)

    def _button(self, key: str, action: Action, rect: Rect) -> None:
        self._put(key, Button, rect, action=action, style="row")

    def _text(self, key: str, words: str, rect: Rect, size: int, **data) -> None:
        self._put(key, TextLabel, rect, words=words, size=size, **data)

    def _put(self, key: str, kind: type[Part], rect: Rect, **data) -> None:
        if key not in self.parts:
            self.parts[key] = kind(self.look, self.hands) if issubclass(kind, Control) else kind(self.look)
            self.add_widget(self.parts[key])
        self.parts[key].show(rect, **data)

    def on_touch_down(self, touch):
        at = self.look.placed(Rect(int(touch.x), int(self.look.panel.height_px - touch.y), 0, 0))
        if self.regions.help_bar.holds(at) and not self.places.holds(at):
            return False  # "Hilfe" of the screen below stays in reach
        super().on_touch_down(touch)
        return True


def _places(parts: Regions, high: int, margin: int) -> tuple[Rect, Rect, Rect, list[Rect]]:
    """Paper, desk, place for buttons, and what the scrim covers."""
    window = parts.window
    if parts.portrait:
        desk = parts.desk.above(parts.help_bar.h)
        paper = Rect(0, max(0, desk.y - high), window.w, min(high, desk.y))
        return paper, desk, parts.hands, [Rect(0, 0, window.w, paper.y)]
    desk = Rect(parts.desk.x, 0, parts.desk.w, parts.help_bar.y)
    paper = Rect(0, window.h - high - 2 * margin, parts.desk.x, high + 2 * margin)
    return paper, desk, parts.hands, [Rect(0, 0, paper.w, paper.y)]
