"""compare: each number beside that of a baseline with the same key."""

from dataclasses import replace
from functools import partial
from typing import ClassVar, assert_never

import numpy as np

from heatfig.data.columns.arrays import Codes, Floats, Kinds, Numbers
from heatfig.data.columns.column import of
from heatfig.data.columns.join import Join, Keyed, join
from heatfig.data.columns.operations import bounded, combined_kinds, divided
from heatfig.data.predicates import Predicate, check_values, looked_at, mask
from heatfig.data.provenance import Paired
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, Report, problem, refuse_some
from heatfig.plan.grid import NO_ROW
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Comparison


@dataclass(frozen=True)
class Compare:
    """Adds how a column differs from that of the row, among those that `to` picks, with the same key."""

    column: str
    to: Predicate
    using: Comparison
    key: tuple[str, ...]
    into: str
    keep_missing: bool = False
    by_block: ClassVar[bool] = False

    def apply(self, table: Table, at: At) -> Table:
        """The rows but the baseline's own; raises Problems for those without a baseline, or with two."""
        table.check_new(self.into, at("into"))
        base, rest = self._parted(table, at)
        joined = join(self._keyed(rest, at), self._keyed(base, at))
        hint = "add to `key` what tells them apart, or aggregate before"
        joined.refuse_repeated(joined.repeated, "a second baseline for", hint)
        if not self.keep_missing:
            _refuse_without(joined)
        rows, place = joined.partners, at("column")
        compared = self._compared(rest.numbers(self.column, place), base.numbers(self.column, place), rows)
        return replace(rest.with_columns({self.into: of(compared)}), rows=Paired(rest.rows, base.rows, rows))

    def _keyed(self, table: Table, at: At) -> Keyed:
        return Keyed(table, [(name, table.labels(name, at("key", n))) for n, name in enumerate(self.key)])

    def _parted(self, table: Table, at: At) -> tuple[Table, Table]:
        """The baseline's rows and the others."""
        is_base = mask(self.to, table, partial(at, "to"))
        report = Report()
        seen = {name: table.columns[name].labels.names for name in looked_at(self.to)}
        check_values(self.to, seen, partial(at, "to"), report)
        report.check()
        if not is_base.any():
            raise problem("no-baseline", "no row is the baseline to compare with", at("to"), "name one that is there")
        if is_base.all():
            message = "every row is the baseline: none is left to compare"
            raise problem("no-baseline", message, at("to"), "say more of the baseline, such as its method")
        return table.kept(is_base), table.kept(~is_base)

    def _compared(self, ours: Numbers, base: Numbers, rows: Codes) -> Numbers:
        there = rows >= 0
        theirs = base.take(np.maximum(rows, 0))
        kinds = np.where(there, combined_kinds([ours, theirs]), NO_ROW).astype(np.int16)
        with np.errstate(over="ignore"):
            return bounded(_ratios(ours, theirs, self.using, kinds), kinds)


def _refuse_without(joined: Join) -> None:
    """Raise Problems for rows that have no baseline."""
    lacking = np.flatnonzero(joined.partners < 0)

    def explain(number: int) -> tuple[str, Place, str]:
        row = int(lacking[number])
        hint = "filter its rows out before, or keep them as missing: missing: keep"
        return f"no baseline for {joined.ours.key_of(row)}", joined.ours.table.place(row), hint

    refuse_some("no-partner", len(lacking), explain)


def _ratios(ours: Numbers, theirs: Numbers, using: Comparison, kinds: Kinds) -> Floats:
    """The comparison of each pair; a division by zero is marked in the kinds."""
    match using:
        case "difference":
            return ours.values - theirs.values
        case "ratio":
            return divided(ours.values, theirs.values, kinds)
        case "percent":
            return 100 * (divided(ours.values, theirs.values, kinds) - 1)
    assert_never(using)
