"""Rules of the range, the norm, the ticks of the colorbar and the colormap."""

from collections.abc import Sequence
from typing import assert_never

from heatfig.language.model.colors import Blend, Colormap, NamedColormap, Range
from heatfig.language.model.settings import Settings
from heatfig.language.norms import Norm, Power, SymLog
from heatfig.language.rules import Rules


def check_range(settings: Settings, rules: Rules) -> None:
    """The rules of the range, and of what stands in it."""
    _check_limits(settings, rules)
    _check_norm(settings.norm, settings.range, rules)
    if settings.colorbar is not None:
        _check_ticks(settings.colorbar.ticks or (), settings.range, rules)


def _check_limits(settings: Settings, rules: Rules) -> None:
    low, high, center = settings.range.min, settings.range.max, settings.range.center
    if low is not None and high is not None and low >= high:
        hint = (
            "to reverse the colours, write `_r` after the colormap's name"
            if low > high
            else "leave one of them out, or part them"
        )
        rules.refuse("bad-range", f"the range's min {low:g} is not below its max {high:g}", "range", hint=hint)
    elif center is not None and not (low is None or low < center) & (high is None or center < high):
        inside = " and ".join(
            [*([f"above {low:g}"] if low is not None else []), *([f"below {high:g}"] if high is not None else [])]
        )
        message = f"the center {center:g} is not inside the range"
        rules.refuse("bad-range", message, "range", "center", hint=f"a center {inside}")


def _check_norm(norm: Norm, given: Range, rules: Rules) -> None:
    match norm:
        case "linear":
            return
        case "two-slope":
            if given.center is None:
                rules.refuse("contradiction", "`two-slope` needs a center", "norm", hint="range: {center: 0}")
        case "log":
            _no_center("log", given, rules)
            _check_log(given, rules)
        case SymLog(symlog=threshold):
            _no_center("symlog", given, rules)
            _above_zero("symlog", threshold, rules)
        case Power(power=exponent):
            _no_center("power", given, rules)
            _above_zero("power", exponent, rules)
        case _:
            assert_never(norm)


def _no_center(name: str, given: Range, rules: Rules) -> None:
    if given.center is not None:
        hint = "leave it out, or take norm: linear or two-slope"
        rules.refuse("contradiction", f"a {name} norm has no center", "range", "center", hint=hint)


def _above_zero(name: str, number: float, rules: Rules) -> None:
    if number <= 0:
        rules.refuse(
            "bad-range", f"the number of `{name}` is above 0, not {number:g}", "norm", name, hint="such as 0.5"
        )


def _check_log(given: Range, rules: Rules) -> None:
    for name, limit in (("min", given.min), ("max", given.max)):
        if limit is not None and limit <= 0:
            message = f"the {name} of a log norm is above 0, not {limit:g}"
            rules.refuse("bad-range", message, "range", name, hint="such as 1e-3")


def _check_ticks(ticks: Sequence[float], given: Range, rules: Rules) -> None:
    low, high = given.min, given.max
    for index, tick in enumerate(ticks):
        if (low is not None and tick < low) or (high is not None and tick > high):
            hint = f"the range is {'…' if low is None else f'{low:g}'} to {'…' if high is None else f'{high:g}'}"
            message = f"the tick {tick:g} is outside the range"
            rules.refuse("tick-outside", message, "colorbar", "ticks", index, hint=hint)


def check_colormap(colormap: Colormap, rules: Rules) -> None:
    """The rules of the colormap on its own."""
    match colormap:
        case Blend() if len(colormap.colors) < 2:
            hint = "such as [white, '#08306b']"
            rules.refuse("empty-list", "blending takes two colours or more", "colormap", "colors", hint=hint)
        case Blend() | NamedColormap():
            pass
        case _:
            assert_never(colormap)
    if not 0 <= colormap.first < colormap.last <= 1:
        message = f"from {colormap.first:g} to {colormap.last:g} is no part of 0 to 1"
        hint = "from: 0.2 and to: 0.9 leave out both ends; `_r` after the name reverses it"
        rules.refuse("bad-range", message, "colormap", hint=hint)
