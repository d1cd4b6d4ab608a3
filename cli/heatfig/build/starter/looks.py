"""How a starter spec shows scores: range, colormap, number format, and what texts in place of scores mean."""

import json
import re

import numpy as np

from heatfig.build.starter.columns import Column

MOST_ANNOTATED = 400
_CORRELATION = re.compile(r"corr|pearson|spearman|kendall|kappa|mcc|cosine|(^|_)(r|rho|tau)$", re.IGNORECASE)
_PERCENT = re.compile(r"%|percent|pct", re.IGNORECASE)
_MEANINGS = {
    **dict.fromkeys(("oom", "cuda oom"), "out of memory"),
    **dict.fromkeys(("tle", "timeout", "timed out"), "out of time"),
    **dict.fromkeys(("-", "–", "—", "--", "n/a", "na", "n.a.", "none", "null"), "not available"),
    "nan": "not a number",
    "fail": "failed",
}


def looks(column: Column, name: str, square: bool) -> list[str]:
    """The lines on the colours; `square` says that the file is a matrix with equal sides."""
    low, high = float(column.present.min()), float(column.present.max())
    inside = low >= -1 and high <= 1
    lines = ["", "# Colours: a name of matplotlib or of `heatfig colormaps`; the range fixes their ends."]
    if low < 0 and inside and (_CORRELATION.search(name) or (square and high == 1)):
        return [*lines, "colormap: RdBu_r", "range: [-1, 1]"]
    if low < 0 < high:
        return [*lines, "colormap: RdBu_r", "range: {center: 0}  # also min and max"]
    ends = (
        "[0, 1]" if low >= 0 and high <= 1 else "[0, 100]" if _is_percent(low, high, name) else f"[{low:g}, {high:g}]"
    )
    lines += ["colormap: viridis", f"# range: {ends}"]
    return [*lines, "# norm: log"] if low > 0 and high >= 1000 * low else lines


def _is_percent(low: float, high: float, name: str) -> bool:
    return low >= 0 and high <= 100 and (bool(_PERCENT.search(name)) or high > 50)


def number_format(column: Column, averaged: bool) -> str:
    """A format as YAML: the decimals that the scores are written with, as far as they tell them apart."""
    largest = float(np.abs(column.present).max())
    if column.whole and not averaged:
        return "',d'" if largest >= 10_000 else "d"
    if 0 < largest < 0.005 or largest >= 1e6:
        return ".1e"
    given = max(1, max(map(_decimals, column.texts)))
    most = 0 if largest >= 1000 else 1 if largest >= 100 else 2
    alike = most == 2 and np.ptp(column.present) < 0.2
    return f".{min(given, 3 if alike else most)}f"


def _decimals(text: str) -> int:
    """How many digits a number is written with behind its decimal mark."""
    found = re.search(r"[.,]([0-9]+)", text)
    return len(found[1]) if found else 0


def missing(tokens: tuple[str, ...]) -> list[str]:
    """The lines on texts that stand in place of scores."""
    if not tokens:
        return []
    lines = [f"    {quoted(token)}: {quoted(_MEANINGS.get(token.casefold(), token))}" for token in tokens]
    return ["", "# What texts in place of a score mean, as the legend says it:", "missing:", "  tokens:", *lines]


def quoted(text: str) -> str:
    """The text as a YAML scalar: as it is where that is plain, else as JSON, which YAML reads alike."""
    plain = re.fullmatch(r"[A-Za-z0-9_.][A-Za-z0-9_./-]*( [A-Za-z0-9_][A-Za-z0-9_./-]*)*", text)
    return text if plain else json.dumps(text, ensure_ascii=False)
