"""Writes specs in which any two choices below meet at least once: `python tests/good/pairs/generate.py`."""

from collections.abc import Callable
from itertools import combinations, islice, product
from pathlib import Path
from random import Random
from typing import Any

import yaml

Row = dict[str, str]
Pair = frozenset[tuple[str, str]]

CHOICES = {
    "form": ("long", "wide"),
    "transform": (
        "none", "filter", "lookup", "rescale", "aggregate", "compare", "symmetrize", "width", "edges",
    ),
    "derive": ("none", "add", "divide", "log10", "abs", "part", "text", "map"),
    "aggregate": ("none", "mean"),
    "normalize": ("none", "share", "zscore", "minmax", "rank"),
    "group": ("none", "y", "both"),
    "split": ("none", "method"),
    "panels": ("one", "panels", "facet"),
    "page": ("row", "column", "grid"),
    "strip": ("none", "left", "bottom"),
    "track": ("none", "strip", "bars", "points", "line", "violin", "box", "text", "margin", "dendrogram"),
    "draw": ("vector", "image", "circle"),
    "mask": ("none", "high"),
    "gap": ("none", "2pt"),
    "colorbar": ("none", "right", "bottom", "panel"),
    "norm": (
        "linear", "log", "two-slope", "center", "symmetric", "quantile",
        "stops", "thresholds", "bins", "symlog", "power",
    ),
    "annotations": ("none", ".1f", "bold", "best", "lines", "places"),
    "mark": ("none", "stars", "symbol", "outline", "union", "hatch"),
    "tokens": ("score", "one", "two"),
    "side": ("near", "far"),
    "direction": ("onward", "backward"),
    "legend": ("bottom", "right", "none"),
    "labels": ("every", "outer"),
    "order": ("file", "sorted", "listed", "by", "lexicographic", "cluster", "like"),
    "scale": ("none", "numbers"),
    "line": ("none", "x", "y"),
    "block": ("none", "x", "y"),
    "layers": ("none", "circles"),
    "venue": ("none", "icml2026", "aaai2026"),
}  # fmt: skip
PLAIN = {"form": "wide", "group": "none", "split": "none", "strip": "none", "aggregate": "none", "scale": "none"}
RANGES = {
    "two-slope": {"min": 1, "center": 4, "max": 12},
    "center": {"center": 4},
    "symmetric": {"center": 4, "symmetric": True, "percentiles": [5, 95]},
}
NORMS = {
    "log": "log",
    "two-slope": "two-slope",
    "quantile": "quantile",
    "thresholds": {"thresholds": [2, 4, 8], "labels": ["low", "some", "more", "most"]},
    "bins": {"bins": 5},
    "symlog": {"symlog": 2},
    "power": {"power": 0.5},
}
# Of scores that are moved, those that are no longer around 4, and above 0.
OF_MOVED = {"linear", "quantile", "bins", "symlog"}
STOPS = {"stops": {2: "white", 6: "#9ecae1", 11: "#08306b"}, "under": "gold", "over": "crimson"}
TOKENS = {"OOM": "out of memory", "-": {"label": "not run", "color": "khaki"}}
# The labels of each column that an axis may have, in an order that is not the file's.
LABELS = {
    "model": ("c", "a", "b"),
    "name": ("c of new", "a of old", "b of old"),
    "task": ("t2", "t1", "t3"),
    "other": ("b", "a", "c"),
    "month": ("Feb", "Jan", "Apr"),
    "width": ("2–3", "1–2", "3–4"),
    "edges": ("2–4", "0–2", "4–8"),
}
COLUMNS = ["model", "family", "task", "suite", "step", "kind", "method", "best"]
BINS: dict[str, Any] = {"width": 1, "edges": [0, 2, 4, 8]}
TRANSFORMS: dict[str, Any] = {
    "filter": {"filter": {"model": {"matches": "?"}}},
    "lookup": {
        "lookup": {"file": "../facts.csv", "separator": ";", "decimal": ",", "key": {"model": "name"},
                   "columns": {"size": "params"}}
    },
    "rescale": {"rescale": {"columns": "SCORE", "from": [0, 12], "to": [0, 24]}},
    "aggregate": {"aggregate": {"using": "max", "column": "score", "by": COLUMNS, "into": "score"}},
    "compare": {
        "compare": {"column": "score", "to": {"method": "m"}, "using": "ratio", "key": ["model", "task", "kind"],
                    "into": "ratio"}
    },
    "symmetrize": {"symmetrize": ["model", "other"]},
} | {way: {"bin": {"column": "step", way: said, "into": way}} for way, said in BINS.items()}  # fmt: skip
# What is made of the scores, which becomes the value, or of labels, which become an axis.
DERIVED: dict[str, dict[str, Any]] = {
    "add": {"twice": {"add": ["SCORE", "SCORE"]}},
    "divide": {"rate": {"divide": [["SCORE", 30], [5, 4]]}},
    "log10": {"log": {"log10": ["SCORE", 1000]}},
    "abs": {"off": {"subtract": ["SCORE", 5.9]}, "apart": {"abs": "off"}},
    "part": {"day": {"text": "2026-0{step}-01"}, "month": {"part": "month", "of": "day"}},
    "text": {"name": {"text": "{model} of {family}"}},
    "map": {"other": {"map": {"t1": "a", "?2": "b", "*": "c"}, "of": "task"}},
}
OF_SCORES = ("add", "divide", "log10", "abs")
ANNOTATIONS = {
    "bold": {"text": "{value:.0f}", "bold": "best"},
    "best": {
        "text": "{value:.1f}",
        "bold": {"best": "max", "per": "x"},
        "underline": {"best": "max", "rank": 2, "per": "x"},
        "italic": {"value": {"below": 3}},
    },
    "lines": "{value:.1f}\n({count})",
    "places": [
        {"text": "{value:.1f}", "at": "top-left", "size": 6},
        {"text": "{count}", "at": "bottom-right", "size": 5, "color": "dimgrey", "where": {"value": {"above": 2}}},
    ],
}
MARKS = {
    "stars": {"stars": {"field": "value", "levels": [8, 4], "at": "top-right", "style": {"size": 5}}},
    "symbol": {
        "symbol": {
            "where": {"value": {"min": 6}},
            "text": "†",
            "at": "bottom-left",
            "style": {"size": 6},
            "label": "many",
        }
    },
    "outline": {"outline": {"where": {"best": "max", "per": "y"}}},
    "union": {"outline": {"where": {"value": {"above": 3}}, "union": True, "stroke": {"width": "1pt", "color": "red"}}},
    "hatch": {"hatch": {"where": {"value": {"below": 4}}, "lines": "crossed", "label": "few"}},
}
TRACKS = {
    "strip": {"strip": {"field": "value", "using": "mean", "label": "Mean"}},
    "bars": {"bars": {"field": "value", "using": "mean", "spread": "std"}},
    "points": {"points": {"field": "value", "using": "median"}},
    "line": {"line": {"field": "count", "using": "sum"}},
    "violin": {"violin": {"field": "value", "color": "lightsteelblue"}},
    "box": {"box": {"field": "count"}},
    "text": {"text": {"text": "{value:.1f} in all", "using": "sum"}},
    "margin": {"margin": {"field": "value", "using": "max", "format": ".1f"}},
    "dendrogram": "dendrogram",
}
ANY_FIRST = {"by", "lexicographic", "cluster", "like"}
TRIES = 60


