"""Conditions: of which cells of a panel they hold."""

from typing import Any

from oracle.cells import At
from oracle.numerals import fields_in, number, value_of
from oracle.orders import tree
from oracle.panel import Wanted
from oracle.predicates import TRUE, holds
from oracle.spec import Label, Spec, axis_of
from scipy.cluster.hierarchy import cut_tree

Cells = set[At]


def chosen(panel: Wanted, asked: Any, text: str = "{value}") -> Cells:
    """The cells for which a condition holds; `text` is the template that is looked at."""
    match asked:
        case "true" | "false":
            return set(panel) if asked == "true" else set()
        case "diagonal" | "upper" | "lower":
            return {at for at in panel if _part(panel, at) == asked}
        case str():
            flags = panel.field(asked)
            return {at for at in panel if str(flags.get(at, "")).strip().casefold() in TRUE}
        case {"best": _}:
            return _best(panel, asked, text)
        case {"clusters": count}:
            cluster = _clusters(panel, int(count))
            return {at for at in panel if cluster[panel.y[at[0]]] == cluster[panel.x[at[1]]]}
        case {"not": condition}:
            return set(panel) - chosen(panel, condition, text)
    cells, frame = panel.table(set(asked))
    return {at for at, here in zip(cells, holds(asked, frame), strict=True) if here}


def _clusters(panel: Wanted, count: int) -> dict[Label, Any]:
    """The cluster of each label, in its group."""
    asked, found = axis_of(panel.settings, "y")["order"], dict[Label, Any]()
    for group in {group for group, _ in panel.y}:
        labels = [label for label in panel.y if label[0] == group]
        cut = cut_tree(tree("y", labels, panel.ordering["y"], asked), [count])
        found |= {label: (group, int(number)) for label, (number,) in zip(labels, cut, strict=True)}
    return found


def _part(panel: Wanted, at: At) -> str:
    """Where a cell lies in a square whose axes have the same labels."""
    square = panel.square or panel.y
    names = [label for _, label in square]
    row, other = (
        names.index(label[1]) if len(set(names)) == len(names) else square.index(label)
        for label in (panel.y[at[0]], panel.x[at[1]])
    )
    return "diagonal" if row == other else "upper" if row < other else "lower"


def _best(panel: Wanted, asked: Spec, text: str) -> Cells:
    """The cells of a rank; those that are written alike are equally good."""
    first, form = next(iter(fields_in(text)), ("value", None))
    name = asked.get("field", first)
    form = form if name == first else None
    held = panel.field(name)
    numbers = {at: value_of(n) if isinstance(n := held[at], str) else n for at in panel if at in held}
    classes: dict[Any, Cells] = {}
    for at, value in numbers.items():
        if value == value:
            classes.setdefault(panel.within(at, asked.get("per", "all")), set()).add(at)
    found: Cells = set()
    for members in classes.values():
        ranked = sorted(members, key=lambda at: numbers[at], reverse=asked["best"] == "max")
        shown = list(dict.fromkeys(number(numbers[at], form) for at in ranked))
        rank = int(asked.get("rank", 1))
        found |= {at for at in members if len(shown) >= rank and number(numbers[at], form) == shown[rank - 1]}
    return found
