"""Whether the values and patterns that predicates name are there."""

import re
from collections.abc import Collection, Mapping

from heatfig.data.predicates.kinds import FLAGS, In, Matches, Predicate, signed
from heatfig.data.predicates.patterns import pattern
from heatfig.data.table import At
from heatfig.diagnostics import Report

_COMPARISON = re.compile(r"\s*([<>]=?)\s*([-+]?[0-9][0-9.eE+-]*)\s*")


def check_values(predicate: Predicate, seen: Mapping[str, Collection[str]], at: At, report: Report) -> None:
    """Note each value and pattern that no text fits of those `seen` in its column.

    A list of what is left out may have values that are not there, beside one that is.
    """
    for leaf, negated in signed(predicate):
        if isinstance(leaf, In):
            known, names = set(seen[leaf.column]), sorted(seen[leaf.column])
            if negated and not known.isdisjoint(leaf.values):
                continue
            flags = {name.strip().casefold() for name in known} & FLAGS
            for value, path in zip(leaf.values, leaf.paths, strict=True):
                if value not in known and value.casefold() not in flags:
                    hint = _meant(leaf.column, value, known) or report.nearest(value, names, "values")
                    report.add("unknown-label", f"no row has {leaf.column} '{value}'", at(*path), hint)
        elif isinstance(leaf, Matches) and not any(map(pattern(leaf.pattern).fullmatch, seen[leaf.column])):
            message = f"no row has {leaf.column} like '{leaf.pattern}'"
            report.add(
                "unknown-label", message, at(*leaf.path), report.nearest("", sorted(seen[leaf.column]), "values")
            )


def _meant(column: str, value: str, known: Collection[str]) -> str:
    """What a value is written like that no row has: a comparison, or a pattern."""
    compared = _COMPARISON.fullmatch(value)
    if compared is not None:
        word = {"<": "below", ">": "above", "<=": "max", ">=": "min"}[compared[1]]
        return f"{column}: {{{word}: {compared[2]}}}"
    if set("*?") & set(value) and any(map(pattern(value).fullmatch, known)):
        return f"a pattern stands in a mapping: {column}: {{matches: '{value}'}}"
    return ""
