"""The ticks that a spec gives a colorbar: those that it lists, or the multiples of a step."""

from decimal import Decimal

from heatfig.compile.guides.tick_texts import TickFormat, check_distinct, check_format, contents_of, texts_of
from heatfig.compile.texts import spec_text
from heatfig.compile.view import View
from heatfig.diagnostics import Report, problem
from heatfig.language.model.colorbar import Colorbar
from heatfig.plan.guides.colorbar import Ticks
from heatfig.scales.norms import Log, Norm
from heatfig.scales.ticks import Scores, multiples

MOST_TICKS = 1000  # that anybody means


def stepped_ticks(view: View, spec: Colorbar, written: TickFormat, norm: Norm, step: float) -> Ticks:
    """The multiples of a step inside the range."""
    place, count = view.at("colorbar", "ticks", "every"), (norm.max - norm.min) / step
    if count > MOST_TICKS:
        raise problem("out-of-bounds", f"there would be more than {MOST_TICKS:,} ticks", place, "larger steps")
    found = multiples(*(Decimal(repr(number)) for number in (norm.min, norm.max, step)))
    if not found:
        message = f"no multiple of {step:g} is inside the range from {norm.min:g} to {norm.max:g}"
        raise problem("tick-outside", message, place, "smaller steps")
    return spec_ticks(view, spec, written, norm, found)


def spec_ticks(view: View, spec: Colorbar, written: TickFormat, norm: Norm, named: Scores) -> Ticks:
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
    form = written.of(scores)
    check_format(scores, form, view.at("colorbar", "format"))
    contents = contents_of(scores, written, norm)
    check_distinct(scores, contents, form, view.at("colorbar", "format"))
    return Ticks(scores, texts_of(contents))
