"""The starter spec of a matrix."""

from heatfig.build.starter.axes import is_numbering
from heatfig.build.starter.columns import Column, scores_of
from heatfig.build.starter.lines import MOST_TICKS, further, listed, scores_line
from heatfig.build.starter.looks import MOST_ANNOTATED, looks, missing, number_format, quoted, with_spread
from heatfig.build.starter.matrix import Matrix
from heatfig.build.starter.measures import LABEL, Measures
from heatfig.build.starter.reading import Read


def wide_spec(read: Read, found: Matrix) -> list[str]:
    """The lines of the spec."""
    names = [] if found.rows is None else list(read.table.columns[found.rows].labels.names)
    rows = len(read.table) + (read.header == "none")
    sides = (("y", rows), ("x", len(found.cells)))
    axes = [f"  {axis}: {{ticks: none}}" for axis, count in sides if count > MOST_TICKS]
    return [
        _comment(read, found),
        scores_line(read, _keys(read, found)),
        *_facet(read),
        *(["axes:", *axes] if axes else []),
        *missing(found.scores.tokens),
        *looks(found.scores, "", set(names) == set(found.cells)),
        *([f"annotations: {number_format(found.scores, False)}"] if len(found.scores.texts) <= MOST_ANNOTATED else []),
        "# colorbar: {label: Score}",
        *further(),
        *([] if axes else ["# axes: {y: {label: Rows}, x: {label: Columns}}"]),
    ]


def measured_spec(read: Read, found: Measures, names: str, columns: dict[str, Column]) -> list[str]:
    """The lines of the spec of a file with a score and its spread for each label."""
    first, spread = found.patterns
    ours = (scores_of(read.table, each, read.dialect.decimal) for each in found.columns)
    scores, spreads = (one or columns[name] for one, (name, *_) in zip(ours, found.columns, strict=True))
    named = {names, *(name for each in found.columns for name in each)}
    keep = [name for name in read.columns if name not in named and not is_numbering(name)]
    patterns = ", ".join(f'{quoted(measure)}: "{pattern}"' for measure, pattern in found.patterns.items())
    keys = {"form": "wide", "rows": quoted(names)} | ({"keep": listed(keep)} if keep else {})
    text = with_spread(first, scores, spread, spreads)
    return [
        f"# {names} names the rows, the header measures and labels: {{{LABEL}}} stands for these.",
        scores_line(read, {**keys, "columns": f"{{{patterns}}}"}),
        f'axes: {{y: {quoted(names)}, x: {{column: {LABEL}, label: ""}}}}',
        *_facet(read),
        *missing(scores.tokens),
        *looks(scores, first, False),
        *([f"annotations: {text}"] if scores.present.size <= MOST_ANNOTATED else []),
        f"colorbar: {{label: {quoted(first)}}}",
        *further(),
    ]


def _facet(read: Read) -> list[str]:
    """A panel for each of several files."""
    captured = dict.fromkeys(name for one in read.named.captured for name in one)
    return [f"facet: {quoted(name)}" for name in captured][:1]


def _comment(read: Read, found: Matrix) -> str:
    """A comment on how the file is read."""
    if read.header == "none":
        return "# A matrix without names: rows and columns are numbered."
    if found.rows is None:
        return "# The header names the columns; rows are numbered."
    if found.keep:
        return f"# {found.rows} names the rows, the header the columns; what is in `keep` says more of a row."
    return "# The first column names the rows, the header the columns; one that is no score of a row goes into `keep`."


def _keys(read: Read, found: Matrix) -> dict[str, str]:
    """What says which columns are cells."""
    keys = {"form": "wide"}
    if found.rows is None:
        return keys if read.header == "none" else {**keys, "rows": "none"}
    if not found.plain:
        keys |= {"rows": quoted(found.rows), "keep": listed(found.keep)}
        left = [n for n in read.columns if n not in {found.rows, *found.keep, *found.cells}]
        keys |= {"columns": f"{{not: {listed(left)}}}"} if left else {}
    return keys