def contradicts(row: Row) -> bool:
    """Whether no spec can say all of this, saying it would be an error, or only `make fuzz` is to try it."""
    return refused(row) or rare(row)


def refused(row: Row) -> bool:
    """Whether no spec can say all of this, saying it would be an error, or what is drawn cannot be read."""
    wide, moved = row["form"] == "wide", row["normalize"] != "none"
    return (
        (wide and (any(row[key] != plain for key, plain in PLAIN.items()) or row["panels"] == "facet"))
        or (wide and (row["annotations"] == "bold" or row["transform"] not in {"none", "filter", "lookup", "rescale"}))
        or (wide and row["derive"] not in {"none", *OF_SCORES})
        or (row["page"] == "grid" and row["panels"] != "panels")
        or (row["draw"] == "image" and any(row[key] != "none" for key in ("gap", "block", "layers")))
        or (row["block"] != "none" and row["order"] in ANY_FIRST)  # of which any label may be the first
        or (row["transform"] in {"aggregate", "compare"} and row["tokens"] != "score")  # of which none may be left
        or (len(of_x(row)) > 1)
        or (row["order"] == "like" and row["derive"] != "map")
        or (row["order"] == "like" and (row["group"] != "none" or row["derive"] == "text"))
        or (row["transform"] == "symmetrize" and (row["derive"] != "map" or row["aggregate"] == "none"))
        or (row["transform"] == "symmetrize" and row["strip"] != "none")  # of which a label has one category
        or (row["transform"] == "symmetrize" and row["group"] != "none" and moved)  # of which some have one score
        or (moved and row["norm"] not in OF_MOVED)
        or (row["track"] == "dendrogram" and row["order"] != "cluster")
        or (row["venue"] != "none" and row["panels"] != "one")  # for which its page has room
        or (row["venue"] == "aaai2026" and (row["annotations"] != "none" or row["mark"] in {"stars", "symbol"}))
        or (row["mask"] == "high" and row["transform"] == "rescale" and row["derive"] == "add")  # which makes all high
        or (row["scale"] == "numbers" and (row["group"] == "both" or row["draw"] == "circle"))
        or (row["draw"] == "circle" and row["normalize"] == "zscore")  # of which half have no size
        or (row["draw"] == "circle" and row["mask"] == "high")  # whose frames do not go around what is hidden
    )


