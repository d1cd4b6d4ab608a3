"""The labels of axes in the order in which they are drawn, over all panels that share them."""

import re
from typing import Any

import numpy as np
import pandas as pd
from oracle.aggregates import together
from oracle.cells import At
from oracle.numerals import value_of
from oracle.panel import Wanted
from oracle.predicates import holds
from oracle.spec import Label, Spec, axis_of, grouped, listed, mapping
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.linalg import eigh
from scipy.spatial.distance import squareform

NUMERAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def in_order(axis: str, labels: list[Label], panels: list[Wanted]) -> list[Label]:
    """An axis's labels as the order runs: by their groups, and within these by themselves."""
    asked = axis_of(panels[0].settings, axis)
    order, outer = asked.get("order", "file"), grouped(asked).get("order", "file")
    groups = list(dict.fromkeys(group for group, _ in labels))
    ranks = _ranks(outer, [("", group) for group in groups], panels, axis, True)
    labels = sorted(labels, key=lambda label: ranks[groups.index(label[0])])
    if isinstance(order, dict) and "cluster" in order:
        parts = [[label for label in labels if label[0] == group] for group in dict.fromkeys(g for g, _ in labels)]
        return [part[at] for part in parts for at in _leaves(tree(axis, part, panels, order))]
    if "scale" in asked:
        position = panels[0].rows.attrs["positions"].get(asked["column"], {})
        numeric = asked["scale"] == "numbers"
        return sorted(labels, key=lambda label: position.get(label[1], value_of(label[1]) if numeric else label[1]))
    inner = dict(zip(labels, _ranks(order, labels, panels, axis, False), strict=True))
    return sorted(labels, key=lambda label: (ranks[groups.index(label[0])], inner[label]))


def _natural(names: list[str]) -> list[Any]:
    """What labels are sorted by: numbers and sizes by amount, before what stands between them."""
    sized = not any(re.search(r"\d[^\W\dkmbgt_](?![a-z\d])", name, re.IGNORECASE | re.ASCII) for name in names)
    size = r" ?[kmbgt](?![a-z0-9])|[kmbgt][0-9](?![a-z0-9])|" if sized else ""
    number = rf"((?<![0-9.])[0-9]+\.[0-9]+(?!\.?[0-9])|(?<![\w.])\.[0-9]+(?!\.?[0-9])|[0-9]+)({size})"
    return [
        [(0, float(name))]
        if NUMERAL.fullmatch(name)
        else [
            (0, _amount(part, unit)) if part else (1, text)
            for text, part, unit in _parts(re.compile(number, re.IGNORECASE), name)
        ]
        for name in names
    ]


def _parts(number: re.Pattern[str], name: str) -> list[tuple[str, str, str]]:
    """Texts, and numbers with their units, of a name."""
    split = number.split(name)
    found = [(text, "", "") for text in split[0::3]]
    numbers = [("", part, unit) for part, unit in zip(split[1::3], split[2::3], strict=True)]
    both = [each for pair in zip(found, [*numbers, ("", "", "")], strict=True) for each in pair]
    return [each for each in both if each[0] or each[1]]


def _amount(number: str, unit: str) -> float:
    letter = unit.strip().lower().rstrip("0123456789").replace("g", "b")
    tenths = unit[1:] if unit[1:].isdigit() else ""
    return float(f"{number}.{tenths}" if tenths else number) * float(1000 ** " kmbt".index(letter or " "))


def _leaves(merges: Any) -> list[int]:
    return [int(leaf) for leaf in leaves_list(merges)] if len(merges) else [0]


def tree(axis: str, labels: list[Label], panels: list[Wanted], asked: Spec) -> Any:
    """The tree of some labels, as scipy's linkage has it."""
    if len(labels) < 2:
        return np.empty((0, 4))
    lines = np.array([[panel.score(at) if (at := _at(panel, axis, label, other)) else None
                       for panel in panels for other in _others(panel, axis)] for label in labels], float)  # fmt: skip
    metric, count = asked.get("metric", "euclidean"), len(labels)
    distances = np.zeros((count, count))
    for one in range(count):
        for other in range(count):
            distances[one, other] = _distance(lines[one], lines[other], metric) if one != other else 0.0
    return linkage(squareform(distances, checks=False), asked["cluster"])


def _distance(one: Any, other: Any, metric: str) -> float:
    """Over the scores that both have, as if they had all of them."""
    both = ~np.isnan(one) & ~np.isnan(other)
    here, there, scale = one[both], other[both], len(one) / both.sum()
    match metric:
        case "euclidean":
            return float(np.sqrt(((here - there) ** 2).sum() * scale))
        case "cityblock":
            return float(np.abs(here - there).sum() * scale)
        case "correlation":
            return float(1 - np.corrcoef(here, there)[0, 1])
    return float(1 - here @ there / np.sqrt((here @ here) * (there @ there)))


