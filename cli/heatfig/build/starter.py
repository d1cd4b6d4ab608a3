"""A starter spec for a score file: what its columns look like decides what goes where."""

import itertools
import json
import os
import re
from pathlib import Path

import numpy as np
import pandas as pd

from heatfig.diagnostics import Place, problem
from heatfig.files import read_bytes
from heatfig.scores import parse
from heatfig.scores.table import Dialect, Floats, Table

MOST_ANNOTATED = 400
MOST_LABELS = 200
_NUMERAL = re.compile(r"[-+]?[0-9.]+([eE][-+]?[0-9]+)?")
_SCORE_NAME = re.compile(r"score|value|mean|acc|auc|f1|rate|loss|corr|diff|perf|prob|attention|affinity", re.IGNORECASE)
_SPREAD_NAME = re.compile(r"(^|_)(std|sd|se|sem|err|error|ci|low|high|min|max)$", re.IGNORECASE)


def starter_spec(scores: Path, folder: Path) -> str:
    """The text of a spec that shows a score file and lies in `folder`; raises Problems if nothing in it is a score."""
    table = parse(read_bytes(scores), str(scores), Dialect(), Place(str(scores)))
    numeric = {name: values for name in table.columns if (values := _numbers(table, name)) is not None}
    file = _quoted(os.path.relpath(scores, folder))
    if not numeric:
        hint = "each score is a plain number; other texts make a column one of labels"
        raise problem("no-scores", f"no column of {scores} holds numbers alone", Place(str(scores), 1), hint)
    if _is_wide(table, numeric):
        values = np.concatenate([numeric[name] for name in table.columns[1:]])
        head = [
            "# The first column names the rows, the header names the columns.",
            f"scores: {{file: {file}, form: wide}}",
        ]
        return "\n".join([*head, *_looks(values, len(values))]) + "\n"
    return _long(table, numeric, file)


def _long(table: Table, numeric: dict[str, Floats], file: str) -> str:
    value = _score_column(numeric)
    if _NUMERAL.fullmatch(value):
        message = f"the first line of {table.file} holds numbers, and it is to name the columns"
        raise problem("no-scores", message, Place(table.file, 1), "put a header line on top: x,y,score")
    y, x, repeated = _axes(table, value)
    cells = table.frame[x].nunique() * table.frame[y].nunique()
    lines = [
        "# One score a row; which column holds what:",
        f"scores: {file}",
        f"value: {_quoted(value)}",
        *(["aggregate: mean  # several rows fall on one cell"] if repeated else []),
        "axes:",
        f"  y: {{column: {_quoted(y)}{_order(numeric, y)}}}",
        f"  x: {{column: {_quoted(x)}{_order(numeric, x)}}}",
        *_looks(numeric[value], cells),
    ]
    return "\n".join(lines) + "\n"


def _looks(values: Floats, cells: int) -> list[str]:
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    lines = ["", "# Colours: a name of matplotlib or of `heatfig colormaps`; the range fixes their ends."]
    if low < 0 < high:
        lines += ["colormap: RdBu_r", "range: {center: 0}  # also min and max"]
    else:
        lines += ["colormap: viridis", f"# range: [{low:g}, {high:g}]"]
    if cells <= MOST_ANNOTATED:
        whole = np.all(values[~np.isnan(values)] % 1 == 0)
        lines.append(f"annotations: {'d' if whole else '.3g' if max(abs(low), abs(high)) >= 10 else '.2f'}")
    return [*lines, "", "# title: What the figure shows", "# colorbar: {label: Score}", "# size: {width: 85mm}"]


def _numbers(table: Table, column: str) -> Floats | None:
    texts = pd.Series(table.texts(column), dtype=object).str.strip()
    present = texts != ""
    values = np.full(len(texts), np.nan)
    values[present] = pd.to_numeric(texts[present], errors="coerce").to_numpy(np.float64)
    return values if present.any() and np.isfinite(values[present]).all() else None


def _is_wide(table: Table, numeric: dict[str, Floats]) -> bool:
    """A matrix: unique names first, then two or more columns of numbers alone."""
    first, rest = table.columns[0], table.columns[1:]
    unique = table.frame[first].is_unique
    return unique and len(rest) >= 2 and all(name in numeric for name in rest) and first not in numeric


def _score_column(numeric: dict[str, Floats]) -> str:
    """The last numeric column that is named like a score, else that has fractions, else the last."""
    named = [name for name in numeric if _SCORE_NAME.search(name) and not _SPREAD_NAME.search(name)]
    broken = [name for name, values in numeric.items() if (values[~np.isnan(values)] % 1 != 0).any()]
    return [*numeric, *broken, *named][-1]


def _axes(table: Table, value: str) -> tuple[str, str, bool]:
    """The first two columns whose labels tell all rows apart, else the first two; and whether cells repeat."""
    others = [name for name in table.columns if name != value and 1 <= table.frame[name].nunique() <= MOST_LABELS]
    if len(others) < 2:
        place = Place(table.file, 1)
        hint = "a long file has a column for x, one for y and one for the score"
        raise problem("no-axes", f"{table.file} has too few columns for two axes", place, hint)
    varied = [name for name in others if table.frame[name].nunique() > 1] or others
    pairs = list(itertools.combinations(varied if len(varied) > 1 else others, 2))
    for y, x in pairs:
        if not table.frame.duplicated([y, x]).any():
            return y, x, False
    return *pairs[0], True


def _order(numeric: dict[str, Floats], column: str) -> str:
    return ", order: sorted" if column in numeric else ""


def _quoted(text: str) -> str:
    """The text as a YAML scalar: as it is where that is plain, else as JSON, which YAML reads alike."""
    plain = text.isascii() and text.replace("_", "").replace(".", "").replace("/", "").isalnum()
    return text if plain and not text.startswith((".", "/")) else json.dumps(text, ensure_ascii=False)