def rare(row: Row) -> bool:
    """Whether the covering specs, which are few, have no need of it."""
    return (
        (row["panels"] == "one" and (row["labels"] == "outer" or row["colorbar"] == "panel" or row["page"] != "row"))
        or (row["draw"] == "circle" and (row["block"] != "none" or row["group"] != "none"))
        or ((row["transform"] == "rescale" or row["derive"] in OF_SCORES) and row["tokens"] != "score")
        or (row["transform"] == "compare" and (row["split"] != "none" or row["aggregate"] == "mean"))
        or (row["layers"] != "none" and row["draw"] == "circle" and row["annotations"] != "none")
        or (row["aggregate"] == "mean" and row["annotations"] == "bold")
        or (row["split"] == "method" and row["aggregate"] == "mean")
        or (row["split"] == "method" and row["mark"] == "stars" and row["annotations"] != "none")
    )


def pairs(row: Row) -> set[Pair]:
    """The pairs of choices that meet in a row."""
    return {frozenset(pair) for pair in combinations(row.items(), 2)}


def possible(barred: Callable[[Row], bool] = contradicts) -> set[Pair]:
    """All pairs of choices that some row can hold."""
    found: set[Pair] = set()
    for (one, mine), (other, theirs) in combinations(CHOICES.items(), 2):
        for first, second in product(mine, theirs):
            if filled({one: first, other: second}, Random(0), barred):
                found.add(frozenset({(one, first), (other, second)}))
    return found


def filled(start: Row, chance: Random, barred: Callable[[Row], bool] = contradicts) -> Row | None:
    """A row with these choices and others by chance, plain ones where these contradict; None where none was found."""
    others = [key for key in CHOICES if key not in start]
    for _ in range(TRIES):
        row = {key: start.get(key) or chance.choice(choices) for key, choices in CHOICES.items()}
        for key in chance.sample(others, len(others)):
            if not barred(row):
                return row
            row[key] = CHOICES[key][0]
    return None


def covering() -> list[Row]:
    """Few rows that hold all possible pairs: each the best of some that hold a pair still missing."""
    chance, missing, rows = Random(1), possible(), []
    while missing:
        wanted = dict(min(missing, key=sorted))
        found = (row for _ in range(5 * TRIES) if (row := filled(wanted, chance)))
        tried = [improved(row, wanted, missing, chance) for row in islice(found, 6)]
        rows.append(max(tried, key=lambda row: len(pairs(row) & missing)))
        missing -= pairs(rows[-1])
    return rows