def _others(panel: Wanted, axis: str) -> list[tuple[int, int]]:
    """The columns and parts of a row, or the rows and parts of a column."""
    return list(np.ndindex(len(panel.x if axis == "y" else panel.y), len(panel.parts)))


def _at(panel: Wanted, axis: str, label: Label, other: tuple[int, int]) -> At | None:
    labels = panel.y if axis == "y" else panel.x
    if label not in labels:
        return None
    number = labels.index(label)
    return (number, *other) if axis == "y" else (other[0], number, other[1])


def _ranks(order: Any, labels: list[Label], panels: list[Wanted], axis: str, of_groups: bool) -> list[Any]:
    """What each label is sorted by."""
    names = [label for _, label in labels]
    match order:
        case "file":
            return list(range(len(names)))
        case "sorted":
            own = axis_of(panels[0].settings, axis)
            column = grouped(own).get("column") if of_groups else own.get("column")
            position = panels[0].rows.attrs.get("positions", {}).get(column, {})
            return [
                [(-1, position[n])] if n in position else key for n, key in zip(names, _natural(names), strict=True)
            ]
        case list():
            return [order.index(name) for name in names]
        case {"by": summaries}:
            sign = -1.0 if order.get("descending") == "true" else 1.0
            asked = [mapping(each, "field") for each in listed(summaries)]
            found = [summarized(panels, axis, labels, each, of_groups) for each in asked]
            return [tuple(np.inf if n is None else sign * n for n in each) for each in zip(*found, strict=True)]
        case {"lexicographic": str(field)}:
            sign = -1.0 if order.get("descending") == "true" else 1.0
            lines = [_line(panels, axis, label, field) for label in labels]
            return [tuple(np.inf if np.isnan(n) else sign * n for n in line) for line in lines]
        case {"eigenvectors": by}:
            return _by_eigenvectors(by, labels, panels, axis)
    raise AssertionError(f"no order: {order}")


def _line(panels: list[Wanted], axis: str, label: Label, field: str) -> list[float]:
    """The numbers of a label in all panels, as the other axis of each stands."""
    line, across = [], "x" if axis == "y" else "y"
    for panel in panels:
        fields, others = panel.field(field), panel.x if axis == "y" else panel.y
        for other in in_order(across, others, panel.ordering.get(across) or panels):
            for part in range(len(panel.parts)):
                at = _at(panel, axis, label, (others.index(other), part))
                found = None if at is None else fields.get(at)
                line.append(np.nan if found is None else value_of(found) if isinstance(found, str) else found)
    return line


def _by_eigenvectors(by: str, labels: list[Label], panels: list[Wanted], axis: str) -> list[float]:
    """As R's corrplot orders, with signs by which each eigenvector's largest number is positive."""
    matrices = []
    for panel in panels:
        other = panel.x if axis == "y" else panel.y
        lines = [[panel.score(at) for at in _cells_of(panel, axis, label)] for label in labels]
        frame = pd.DataFrame(lines, labels, other, float)
        matrices.append(frame[labels].to_numpy())
    _, vectors = eigh(np.mean(matrices, axis=0))
    first, second = (v * np.sign(v[np.abs(v).argmax()]) for v in (vectors[:, -1], vectors[:, -2]))
    angle = np.where(first > 0, np.arctan(second / first), np.arctan(second / first) + np.pi)
    numbers = first if by == "first" else angle
    sooner = (numbers < numbers[0]).sum() <= (numbers > numbers[0]).sum()
    return [float(number) if sooner else -float(number) for number in numbers]


def _cells_of(panel: Wanted, axis: str, label: Label) -> list[At]:
    return [at for other in _others(panel, axis) if (at := _at(panel, axis, label, other))]


def summarized(
    panels: list[Wanted], axis: str, labels: list[Label], asked: Spec, of_groups: bool = False
) -> list[float | None]:
    """One number for each label of an axis, over the cells that are meant; None where it has none."""
    held = numbers_along(panels, axis, labels, asked, of_groups)
    using = asked.get("using", "first")
    return [together(held[label], using) if held[label] or using == "count" else None for label in labels]


def numbers_along(
    panels: list[Wanted], axis: str, labels: list[Label], asked: Spec, of_groups: bool = False
) -> dict[Label, list[float]]:
    """The numbers that count at each label."""
    held: dict[Label, list[float]] = {label: [] for label in labels}
    for panel in panels:
        where = asked.get("where", {})
        cells, frame = panel.table({name for each in listed(where) for name in each})
        fields = panel.field(asked["field"])
        for at, chosen in zip(cells, holds(where, frame), strict=True):
            group, label = panel.y[at[0]] if axis == "y" else panel.x[at[1]]
            found = fields.get(at)
            numeric = value_of(found) if isinstance(found, str) else found
            if isinstance(found, str) and asked.get("using") == "count" and panel.categorical:
                numeric = 1.0
            if chosen and numeric is not None and not np.isnan(numeric):
                held.setdefault(("", group) if of_groups else (group, label), []).append(numeric)
    return held
