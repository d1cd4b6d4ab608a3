"""Facts: the one value that a column has for each label along an axis."""

from collections.abc import Sequence

import numpy as np

from heatfig.compile.axes.sides import request_of
from heatfig.compile.view import View
from heatfig.data.columns.arrays import Codes, first_rows
from heatfig.data.columns.column import of
from heatfig.data.columns.written import written
from heatfig.data.index import Index
from heatfig.data.pivot.along import along
from heatfig.data.pivot.request import Side
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, refuse_some
from heatfig.language.scalars import ColumnRef
from heatfig.language.templates import ColumnTemplate
from heatfig.plan.key import Key
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import with_minus
from heatfig.scales.sides import AxisName


@dataclass(frozen=True)
class Fact:
    """A text, and the number that it is; NaN for none."""

    text: str
    number: float


def facts_along(table: Table, side: Side, column: str, at: At, spec_at: Place, hint: str) -> dict[Key, Fact]:
    """What a column says of each label along a side; raises Problems where it says two things of one.

    Without a `hint` the first one counts.
    """
    index, codes = along(table, side, at)
    held = table.column(column, spec_at)
    labels, numbers = held.labels, held.numbers.values
    first = first_rows(codes, len(index.keys))
    if hint:
        _refuse_two(table, column, index, codes, first, hint)
    return {
        key: Fact(labels.names[labels.codes[at]], float(numbers[at]))
        for key, at in zip(index.keys, first.tolist(), strict=True)
    }


def _refuse_two(table: Table, column: str, index: Index, codes: Codes, first: Codes, hint: str) -> None:
    """Raise Problems for labels of which a row says otherwise than the first one."""
    labels = table.columns[column].labels
    differing = np.flatnonzero(labels.codes != labels.codes[first[codes]])
    second = dict(zip(codes[differing[::-1]].tolist(), differing[::-1].tolist(), strict=True))
    both = sorted(second.items(), key=lambda found: found[1])

    def explain(number: int) -> tuple[str, Place, str]:
        code, row = both[number]
        one, other = (labels.names[labels.codes[at]] for at in (first[code], row))
        message = f"'{index.keys[code].label}' is both '{one}' and '{other}' in the column '{column}'"
        return message, table.place(row), hint

    refuse_some("two-categories", len(both), explain)


def filled(view: View, axis: AxisName, template: ColumnTemplate, keys: Sequence[Key]) -> list[str]:
    """A template of columns for each key, as a text of the spec; raises Problems where a column holds two for one.

    They are those of the panel's rows, and for keys that have none there those of the other rows of its files.
    """
    hint, side = "a template of labels needs columns with one text per label", request_of(view).along(axis)
    place, named = view.at("axes", axis, "labels"), [p for p in template.parts if isinstance(p, ColumnRef)]
    whole, table = view.selection.whole, view.table

    def facts_of(rows: Table, part: ColumnRef, hint: str) -> dict[Key, Fact]:
        if part.form is None:
            return facts_along(rows, side, str(part), view.at, place, hint)
        shown = f"{part}:{part.form}"
        rows = rows.with_columns({shown: of(written(rows, str(part), part.form, place))})
        return facts_along(rows, side, shown, view.at, place, hint)

    found = {(str(part), part.form): facts_of(whole, part, "") | facts_of(table, part, hint) for part in named}

    def text(part: str, key: Key) -> str:
        if not isinstance(part, ColumnRef):
            return part
        fact = found[str(part), part.form].get(key)
        return "" if fact is None else with_minus(fact.text).replace("$", r"\$")

    return ["".join(text(part, key) for part in template.parts) for key in keys]
