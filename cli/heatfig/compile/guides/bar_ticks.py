"""The ticks of a colorbar: those of the spec, those of classes, or round scores of its own."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import assert_never

import numpy as np

from heatfig.compile.guides.spec_ticks import spec_ticks, stepped_ticks
from heatfig.compile.guides.text_formats import text_format
from heatfig.compile.guides.tick_texts import Contents, TickFormat, contents_of, fits, texts_of
from heatfig.compile.texts import spec_text
from heatfig.compile.view import View
from heatfig.diagnostics import problem
from heatfig.language.model.colorbar import Colorbar, Steps
from heatfig.language.norms import Bins, Thresholds
from heatfig.plan.guides.colorbar import Ticks
from heatfig.scales.ends import added, divided, holding
from heatfig.scales.norms import Norm, Stepped
from heatfig.scales.norms.even import Even
from heatfig.scales.number_format import exact_format
from heatfig.scales.ticks import Scores

Written = tuple[Scores, Contents, Scores]  # ticks, their labels, and minor ones
SHORTEST_BAR = 40.0  # as layout makes them, in points
_COMFORT = 1.8  # from label to label, in heights of a label or, where they stand side by side, in widths
_DIGIT = 0.65  # em
ENDS_APART = (0.1, 0.2, 0.4)  # of the range: how near other ticks stand to one at an end


def bar_ticks(view: View, spec: Colorbar, norm: Norm, upright: bool, length: float, whole: bool) -> Ticks:
    """The ticks of a bar of about that length, whether or not of whole scores."""
    written = TickFormat(spec.format, text_format(view))
    classes = _class_labels(view, norm)
    match spec.ticks:
        case None if classes is not None:
            return classes
        case None:
            return own_ticks(view, written, norm, upright, length, whole)
        case Steps(every=step):
            return stepped_ticks(view, spec, written, norm, step)
        case tuple() as listed:
            return spec_ticks(view, spec, written, norm, listed)
        case _:
            assert_never(spec.ticks)


def _class_labels(view: View, norm: Norm) -> Ticks | None:
    """The labels that a norm has for its classes, or for the edges between them."""
    spec = view.settings.norm
    if not isinstance(spec, Thresholds | Bins) or spec.labels is None or not isinstance(norm, Stepped):
        return None
    texts, classes = tuple(map(spec_text, spec.labels)), len(spec.labels) == norm.classes
    return Ticks(norm.middles if classes else norm.ticks, texts, classes=classes)


def own_ticks(view: View, form: TickFormat, norm: Norm, upright: bool, length: float, whole: bool) -> Ticks:
    """Round scores that the format does not round, as many as stand with ease on a bar of about that length."""
    found = _kept(_written(norm, form), whole)
    if not found:
        message = f"the format '{form.asked}' cannot write round scores from {norm.min:g} to {norm.max:g} as they are"
        hint = f"{exact_format(form.asked, norm.tick_choices(lambda _: True)[-1])} can"
        raise problem("bad-format", message, view.at("colorbar", "format"), hint)
    em, room = view.figure.document.text_size, max(length, SHORTEST_BAR)

    def roomy(written: Written) -> bool:
        return _needed(norm, written[0], written[1], upright, em) <= room

    usual = next(filter(roomy, found), found[-1])
    ends = [
        written for written in _kept(_at_ends(norm, form, _spec_ends(view, norm), usual[0]), whole) if roomy(written)
    ]
    scores, contents, minor = ends[0] if ends else usual
    return Ticks(scores, texts_of(contents), minor)


def _kept(found: Sequence[Written], whole: bool) -> Sequence[Written]:
    """Of whole scores the sets of whole ticks, where one has some between its ends or no whole number is there."""
    fitting = [written for written in found if whole and all(tick.is_integer() for tick in written[0])]
    full = [written for written in fitting if len(written[0]) > 2 or written[0][-1] - written[0][0] < 2]
    return [*full, *(written for written in fitting if written not in full)] if full else found


def _spec_ends(view: View, norm: Norm) -> Scores:
    """The ends of the range that the spec says."""
    spec = view.settings.range
    return tuple(end for end in (spec.min, spec.max) if end is not None and end in {norm.min, norm.max})


@lru_cache(maxsize=256)
def _at_ends(norm: Norm, form: TickFormat, ends: Scores, usual: Scores) -> tuple[Written, ...]:
    """Ticks with one at each of these ends, best first."""
    if not ends:
        return ()
    sets = holding([scores for scores, _, _ in _written(norm, form)], ends)
    if isinstance(norm, Even):
        sets += divided(norm.min, norm.max)
        sets += [added(usual, ends, (norm.max - norm.min) * share) for share in ENDS_APART]
    fitting = (scores for scores in sets if len(scores) > 1 and fits(scores, form, norm))
    return tuple((scores, contents_of(scores, form, norm), norm.minor_ticks(scores)) for scores in fitting)


def _needed(norm: Norm, scores: Scores, contents: Contents, upright: bool, em: float) -> float:
    """The length of a bar on which labels stand with ease, by the two that are closest."""
    spots = norm.position(np.array(scores)).tolist()
    extents = [em if upright else em * _DIGIT * max(2, len(content)) for content in contents]
    return max(
        (
            _COMFORT * max((one + other) / 2, em) / max(q - p, 1e-9)
            for (p, one), (q, other) in pairwise(zip(spots, extents, strict=True))
        ),
        default=0.0,
    )


@lru_cache(maxsize=256)
def _written(norm: Norm, form: TickFormat) -> tuple[Written, ...]:
    """Scores, labels and minor ticks of each set; remembered, as panels mostly share a norm."""
    found = norm.tick_choices(lambda scores: fits(scores, form, norm))
    return tuple((scores, contents_of(scores, form, norm), norm.minor_ticks(scores)) for scores in found)
