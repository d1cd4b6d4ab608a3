"""Results of lm-evaluation-harness → Table: a row for each metric of each task, as they lie on the disk.

Before version 0.4 a metric stands beside its standard error as `acc` and `acc_stderr`, since then with the name of a
filter behind both: `acc,none` and `acc_stderr,none`.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from heatfig.data.columns.arrays import distinct
from heatfig.data.columns.column import Reading, of
from heatfig.data.provenance import FileRows
from heatfig.data.readers.records import parsed
from heatfig.data.readers.whole import finished
from heatfig.data.table import Defaults, Table
from heatfig.data.wanted import Source, Wanted
from heatfig.diagnostics import Place, problem
from heatfig.runtime.text import decode

COLUMNS = ("task", "metric", "filter", "score", "stderr", "n_shot", "higher_is_better", "model")
NO_FILTER, MISSING = "none", "N/A"
_NUMBER = re.compile(r"-?[0-9]|-?Infinity|NaN")
_TEXT = re.compile(r'("[^"\\]*+(?:\\.[^"\\]*+)*+")(\s*:)?')  # each text of JSON; a key has a colon behind it
_MODEL = re.compile(r"(?:^|,)pretrained=([^,]*)")


def read_lm_eval(source: Source, wanted: Wanted) -> Table:
    """The rows of a result file, each with the line of its score; raises Problems for what is none."""
    text = decode(b"".join(source.blocks), source.file)
    found = parsed(text, source.file)
    results = found.get("results") if isinstance(found, dict) else None
    if not isinstance(results, dict) or not all(isinstance(metrics, dict) for metrics in results.values()):
        hint = 'a result file holds {"results": {"TASK": {"acc": …}}}'
        raise problem("not-json", "no results of lm-evaluation-harness", Place(source.file, 1), hint)
    rows = list(_rows(found))
    if not rows:
        raise problem("no-rows", "the results hold no metric", Place(source.file, 1), "evaluate a task")
    reading = Reading(wanted.tokens)
    columns = {
        name: of(distinct(row[name] for row in rows), reading) for name in COLUMNS if name not in wanted.captured
    }
    lines = FileRows(source.file, np.array(list(_lines(text, rows)), np.int64))
    table = Table(columns, lines, header=COLUMNS, defaults=Defaults(value="score"))
    return finished(table, None, source, wanted)


def _rows(found: dict[str, Any]) -> Iterator[dict[str, str]]:
    model = _model(found)
    for task, metrics in found["results"].items():
        shots = _of_task(found, "n-shot", task, _of(found, "config", "num_fewshot"))
        better = _of_task(found, "higher_is_better", task, {})
        for key, score in metrics.items():
            metric, _, named = key.partition(",")
            if metric.endswith("_stderr") or not _is_score(score) or metric in {"alias", "sample_len"}:
                continue
            error = metrics.get(f"{metric}_stderr,{named}" if named else f"{metric}_stderr", "")
            yield {
                "key": key,
                "task": task,
                "metric": metric,
                "filter": named or NO_FILTER,
                "score": _written(score),
                "stderr": _written(error),
                "n_shot": _written(shots),
                "higher_is_better": _written(better.get(metric) if isinstance(better, dict) else better),
                "model": model,
            }


def _of(found: dict[str, Any], *path: str) -> Any:
    """What stands at a path; None where nothing does."""
    value: Any = found
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _of_task(found: dict[str, Any], key: str, task: str, otherwise: Any) -> Any:
    value = _of(found, key, task)
    return otherwise if value is None else value


def _model(found: dict[str, Any]) -> str:
    """The model's name: as told since 0.4, else as its arguments say, else what runs it."""
    arguments = _of(found, "config", "model_args")
    named = _MODEL.search(arguments) if isinstance(arguments, str) else None
    return _written(_of(found, "model_name") or (named[1] if named else None) or _of(found, "config", "model"))


def _is_score(value: Any) -> bool:
    """Whether a value is a number, which is held as it is written, or none that could be told."""
    return value is None or (
        isinstance(value, str) and (value == MISSING or bool(re.match(r"[-+]?[0-9.]|NaN|-?Inf", value)))
    )


def _written(value: Any) -> str:
    if value is None or value == MISSING:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _lines(text: str, rows: list[dict[str, str]]) -> Iterator[int]:
    """The line of each row: keys stand in the text in the order in which they were read."""
    keys = ((json.loads(found[1]), found.end()) for found in _TEXT.finditer(text) if found[2])
    at = next((end for key, end in keys if key == "results"), 0)
    task, line, seen = None, 1, 0
    for row in rows:
        for wanted in ([] if row["task"] == task else [row["task"]]) + [row["key"]]:
            at = next((end for key, end in keys if key == wanted), at)
        task = row["task"]
        line, seen = line + text.count("\n", seen, at), at
        yield line
