"""More about a service: paragraphs to read, page by page where they are long, and what to do next."""

from kiosk.presenters.contents import Action, Details
from kiosk.screens.board import Board
from kiosk.screens.stack import stack_of_buttons
from kiosk.widgets.button import Button
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import Run

GAP = 22


class Turn(Button):
    """Shows the next page; nothing of the session changes. Data as a button, and `turn`."""

    def pressable(self) -> bool:
        return True

    def act(self) -> None:
        self.data["turn"]()


class DetailsScreen(Board):
    _page = 0
    _of: tuple = ()

    def layout(self, content: Details) -> None:
        px = self.px
        if self._of != content.paragraphs:
            self._page, self._of = 0, content.paragraphs
        self._content = content
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        rest = area.below(y + px(24) - area.y)
        pages = self._pages(content.paragraphs, rest)
        self._show_page(pages[self._page % len(pages)] if pages else [], rest)
        actions = list(content.actions)
        more = len(pages) > 1 and bool(content.more_label)
        places = stack_of_buttons(self, actions, self.regions.hands, extra=1 if more else 0)
        if more:
            turn = Action(test_id="more", label=content.more_label, icon="arrow-right")
            self.put("more", Turn, places[0], action=turn, style="row", turn=self._turn)

    def _turn(self) -> None:
        self._page += 1
        self.show(self._content)
        self.hands.turned()

    def _show_page(self, page: list[tuple[str, str]], rest: Rect) -> None:
        size, y = self.sizes.type_body, rest.y
        for index, paragraph in enumerate(page):
            y = self.paragraph(f"paragraph.{index}", _runs(paragraph), rest.below(y - rest.y), size)
            y += self.px(GAP)

    def _pages(self, paragraphs: tuple[tuple[str, str], ...], rest: Rect) -> list[list[tuple[str, str]]]:
        """Paragraphs over pages; one that is higher than a page is continued on the next."""
        pages: list[list[tuple[str, str]]] = [[]]
        free = rest.h
        for paragraph in (piece for whole in paragraphs for piece in self._split(whole, rest)):
            high = self._height(paragraph, rest.w) + self.px(GAP)
            if pages[-1] and high - self.px(GAP) > free:
                pages.append([])
                free = rest.h
            pages[-1].append(paragraph)
            free -= high
        return [page for page in pages if page]

    def _split(self, paragraph: tuple[str, str], rest: Rect) -> list[tuple[str, str]]:
        if self._height(paragraph, rest.w) <= rest.h:
            return [paragraph]
        heading, text = paragraph
        words, pieces, begin = text.split(" "), [], 0
        while begin < len(words):
            head = heading if begin == 0 else ""
            end = self._last_word(head, words, begin, rest)
            pieces.append((head, " ".join(words[begin:end])))
            begin = end
        return pieces

    def _last_word(self, heading: str, words: list[str], begin: int, rest: Rect) -> int:
        low, high = begin + 1, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self._height((heading, " ".join(words[begin:middle])), rest.w) <= rest.h:
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
