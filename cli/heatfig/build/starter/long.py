"""The starter spec of a file with a score a line."""

import math
from collections.abc import Sequence

from heatfig.build.starter.axes import Arrangement, arrange, score_column
from heatfig.build.starter.columns import Column, count
from heatfig.build.starter.lines import MOST_TICKS, further, not_shown, scores_line, title
from heatfig.build.starter.looks import MOST_ANNOTATED, is_field, looks, missing, number_format, quoted, with_spread
from heatfig.build.starter.measures import spread_of
from heatfig.build.starter.reading import Read
from heatfig.data.table import Table


def long_spec(read: Read, columns: dict[str, Column]) -> list[str]:
    """The lines of the spec; raises Problems where there are too few columns for two axes."""
    value = score_column(read.table, columns)
    chosen = arrange(read.table, columns, value)
    return [
        "# One score a row; which column holds what:",
        scores_line(read),
        f"value: {quoted(value)}",
        *arranged(read.table, columns, value, chosen),
    ]


def count_spec(read: Read) -> list[str]:
    """The lines of the spec of a file without numbers: each cell shows how many rows it has."""
    chosen = arrange(read.table, {}, "")
    sides = [axis(read.table, {}, name, order=True) for name in (chosen.y, chosen.x)]
    return [
        "# No column holds numbers: a cell shows how many rows it has.",
        scores_line(read),
        "aggregate: count",
        "axes:",
        *(f"  {axis}: {side}" for axis, side in zip("yx", sides, strict=True)),
        "missing: {label: no rows}",
        "colormap: Blues",
        "annotations: d",
        "colorbar: {label: Rows}",
        *further(),
    ]


def arranged(
    table: Table, columns: dict[str, Column], value: str, chosen: Arrangement, known: Sequence[str] = ()
) -> list[str]:
    """The lines below the score files, of columns whose place is known, be it that all files of a kind have them."""
    scores = columns[value]
    shown = [name for name in (chosen.y, chosen.x, chosen.facet) if name is not None]
    annotated = math.prod(count(table, name) for name in shown) <= MOST_ANNOTATED
    spread = spread_of(value, columns) if annotated and not (chosen.over or chosen.facet) else None
    spread = spread if spread and is_field(spread) else None
    text = _text(table, columns, value, spread, bool(chosen.over)) if annotated else None
    mentioned = {*shown, *known, value, *chosen.averaged} | ({spread} if spread else set())
    left = [name for name in table.columns if name not in mentioned]
    return [
        *([f"aggregate: mean  # {chosen.over}"] if chosen.over else []),
        "axes:",
        f"  y: {axis(table, columns, chosen.y)}",
        f"  x: {axis(table, columns, chosen.x)}",
        *([f"facet: {{column: {quoted(chosen.facet)}}}"] if chosen.facet else []),
        *not_shown(left),
        *missing(scores.tokens),
        *looks(scores, value, False),
        *([f"annotations: {text}"] if text else []),
        f"colorbar: {{label: {quoted(value)}}}",
        *further(),
    ]


def _text(table: Table, columns: dict[str, Column], value: str, spread: str | None, averaged: bool) -> str | None:
    """What stands in cells: the score, with its spread if there is one; none where a template cannot name the score."""
    scores = columns[value]
    text = with_spread("value", scores, spread, columns[spread]) if spread else number_format(scores, averaged)
    if "value" not in set(table.columns) - {value}:
        return text
    if not is_field(value):
        return None
    return text.replace("{value:", f"{{{value}:") if spread else f'"{{{value}:{text}}}"'


def axis(table: Table, columns: dict[str, Column], name: str, order: bool = False) -> str:
    """What stands along an axis, as a mapping of YAML."""
    order = order or (name in columns and not columns[name].tokens)
    ticks = ", ticks: none" if count(table, name) > MOST_TICKS else ""
    label = f", label: {quoted(title(name))}" if title(name) != name else ""
    return f"{{column: {quoted(name)}{label}{', order: sorted' * order}{ticks}}}"
