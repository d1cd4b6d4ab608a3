"""The starter spec of results of lm-evaluation-harness."""

from dataclasses import replace

from heatfig.build.starter.axes import Arrangement
from heatfig.build.starter.columns import count, score_columns
from heatfig.build.starter.lines import scores_line
from heatfig.build.starter.long import arranged
from heatfig.build.starter.looks import quoted
from heatfig.build.starter.reading import Read
from heatfig.data.readers.lm_eval import COLUMNS

MOST_FACETS = 12
# The metrics that a figure shows rather than others.
_FIRST = ("acc", "exact_match", "em", "f1", "acc_norm")


def lm_eval_spec(read: Read) -> list[str]:
    """The lines of the spec: one metric of each task."""
    labels = read.table.columns["metric"].labels
    metric = next((name for name in _FIRST if name in labels.names), labels.names[0])
    table = read.table.kept(labels.texts() == metric)
    filters = table.columns["filter"].labels.names
    where = {"metric": metric} | ({"filter": filters[0]} if len(filters) > 1 else {})
    if len(filters) > 1:
        table = table.kept(table.columns["filter"].labels.texts() == filters[0])
    read = replace(read, table=table)
    columns = score_columns(table, ".")
    others = [name for name in labels.names if name != metric]
    return [
        "# Results of lm-evaluation-harness: a row for each metric of each task.",
        scores_line(read),
        f"where: {{{', '.join(f'{key}: {quoted(text)}' for key, text in where.items())}}}",
        *([f"# Other metrics: {', '.join(others)}."] if others else []),
        *arranged(table, columns, "score", _arrangement(read), COLUMNS),
    ]


def _arrangement(read: Read) -> Arrangement:
    """Where the tasks stand, and what differs between the files."""
    captured = dict.fromkeys(name for one in read.named.captured for name in one)
    differing = [name for name in (*captured, "model") if name in read.columns and count(read.table, name) > 1]
    if len(differing) >= 2 and count(read.table, "task") <= MOST_FACETS:
        return Arrangement(differing[0], differing[1], "task", "")
    if len(differing) >= 2:
        return Arrangement("task", differing[0], differing[1], "")
    return Arrangement(differing[0], "task", None, "") if differing else Arrangement("task", "model", None, "")
