"""`heatfig show`: a figure's grids in the terminal, in true colour."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.style import Style
from rich.text import Text

from heatfig.app.commands import Picture, Report
from heatfig.app.terminal.bar import bar_lines
from heatfig.app.terminal.characters import BOLD, missing_marks
from heatfig.app.terminal.grid import TerminalGrid
from heatfig.app.terminal.overview import MOST_LINES, overview
from heatfig.build.figure import compiled
from heatfig.diagnostics import Problems
from heatfig.diagnostics.messages import harmless
from heatfig.plan.figure import FigurePlan
from heatfig.plan.grid import holds
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.guides.legend import Legend, LegendEntry
from heatfig.plan.panel import PanelPlan
from heatfig.plan.tracks import Beside
from heatfig.scales.colors import hex_color


def show(spec: Path, root: Path | None, width: int, color: bool) -> Report:
    """Every panel as a table of coloured cells, with what its colours mean."""
    try:
        plan = compiled(spec, root).plan
    except Problems as problems:
        yield from problems.diagnostics
        return
    yield Picture(shown(plan, width, color))


def shown(plan: FigurePlan, width: int, color: bool) -> str:
    """The panels of a plan in so many columns of a terminal."""
    into = io.StringIO()
    console = Console(
        file=into, width=width, force_terminal=color, color_system="truecolor" if color else None, highlight=False
    )
    for line in _figure(plan, width, color):
        line.plain = harmless(line.plain)
        console.print(line)
    return into.getvalue().rstrip("\n")


def _figure(plan: FigurePlan, width: int, color: bool) -> Iterator[Text]:
    if plan.title:
        yield Text(plan.title.content, style="bold")
    for index, panel in enumerate(plan.panels):
        if index:
            yield Text()
        if panel.tag or panel.title:
            yield Text(" ".join(filter(None, (panel.tag.content, panel.title.content))), style="bold")
        if len(panel.parts) > 1:
            yield Text(f"in each cell: {' | '.join(panel.parts)}", style="dim")
        yield from _grid(plan, panel, width, color)
        for layer in panel.layers:
            yield Text(f"over them {layer.value.name or 'a score'}", style="dim")
            alone = replace(panel, value=layer.value, grid=layer.grid, scale=layer.scale, layers=(), marks=())
            yield from _grid(plan, alone, width, color)
        yield from _bars(plan, panel.beside, width, color)
    for beside in (*(section.beside for section in plan.sections), plan.beside):
        yield from _bars(plan, beside, width, color)
    yield from _key(plan, color)


def _grid(plan: FigurePlan, panel: PanelPlan, width: int, color: bool) -> Iterator[Text]:
    grid = TerminalGrid(panel, plan.scale_of(panel), width, color)
    return grid.lines() if grid.height <= MOST_LINES else overview(panel, grid.scale, width, color)


def _bars(plan: FigurePlan, beside: Beside, width: int, color: bool) -> Iterator[Text]:
    for guide in plan.guides_in(beside):
        if isinstance(guide, Colorbar):
            yield from bar_lines(guide, plan.scale_by_id[guide.scale], width, color)


def _key(plan: FigurePlan, color: bool) -> Iterator[Text]:
    """What the colours of strips and the marks of missing cells mean."""
    entries: dict[tuple[str, str, str], None] = {}
    for panel in plan.panels:
        for kind, (mark, style) in enumerate(zip(missing_marks(panel), panel.missing, strict=True)):
            if holds(panel.grid.kinds, kind):
                entries[mark, hex_color(style.color), style.label.content] = None
    missing = {(fill, text) for _, fill, text in entries}
    legend = [entry for guide in plan.guides if isinstance(guide, Legend) for entry in guide.entries]
    strips = [(" ", hex_color(entry.color), entry.text.content) for entry in legend if isinstance(entry, LegendEntry)]
    keys = Text("   ").join(
        Text.assemble((mark * 2, Style(color="#000000", bgcolor=fill) if color else ""), f" {text}")
        for mark, fill, text in [*(strip for strip in strips if strip[1:] not in missing), *entries]
        if color or mark != " "
    )
    if keys:
        yield keys
    if not color and any(p.texts is not None and p.texts.bold.any() for p in plan.panels):
        yield Text(f"{BOLD} bold")
