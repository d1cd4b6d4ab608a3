"""What a colorbar may have ticks at and what is written there: round scores, or those that the spec names."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import assert_never

import numpy as np

from heatfig.compile.texts import spec_text
from heatfig.compile.view import View
from heatfig.diagnostics import Place, Report, problem
from heatfig.language.model.colorbar import Colorbar, Steps
from heatfig.language.norms import Bins, Thresholds
from heatfig.plan.guides.colorbar import Ticks
from heatfig.plan.text import Text
from heatfig.scales.ends import added, divided, holding
from heatfig.scales.norms import Log, Norm, Stepped
from heatfig.scales.norms.even import Even
from heatfig.scales.number_format import exact_format, for_ticks, is_exact
from heatfig.scales.ticks import Scores, even_texts, multiples

Contents = tuple[str, ...]
Written = tuple[Scores, Contents, Scores]  # ticks, their labels, and minor ones
MOST_ASKED = 1000  # ticks that anybody means


SHORTEST_BAR = 40.0  # as layout makes them, in points
_COMFORT = 1.8  # from label to label, in heights of a label or, where they stand side by side, in widths
_DIGIT = 0.65  # em
ENDS_APART = (0.1, 0.2, 0.4)  # of the range: how near other ticks stand to one at an end


def bar_ticks(view: View, spec: Colorbar, norm: Norm, upright: bool, length: float, whole: bool) -> Ticks:
    """The ticks of a bar of about that length, whether or not of whole scores."""
    classes = _class_labels(view, norm)
    match spec.ticks:
        case None if classes is not None:
            return classes
        case None:
            return own_ticks(view, spec.format, norm, upright, length, whole)
        case Steps(every=step):
            return _with_steps(view, spec, norm, step)
        case tuple() as listed:
            return spec_ticks(view, spec, norm, listed)
        case _:
            assert_never(spec.ticks)


def _class_labels(view: View, norm: Norm) -> Ticks | None:
    """The labels that a norm has for its classes, or for the edges between them."""
    spec = view.settings.norm
    if not isinstance(spec, Thresholds | Bins) or spec.labels is None or not isinstance(norm, Stepped):
        return None
    texts, classes = tuple(map(spec_text, spec.labels)), len(spec.labels) == norm.classes
    return Ticks(norm.middles if classes else norm.ticks, texts, classes=classes)


def _with_steps(view: View, spec: Colorbar, norm: Norm, step: float) -> Ticks:
    """The multiples of a step inside the range."""
    place, count = view.at("colorbar", "ticks", "every"), (norm.max - norm.min) / step
    if count > MOST_ASKED:
        raise problem("out-of-bounds", f"there would be more than {MOST_ASKED:,} ticks", place, "larger steps")
    found = multiples(*(Decimal(repr(number)) for number in (norm.min, norm.max, step)))
    if not found:
        message = f"no multiple of {step:g} is inside the range from {norm.min:g} to {norm.max:g}"
        raise problem("tick-outside", message, place, "smaller steps")
    return spec_ticks(view, spec, norm, found)


def exact_texts(ticks: Scores, form: str | None, place: Place) -> tuple[Text, ...]:
    """The numbers of a scale in a format, or with as many decimals as all need; raises Problems for one it rounds."""
    if form is None:
        return tuple(map(Text, even_texts(ticks)))
    rounded = next((tick for tick in ticks if not is_exact(tick, form)), None)
    if rounded is not None:
        message = f"the format '{form}' cannot write the tick {rounded:g} as it is"
        raise problem("bad-format", message, place, f"{exact_format(form, ticks)} writes them all")
    return tuple(Text(for_ticks(tick, form)) for tick in ticks)


def own_ticks(view: View, form: str | None, norm: Norm, upright: bool, length: float, whole: bool) -> Ticks:
    """Round scores that the format does not round, as many as stand with ease on a bar of about that length."""
    found = _kept(_written(norm, form), whole)
    if not found:
        message = f"the format '{form}' cannot write round scores from {norm.min:g} to {norm.max:g} as they are"
        hint = f"{exact_format(form, norm.tick_choices(lambda _: True)[-1])} can"
        raise problem("bad-format", message, view.at("colorbar", "format"), hint)
    em, room = view.figure.document.text_size, max(length, SHORTEST_BAR)

    def roomy(written: Written) -> bool:
        return _needed(norm, written[0], written[1], upright, em) <= room

    usual = next(filter(roomy, found), found[-1])
    ends = [
        written for written in _kept(_at_ends(norm, form, _ends_of_spec(view, norm), usual[0]), whole) if roomy(written)
    ]
    scores, contents, minor = ends[0] if ends else usual
    return Ticks(scores, _texts(contents), minor)


def _kept(found: Sequence[Written], whole: bool) -> Sequence[Written]:
    """Of whole scores the sets of whole ticks, where one has some between its ends or no whole number is there."""
    fitting = [written for written in found if whole and all(tick.is_integer() for tick in written[0])]
    full = [written for written in fitting if len(written[0]) > 2 or written[0][-1] - written[0][0] < 2]
    return [*full, *(written for written in fitting if written not in full)] if full else found


def _ends_of_spec(view: View, norm: Norm) -> Scores:
    """The ends of the range that the spec says."""
    spec = view.settings.range
    return tuple(end for end in (spec.min, spec.max) if end is not None and end in {norm.min, norm.max})


@lru_cache(maxsize=256)
def _at_ends(norm: Norm, form: str | None, ends: Scores, usual: Scores) -> tuple[Written, ...]:
    """Ticks with one at each of these ends, best first."""
    if not ends:
        return ()
    sets = holding([scores for scores, _, _ in _written(norm, form)], ends)
    if isinstance(norm, Even):
        sets += divided(norm.min, norm.max)
        sets += [added(usual, ends, (norm.max - norm.min) * share) for share in ENDS_APART]
    fitting = (scores for scores in sets if len(scores) > 1 and _fits(scores, form, norm))
    return tuple((scores, _contents(scores, form, norm), norm.minor_ticks(scores)) for scores in fitting)


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
def _written(norm: Norm, form: str | None) -> tuple[Written, ...]:
    """Scores, labels and minor ticks of each set; remembered, as panels mostly share a norm."""
    found = norm.tick_choices(lambda scores: _fits(scores, form, norm))
    return tuple((scores, _contents(scores, form, norm), norm.minor_ticks(scores)) for scores in found)


def _fits(scores: Scores, form: str | None, norm: Norm) -> bool:
    """Whether a format writes scores as they are, and tells them apart."""
    if form is None:
        return True
    return all(is_exact(score, form) for score in scores) and _distinct(_contents(scores, form, norm))


def spec_ticks(view: View, spec: Colorbar, norm: Norm, named: Scores) -> Ticks:
    """The ticks that the spec names, with the texts that it gives them."""
    report = Report()
    slack = 1e-9 * (norm.min if isinstance(norm, Log) else norm.max - norm.min)
    first = {tick: index for index, tick in reversed([*enumerate(named)])}
    for index, tick in enumerate(named):
        place = view.at("colorbar", "ticks", index)
        if not norm.min - slack <= tick <= norm.max + slack:
            hint = f"the range is {norm.min:g} to {norm.max:g}"
            report.add("tick-outside", f"the tick {tick:g} is outside the range", place, hint)
        elif first[tick] < index:
            report.add("listed-twice", f"the tick {tick:g} is listed twice", place, "take one out")
    report.check()
    if spec.labels is not None:
        texts = dict(zip(named, map(spec_text, spec.labels), strict=True))
        return Ticks(tuple(sorted(named)), tuple(texts[tick] for tick in sorted(named)))
    scores = tuple(sorted(named))
    _check_format(scores, spec.format, view.at("colorbar", "format"))
    contents = _contents(scores, spec.format, norm)
    _check_distinct(scores, contents, spec.format, view.at("colorbar", "format"))
    return Ticks(scores, _texts(contents))


def _check_format(scores: Scores, form: str | None, place: Place) -> None:
    """Raise Problems for each score for which the format is not made."""
    report = Report()
    for score in scores:
        if form is not None and not is_exact(score, form):
            message = f"the format '{form}' cannot write the tick {score:g} as it is"
            report.add("bad-format", message, place, f"{exact_format(form, scores)} writes them all")
    report.check()


def _check_distinct(scores: Scores, contents: Contents, form: str | None, place: Place) -> None:
    """Raise Problems where two ticks would have one label."""
    for (low, one), (high, other) in pairwise(zip(scores, contents, strict=True)):
        if one == other:
            message = f"the ticks {low:g} and {high:g} are both written '{one}'"
            raise problem("bad-format", message, place, f"{exact_format(form, scores)} tells them apart")


def _distinct(contents: Contents) -> bool:
    return len(set(contents)) == len(contents)


def _texts(contents: Contents) -> tuple[Text, ...]:
    return tuple(Text(content, content.startswith("$")) for content in contents)


def _contents(scores: Scores, form: str | None, norm: Norm) -> Contents:
    """Each score in the format; without one with as many decimals as all need, or powers of ten as such."""
    if form is not None:
        return tuple(for_ticks(score, form) for score in scores)
    return norm.tick_texts(scores)
