"""Random figures: a spec and its scores, of which every choice is drawn by a seed."""

from collections.abc import Callable
from itertools import product
from random import Random
from typing import Any

import yaml

Files = dict[str, bytes]
Spec = dict[str, Any]

WORDS = ("alpha", "Beta", "γ-net", "d e", "10", "9", "x<y", "a&b", "50%", "it's", 'so "so"', "été", "_u_", "a;b", "1e3")
MARKS = ("", " v2", "/8", "-b", " (old)", ".5", "ß")
SEPARATORS = {"comma.csv": ",", "tabs.tsv": "\t", "semicolons.csv": ";"}
COLORMAPS: tuple[Any, ...] = (
    "viridis",
    "RdBu_r",
    "magma",
    "rocket",
    ["white", "#08306b"],
    {"name": "hot", "from": 0.2, "to": 0.8},
    {"name": "PuBu", "under": "black", "over": "lime"},
)
FORMATS = (".0f", ".1f", ".2f", "+.1f", ".3g", ".1e")
TOKENS = {"OOM": "out of memory", "-": {"label": "not run", "color": "khaki"}}
RANGES: tuple[Any, ...] = ([0.5, 61], [2, 40], {"min": 1}, {"max": 60}, {"percentiles": [5, 95]})
NORMS: tuple[Any, ...] = (
    "linear", "log", "quantile", {"symlog": 3}, {"power": 0.5}, {"bins": 4}, {"thresholds": [3, 9, 27]},
)  # fmt: skip
SCORES: tuple[Callable[[Random], str], ...] = (
    lambda chance: str(chance.randint(1, 60)),
    lambda chance: f"{chance.uniform(0.5, 60):.3f}",
    lambda chance: f"{chance.lognormvariate(1, 1) + 0.01:.4e}",
    lambda chance: f"{chance.randint(1, 400) / 8:g}",
)


def figure(seed: int) -> tuple[str, Files]:
    """A spec, and its score file by name."""
    chance = Random(seed)
    y, x = labels(chance, 12), labels(chance, 8)
    if chance.random() < 0.2:
        return wide(chance, y, x)
    kinds = [f"k{number}" for number in range(chance.choice((1, 1, 2, 3)))]
    tokens = list(TOKENS)[: chance.choice((0, 0, 1, 2))]
    repeats = chance.choice((1, 1, 1, 3))
    said = chance.choice(SCORES)
    rows = []
    for label, other, kind in product(y, x, kinds):
        first = (label, other) == (y[0], x[0])
        if chance.random() < 0.1 and not first:
            continue  # no row of this cell
        for run in range(repeats):
            empty = chance.random() < 0.1 and not first
            score = chance.choice(["", *tokens]) if empty and repeats == 1 else said(chance)
            rows.append([label, f"g{y.index(label) % 2}", other, kind, str(run), score])
    if chance.random() < 0.5:
        chance.shuffle(rows)
    spec: Spec = {"value": "score", "axes": {"y": axis(chance, "row", y), "x": axis(chance, "column", x)}}
    spec |= looks(chance) | kinds_apart(chance, kinds)
    if repeats > 1:
        spec["aggregate"] = chance.choice(("mean", "median", "min", "max", "sum"))
    if used := {row[-1] for row in rows} & set(tokens):
        spec["missing"] = {"tokens": {token: TOKENS[token] for token in sorted(used)}}
    if chance.random() < 0.2 and not isinstance(spec["axes"]["y"].get("order"), list):
        spec["axes"]["y"]["group"] = "group"
    return _written(chance, spec, [["row", "group", "column", "kind", "run", "score"], *rows])


def wide(chance: Random, y: list[str], x: list[str]) -> tuple[str, Files]:
    """A matrix: the first column names its rows, the header its columns."""
    said = chance.choice(SCORES)
    rows = [[label, *(said(chance) if chance.random() < 0.9 or not n else "" for n, _ in enumerate(x))] for label in y]
    spec, files = _written(chance, looks(chance), [["", *x], *rows])
    asked = yaml.safe_load(spec)
    asked["scores"] = asked["scores"] | {"form": "wide"}
    return yaml.safe_dump(asked, sort_keys=False, allow_unicode=True), files


def labels(chance: Random, most: int) -> list[str]:
    """Labels of an axis, each another."""
    known = chance.sample([word + mark for word, mark in product(WORDS, MARKS)], chance.randint(1, most))
    return [label for at, label in enumerate(known) if label.casefold() not in {o.casefold() for o in known[:at]}]


def axis(chance: Random, column: str, names: list[str]) -> Spec:
    """A side of the grid."""
    orders: list[Any] = ["file", "sorted", chance.sample(names, len(names))]
    orders.append({"by": {"field": "value", "using": chance.choice(("mean", "max"))}, "descending": True})
    asked: Spec = {"column": column, "order": chance.choice(orders)}
    if chance.random() < 0.3:
        asked["direction"] = "up" if column == "row" else "left"
    if chance.random() < 0.3:
        asked["side"] = "right" if column == "row" else "top"
    if chance.random() < 0.3:
        asked["labels"] = {name: f"{name} *" for name in names[:3]}
    return asked


def looks(chance: Random) -> Spec:
    """Colours, texts and the page."""
    spec: Spec = {"colormap": chance.choice(COLORMAPS), "size": {"cell": ["44pt", "20pt"]}, "dpi": 110}
    if chance.random() < 0.5:
        spec["norm"] = chance.choice(NORMS if isinstance(spec["colormap"], str) else NORMS[:-2])
    if chance.random() < 0.5 and spec.get("norm") not in ("quantile", NORMS[-1]):
        spec["range"] = chance.choice(RANGES)
    if chance.random() < 0.7:
        spec["annotations"] = chance.choice(FORMATS)
    if chance.random() < 0.3:
        spec["gap"] = "1pt"
    if chance.random() < 0.2:
        spec["mask"] = {"value": {"above": 30}}
    if chance.random() < 0.3:
        spec["colorbar"] = {"side": chance.choice(("left", "bottom", "top"))}
    return spec


def kinds_apart(chance: Random, kinds: list[str]) -> Spec:
    """What keeps several kinds out of each other's cells."""
    if len(kinds) == 1:
        return {}
    panels = [{"title": kind, "where": {"kind": kind}} for kind in kinds]
    ways: list[Spec] = [{"facet": "kind"}, {"split": "kind"}, {"where": {"kind": kinds[-1]}}, {"panels": panels}]
    return {**chance.choice(ways)}


def _written(chance: Random, spec: Spec, lines: list[list[str]]) -> tuple[str, Files]:
    """A spec and its scores as files say them."""
    name, separator = chance.choice(list(SEPARATORS.items()))
    quoted = chance.random() < 0.3

    def field(text: str) -> str:
        special = quoted or any(sign in text for sign in f'{separator}"\n')
        return '"' + text.replace('"', '""') + '"' if special else text

    end = chance.choice(("\n", "\r\n"))
    content = "".join(separator.join(map(field, line)) + end for line in lines).encode()
    scores: Spec = {"file": name} | ({"separator": ";"} if separator == ";" else {})
    return yaml.safe_dump({"scores": scores, **spec}, sort_keys=False, allow_unicode=True), {name: content}
