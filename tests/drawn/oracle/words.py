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
        sets = {key: chosen(panel, asked.get(key, "false"), asked["text"]) for key in ("bold", "italic", "underline")}
        shown = chosen(panel, asked.get("where", "true"), asked["text"])
        for at in panel:
            if at in shown and panel.score(at) is not None:
                color = _color(panel, whole, asked, at)
                looks = [at in sets[key] for key in ("bold", "italic", "underline")]
                for line in panel.filled(asked["text"], at).replace(r"\n", "\n").split("\n"):
                    yield at, CellText(line, asked.get("at", "center"), looks[0], looks[1], looks[2], color)


def _color(panel: Wanted, whole: Wanted, asked: Spec, at: At) -> RGB:
    said = asked.get("color", {})
    colors = {said: "true"} if isinstance(said, str) else said
    first = next((color for color, where in colors.items() if at in chosen(panel, where, asked["text"])), None)
    if first is not None:
        return named(first)
    return ink_on(_ground(whole, at, asked.get("at", "center")), asked.get("contrast", "looks"))


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
        if kind == "stars":
            spot = asked.get("at", "top" if texts_of(panel.settings) else "center")
            for at, held in panel.field(asked["field"]).items():
                below = [level for level in asked.get("levels", LEVELS) if _number(held) < float(level)]
                yield at, _set(panel, at, "*" * len(below), spot, asked.get("style", {}))
        elif kind == "symbol":
            for at in chosen(panel, asked["where"]):
                yield at, _set(panel, at, asked["text"], asked.get("at", "top-right"), asked.get("style", {}))


def _few(panel: Wanted) -> Iterator[tuple[At, CellText]]:
    """A sign where a cell has fewer scores than it should."""
    counts = panel.field("count")
    for at in panel:
        if 0 < counts[at] < fewest_of(panel.settings):
            yield at, _plain(panel, at, SIGN, "top-right")


def _plain(panel: Wanted, at: At, text: str, spot: str) -> CellText:
    return CellText(text, spot, False, False, False, ink_on(_ground(panel, at, spot)))


def _set(panel: Wanted, at: At, text: str, spot: str, style: Spec) -> CellText:
    """A sign of a mark in its style."""
    bold, italic, underline = (at in chosen(panel, style.get(key, "false")) for key in ("bold", "italic", "underline"))
    said = style.get("color", {})
    colors = {said: "true"} if isinstance(said, str) else said
    first = next((named(color) for color, where in colors.items() if at in chosen(panel, where)), None)
    return CellText(text, spot, bold, italic, underline, first or ink_on(_ground(panel, at, spot)))


def _number(held: str | float) -> float:
    return value_of(held) if isinstance(held, str) else held
