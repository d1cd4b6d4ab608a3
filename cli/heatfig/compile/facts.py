"""What columns hold for each label along an axis."""

from collections.abc import Sequence

import numpy as np

from heatfig.compile.facets import View
from heatfig.compile.sides import request_of
from heatfig.data.index import Key
from heatfig.data.pivot.along import along
from heatfig.data.table import Table
from heatfig.diagnostics import Place, Report
from heatfig.language.scalars import ColumnRef
from heatfig.language.templates import ColumnTemplate

Facts = dict[Key, str]


def facts(view: View, axis: str, column: str, asked_at: Place, report: Report, mend: str) -> Facts:
    """The one text that a column holds for each key; notes keys for which it holds two.

    It is that of the panel's rows, and for keys that have none there that of the other rows of its files.
    """
    found: Facts = {}
    for table in dict.fromkeys((view.table, view.selection.whole)):
        found = _facts(view, axis, column, table, asked_at, report if table is view.table else Report(), mend) | found
    return found


def _facts(view: View, axis: str, column: str, table: Table, asked_at: Place, report: Report, mend: str) -> Facts:
    request = request_of(view)
    index, codes = along(table, request.x if axis == "x" else request.y, view.at)
    texts = table.labels(column, asked_at)
    first = np.empty(len(index.keys), np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    differing = np.flatnonzero(texts.codes != texts.codes[first[codes]])
    second = dict(zip(codes[differing[::-1]].tolist(), differing[::-1].tolist(), strict=True))
    both = sorted(second.items(), key=lambda found: found[1])

    def told(number: int) -> tuple[str, Place, str]:
        code, row = both[number]
        one, other = (texts.names[texts.codes[at]] for at in (first[code], row))
        message = f"'{index.keys[code].label}' is both '{one}' and '{other}' in the column '{column}'"
        return message, table.place(row), mend

    report.add_some("two-categories", len(both), told)
    return {key: texts.names[texts.codes[at]] for key, at in zip(index.keys, first.tolist(), strict=True)}


def filled(view: View, axis: str, template: ColumnTemplate, keys: Sequence[Key]) -> list[str]:
    """A template of columns for each key, written as a text of the spec; raises Problems."""
    report, place = Report(), view.at("axes", axis, "labels")
    mend = "a template of labels needs columns that hold one text a label"
    named = dict.fromkeys(part for part in template.parts if isinstance(part, ColumnRef))
    found = {name: facts(view, axis, str(name), place, report, mend) for name in named}
    report.check()

    def text(part: str, key: Key) -> str:
        return found[part].get(key, "").replace("$", r"\$") if isinstance(part, ColumnRef) else part

    return ["".join(text(part, key) for part in template.parts) for key in keys]
