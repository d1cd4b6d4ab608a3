"""A colorbar as lines of text: its colours, or shades where there is no colour, and below them its ticks."""

import re
from collections.abc import Iterator

import numpy as np
from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from heatfig.colors import hex_color
from heatfig.commands.characters import SHADES
from heatfig.plan import ColorbarPlan

WIDE = 32
_MARKUP = re.compile(r"[${}]")


def bar_lines(bar: ColorbarPlan, room: int, color: bool) -> Iterator[Text]:
    """The colours from the lowest score to the highest, pointed where scores lie beyond, and the ticks.

    Twice as wide where there is room, if the texts of the ticks take that to stand below them.
    """
    texts = [_MARKUP.sub("", label.content) if label.math else label.content for label in bar.tick_labels]
    crowded = _apart(bar, texts, WIDE) != _below(bar, texts, WIDE)
    wide = 2 * WIDE if crowded and room >= 2 * WIDE + 3 + cell_len(bar.label.content) else WIDE
    yield _colors(bar, wide, color)
    line = Text()
    for start, text in zip(_apart(bar, texts, wide), texts, strict=True):
        line.append(" " * (start - len(line)) + text)
    if texts:
        yield line


def _colors(bar: ColorbarPlan, wide: int, color: bool) -> Text:
    scores = bar.norm.score_at((np.arange(wide) + 0.5) / wide)
    line = Text("◀" if bar.below else " ")
    for index, shown in enumerate(bar.colormap.colors(bar.norm.fraction(scores))):
        if color:
            line.append(" ", Style(bgcolor=hex_color(shown)))
        else:
            line.append(SHADES[index * len(SHADES) // wide])
    return line.append(f"{'▶' if bar.above else ' '} {bar.label.content}".rstrip())


def _below(bar: ColorbarPlan, texts: list[str], wide: int) -> list[int]:
    """The columns where texts begin whose middles stand below their ticks."""
    ticks = bar.norm.fraction(np.array(bar.ticks)).tolist()
    return [max(0, round(1 + tick * wide - len(text) / 2)) for tick, text in zip(ticks, texts, strict=True)]


def _apart(bar: ColorbarPlan, texts: list[str], wide: int) -> list[int]:
    """The same, each a blank at least behind the text before it."""
    starts: list[int] = []
    free = 0
    for start, text in zip(_below(bar, texts, wide), texts, strict=True):
        starts.append(max(start, free))
        free = starts[-1] + len(text) + 1
    return starts
