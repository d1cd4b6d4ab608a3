"""The rows of a panel after some of its verbs, and the cells of a figure, as tables to look at."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from heatfig.build.figure import decided
from heatfig.build.files import Files
from heatfig.build.loading import Loader
from heatfig.build.specs import reader
from heatfig.compile.selection import Loaded, select, table_after
from heatfig.data.cells import Cells, TextGrid
from heatfig.data.table import Table
from heatfig.diagnostics import Place, Report, nearest, problem
from heatfig.language.model.figure import panel_id
from heatfig.language.panels import PanelSpec
from heatfig.language.parse import parse
from heatfig.language.read import FigureSpec, read_partly
from heatfig.plan.grid import MASKED, SCORED
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.files.read import read_bytes
from heatfig.runtime.text import MOST_OF_A_SPEC
from heatfig.scales.number_format import formatted
from heatfig.scales.words import VALUE

AT_ONCE = 10_000  # rows that are written together
Lines = Iterator[list[str]]


def rows_after(path: Path, after: int | None, panel: str | None, root: Path | None) -> Lines:
    """The names of a panel's columns, then its rows after so many verbs, or after all and `where`; raises Problems."""
    report = Report()
    content = read_bytes(path, most=MOST_OF_A_SPEC + 1, root=root)
    spec = read_partly(parse(content, str(path)), report, reader(path.parent, root, {}))
    loader = Loader(spec, Files(path.parent, root, {}), every_row=True, every_column=True)
    tables = loader.tables(report)
    report.check()
    return _lines(_table(loader.spec, _chosen(loader.spec, panel), after, tables))


def _chosen(spec: FigureSpec, panel_name: str | None) -> PanelSpec:
    """The panel of that id; raises Problems where there are several and none is named."""
    names = {panel_id(panel.settings.name, panel.index): panel for panel in spec.panels}
    if panel_name is None and len(names) == 1:
        return spec.panels[0]
    if panel_name is None:
        hint = f"--panel {next(iter(names))}; panels: {', '.join(names)}"
        raise problem("missing-key", "each panel has rows of its own", Place(spec.source.file), hint)
    if panel_name not in names:
        hint = nearest(panel_name, names, "panels")
        raise problem("unknown-word", f"no panel '{panel_name}'", Place(spec.source.file), hint)
    return names[panel_name]


def _table(spec: FigureSpec, panel: PanelSpec, after: int | None, tables: Loaded) -> Table:
    count = len(panel.settings.transform)
    if after is not None and after > count:
        hint = f"--after goes from 0 to {count}"
        raise problem("out-of-bounds", f"there is no verb {after}", Place(spec.source.file), hint)
    if after is not None:
        return table_after(spec, panel, tables[panel.index], after)
    report = Report()
    selection = select(spec, panel, tables[panel.index], report)
    report.check()
    assert selection is not None
    return selection.table


def _lines(table: Table) -> Lines:
    columns = [column.labels for column in table.columns.values()]
    yield list(table.columns)
    for start in range(0, len(table), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        texts = [[labels.names[code] for code in labels.codes[some].tolist()] for labels in columns]
        yield from map(list, zip(*texts, strict=True))


def cells_of(path: Path, root: Path | None) -> Lines:
    """The names of what follows, then each cell: its panel, its full keys, its fields and layers; raises Problems."""
    made = decided(path, root)
    named = list(dict.fromkeys(name for cells in made.cells for name in cells.fields))
    layers = range(max(map(len, made.over)))
    yield ["panel", "y.group", "y", "x.group", "x", "part", "missing", *named, *(f"layer {n + 2}" for n in layers)]
    for panel, cells, over in zip(made.plan.panels, made.cells, made.over, strict=True):
        shown = [(cells, name) for name in named]
        shown += [(over[n], VALUE) if n < len(over) else (cells, "") for n in layers]
        yield from _cells(panel, cells, shown)


def _cells(panel: PanelPlan, cells: Cells, shown: Sequence[tuple[Cells, str]]) -> Lines:
    for row, y in enumerate(cells.rows.keys):
        for column, x in enumerate(cells.columns.keys):
            for part, key in enumerate(cells.parts.keys):
                at = (row, column, part)
                kind = int(panel.grid.kinds[at])
                yield [
                    panel.id,
                    *y,
                    *x,
                    key.label,
                    _reason(panel, kind),
                    *(_field(held, name, at) for held, name in shown),
                ]


def _reason(panel: PanelPlan, kind: int) -> str:
    """Why a cell of that kind shows no score, if it does not."""
    return {SCORED: "", MASKED: "masked"}[kind] if kind < 0 else panel.missing[kind].label.content


def _field(cells: Cells, name: str, at: tuple[int, int, int]) -> str:
    if name not in cells.fields:
        return ""
    made = cells.fields[name].content
    if isinstance(made, TextGrid):
        return made.names[code] if (code := int(made.codes[at])) >= 0 else ""
    return formatted(float(made.scores[at]), None) if made.kinds[at] == SCORED else ""
