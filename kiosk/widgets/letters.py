"""Letters of the on-screen keyboard per language. Pure tables: three rows of keys, and extra keys beside the blank.

Eleven keys of 20 mm are all that fits across an upright panel, so a language with more letters has its rarest ones
beside the blank, and those that search treats alike (hamza and alef in Arabic) behind one key.
"""

from msgspec import Struct


class Layout(Struct, frozen=True, kw_only=True):
    """One layer of keys."""

    rows: tuple[str, str, str]
    """At most 11, 11 and 9 letters, each in its place from left to right, in Arabic too."""
    extra: tuple[str, ...] = ()
    """Beside the blank; at most two."""
    name: str
    """What the key that leads to this layer says."""


GERMAN = Layout(rows=("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"), name="abc")
ENGLISH = Layout(rows=("qwertyuiopü", "asdfghjklöä", "zxcvbnmß"), name="abc")
TURKISH = Layout(rows=("wertyuıopğü", "asdfghjklşi", "zcvbnmöçä"), extra=("q", "x"), name="abc")
UKRAINIAN = Layout(rows=("йцукенгшщзх", "фівапролджє", "ячсмитьбю"), extra=("ї", "ґ"), name="абв")
ARABIC = Layout(rows=("ضصثقفغعهخحج", "شسيبلاتنمكط", "ئءرىةوزظأ"), extra=("د", "ذ"), name="ابت")
SIGNS = Layout(rows=("1234567890.", "-/,:;?!()§&", "'+#@%€*="), name="123")

LAYERS: dict[str, tuple[Layout, ...]] = {
    "de": (GERMAN, SIGNS),
    "de-simple": (GERMAN, SIGNS),
    "en": (ENGLISH, SIGNS),
    "tr": (TURKISH, SIGNS),
    "uk": (UKRAINIAN, GERMAN, SIGNS),
    "ar": (ARABIC, GERMAN, SIGNS),
}
"""Layers in the order in which the key at the lower left turns them; a German word can be typed in every language."""


def layers(language: str) -> tuple[Layout, ...]:
    """The layers of a language, those of German where it has none of its own."""
    return LAYERS.get(language, LAYERS["de"])
