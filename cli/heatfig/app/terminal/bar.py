"""A colorbar as lines of text: its colours, or shades where there is no colour, and below them its ticks."""

import re
from collections.abc import Iterator

import numpy as np
from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from heatfig.app.terminal.characters import SHADES
from heatfig.plan.figure import ColorbarPlan, Ticks
from heatfig.scales.colors import hex_color

WIDE = 32
_MARKUP = re.compile(r"[${}]")


def bar_lines(bar: ColorbarPlan, room: int, color: bool) -> Iterator[Text]:
    """The colours from the lowest score to the highest, pointed where scores lie beyond, and the ticks.

    Of several sets of ticks it has the first whose texts can stand below them. If there is none it is twice as wide,
    where there is room, and has the last; in less room than it takes it is narrower, and its label and ticks are cut.
    """
    usual = max(1, min(WIDE, room - 2))
    ticks = next((ticks for ticks in bar.ticks if not _crowded(bar, ticks, usual)), bar.ticks[-1])
    wide = 2 * WIDE if _crowded(bar, ticks, usual) and room >= 2 * WIDE + 3 + cell_len(bar.label.content) else usual
    yield _fitted(_colors(bar, wide, color), room)
    line = Text()
    for start, text in zip(_apart(bar, ticks, wide), _texts(ticks), strict=True):
        line.append(" " * (start - len(line)) + text)
    if ticks.labels:
        yield _fitted(line, room)


def _fitted(line: Text, room: int) -> Text:
    """The line, its end cut where it is longer than there is room."""
    line.truncate(max(1, room), overflow="ellipsis")
    return line


def _texts(ticks: Ticks) -> list[str]:
    return [_MARKUP.sub("", label.content) if label.math else label.content for label in ticks.labels]


def _crowded(bar: ColorbarPlan, ticks: Ticks, usual: int) -> bool:
    """Whether texts would have to move aside on a bar of the usual width."""
    return _apart(bar, ticks, usual) != _below(bar, ticks, usual)


def _colors(bar: ColorbarPlan, wide: int, color: bool) -> Text:
    scores = bar.norm.score_at((np.arange(wide) + 0.5) / wide)
    line = Text("◀" if bar.below else " ")
    for index, shown in enumerate(bar.colormap.colors(bar.norm.fraction(scores))):
        if color:
            line.append(" ", Style(bgcolor=hex_color(shown)))
        else:
            line.append(SHADES[index * len(SHADES) // wide])
    return line.append(f"{'▶' if bar.above else ' '} {bar.label.content}".rstrip())


def _below(bar: ColorbarPlan, ticks: Ticks, wide: int) -> list[int]:
    """The columns where texts begin whose middles stand below their ticks."""
    spots = bar.norm.position(np.array(ticks.scores)).tolist()
    return [max(0, round(1 + spot * wide - len(text) / 2)) for spot, text in zip(spots, _texts(ticks), strict=True)]


def _apart(bar: ColorbarPlan, ticks: Ticks, wide: int) -> list[int]:
    """The same, each a blank at least behind the text before it."""
    starts: list[int] = []
    free = 0
    for start, text in zip(_below(bar, ticks, wide), _texts(ticks), strict=True):
        starts.append(max(start, free))
        free = starts[-1] + len(text) + 1
    return starts
