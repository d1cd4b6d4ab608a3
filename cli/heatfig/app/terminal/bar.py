"""A colorbar as lines of text: its colours, or shades where there is no colour, and below them its ticks."""

import re
from collections.abc import Iterator

import numpy as np
from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from heatfig.app.terminal.characters import SHADES
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.guides.colorbar import Colorbar, Ticks
from heatfig.scales.colors import hex_color

WIDE = 32
_MARKUP = re.compile(r"[${}]")


def bar_lines(bar: Colorbar, scale: ColorScale, room: int, color: bool) -> Iterator[Text]:
    """The colours from the lowest score to the highest, pointed where scores lie beyond, and the ticks.

    Where their texts could not stand below them it is twice as wide, if there is room. In less room than it takes it is
    narrower, and its label and ticks are cut.
    """
    usual = max(1, min(WIDE, room - 2))  # where it has both its ends
    crowded = _apart(scale, bar.ticks, usual) != _below(scale, bar.ticks, usual)
    wide = 2 * WIDE if crowded and room >= 2 * WIDE + 3 + cell_len(bar.label.content) else usual
    colors = _colors(bar, scale, wide, color)
    if len(colors) > room:
        colors = colors[1 : room + 1]  # without its ends
    elif bar.label and len(colors) + 2 <= room:
        colors.append(_fitted(Text(f" {bar.label.content}"), room - len(colors)))
    yield colors
    line = Text()
    for start, text in zip(_apart(scale, bar.ticks, wide), _texts(bar.ticks), strict=True):
        line.append(" " * (start - len(line)) + text)
    if bar.ticks.labels:
        yield _fitted(line, room)


def _fitted(line: Text, room: int) -> Text:
    """The line, its end cut where it is longer than there is room."""
    line.truncate(max(1, room), overflow="ellipsis")
    return line


def _texts(ticks: Ticks) -> list[str]:
    return [_MARKUP.sub("", label.content) if label.math else label.content for label in ticks.labels]


def _colors(bar: Colorbar, scale: ColorScale, wide: int, color: bool) -> Text:
    scores = scale.norm.score_at((np.arange(wide) + 0.5) / wide)
    line = Text("◀" if bar.below else " ")
    for index, shown in enumerate(scale.colors(scores)):
        if color:
            line.append(" ", Style(bgcolor=hex_color(shown)))
        else:
            line.append(SHADES[index * len(SHADES) // wide])
    return line.append("▶" if bar.above else " ")


def _below(scale: ColorScale, ticks: Ticks, wide: int) -> list[int]:
    """The columns where texts begin whose middles stand below their ticks."""
    spots = scale.norm.position(np.array(ticks.scores)).tolist()
    return [
        max(0, round(1 + position * wide - len(text) / 2)) for position, text in zip(spots, _texts(ticks), strict=True)
    ]


def _apart(scale: ColorScale, ticks: Ticks, wide: int) -> list[int]:
    """The same, each a blank at least behind the text before it."""
    starts: list[int] = []
    free = 0
    for start, text in zip(_below(scale, ticks, wide), _texts(ticks), strict=True):
        starts.append(max(start, free))
        free = starts[-1] + len(text) + 1
    return starts
