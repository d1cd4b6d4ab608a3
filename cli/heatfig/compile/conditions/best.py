"""The best of some cells, at the precision in which they are shown."""

import numpy as np

from heatfig.compile.cells.fields import numbers
from heatfig.data.cells import Cells
from heatfig.data.classes import classes_of
from heatfig.data.table import At
from heatfig.language.conditions import Best
from heatfig.runtime.arrays import Flags, Floats
from heatfig.scales.number_format import formatted


def best(cells: Cells, spec: Best, field: str, form: str | None, at: At) -> Flags:
    """The cells of the rank that is asked for; those that are shown alike share one."""
    scores = numbers(cells, field, at("field")).scores
    shown = _as_shown(scores if spec.best == "min" else -scores, form)
    found, classes = np.zeros(scores.shape, np.bool_), classes_of(cells, spec.per)
    for row in range(classes.count[0]):
        for column in range(classes.count[1]):
            block = np.ix_(classes.rows == row, classes.columns == column)
            ranked = np.unique(shown[block][~np.isnan(shown[block])])
            if len(ranked) >= spec.rank:
                found[block] = shown[block] == ranked[spec.rank - 1]
    return found


def _as_shown(scores: Floats, form: str | None) -> Floats:
    """The least of the scores that a format writes alike in place of each of them."""
    known, codes = np.unique(scores, return_inverse=True)
    written = [formatted(float(score), form) if np.isfinite(score) else "" for score in known.tolist()]
    first: dict[str, float] = {}
    for text, score in zip(written, known.tolist(), strict=True):
        first.setdefault(text, score)
    return np.array([first[text] for text in written])[codes].reshape(scores.shape)
