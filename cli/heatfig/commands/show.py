"""`heatfig show`: a figure's grids in the terminal, in true colour."""

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.style import Style
from rich.text import Text

from heatfig.build.figure import prepare
from heatfig.colors import hex_color
from heatfig.commands import Report
from heatfig.commands.characters import SHADES, missing_marks
from heatfig.commands.terminal import Picture
from heatfig.diagnostics import Problems
from heatfig.grid import holds
from heatfig.number_format import formatted
from heatfig.plan import ColorbarPlan, FigurePlan

BAR = 32


def show(spec: Path, root: Path | None, width: int, color: bool) -> Report:
    """Every panel as a table of coloured cells, with what its colours mean."""
    try:
        plan = prepare(spec, root).plan
    except Problems as found:
        yield from found.diagnostics
        return
    into = io.StringIO()
    console = Console(
        file=into, width=width, force_terminal=color, color_system="truecolor" if color else None, highlight=False
    )
    for line in _figure(plan, width, color):
        console.print(line)
    yield into.getvalue().rstrip("\n")


def _figure(plan: FigurePlan, width: int, color: bool) -> Iterator[Text]:
    if plan.title:
        yield Text(plan.title.content, style="bold")
    for index, panel in enumerate(plan.panels):
        if index:
            yield Text()
        if panel.title:
            yield Text(panel.title.content, style="bold")
        if len(panel.parts) > 1:
            yield Text(f"in each cell: {' | '.join(panel.parts)}", style="dim")
        yield from Picture(panel, width, color).lines()
        if panel.colorbar is not None:
            yield _bar(panel.colorbar, color)
    if plan.colorbar is not None:
        yield _bar(plan.colorbar, color)
    yield from _key(plan, color)


def _bar(bar: ColorbarPlan, color: bool) -> Text:
    """The colours from the lowest score to the highest; an end is pointed where scores lie beyond it."""
    scores = bar.norm.score_at((np.arange(BAR) + 0.5) / BAR)
    low, high = formatted(bar.norm.min, None), formatted(bar.norm.max, None)
    line = Text(f"{low} {'◀' if bar.below else ''}")
    for index, shown in enumerate(bar.colormap.colors(bar.norm.fraction(scores))):
        if color:
            line.append(" ", Style(bgcolor=hex_color(shown)))
        else:
            line.append(SHADES[index * len(SHADES) // BAR])
    return line.append(f"{'▶' if bar.above else ''} {high}  {bar.label.content}".rstrip())


def _key(plan: FigurePlan, color: bool) -> Iterator[Text]:
    """What the colours of strips and the marks of missing cells mean."""
    entries: dict[tuple[str, str, str], None] = {}
    for panel in plan.panels:
        for kind, (mark, style) in enumerate(zip(missing_marks(panel), panel.missing, strict=True)):
            if holds(panel.grid.kinds, kind):
                entries[mark, hex_color(style.color), style.label.content] = None
    missing = {(fill, text) for _, fill, text in entries}
    strips = [(" ", hex_color(entry.color), entry.text.content) for entry in plan.legend]
    keys = Text("   ").join(
        Text.assemble((mark * 2, Style(color="#000000", bgcolor=fill) if color else ""), f" {text}")
        for mark, fill, text in [*(strip for strip in strips if strip[1:] not in missing), *entries]
        if color or mark != " "
    )
    if keys:
        yield keys
