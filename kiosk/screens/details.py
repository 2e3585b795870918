"""More about a service: paragraphs to read, page by page where they are long, and what to do next."""

from kiosk.presenters.contents import Details
from kiosk.screens.board import Board
from kiosk.screens.stack import stack_of_buttons
from kiosk.widgets.typeset import Run

GAP = 22


class DetailsScreen(Board):
    def layout(self, content: Details) -> None:
        px, area = self.px, self.regions.reading
        area = area.below(px(2))
        title = self.title_block(content.title, area.w)
        first = area.h - title.height - px(24)
        later = first if self.repeats(title, area) else area.h
        pieces = []
        for index, paragraph in enumerate(content.paragraphs):
            pieces += self._split(paragraph, area.w, later if index else first, later)
        texts = [
            self.text_block(f"paragraph.{index}", _runs(piece), area.w, self.sizes.type_body, px(GAP))
            for index, piece in enumerate(pieces)
        ]
        if texts:
            texts[0] = texts[0]._replace(gap=px(24))
        self.read([title, *texts], area, f"{content.title} {content.paragraphs}")
        if not self.look.plain:
            self.controls(content.actions, self.regions.hands, px(16))
            return
        more = self.pages > 1
        places = stack_of_buttons(self, list(content.actions), self.regions.hands, extra=1 if more else 0)
        if more:
            self.turn_button(places[0])

    def _split(self, paragraph: tuple[str, str], width: int, first: int, later: int) -> list[tuple[str, str]]:
        """A paragraph in pieces: the first not higher than `first`, the others not higher than `later`."""
        if self._height(paragraph, width) <= first:
            return [paragraph]
        heading, text = paragraph
        words, pieces, begin = text.split(" "), [], 0
        while begin < len(words):
            head, room = (heading, first) if begin == 0 else ("", later)
            end = self._last_word(head, words, begin, width, room)
            pieces.append((head, " ".join(words[begin:end])))
            begin = end
        return pieces

    def _last_word(self, heading: str, words: list[str], begin: int, width: int, room: int) -> int:
        low, high = begin + 1, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self._height((heading, " ".join(words[begin:middle])), width) <= room:
                low = middle
            else:
                high = middle - 1
        return low

    def _height(self, paragraph: tuple[str, str], width: int) -> int:
        scribe, size = self.look.scribe, self.sizes.type_body
        return scribe.set(_runs(paragraph), width, 99999, size, language=self.look.language).height


def _runs(paragraph: tuple[str, str]) -> list[Run]:
    heading, text = paragraph
    return [Run(heading + "\n", True), Run(text)] if heading else [Run(text)]
