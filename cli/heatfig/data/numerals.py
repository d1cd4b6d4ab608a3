"""Texts as numbers, or as the reason why there is none."""

from collections.abc import Iterable, Sequence

import numpy as np

from heatfig.data.columns import Scored, all_scored
from heatfig.scales.number_format import LARGEST


def numerals(texts: Sequence[str], tokens: tuple[str, ...], decimal: str) -> Scored:
    """The numbers that texts are; the common ones by Python, for which pandas need not be loaded."""
    meant = {text.strip(): kind for kind, text in enumerate(["", *tokens])}
    try:
        values = np.array([number(text, meant, decimal) for text in texts], np.float64)
    except ValueError:
        return _by_pandas(texts, tokens, decimal)
    missing = np.isnan(values)
    if (np.abs(values[~missing]) > LARGEST).any():
        return _by_pandas(texts, tokens, decimal)
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


def _by_pandas(texts: Sequence[str], tokens: tuple[str, ...], decimal: str) -> Scored:
    from heatfig.data.readers.sheet import scored

    return scored(np.array(texts, object), tokens, decimal)
