"""Texts as numbers, or as the reason why there is none."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import WRONG, Floats, Kinds, Numbers, Texts, all_scored
from heatfig.plan.grid import NO_ROW, SCORED
from heatfig.runtime.lazy import without
from heatfig.scales.number_format import LARGEST

if TYPE_CHECKING:
    import pandas as pd

# What pandas takes for a number and Python does not: a blank in the exponent, if the number has a plus sign.
PANDAS_ALONE = r"\+[\d.,]*[eE][ \t]"


def numerals(texts: Sequence[str], tokens: tuple[str, ...], decimal: str) -> Numbers:
    """The numbers that texts are; the common ones by Python, for which pandas need not be loaded."""
    meant = {text.strip(): kind for kind, text in enumerate(["", *tokens])}
    try:
        values = np.array([number(text, meant, decimal) for text in texts], np.float64)
    except ValueError:
        return parsed_numbers(np.array(texts, object), tokens, decimal)
    missing = np.isnan(values)
    if (np.abs(values[~missing]) > LARGEST).any():
        return parsed_numbers(np.array(texts, object), tokens, decimal)
    if not missing.any():
        return Numbers(values, all_scored(values.shape), {})
    kinds = np.full(len(values), SCORED, np.int16)
    kinds[missing] = [meant[texts[at].strip()] for at in np.flatnonzero(missing).tolist()]
    return Numbers(values, kinds, {})


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


def parsed_numbers(texts: Texts, tokens: tuple[str, ...], decimal: str) -> Numbers:
    """The scores that texts are, of the same shape."""
    with without("pyarrow"):
        import pandas as pd

    given = pd.Series(texts.ravel(), dtype=object)
    written = given.str.replace(",", ".", regex=False) if decimal == "," else given
    values = np.array(pd.to_numeric(written, errors="coerce"), np.float64)
    kinds = _missing_kinds(given, values, [token.strip() for token in tokens])
    kinds[(kinds == SCORED) & _is_wrong(given, values, decimal)] = WRONG
    values[kinds != SCORED] = np.nan
    found = np.flatnonzero(kinds == WRONG)
    wrong = dict(zip(found.tolist(), given.iloc[found].str.strip().tolist(), strict=True))
    return Numbers(values.reshape(texts.shape), kinds.reshape(texts.shape), wrong)


def _missing_kinds(given: "pd.Series[str]", values: Floats, tokens: Sequence[str]) -> Kinds:
    """The kind of each text that is empty or a token, and SCORED for others."""
    import pandas as pd

    kinds = np.full(len(values), SCORED, np.int16)
    # Only what is no number is looked at as text, unless a token looks like a number.
    like_numbers = not pd.to_numeric(pd.Series(tokens, dtype=object), errors="coerce").isna().all()
    doubtful = np.flatnonzero(np.ones(len(values), bool) if like_numbers else ~(np.abs(values) <= LARGEST))
    stripped = given.iloc[doubtful].str.strip().to_numpy()
    kinds[doubtful[stripped == ""]] = NO_ROW
    for code, token in enumerate(tokens, start=1):
        kinds[doubtful[stripped == token]] = code
    return kinds


def _is_wrong(given: "pd.Series[str]", values: Floats, decimal: str) -> NDArray[np.bool_]:
    """Which texts are no numbers, or only pandas takes for some."""
    wrong = ~(np.abs(values) <= LARGEST) | given.str.contains(PANDAS_ALONE, regex=True).to_numpy(bool)
    return wrong | given.str.contains(".", regex=False).to_numpy(bool) if decimal == "," else wrong
