"""How a starter spec shows scores: range, colormap, number format, and what texts in place of scores mean."""

import json
import re
from collections.abc import Sequence

import numpy as np

from heatfig.build.starter.columns import Column
from heatfig.data.columns.arrays import Floats
from heatfig.scales.number_format import formatted

MOST_ANNOTATED = 400
MOST_DECIMALS = 3
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
    spread = low > 0 and high >= 1e3 * low  # a logarithm has no end at 0
    ends = f"[{low:g}, {high:g}]"
    if not spread and low >= 0:
        ends = "[0, 1]" if high <= 1 else "[0, 100]" if _is_percent(low, high, name) else ends
    lines += ["colormap: viridis", f"# range: {ends}"]
    if spread:
        lines.append("norm: log" if high >= 1e4 * low else "# norm: log")
    return lines


def _is_percent(low: float, high: float, name: str) -> bool:
    return low >= 0 and high <= 100 and (bool(_PERCENT.search(name)) or high > 50)


def number_format(column: Column, averaged: bool) -> str:
    """A format as YAML: the decimals that the scores are written with, as far as they tell them apart."""
    sizes = np.abs(column.present)
    largest, least = float(sizes.max()), float(sizes.min(where=sizes > 0, initial=np.inf))
    if column.whole and not averaged and largest < 1e15:
        return "',d'" if largest >= 10_000 else "d"
    if 0 < largest < 0.005 or largest >= 1e6:
        return _telling_apart(column.present, [".1e", ".2e", ".3e"])
    given = max(1, max(map(_decimals, column.texts)))
    most = 0 if largest >= 1000 else 1 if largest >= 100 else 2
    alike = most == 2 and np.ptp(column.present) < 0.2
    fixed = range(min(given, 3 if alike else most), MOST_DECIMALS + 1)
    # A score that is not zero never reads as zero.
    enough = (f".{decimals}f" for decimals in fixed if least == np.inf or float(f"{least:.{decimals}f}"))
    return next(enough, "") or _telling_apart(column.present, [".2g", ".3g", ".4g"])


def with_spread(value: str, scores: Column, spread: str, of_spread: Column) -> str:
    """A template of a score and its spread, as YAML; with a fixed number of decimals that does for both."""
    forms = [number_format(column, averaged=True) for column in (scores, of_spread)]
    if all(form.endswith("f") for form in forms):
        forms = [max(forms)] * 2
    return f'"{{{value}:{forms[0]}}} ± {{{spread}:{forms[1]}}}"'


def is_field(column: str) -> bool:
    """Whether a column can stand in a template by its name alone."""
    return column not in {"count", "spread"} and not set(column) & set('{}:"\\')


def _telling_apart(scores: Floats, forms: Sequence[str]) -> str:
    """The first of several formats in which most different scores stay different, else the last."""
    different = np.unique(scores)[:MOST_ANNOTATED].tolist()
    most = (form for form in forms if 2 * len({formatted(score, form) for score in different}) > len(different))
    return next(most, forms[-1])


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
