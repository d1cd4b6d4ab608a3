"""A panel too large for a terminal as a picture of it: each character in the colour of the mean of what it covers."""

from collections.abc import Iterator

from rich.style import Style
from rich.text import Text

from heatfig.app.terminal.characters import missing_marks, names, shade
from heatfig.layout.grid.shrunk import shrunk
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.grid import MASKED, SCORED
from heatfig.plan.panel import PanelPlan
from heatfig.scales.colors import hex_color

MOST_LINES = 200  # that a panel may take with each of its cells
LINES = 50


def overview(panel: PanelPlan, scale: ColorScale, room: int, color: bool) -> Iterator[Text]:
    """What a character shows, between which labels the axes run, and the picture."""
    rows, columns, parts = panel.grid.scores.shape
    small = shrunk(panel, min(rows, LINES), min(columns * parts, room))
    has = "one" if panel.value.categories else "the mean"
    yield Text(f"too large for each of its cells; a character has {has} of all that it covers", style="dim")
    for axis, count, name in ((panel.x, columns, "columns"), (panel.y, rows, "rows")):
        shown = [text for text in names(axis) if text]
        between = f", {shown[0]} to {shown[-1]}" if shown else ""
        yield Text(f"{axis.label.content}: {count:,} {name}{between}".removeprefix(": "), style="dim")
    yield from _colored(small, scale) if color else _shaded(small, scale)


def _colored(panel: PanelPlan, scale: ColorScale) -> Iterator[Text]:
    for colors, kinds in zip(panel.cell_colors(scale)[:, :, 0], panel.grid.kinds[:, :, 0], strict=True):
        cells = zip(colors, kinds, strict=True)
        yield Text.assemble(*((" ", "" if kind == MASKED else Style(bgcolor=hex_color(c))) for c, kind in cells))


def _shaded(panel: PanelPlan, scale: ColorScale) -> Iterator[Text]:
    marks = {MASKED: " ", **dict(enumerate(missing_marks(panel)))}
    for scores, kinds in zip(panel.grid.scores[:, :, 0], panel.grid.kinds[:, :, 0], strict=True):
        cells = zip(scores, kinds, strict=True)
        yield Text("".join(shade(scale, score) if kind == SCORED else marks[kind] for score, kind in cells))