def improved(row: Row, wanted: Row, missing: set[Pair], chance: Random) -> Row:
    """A row with choices, one after the other, that bring the most of missing pairs; those that are wanted stay."""
    others = [key for key in CHOICES if key not in wanted]
    for key in chance.sample(others, len(others)):
        possible = [other for choice in CHOICES[key] if not contradicts(other := {**row, key: choice})]
        row = max(possible, key=lambda row: sum(frozenset({(key, row[key]), one}) in missing for one in row.items()))
    return row


def spec(row: Row) -> dict[str, Any]:
    """The spec that a row asks for."""
    asked: dict[str, Any] = {
        "transform": transform(row) or None,
        "value": list(DERIVED[row["derive"]])[-1] if row["derive"] in OF_SCORES else score_of(row),
        "aggregate": {"using": "mean", "spread": "std"} if row["aggregate"] == "mean" else None,
        "normalize": normalize(row["normalize"]),
        "axes": {"y": axis("y", row), "x": axis("x", row)},
        "colormap": STOPS if row["norm"] == "stops" else None,
        "norm": NORMS.get(row["norm"]),
        "range": RANGES.get(row["norm"]),
        "missing": {"tokens": tokens(row)} if tokens(row) else None,
        "mask": {"value": {"above": 9}} if row["mask"] == "high" else None,
        "cells": {"shape": "circle", "size": "value"} if row["draw"] == "circle" else {"draw": row["draw"]},
        "gap": row["gap"],
        "annotations": ANNOTATIONS.get(row["annotations"], row["annotations"]),
        "marks": [MARKS[row["mark"]]] if row["mark"] != "none" else None,
        "colorbar": colorbar(row["colorbar"]),
        "legend": row["legend"] if row["legend"] == "none" else {"side": row["legend"]},
        "layout": layout(row),
        "layers": layers(row),
        "venue": row["venue"] if row["venue"] != "none" else None,
        "size": {"width": "0.7 textwidth"} if row["venue"] != "none" else None,
    }
    if row["draw"] == "circle":
        parted = row["block"] != "none" or row["group"] != "none"
        asked["frame"] = "blocks" if parted else "grid"  # by which circles are measured
        asked["colormap"] = asked["colormap"] or {"name": "viridis", "from": 0.6}  # of which black texts are read
    asked |= wide(row) if row["form"] == "wide" else long(row)
    if row["track"] != "none":
        asked["beside"] = {**asked.get("beside", {}), "right": [TRACKS[row["track"]]]}
    return {key: value for key, value in asked.items() if value is not None}


def of_x(row: Row) -> set[str]:
    """The columns that x is to be of, where they are others than the tasks; bins stand on a scale as steps do."""
    made = {"part": "month", "map": "other"}.get(row["derive"])
    scaled = "step" if row["scale"] == "numbers" else None
    binned = row["transform"] if row["transform"] in BINS else scaled
    return {column for column in (made, binned) if column}


def score_of(row: Row) -> str:
    """The column of the scores that the verbs before leave."""
    return "ratio" if row["transform"] == "compare" else row["tokens"]


def transform(row: Row) -> list[dict[str, Any]]:
    """The verbs; what is derived is of what they make, and pairs are made of a column that was derived."""
    verbs = [TRANSFORMS[row["transform"]]] if row["transform"] != "none" else []
    made: list[dict[str, Any]] = [{"derive": DERIVED[row["derive"]]}] if row["derive"] != "none" else []
    asked = made + verbs if row["transform"] == "symmetrize" else verbs + made
    found: list[dict[str, Any]] = yaml.safe_load(yaml.safe_dump(asked, sort_keys=False).replace("SCORE", score_of(row)))
    return found


def layers(row: Row) -> list[dict[str, Any]] | None:
    """The scores once more in circles over them."""
    over = {"colormap": "Purples", "cells": {"shape": "circle"}, "colorbar": "none"}
    return None if row["layers"] == "none" else [{}, over]


def normalize(choice: str) -> Any:
    """What becomes of scores by those around them."""
    return {"none": None, "share": {"using": "share", "per": "x"}, "minmax": {"using": "minmax", "per": "y"}}.get(
        choice, choice
    )


