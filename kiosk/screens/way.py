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
from kiosk.widgets.segment import SegmentPart, Switch, segment_parts, segment_size, segment_width, switch_width
from kiosk.widgets.typeset import Run

ACTIONS, LOW_ACTIONS = 116, 100
LEAST_MAP = 330
"""Where the map would be lower, it takes the place of its legend too."""
SMALL_MAP = 420
"""Low-reach layout: a map lower than this stands in place of the town hall; what must be read stays in words below."""
TITLE_OVER_DESK = 92
NEARLY = 0.8
"""Share of the height a step asks for that is still enough for large words."""
BAR = 92
LEGEND = 72


class WayScreen(Board):
    def layout(self, content: Way) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        steps = self._desk(content)
        y = self.title(content.title, area.below(px(2)), size=0 if self.look.plain else sizes.type_sub)
        if not steps and content.steps:
            y = self._current_step(content.steps, area.below(y + px(12) - area.y))
        elif content.sub or content.sub_bold:
            y = self._sub(content, area.below(y + px(14) - area.y))
        legend = px(LEGEND) if content.legend else 0
        low = 0 if self.regions.portrait else -px(20)
        plan = Rect(area.x, y + px(24), area.w, area.bottom - low - legend - y - px(24))
        if plan.h < px(LEAST_MAP):
            plan, legend = plan._replace(h=plan.h + legend), 0
        if plan.h < px(SMALL_MAP) and self.regions.quiet:
            plan, legend = self.regions.quiet.inset(area.x, px(16), area.x, 0), 0
            self.drop("quiet")
        self.put("map", MapView, plan, map=content.map)
        if legend:
            self.put("legend", Legend, Rect(area.x, plan.bottom, area.w, legend), signs=content.legend)

    def _sub(self, content: Way, place: Rect) -> int:
        """Where it is and how long it takes. Gives back the lower edge."""
        dot = " · " if content.sub and content.sub_bold and not content.sub.endswith("·") else " "
        words = [Run(content.sub + (dot if content.sub else "")), Run(content.sub_bold, True)]
        return self.paragraph("sub", words, place, self.sizes.type_body)

    def _current_step(self, steps: Sequence[Step], place: Rect) -> int:
        """The current step to read above the map, because the desk has no room for it."""
        step = next((step for step in steps if step.current), steps[0])
        row = place.top(step_height(self.look, step, place.w))
        self.put(f"step.{step.number}", StepRow, row, step=step)
        return row.bottom

    def _desk(self, content: Way) -> bool:
        """Whether the desk has room for steps."""
        actions = ACTIONS if self.look.plain else LOW_ACTIONS if self.look.low_reach else self.tx(ACTIONS)
        hands = self._bar(content, self.button_row(content.actions, self.regions.hands, actions))
        if self.regions.heading and self.look.low_reach:
            hands = self.regions.heading.below(self.px(TITLE_OVER_DESK)).above(self.px(16))
            self.heading(content.steps_title, self.regions.heading.top(self.px(TITLE_OVER_DESK)))
        else:
            self.heading(content.steps_title)
        return self._steps(content.steps, hands)

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
        size = segment_size(self.look, content.levels, bar.w)
        places = segment_parts(self.look, content.levels, bar, size)
        for index, (choice, place) in enumerate(zip(content.levels, places, strict=True)):
            data = {"choice": choice, "first": index == 0, "last": index == last, "size": size}
            self.put(f"level.{index}", SegmentPart, place, **data)

    def _switch(self, content: Way, place: Rect) -> None:
        self.put("step_free", Switch, place, choice=content.step_free, icon="wheelchair-accessibility")

    def _steps(self, steps: Sequence[Step], area: Rect) -> bool:
        """Whether there was room for the current one at least."""
        gap = self.px(8)
        needs = [self._step_height(step, area) for step in steps]
        shown = steps_that_fit(list(steps), needs, area.h, gap)
        heights = [self._step_height(step, area) for step in shown]
        if not any(step.current for step in shown):
            return False
        for step, place in zip(shown, stacked(area, heights, gap, stretch=self.px(10)), strict=True):
            self.put(f"step.{step.number}", StepRow, place, step=step)
        return True

    def _step_height(self, step: Step, area: Rect) -> int:
        """Height of a step; in large type the current one may step down a little to fit."""
        high = step_height(self.look, step, area.w)
        return area.h if step.current and self.look.scale > 1 and NEARLY * high <= area.h < high else high


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
