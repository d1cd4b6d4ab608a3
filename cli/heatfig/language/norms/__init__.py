"""How scores spread over the colours: a file for each norm that takes arguments, and one line here."""

from typing import Literal

from heatfig.language.norms.bins import Bins
from heatfig.language.norms.power import Power
from heatfig.language.norms.symlog import SymLog
from heatfig.language.norms.thresholds import Thresholds

Norm = Literal["linear", "log", "two-slope", "quantile"] | SymLog | Power | Thresholds | Bins


def classes_of(norm: Norm) -> int | None:
    """How many classes a norm has, if it has some."""
    return None if isinstance(norm, str) else norm.classes


def class_labels(norm: Norm) -> tuple[str, ...] | None:
    """The labels of the classes of a norm, if each has one."""
    labels = norm.labels if isinstance(norm, Thresholds | Bins) else None
    return None if labels is None or len(labels) != classes_of(norm) else labels


__all__ = ["Bins", "Norm", "Power", "SymLog", "Thresholds", "class_labels", "classes_of"]
