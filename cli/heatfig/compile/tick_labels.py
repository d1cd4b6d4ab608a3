"""What a colorbar may have ticks at and what is written there: round scores, or those that the spec names."""

import math
from functools import lru_cache
from itertools import pairwise

from heatfig.compile.facets import View
from heatfig.diagnostics import Place, Report, problem
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.colors import Colorbar
from heatfig.language.read import FigureSpec
from heatfig.plan.figure import Text, Ticks
from heatfig.scales.norms import Log, Norm, TwoSlope
from heatfig.scales.number_format import formatted, is_exact, steps_format
from heatfig.scales.ticks import Scores, colorbar_ticks, minor_ticks

Contents = tuple[str, ...]


def own_ticks(spec: FigureSpec, view: View, form: str | None, norm: Norm) -> tuple[Ticks, ...]:
    """Sets of round scores, best first, none of which the format rounds."""
    origin = view.origin("colorbar", "format")
    found = _written(norm, form)
    if not found:
        message = f"the format '{form}' cannot write round scores from {norm.min:g} to {norm.max:g} as they are"
        hint = f"{steps_format(colorbar_ticks(norm)[-1])} can"
        raise problem("bad-format", message, spec.place(origin), hint)
    return tuple(Ticks(scores, _texts(contents, origin), minor) for scores, contents, minor in found)


@lru_cache(maxsize=256)
def _written(norm: Norm, form: str | None) -> tuple[tuple[Scores, Contents, Scores], ...]:
    """Scores, labels and minor ticks of each set; remembered, as panels mostly share a norm."""

    def fits(scores: Scores) -> bool:
        if form is None:
            return True
        return all(is_exact(score, form) for score in scores) and _distinct(_contents(scores, form, norm))

    found = colorbar_ticks(norm, fits)
    return tuple((scores, _contents(scores, form, norm), minor_ticks(norm, scores)) for scores in found)


def asked_ticks(spec: FigureSpec, view: View, asked: Colorbar, norm: Norm) -> tuple[Ticks, ...]:
    """The ticks that the spec names, and nothing else to choose from."""
    report = Report()
    named = asked.ticks or ()
    slack = 1e-9 * (norm.min if isinstance(norm, Log) else norm.max - norm.min)
    for index, tick in enumerate(named):
        place = spec.place(view.origin("colorbar", "ticks", index))
        if not norm.min - slack <= tick <= norm.max + slack:
            hint = f"the range is {norm.min:g} to {norm.max:g}"
            report.add("tick-outside", f"the tick {tick:g} is outside the range", place, hint)
        elif tick in named[:index]:
            report.add("listed-twice", f"the tick {tick:g} is listed twice", place, "take one out")
    report.check()
    scores, origin = tuple(sorted(named)), view.origin("colorbar", "format")
    _check_format(scores, asked.format, spec.place(origin))
    contents = _contents(scores, asked.format, norm)
    _check_distinct(scores, contents, spec.place(origin))
    return (Ticks(scores, _texts(contents, origin), ()),)


def _check_format(scores: Scores, form: str | None, place: Place) -> None:
    """Raise Problems for each score for which the format is not made."""
    report = Report()
    for score in scores:
        try:
            formatted(score, form)
        except ValueError as error:
            hint = f"{steps_format(scores)} writes them all"
            report.add("bad-format", f"the format '{form}' does not fit: {error}", place, hint)
    report.check()


def _check_distinct(scores: Scores, contents: Contents, place: Place) -> None:
    """Raise Problems where two ticks would have one label."""
    for (low, one), (high, other) in pairwise(zip(scores, contents, strict=True)):
        if one == other:
            message = f"the ticks {low:g} and {high:g} are both written '{one}'"
            raise problem("bad-format", message, place, f"{steps_format(scores)} tells them apart")


def _distinct(contents: Contents) -> bool:
    return len(set(contents)) == len(contents)


def _texts(contents: Contents, origin: Origin) -> tuple[Text, ...]:
    return tuple(Text(content, content.startswith("$"), origin) for content in contents)


def _contents(scores: Scores, form: str | None, norm: Norm) -> Contents:
    """Each score in the format; without one with as many decimals as all need, or powers of ten as such."""
    if form is not None:
        return tuple(formatted(score, form) for score in scores)
    if isinstance(norm, Log) and all(math.log10(score).is_integer() for score in scores):
        return tuple(f"$10^{{{round(math.log10(score))}}}$" for score in scores)
    below = sum(score < norm.center for score in scores) if isinstance(norm, TwoSlope) else 0
    slopes = scores[:below], scores[below:]  # each with as many decimals as it needs
    return tuple(formatted(score, form) for slope in slopes for form in (steps_format(slope),) for score in slope)
