"""Writes specs in which any two choices below meet at least once: `python tests/good/pairs/generate.py`."""

from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import Any

import yaml

Row = dict[str, str]
Pair = frozenset[tuple[str, str]]

CHOICES = {
    "form": ("long", "wide"),
    "group": ("none", "y", "both"),
    "split": ("none", "method"),
    "panels": ("one", "panels", "facet"),
    "strip": ("none", "left", "bottom"),
    "draw": ("vector", "image"),
    "gap": ("none", "2pt"),
    "colorbar": ("none", "right", "bottom", "panel"),
    "norm": ("linear", "log", "two-slope", "center"),
    "annotations": ("none", ".1f", "bold"),
    "tokens": ("score", "one", "two"),
    "side": ("near", "far"),
    "direction": ("onward", "backward"),
    "legend": ("bottom", "right", "none"),
    "labels": ("every", "outer"),
    "order": ("file", "sorted", "listed"),
}
NEEDS_ROWS = {"group": "none", "split": "none", "strip": "none"}
RANGES = {"two-slope": {"min": 1, "center": 4, "max": 12}, "center": {"center": 4}}
TOKENS = {"OOM": "out of memory", "-": {"label": "not run", "color": "khaki"}}
LABELS = {"y": ("c", "a", "b"), "x": ("t2", "t1", "t3")}
TRIES = 300


def contradicts(row: Row) -> bool:
    """Whether no spec can say all of this, or saying it would be an error."""
    wide = row["form"] == "wide"
    return (
        (wide and (any(row[key] != none for key, none in NEEDS_ROWS.items()) or row["panels"] == "facet"))
        or (wide and row["annotations"] == "bold")
        or (row["panels"] == "one" and (row["labels"] == "outer" or row["colorbar"] == "panel"))
        or (row["draw"] == "image" and row["gap"] != "none")
    )


def pairs(row: Row) -> set[Pair]:
    """The pairs of choices that meet in a row."""
    return {frozenset(pair) for pair in combinations(row.items(), 2)}


def possible() -> set[Pair]:
    """All pairs of choices that some row can hold."""
    found: set[Pair] = set()
    for (one, mine), (other, theirs) in combinations(CHOICES.items(), 2):
        for first, second in product(mine, theirs):
            if filled({one: first, other: second}, Random(0)):
                found.add(frozenset({(one, first), (other, second)}))
    return found


def filled(start: Row, chance: Random) -> Row | None:
    """A row with these choices and others by chance, None where none was found."""
    for _ in range(TRIES):
        row = {key: start.get(key) or chance.choice(choices) for key, choices in CHOICES.items()}
        if not contradicts(row):
            return row
    return None


def covering() -> list[Row]:
    """Few rows that hold all possible pairs: each the best of some that hold a pair still missing."""
    chance, missing, rows = Random(1), possible(), []
    while missing:
        wanted = dict(min(missing, key=sorted))
        tried = [row for _ in range(TRIES // 5) if (row := filled(wanted, chance))]
        rows.append(max(tried, key=lambda row: len(pairs(row) & missing)))
        missing -= pairs(rows[-1])
    return rows


def spec(row: Row) -> dict[str, Any]:
    """The spec that a row asks for."""
    asked: dict[str, Any] = {
        "value": row["tokens"],
        "axes": {"y": axis("y", row), "x": axis("x", row)},
        "norm": "linear" if row["norm"] == "center" else row["norm"],
        "range": RANGES.get(row["norm"]),
        "missing": {"tokens": tokens(row)} if tokens(row) else None,
        "cells": {"draw": row["draw"]},
        "gap": row["gap"],
        "annotations": {"none": "none", ".1f": ".1f", "bold": {"text": "{value:.0f}", "bold": "best"}}[
            row["annotations"]
        ],
        "colorbar": colorbar(row["colorbar"]),
        "legend": row["legend"] if row["legend"] == "none" else {"side": row["legend"]},
        "layout": {"labels": row["labels"]},
    }
    asked |= wide(row) if row["form"] == "wide" else long(row)
    return {key: value for key, value in asked.items() if value is not None}


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
    y, grouped = name == "y", row["group"] in {name, "both"}
    asked: dict[str, Any] = {"order": list(LABELS[name]) if row["order"] == "listed" else row["order"]}
    if row["form"] == "long":
        asked["column"] = "model" if y else "task"
    if grouped:
        asked["group"] = {"column": "family" if y else "suite"}
    if row["side"] == "far":
        asked["side"] = "right" if y else "top"
    if row["direction"] == "backward":
        asked["direction"] = "up" if y else "left"
    return asked


def wide(row: Row) -> dict[str, Any]:
    """What a spec of a matrix says besides."""
    panels = [{"title": "first"}, {"title": "second"}] if row["panels"] == "panels" else None
    file = {"file": f"../wide_{row['tokens']}.csv", "form": "wide", "values": row["tokens"]}
    return {"scores": file, "panels": panels}


def long(row: Row) -> dict[str, Any]:
    """What a spec of a file of rows says besides: one part and one panel where it has no more of them."""
    where = {} if row["split"] == "method" else {"method": "m"}
    asked: dict[str, Any] = {"scores": "../long.csv"}
    if row["split"] == "method":
        asked["split"] = {"column": "method"}
    match row["panels"]:
        case "one":
            where["kind"] = "p"
        case "facet":
            asked["facet"] = {"column": "kind"}
        case _:
            asked["panels"] = [{"title": kind, "where": {"kind": kind}} for kind in "pq"]
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
        (folder / f"{number:02}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
