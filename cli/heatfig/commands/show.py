"""`heatfig show`: a figure's grids in the terminal, in true colour."""

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from heatfig.build.figure import prepare
from heatfig.colors import Bytes, black_reads_better, hex_color
from heatfig.commands import Report
from heatfig.diagnostics import Problems
from heatfig.number_format import formatted
from heatfig.plan import PanelPlan

NARROW = 4
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
    if plan.title:
        console.print(Text(plan.title.content, style="bold"))
    for panel in plan.panels:
        _print_panel(console, panel)
    yield into.getvalue().rstrip("\n")


def _print_panel(console: Console, panel: PanelPlan) -> None:
    if panel.title:
        console.print(Text(panel.title.content, style="bold"))
    labels = panel.x.labels
    named = max(map(len, labels)) <= NARROW or len(labels) * (max(map(len, labels)) + 1) < console.width // 2
    width = max(map(len, labels)) if named else NARROW
    if panel.annotations is not None:
        width = max(width, *(len(text) for text in panel.annotations.texts.ravel()))
    rows = min(max(map(len, panel.y.labels)), console.width // 3)
    fitting = max(1, (console.width - rows - 1) // (width * panel.grid.scores.shape[2] + 1))
    for first in range(0, len(labels), fitting):
        console.print(_table(panel, range(first, min(first + fitting, len(labels))), rows, named))
    if not named:
        console.print(Text("  ".join(f"{index + 1} {label}" for index, label in enumerate(labels)), style="dim"))
    console.print(_key(panel))


def _table(panel: PanelPlan, columns: range, row_width: int, named: bool) -> Table:
    """The cells of some of a panel's columns, as many as stand side by side."""
    table = Table(box=None, padding=(0, 0, 0, 1), pad_edge=False)
    head = Text(panel.y.label.content, style="dim")
    table.add_column(head, no_wrap=True, overflow="ellipsis", max_width=row_width)
    for column in columns:
        label = panel.x.labels[column] if named else str(column + 1)
        table.add_column(Text(label), justify="center", no_wrap=True)
    colors = panel.cell_colors()
    black = black_reads_better(colors)
    for row, label in enumerate(panel.y.labels):
        table.add_row(Text(label), *(_cell(panel, colors, black, row, column) for column in columns))
    return table


def _cell(panel: PanelPlan, colors: Bytes, black: NDArray[np.bool_], row: int, column: int) -> Text:
    cell = Text()
    parts = colors.shape[2]
    for part in range(parts):
        if np.isnan(panel.grid.scores[row, column, part]):
            cell.append("··".center(NARROW if parts == 1 else 2), style="dim")
            continue
        shown = "" if panel.annotations is None else str(panel.annotations.texts[row, column, part])
        ink = "#000000" if black[row, column, part] else "#ffffff"
        style = Style(color=ink, bgcolor=hex_color(colors[row, column, part]))
        cell.append(shown.center(NARROW if parts == 1 else 2), style=style)
    return cell


def _key(panel: PanelPlan) -> Text:
    norm = panel.norm
    positions = (np.arange(BAR) + 0.5) / BAR
    colors = panel.colormap.colors(norm.fraction(norm.score_at(positions)))
    key = Text(f"{_limit(norm.min, panel)} ")
    for color in colors:
        key.append(" ", style=Style(bgcolor=hex_color(color)))
    return key.append(
        f" {_limit(norm.max, panel)}   ·· missing"
        if np.isnan(panel.grid.scores).any()
        else f" {_limit(norm.max, panel)}"
    )


def _limit(score: float, panel: PanelPlan) -> str:
    try:
        return formatted(score, panel.score_format)
    except ValueError:
        return formatted(score, None)
