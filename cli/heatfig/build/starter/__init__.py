"""A starter spec for a score file: what its columns look like decides what goes where."""

import math
import os
import re
from pathlib import Path

from heatfig.build.starter.axes import arrange, is_no_score, score_column
from heatfig.build.starter.columns import Column, matrix, other_texts, score_columns
from heatfig.build.starter.looks import MOST_ANNOTATED, looks, missing, number_format, quoted
from heatfig.build.starter.reading import read_table
from heatfig.data.hints import mend, number_mend
from heatfig.data.readers.chunk import Dialect
from heatfig.data.readers.sheet import Sheet
from heatfig.diagnostics import Place, Problems, problem

MOST_TICKS = 150
_NUMERAL = re.compile(r"[-+]?[0-9.]+([eE][-+]?[0-9]+)?")


def starter_spec(scores: Path, folder: Path) -> str:
    """The text of a spec that shows a score file and lies in `folder`; raises Problems if nothing in it is a score."""
    table = read_table(scores)
    columns = score_columns(table)
    file = quoted(Path(os.path.relpath(scores, folder)).as_posix())
    whole = matrix(table, columns)
    lines = _wide(table, whole, file) if whole is not None else _long(table, columns, file)
    return "\n".join(lines) + "\n"


def _wide(table: Sheet, scores: Column, file: str) -> list[str]:
    names, heads = table.texts(table.columns[0]), table.columns[1:]
    square = set(names) == set(heads)
    axes = [f"  {axis}: {{ticks: none}}" for axis, labels in (("y", names), ("x", heads)) if len(labels) > MOST_TICKS]
    return [
        "# The first column names the rows, the header names the columns.",
        f"scores: {{file: {file}, form: wide{_dialect(table.dialect)}}}",
        *(["axes:", *axes] if axes else []),
        *missing(scores.tokens),
        *looks(scores, "", square),
        *([f"annotations: {number_format(scores, False)}"] if len(scores.texts) <= MOST_ANNOTATED else []),
        "# colorbar: {label: Score}",
        *_further(),
        *([] if axes else ["# axes: {y: {label: Rows}, x: {label: Columns}}"]),
    ]


def _long(table: Sheet, columns: dict[str, Column], file: str) -> list[str]:
    if not columns:
        raise _without_scores(table, _nearly_a_number(table, r"[-+]?[0-9].*"))
    value = score_column(columns)
    if is_no_score(value) and (found := _nearly_a_number(table)):
        raise _without_scores(table, found)
    if _NUMERAL.fullmatch(value):
        message = "the first line holds numbers, and it is to name the columns"
        raise problem("no-scores", message, Place(table.file, 1), "put a header line on top: x,y,score")
    chosen = arrange(table, columns, value)
    scores = columns[value]
    dialect = _dialect(table.dialect)
    sides = [table.frame[name].nunique() for name in (chosen.y, chosen.x, chosen.facet) if name is not None]
    annotated = math.prod(sides) <= MOST_ANNOTATED
    return [
        "# One score a row; which column holds what:",
        f"scores: {{file: {file}{dialect}}}" if dialect else f"scores: {file}",
        f"value: {quoted(value)}",
        *([f"aggregate: mean  # {chosen.over}"] if chosen.over else []),
        "axes:",
        f"  y: {_axis(table, columns, chosen.y)}",
        f"  x: {_axis(table, columns, chosen.x)}",
        *([f"facet: {{column: {quoted(chosen.facet)}}}"] if chosen.facet else []),
        *missing(scores.tokens),
        *looks(scores, value, False),
        *([f"annotations: {number_format(scores, bool(chosen.over))}"] if annotated else []),
        f"colorbar: {{label: {quoted(value)}}}",
        *_further(),
    ]


def _further() -> list[str]:
    """The lines that an author will want to fill in."""
    return ["", "# title: What the figure shows", "# size: {width: 85mm}"]


def _axis(table: Sheet, columns: dict[str, Column], name: str) -> str:
    order = ", order: sorted" if name in columns and not columns[name].tokens else ""
    ticks = ", ticks: none" if table.frame[name].nunique() > MOST_TICKS else ""
    label = f", label: {quoted(_title(name))}" if _title(name) != name else ""
    return f"{{column: {quoted(name)}{label}{order}{ticks}}}"


def _title(name: str) -> str:
    """A column's name as a text of the figure: snake_case in words, what else there is as it is."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:] if re.fullmatch(r"[a-z][a-z_ ]{3,}", name) else name


def _dialect(dialect: Dialect) -> str:
    separator = f", separator: {quoted(dialect.separator)}" if dialect.separator != "," else ""
    return separator + (', decimal: ","' if dialect.decimal == "," else "")


def _nearly_a_number(table: Sheet, pattern: str = "") -> tuple[str, str] | None:
    """The last column with a text that is nearly a score, by what it looks like or by a pattern, and that text."""
    for name in reversed(table.columns):
        for text in other_texts(table.texts(name), table):
            if number_mend(text, table.dialect.decimal) or re.fullmatch(pattern, text):
                return name, text
    return None


def _without_scores(table: Sheet, found: tuple[str, str] | None) -> Problems:
    """No column of scores: told with the mend for a text that is nearly one."""
    if found is None:
        hint = "each score is a plain number; other texts make a column one of labels"
        return problem("no-scores", "no column holds numbers", Place(table.file, 1), hint)
    name, text = found
    message = f"no column holds scores: '{text}' in the column '{name}' is not a number"
    row = [written.strip() for written in table.texts(name)].index(text)
    return problem("no-scores", message, table.place(row), mend(text, table.dialect.decimal, ()))
