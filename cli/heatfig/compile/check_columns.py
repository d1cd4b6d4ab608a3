"""Checks that the columns a panel names exist, in its files or after its verbs, and are no fields of cells."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import get_args

from heatfig.data.order.sorted import NUMERAL
from heatfig.data.table import Defaults, Table
from heatfig.data.wide import MADE, SCORE, X
from heatfig.diagnostics import Place, Report, nearest
from heatfig.diagnostics.origin import Origin
from heatfig.language.columns import Use, after_verbs, columns_of, fields_of, made_later, of_files
from heatfig.language.conditions import Part
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.language.scalars import FieldRef
from heatfig.scales.words import CLASS, FIELDS

_SPREADS = {"std": "std", "sd": "std", "sem": "sem", "se": "sem", "stderr": "sem", "ci95": "ci95", "iqr": "iqr"}
_BEST = {"best": "max", "max": "max", "min": "min"}  # words that are taken for a condition
_CLASSES = "the class of a score is known to texts in cells, and to conditions of marks and styles, alone"
_NO_CLASSES = "{class} is there where `norm` has a label for each class: norm: {bins: 3, labels: [a, b, c]}"


def check_files(spec: FigureSpec, panel: PanelSpec, files: Sequence[Table], lacking: set[str], report: Report) -> None:
    """Note columns that the score files should have and lack."""
    for use, place in _placed(spec, panel, of_files(panel.settings, spec.document.facet)):
        if panel.located(use.path) != use.path:  # an axis looks up by its own column, of which is told there
            continue
        without = [table for table in files if use.column not in {*table.columns, *table.others}]
        if without:
            lacking.add(str(use.column))
            report.add("unknown-column", *_unknown(panel, use, without, place))


def check_made(spec: FigureSpec, panel: PanelSpec, whole: Table, lacking: set[str], report: Report) -> None:
    """Note columns that are named and do not exist after the verbs."""
    for use, place in _placed(spec, panel, after_verbs(panel.settings, spec.document.facet)):
        if use.column not in whole.columns:
            lacking.add(str(use.column))
            with report.collecting():
                whole.column(str(use.column), place)


def check_ambiguous(spec: FigureSpec, panel: PanelSpec, whole: Table, report: Report) -> None:
    """Note fields of cells that have the name of a column."""
    held = {*whole.header, *whole.columns, *whole.others} - {panel.settings.value or whole.defaults.value}
    for use, place in _placed(spec, panel, columns_of(panel.settings)):
        if isinstance(use.column, FieldRef) and use.column in held & fields_of(panel.settings, use.path):
            message = f"'{use.column}' is what the cells hold, and a column of {whole.place(0).file}"
            hint = "give the column another name; for that of the scores say `value`"
            report.add("ambiguous-field", message, place, hint)
    for index, step in enumerate(panel.settings.normalize):
        if step.into in {*whole.columns, *whole.others} - {panel.settings.quantity}:
            message = f"'{step.into}' is a column of {whole.place(0).file}"
            place = spec.place(Origin(panel.index, ("normalize", index, "into")))
            report.add("name-taken", message, place, "give what is normalized another name")


def _placed(spec: FigureSpec, panel: PanelSpec, uses: Iterable[Use]) -> Iterator[tuple[Use, Place]]:
    """The named columns, each with its place in the spec."""
    for use in uses:
        origin = Origin(None if use.path[0] == "facet" else panel.index, use.path)
        yield use, spec.key_place(origin) if use.by_key else spec.place(origin)


def _may_be_wide(panel: PanelSpec, table: Table, known: Collection[str]) -> bool:
    """Whether a file read in long form lacks an axis as well, as it would if it is in wide form."""
    axes = (panel.settings.axes.x.column, panel.settings.axes.y.column)
    return table.defaults == Defaults() and any(axis is not None and str(axis) not in known for axis in axes)


def _unknown(panel: PanelSpec, use: Use, without: Sequence[Table], spec_at: Place) -> tuple[str, Place, str]:
    """The message, place and hint for a column that files lack."""
    column, table = str(use.column), without[0]
    hint = _instead(panel, use, table)
    later = made_later(panel.settings, column)
    known = _columns_in(table)
    if later is not None:
        hint = f"`{later}` makes it, which stands further down: move that up"
    elif any(map(NUMERAL.fullmatch, known)):
        hint = "; ".join(filter(None, (hint, "the first line of a score file is to name its columns")))
    key = {"value": "values", "axes": "names"}.get(str(use.path[0]))
    if key and {"values": SCORE, "names": X}[key] in table.defaults.unwritten:
        hint = f"{hint}; the {MADE[key]} are called by scores: {{…, {key}: {column}}}"
    more = f" and {len(without) - 1:,} more" if len(without) > 1 else ""
    return f"no column '{column}' in {table.place(0).file}{more}", spec_at, hint


def _columns_in(table: Table) -> tuple[str, ...]:
    """The columns of a file, be they read or not."""
    return tuple(dict.fromkeys((*table.header, *table.columns, *table.others)))


def _instead(panel: PanelSpec, use: Use, table: Table) -> str:
    """The hint what may be meant by a column that a file does not have."""
    column, known = str(use.column), _columns_in(table)
    made = [name for verb in panel.settings.transform for name in verb.new_columns]
    made += [name for added in panel.added for name in added.offered]
    of_cells = FIELDS if isinstance(use.column, FieldRef) and use.column.holds != "labels" else ()
    of_grids = get_args(Part) if use.column.holds == "flags" else ()
    hint = nearest(column, (*of_cells, *known, *made, *of_grids), "columns")
    if use.column.holds == "flags" and column in _BEST:
        hint = f"{{best: {_BEST[column]}, per: y}} for the {_BEST[column]}imum of each row; {hint}"
    elif of_cells and column in _SPREADS:
        asked = f"aggregate: {{using: mean, spread: {_SPREADS[column]}}}"
        hint = f"how far scores of a cell lie apart is {{spread}}, by {asked}; {hint}"
    elif isinstance(use.column, FieldRef) and column == CLASS:
        hint = f"{_CLASSES if CLASS in fields_of(panel.settings, use.path) else _NO_CLASSES}; {hint}"
    elif use.path[0] == "value" and _may_be_wide(panel, table, known):
        hint += "; a file with a score in each of many columns is read by scores: {file: …, form: wide}"
    return hint
