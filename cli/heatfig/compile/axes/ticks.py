"""Ticks along an axis: at which labels they stand, or at which numbers and dates."""

from collections.abc import Iterable
from itertools import product
from typing import assert_never

from heatfig.compile.axes.scale import moments
from heatfig.compile.axes.scale_ticks import COMFORT, DIGIT, scale_ticks
from heatfig.compile.axes.texts import LabelTexts
from heatfig.language.model.ticks import Every
from heatfig.plan.axis import Spacing, Tick
from heatfig.scales.calendar import Period, begun


def axis_ticks(texts: LabelTexts, spacing: Spacing | None, length: float) -> tuple[Tick, ...]:
    """The ticks that a spec asks for on an axis that is about that long."""
    if texts.view.spec.is_invalid("axes", texts.name, "ticks"):
        return ()
    if spacing is not None:
        return scale_ticks(texts, spacing, length)
    shown = texts.of_labels()
    return tuple(Tick(at + 0.5, shown[at]) for at in _chosen(texts, length))


def _chosen(texts: LabelTexts, length: float) -> Iterable[int]:
    """The labels that have a tick."""
    spec, count = texts.axis.ticks, len(texts.labels)
    match spec:
        case "none":
            return ()
        case None | "all":
            return range(count)
        case "auto":
            return range(0, count, _step(texts, length))
        case tuple():
            named = set(spec)
            return [at for at, label in enumerate(texts.labels) if label in named]
        case Every():
            return _every(texts, spec.every)
    assert_never(spec)


def _step(texts: LabelTexts, length: float) -> int:
    """From label to label, so that they stand with ease; those along x may be turned."""
    em, count = texts.view.figure.document.text_size, len(texts.labels)
    needed = COMFORT * em * (1 if texts.name == "y" else min(DIGIT * max(map(len, texts.labels)), 1))
    steps = (factor * 10**power for power, factor in product(range(9), (1, 2, 5)))
    return next(int(step) for step in steps if step * length / count >= needed or step >= count)


def _every(texts: LabelTexts, every: float | Period) -> Iterable[int]:
    """Every so many labels, or the first label of each time."""
    if not isinstance(every, str):
        return range(0, len(texts.labels), int(every))
    times = [begun(every, moment) for moment in moments(texts.view, texts.name, texts.labels)]
    return [at for at, time in enumerate(times) if times[at - 1 : at] != [time]]
