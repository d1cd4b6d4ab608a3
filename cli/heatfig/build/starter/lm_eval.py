"""The starter spec of results of lm-evaluation-harness."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from heatfig.build.starter.axes import Arrangement
from heatfig.build.starter.columns import score_columns, varied
from heatfig.build.starter.lines import listed, scores_line
from heatfig.build.starter.long import arranged
from heatfig.build.starter.looks import quoted
from heatfig.build.starter.reading import Read
from heatfig.data.readers.lm_eval import COLUMNS
from heatfig.data.table import Table

MOST_FACETS = 12
_FAMILY = re.compile(r"[-_]")
# The metrics that a figure shows rather than others.
_FIRST = ("acc", "exact_match", "em", "f1", "acc_norm")


def lm_eval_spec(read: Read) -> list[str]:
    """The lines of the spec: one metric of each task."""
    metrics = read.table.columns["metric"].labels.names
    metric = next((name for name in _FIRST if name in metrics), metrics[0])
    table, where = _with_one(read.table, "metric", metric), [f"metric: {quoted(metric)}"]
    filters = table.columns["filter"].labels.names
    if len(filters) > 1:
        table, where = _with_one(table, "filter", filters[0]), [*where, f"filter: {quoted(filters[0])}"]
    differing, tasks = _differing(replace(read, table=table)), table.columns["task"].labels.names
    chosen = _chosen_tasks(tasks) if len(differing) > 1 and len(tasks) > MOST_FACETS else ()
    if chosen:
        table, where = _with_one(table, "task", *chosen), [*where, f"task: {listed(chosen)}"]
    others = [name for name in metrics if name != metric]
    return [
        "# Results of lm-evaluation-harness: a row for each metric of each task.",
        scores_line(replace(read, table=table)),
        f"where: {{{', '.join(where)}}}",
        *([f"# Other metrics: {', '.join(others)}."] if others else []),
        *([f"# Shown are {len(chosen)} of {len(tasks)} tasks."] if chosen else []),
        *arranged(table, score_columns(table, "."), "score", _arrangement(differing), COLUMNS),
    ]


def _with_one(table: Table, column: str, *texts: str) -> Table:
    """The rows that hold one of the texts in a column."""
    return table.kept(np.isin(table.columns[column].labels.texts(), texts))


def _chosen_tasks(names: Sequence[str]) -> tuple[str, ...]:
    """As many tasks as there is room for panels: those of small families, as mmlu is a large one, before others."""
    families = Counter(_FAMILY.split(name)[0] for name in names)
    alone = sorted(names, key=lambda name: families[_FAMILY.split(name)[0]] > MOST_FACETS)
    return tuple(alone[:MOST_FACETS])


def _differing(read: Read) -> list[str]:
    """What differs between the files, each of which parts those that agree in the others."""
    captured = dict.fromkeys(name for one in read.named.captured for name in one)
    found: list[str] = []
    for name in (*captured, "model"):
        if name in read.columns and varied(read.table, [*found, name]) > varied(read.table, found):
            found.append(name)
    return [name for name in found if varied(read.table, found) > varied(read.table, [n for n in found if n != name])]


def _arrangement(differing: Sequence[str]) -> Arrangement:
    """Where the tasks stand, and what differs between the files."""
    if len(differing) > 1:
        return Arrangement(differing[0], differing[1], "task", "")
    return Arrangement(differing[0], "task", None, "") if differing else Arrangement("task", "model", None, "")
