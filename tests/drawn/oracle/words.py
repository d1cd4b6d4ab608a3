"""The texts in cells: what stands where, and how it is set."""

from collections.abc import Iterator
from dataclasses import dataclass

from decode import RGB
from oracle.cells import At
from oracle.colors import ink_on, named
from oracle.conditions import chosen
from oracle.numerals import value_of
from oracle.panel import Wanted
from oracle.spec import Spec, fewest_of, marks_of, texts_of

SIGN = "†"
LEVELS = ["0.05", "0.01", "0.001"]


@dataclass(frozen=True, order=True)
class CellText:
    """A line of a text in a cell."""

    content: str
    at: str
    bold: bool
    italic: bool
    underline: bool
    color: RGB


def cell_texts(panel: Wanted) -> dict[At, list[CellText]]:
    """The lines of all texts in each cell that has some."""
    found: dict[At, list[CellText]] = {}
    annotations = [text for layer in (panel, *panel.layers) for text in _annotations(layer, panel)]
    for at, text in [*annotations, *_missing(panel), *_marks(panel), *_few(panel)]:
        if text.content:
            found.setdefault(at, []).append(text)
    return found


def _annotations(panel: Wanted, whole: Wanted) -> Iterator[tuple[At, CellText]]:
    for asked in texts_of(panel.settings):
        shown, spot = chosen(panel, asked.get("where", "true"), asked["text"]), asked.get("at", "center")
        texts = {
            at: panel.filled(asked["text"], at).replace(r"\n", "\n")
            for at in panel
            if at in shown and panel.score(at) is not None
        }
        yield from _dressed(panel, whole, texts, spot, asked, asked["text"])


def _dressed(
    panel: Wanted, whole: Wanted, texts: dict[At, str], spot: str, style: Spec, template: str = "{value}"
) -> Iterator[tuple[At, CellText]]:
    """The lines of texts, each set as the conditions of a style say."""
    bold, italic, under = (chosen(panel, style.get(key, "false"), template) for key in ("bold", "italic", "underline"))
    said = style.get("color", {})
    colors = [(color, chosen(panel, where, template)) for color, where in _by_condition(said).items()]
    for at, text in texts.items():
        color = next((named(color) for color, cells in colors if at in cells), None)
        if color is None:
            color = ink_on(_ground(whole, at, spot), style.get("contrast", "looks"))
        for line in text.split("\n"):
            yield at, CellText(line, spot, at in bold, at in italic, at in under, color)


def _by_condition(said: str | Spec) -> Spec:
    """Colours by where they are."""
    return {said: "true"} if isinstance(said, str) else said


def _ground(panel: Wanted, at: At, spot: str) -> RGB:
    """The colour on which a text stands: that of the last layer which is there, or the page's."""
    covering = [layer for layer in (panel, *panel.layers) if layer.covers(at, spot)]
    return covering[-1].color(at) if covering else named(panel.settings.get("background", "white"))


def _missing(panel: Wanted) -> Iterator[tuple[At, CellText]]:
    for at in panel:
        if panel.score(at) is None:
            yield at, _plain(panel, at, panel.missing_text(at), "center")


def _marks(panel: Wanted) -> Iterator[tuple[At, CellText]]:
    for kind, asked in marks_of(panel.settings):
        style = asked.get("style", {})
        if kind == "stars":
            spot = asked.get("at", "top" if texts_of(panel.settings) else "center")
            levels = [float(level) for level in asked.get("levels", LEVELS)]
            shown = chosen(panel, asked.get("where", "true"))
            held = {at: _number(found) for at, found in panel.field(asked["field"]).items()}
            stars = {at: "*" * sum(number < level for level in levels) for at, number in held.items() if at in shown}
            yield from _dressed(panel, panel, stars, spot, style)
        elif kind == "symbol":
            signs = {at: str(asked["text"]) for at in chosen(panel, asked["where"])}
            yield from _dressed(panel, panel, signs, asked.get("at", "top-right"), style)


def _few(panel: Wanted) -> Iterator[tuple[At, CellText]]:
    """A sign where a cell has fewer scores than it should."""
    counts = panel.field("count")
    for at in panel:
        if 0 < counts.get(at, 0) < fewest_of(panel.settings):
            yield at, _plain(panel, at, SIGN, "top-right")


def _plain(panel: Wanted, at: At, text: str, spot: str) -> CellText:
    return CellText(text, spot, False, False, False, ink_on(_ground(panel, at, spot)))


def _number(held: str | float) -> float:
    return value_of(held) if isinstance(held, str) else held
