"""Ticks of an axis on which numbers or dates have their true places."""

from decimal import Decimal
from itertools import pairwise
from typing import assert_never

from heatfig.compile.axes.texts import LabelTexts, NumberTexts
from heatfig.diagnostics import Place, Report, problem
from heatfig.language.model.ticks import Every
from heatfig.plan.axis import Spacing, Tick
from heatfig.scales.calendar import Period, calendar_choices, form_of, most_starts, starts
from heatfig.scales.ticks import linear_choices, multiples

COMFORT = 1.5  # from label to label, in their extent
DIGIT = 0.6  # em
_MOST = 10_000  # ticks that anybody means
Ticks = tuple[Tick, ...]


def scale_ticks(texts: LabelTexts, spacing: Spacing, length: float) -> Ticks:
    """The ticks of the spec on an axis of about that length; if absent as many round ones as fit with ease."""
    ticks = "all" if texts.axis.ticks is None and texts.filled is not None else texts.axis.ticks
    match ticks:
        case "none":
            return ()
        case "all":
            return _at_labels(texts, spacing)
        case None | "auto":
            return _round(texts, spacing, length)
        case tuple():
            return _listed(texts, spacing, ticks)
        case Every():
            return _every(texts, spacing, ticks.every)
    assert_never(ticks)


def _at_labels(texts: LabelTexts, spacing: Spacing) -> Ticks:
    """Ticks at the true places of labels; those of bins are in their middles."""
    shown = texts.of_labels()
    if texts.edges is not None:
        return tuple(Tick(at + 0.5, text) for at, text in enumerate(shown))
    return _placed(spacing, list(zip(texts.numbers, shown, strict=True)))


def _placed(spacing: Spacing, found: NumberTexts) -> Ticks:
    places = ((spacing.cells(number), text) for number, text in found)
    return tuple(sorted((Tick(at, text) for at, text in places if at is not None), key=lambda tick: tick.at))


def _round(texts: LabelTexts, spacing: Spacing, length: float) -> Ticks:
    """As many round numbers or dates as stand with ease."""
    low, high = texts.span
    if spacing.kind == "dates":
        written = (texts.of_moments(*choice) for choice in calendar_choices(low, high))
        found = [choice for choice in written if _alike(choice) is None]
    else:
        found = [texts.of_numbers(choice) for choice in linear_choices(low, high, (low, high), texts.fits)]
    several = [choice for choice in found if len(choice) > 1]
    if not several:
        return _at_labels(texts, spacing)
    return _placed(spacing, next((one for one in several if _roomy(texts, spacing, length, one)), several[-1]))


def _roomy(texts: LabelTexts, spacing: Spacing, length: float, choice: NumberTexts) -> bool:
    """Whether labels stand with ease where they are closest."""
    low, high = spacing.ends
    em = texts.view.figure.document.text_size
    widest = em if texts.name == "y" else em * DIGIT * max(len(text.content) for _, text in choice)
    closest = min(abs(other - one) for (one, _), (other, _) in pairwise(choice))
    return closest / (high - low) * length >= COMFORT * max(widest, em)


def _listed(texts: LabelTexts, spacing: Spacing, listed: tuple[str, ...]) -> Ticks:
    report, found = Report(), []
    for index, written in enumerate(listed):
        number = texts.number(written)
        if number is None or spacing.cells(number) is None:
            place = texts.view.at("axes", texts.name, "ticks", index)
            report.add("tick-outside", *off_axis(texts, spacing, written, place))
        else:
            found.append((number, texts.of_text(written)))
    report.check()
    return _placed(spacing, found)


def _alike(found: NumberTexts) -> str | None:
    """What two texts that follow each other both say, if any do."""
    written = [text.content for _, text in found]
    return next((one for one, other in pairwise(written) if one and one == other), None)


def off_axis(texts: LabelTexts, spacing: Spacing, written: str, place: Place) -> tuple[str, Place, str]:
    """That something is not on an axis, and what is."""
    hint = f"it holds {spacing.kind} from {texts.labels[0]} to {texts.labels[-1]}"
    return f"'{written}' is not on the {texts.name} axis", place, hint


def _every(texts: LabelTexts, spacing: Spacing, every: float | Period) -> Ticks:
    (low, high), place = texts.span, texts.view.at("axes", texts.name, "ticks", "every")
    count = most_starts(every, low, high) if isinstance(every, str) else (high - low) / every
    if count > _MOST:
        raise problem("out-of-bounds", f"there would be more than {_MOST:,} ticks", place, "larger steps")
    if isinstance(every, str):
        found = texts.of_moments(starts(every, low, high), form_of(every))
        if texts.axis.format is not None and (alike := _alike(found)) is not None:
            message = f"two neighbouring ticks are both written '{alike}'"
            hint = f"a format that tells them apart, such as '{form_of(every)}', or larger steps"
            raise problem("bad-format", message, texts.view.at("axes", texts.name, "format"), hint)
    else:
        found = texts.of_numbers(multiples(Decimal(repr(low)), Decimal(repr(high)), Decimal(repr(every))))
    if not found:
        message = f"there is none of these from {texts.labels[0]} to {texts.labels[-1]}"
        raise problem("tick-outside", message, place, "smaller steps, or `auto`")
    return _placed(spacing, found)
