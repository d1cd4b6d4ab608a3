"""Texts as numbers, or as the reason why there is none."""

from collections.abc import Iterable, Sequence

import numpy as np

from heatfig.data.columns import WRONG, Scored, Texts, all_scored
from heatfig.runtime.lazy import without
from heatfig.scales.number_format import LARGEST

# What pandas takes for a number and Python does not: a blank in the exponent, if the number has a plus sign.
PANDAS_ALONE = r"\+[\d.,]*[eE][ \t]"


def numerals(texts: Sequence[str], tokens: tuple[str, ...], decimal: str) -> Scored:
    """The numbers that texts are; the common ones by Python, for which pandas need not be loaded."""
    meant = {text.strip(): kind for kind, text in enumerate(["", *tokens])}
    try:
        values = np.array([number(text, meant, decimal) for text in texts], np.float64)
    except ValueError:
        return scored(np.array(texts, object), tokens, decimal)
    missing = np.isnan(values)
    if (np.abs(values[~missing]) > LARGEST).any():
        return scored(np.array(texts, object), tokens, decimal)
    if not missing.any():
        return Scored(values, all_scored(values.shape), {})
    kinds = np.full(len(values), -1, np.int16)
    kinds[missing] = [meant[texts[at].strip()] for at in np.flatnonzero(missing).tolist()]
    return Scored(values, kinds, {})


def number(text: str, missing: Iterable[str], decimal: str) -> float:
    """The number that a text is, NaN where it means missing; raises ValueError for what others take for one."""
    if text.strip() in missing:
        return np.nan
    if not text.isascii() or "_" in text or (decimal != "." and "." in text):
        raise ValueError(text)  # Python alone would take it for a number
    found = float(text.replace(decimal, "."))
    if np.isnan(found):
        raise ValueError(text)
    return found


def scored(texts: Texts, tokens: tuple[str, ...], decimal: str) -> Scored:
    """The scores that texts are, of the same shape."""
    with without("pyarrow"):
        import pandas as pd

    given = pd.Series(texts.ravel(), dtype=object)
    written = given.str.replace(",", ".", regex=False) if decimal == "," else given
    values = np.array(pd.to_numeric(written, errors="coerce"), np.float64)
    kinds = np.full(len(values), -1, np.int16)
    # Only what is no number is looked at as text, unless a token looks like a number.
    meant = [token.strip() for token in tokens]
    like_numbers = not pd.to_numeric(pd.Series(meant, dtype=object), errors="coerce").isna().all()
    doubtful = np.flatnonzero(np.ones(len(values), bool) if like_numbers else ~(np.abs(values) <= LARGEST))
    stripped = given.iloc[doubtful].str.strip().to_numpy()
    kinds[doubtful[stripped == ""]] = 0
    for code, token in enumerate(meant, start=1):
        kinds[doubtful[stripped == token]] = code
    bad = ~(np.abs(values) <= LARGEST)
    bad |= given.str.contains(PANDAS_ALONE, regex=True).to_numpy(bool)
    if decimal == ",":
        bad |= given.str.contains(".", regex=False).to_numpy(bool)
    kinds[(kinds == -1) & bad] = WRONG
    values[kinds != -1] = np.nan
    found = np.flatnonzero(kinds == WRONG)
    wrong = dict(zip(found.tolist(), given.iloc[found].str.strip().tolist(), strict=True))
    return Scored(values.reshape(texts.shape), kinds.reshape(texts.shape), wrong)
