"""Setting words into boxes: nothing is ever lost, sizes step down the ladder, broken only where German breaks."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.widgets.typeset import Run, Setting, typeset

LADDER = (84, 66, 54, 48, 45)


def measure(text: str, bold: bool, size: int) -> float:
    """A typewriter: every letter half an em, bold a little wider."""
    return len(text) * size * (0.55 if bold else 0.5)


def set_(words: str | list[Run], width: float, height: float = 9999, **more: object) -> Setting:
    runs = [Run(words)] if isinstance(words, str) else words
    return typeset(runs, width=width, height=height, sizes=LADDER, measure=measure, **more)


def lines(setting: Setting) -> list[str]:
    return [" ".join(piece.text for piece in line) for line in setting.lines]


def test_the_largest_size_that_fits_is_taken() -> None:
    assert set_("Wohnung anmelden", 16 * 42).size == 84
    assert set_("Wohnung anmelden", 16 * 42 - 1, max_lines=1).size == 66
    assert set_("Wohnung anmelden", 16 * 24, max_lines=1).size == 48


def test_too_much_for_the_smallest_size_is_set_and_reported() -> None:
    setting = set_("Personalausweis", 100, max_lines=1)
    assert setting.size == 45
    assert not setting.fits
    assert lines(setting) == ["Personalausweis"]


def test_lines_break_at_blanks_hyphens_slashes_and_soft_hyphens() -> None:
    assert lines(set_("Kfz-Zulassungsstelle", 16 * 42)) == ["Kfz-", "Zulassungsstelle"]
    assert lines(set_("Pass/Ausweis", 9 * 42)) == ["Pass/", "Ausweis"]
    assert lines(set_("Wohn\u00adberechtigung", 13 * 42)) == ["Wohn-", "berechtigung"]
    assert lines(set_("Wohn\u00adung", 99 * 42)) == ["Wohnung"]
    assert lines(set_("37,00\u00a0€ bar", 8 * 42)) == ["37,00 €", "bar"]


def test_a_word_wider_than_its_box_is_hyphenated_as_the_last_means() -> None:
    setting = set_("Aufenthaltserlaubnis", 16 * 22.5, hyphenate="de", max_lines=2)
    assert setting.fits
    assert setting.size == 45
    first, second = lines(setting)
    assert first.endswith("-")
    assert first[:-1] + second == "Aufenthaltserlaubnis"
    assert min(len(first) - 1, len(second)) >= 4


def test_balanced_lines_need_no_more_lines() -> None:
    greedy = set_("Wofür brauchen Sie eine Wartenummer?", 24 * 42)
    balanced = set_("Wofür brauchen Sie eine Wartenummer?", 24 * 42, balance=True)
    assert lines(greedy) == ["Wofür brauchen Sie eine", "Wartenummer?"]
    assert lines(balanced) == ["Wofür brauchen Sie", "eine Wartenummer?"]


def test_weights_join_without_a_gap_where_the_text_has_none() -> None:
    setting = set_([Run("Sie müssen "), Run("selbst", True), Run(". Ja")], 9999)
    pieces = setting.lines[0]
    assert [piece.text for piece in pieces] == ["Sie müssen", "selbst", ". Ja"]
    assert pieces[1].x > pieces[0].x + pieces[0].width
    assert pieces[2].x == pieces[1].x + pieces[1].width


words = st.text(st.sampled_from("abcäöüß-/ \n"), min_size=1, max_size=60).filter(lambda text: text.strip())


@given(words, st.integers(60, 1200), st.booleans())
def test_no_letter_is_ever_lost(text: str, width: int, balance: bool) -> None:
    setting = set_(text, width, balance=balance)
    kept = "".join(piece.text for line in setting.lines for piece in line)
    assert kept.replace(" ", "") == "".join(text.split())


@given(words, st.integers(60, 1200), st.integers(40, 500), st.integers(1, 4))
def test_what_is_said_to_fit_does_fit(text: str, width: int, height: int, max_lines: int) -> None:
    setting = set_(text, width, height, max_lines=max_lines, hyphenate="de")
    if setting.fits:
        assert setting.width <= width
        assert setting.height <= height
        assert len(setting.lines) <= max_lines
        for line in setting.lines:
            assert line[-1].x + line[-1].width <= width
    assert setting.size in LADDER


@given(words, st.integers(200, 1200))
def test_a_wider_box_never_asks_for_smaller_words(text: str, width: int) -> None:
    narrow, wide = set_(text, width, 200), set_(text, width + 200, 200)
    assert wide.size >= narrow.size
