"""The way: the map of one level to read, levels, switch, steps and what to do for the hands."""

from collections.abc import Sequence

from kiosk.presenters.contents import StepRow as Step
from kiosk.presenters.contents import Way
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.widgets.map_legend import Legend
from kiosk.widgets.map_view import MapView
from kiosk.widgets.rect import Rect
from kiosk.widgets.rows import StepRow, step_height
from kiosk.widgets.segment import SegmentPart, Switch, segment_parts, segment_width, switch_width
from kiosk.widgets.typeset import Run

ACTIONS = 116
BAR = 92
LEGEND = 72


class WayScreen(Board):
    def layout(self, content: Way) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        if content.sub or content.sub_bold:
            dot = " · " if content.sub and content.sub_bold and not content.sub.endswith("·") else " "
            words = [Run(content.sub + (dot if content.sub else "")), Run(content.sub_bold, True)]
            y = self.paragraph("sub", words, area.below(y + px(14) - area.y), sizes.type_body)
        legend = px(LEGEND) if content.legend else 0
        low = 0 if self.regions.portrait else -px(20)
        plan = Rect(area.x, y + px(24), area.w, area.bottom - low - legend - y - px(24))
        self.put("map", MapView, plan, map=content.map)
        if content.legend:
            self.put("legend", Legend, Rect(area.x, plan.bottom, area.w, legend), signs=content.legend)
        self._desk(content)

    def _desk(self, content: Way) -> None:
        self.heading(content.steps_title)
        hands = self._bar(content, self.button_row(content.actions, self.regions.hands, ACTIONS))
        self._steps(content.steps, hands)

    def _bar(self, content: Way, hands: Rect) -> Rect:
        """Levels and switch in one row, or in two where the words need it. Gives back what is left below."""
        px, high = self.px, self.px(BAR) + self.sizes.edge_height
        gap = px(16)
        levels, switch = segment_width(self.look, content.levels), switch_width(self.look, content.step_free)
        bar = hands.top(high)
        if not content.levels:
            self._switch(content, bar)
        elif levels + gap + switch <= hands.w:
            spare = hands.w - levels - gap - switch
            left = bar._replace(w=levels + spare // 2)
            self._levels(content, left)
            self._switch(content, bar.inset(left.w + gap, 0, 0))
        else:
            self._levels(content, bar)
            bar = bar.moved(dy=high + px(12))
            self._switch(content, bar)
        return Rect(hands.x, bar.bottom + px(16), hands.w, hands.bottom - bar.bottom - px(16))

    def _levels(self, content: Way, bar: Rect) -> None:
        last = len(content.levels) - 1
        places = segment_parts(self.look, content.levels, bar)
        for index, (choice, place) in enumerate(zip(content.levels, places, strict=True)):
            self.put(f"level.{index}", SegmentPart, place, choice=choice, first=index == 0, last=index == last)

    def _switch(self, content: Way, place: Rect) -> None:
        self.put("step_free", Switch, place, choice=content.step_free, icon="wheelchair-accessibility")

    def _steps(self, steps: Sequence[Step], area: Rect) -> None:
        gap = self.px(8)
        shown = steps_that_fit(list(steps), [step_height(self.look, s, area.w) for s in steps], area.h, gap)
        heights = [step_height(self.look, step, area.w) for step in shown]
        for step, place in zip(shown, stacked(area, heights, gap, stretch=self.px(10)), strict=True):
            self.put(f"step.{step.number}", StepRow, place, step=step)


def steps_that_fit(steps: list[Step], heights: list[int], room: int, gap: int) -> list[Step]:
    """As many steps as find room, the current one and those after it before the earlier ones."""
    current = next((i for i, step in enumerate(steps) if step.current), 0)
    order = [*range(current, len(steps)), *range(current - 1, -1, -1)]
    kept: list[int] = []
    for index in order:
        if sum(heights[i] for i in [*kept, index]) + gap * len(kept) > room:
            continue
        if not kept or min(abs(index - i) for i in kept) == 1:
            kept.append(index)
    return [steps[i] for i in sorted(kept)]