def layout(row: Row) -> dict[str, Any]:
    """How panels stand together."""
    pages: dict[str, dict[str, Any]] = {"column": {"across": 1}, "grid": {"grid": [["p", "none"], ["q", "q"]]}}
    return {**pages.get(row["page"], {}), "labels": row["labels"]}


def tokens(row: Row) -> dict[str, Any]:
    """The texts of a column that stand for missing scores."""
    return dict(list(TOKENS.items())[: ("score", "one", "two").index(row["tokens"])])


def colorbar(choice: str) -> str | dict[str, str]:
    """One at a side, or one for each panel."""
    if choice == "none":
        return choice
    return {"per": "panel"} if choice == "panel" else {"side": choice, "label": "score"}


def axis(name: str, row: Row) -> dict[str, Any]:
    """A side of the grid."""
    y, grouped, scaled = name == "y", row["group"] in {name, "both"}, name == "x" and row["scale"] == "numbers"
    column = ("name" if row["derive"] == "text" else "model") if y else next(iter(of_x(row)), "task")
    by_count = {"by": {"field": "count", "using": "sum"}}
    orders = {
        "listed": list(LABELS.get(column, ())),
        "by": {"by": {"field": "value", "using": "mean"}, "descending": True},
        "lexicographic": by_count if y else {"lexicographic": "value", "descending": True},
        "cluster": {"cluster": "average"},
        "like": by_count if y else {"like": "y"},
    }
    asked: dict[str, Any] = {"scale": "numbers"} if scaled else {"order": orders.get(row["order"], row["order"])}
    if row["form"] == "long":
        asked["column"] = column
    if row["line"] == name:
        at = 2.5 if scaled else LABELS[column][0]
        asked["lines"] = [{"at": at, "label": "here", "stroke": {"width": "1.5pt", "color": "red"}}]
    if row["block"] == name:
        asked["gaps"] = {"before": ["2" if column == "step" else LABELS[column][2]]}
    if grouped:
        asked["group"] = {"column": "family" if y else "suite"}
    if row["side"] == "far":
        asked["side"] = "right" if y else "top"
    if row["direction"] == "backward":
        asked["direction"] = "up" if y else "left"
    return asked


def wide(row: Row) -> dict[str, Any]:
    """What a spec of a matrix says besides."""
    panels = [{"name": "p", "title": "first"}, {"name": "q", "title": "second"}] if row["panels"] == "panels" else None
    file = {"file": f"../wide_{row['tokens']}.csv", "form": "wide", "values": row["tokens"]}
    return {"scores": file, "panels": panels}


def long(row: Row) -> dict[str, Any]:
    """What a spec of a file of rows says besides: one part and one panel where it has no more of them."""
    whole = row["split"] == "method" or row["aggregate"] == "mean" or row["transform"] == "compare"
    where = {} if whole else {"method": "m"}
    asked: dict[str, Any] = {"scores": "../long.csv"}
    if row["split"] == "method":
        asked["split"] = {"column": "method"}
    match row["panels"]:
        case "one":
            where["kind"] = "p"
        case "facet":
            asked["facet"] = {"column": "kind"}
        case _:
            asked["panels"] = [{"name": kind, "title": kind, "where": {"kind": kind}} for kind in "pq"]
    if row["strip"] != "none":
        asked["beside"] = {row["strip"]: [strip(row["strip"])]}
    return asked | ({"where": where} if where else {})


def strip(side: str) -> dict[str, Any]:
    """Colours of the groups of a side's labels."""
    if side == "left":
        return {"strip": {"field": "family", "colormap": {"categories": {"old": "teal", "new": "salmon"}}}}
    return {"strip": {"field": "suite", "colormap": {"categories": {"s1": "navy", "s2": "gold"}}}}


def main() -> None:
    """Write all specs anew."""
    folder = Path(__file__).parent
    for old in folder.glob("*.yaml"):
        old.unlink()
    for number, row in enumerate(covering()):
        text = yaml.safe_dump(spec(row), sort_keys=False, default_flow_style=None, width=110)
        (folder / f"{number:03}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
