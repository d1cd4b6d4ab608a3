"""Rules of the range, the norm, the ticks of the colorbar and the colormap."""

from collections.abc import Sequence
from itertools import pairwise
from typing import assert_never

from heatfig.language.model.colors import Blend, Categories, Colorbar, NamedColormap, Range, Steps, Stops
from heatfig.language.model.settings import Settings
from heatfig.language.norms import Bins, Norm, Power, SymLog, Thresholds, classes_of
from heatfig.language.order import Cluster
from heatfig.language.rules import Rules

MOST_CLASSES = 256


def check_range(settings: Settings, rules: Rules) -> None:
    """The rules of the range, and of what stands in it."""
    _check_limits(settings, rules)
    _check_spread(settings.range, rules)
    _check_norm(settings.norm, settings.range, rules)
    if settings.colorbar is not None:
        check_colorbar(settings.colorbar, settings, rules)


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


def _check_spread(given: Range, rules: Rules) -> None:
    """The rules of what a range takes from the scores."""
    both = given.min is not None and given.max is not None
    if both and (given.symmetric or given.percentiles is not None):
        name = "symmetric" if given.symmetric else "percentiles"
        message = f"`{name}` has nothing to say where `min` and `max` are given"
        rules.refuse("contradiction", message, "range", name, hint="leave one of them out")
    if given.percentiles is not None:
        asked, path = given.percentiles, ("range", "percentiles")
        if len(asked) != 2:
            rules.refuse("wrong-type", f"expected two percentiles, got {len(asked)}", *path, hint="such as [1, 99]")
        elif not 0 <= asked[0] < asked[1] <= 100:
            message = "percentiles are two numbers from 0 to 100, the lower one first"
            rules.refuse("bad-range", message, *path, hint="such as [1, 99]")


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
        case "quantile":
            _no_center("quantile", given, rules)
        case Bins(bins=count):
            if not 1 < count <= MOST_CLASSES:
                message = f"there are 2 to {MOST_CLASSES} classes, not {count}"
                rules.refuse("out-of-bounds", message, "norm", "bins", hint="such as 7")
            if not given.symmetric:
                _no_center("bins", given, rules)
            _check_labels(norm.labels, {count: "class", count + 1: "edge"}, rules)
        case Thresholds(thresholds=edges):
            _no_center("thresholds", given, rules)
            if not edges or any(low >= high for low, high in pairwise(edges)):
                message = "thresholds are one number or more, each above the one before it"
                rules.refuse("bad-range", message, "norm", "thresholds", hint="such as [0.01, 0.05]")
            if len(edges) >= MOST_CLASSES:
                message = f"there are up to {MOST_CLASSES} classes, not {len(edges) + 1:,}"
                rules.refuse("out-of-bounds", message, "norm", "thresholds", hint="norm: linear blends colours")
            _check_labels(norm.labels, {len(edges) + 1: "class", len(edges): "edge"}, rules)
        case _:
            assert_never(norm)


def _check_labels(labels: Sequence[str] | None, counts: dict[int, str], rules: Rules) -> None:
    if labels is not None and len(labels) not in counts:
        wanted = " or ".join(f"{count}, one for each {what}" for count, what in counts.items())
        rules.refuse("wrong-type", f"{len(labels)} labels, not {wanted}", "norm", "labels", hint="add or drop some")


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


def check_colorbar(bar: Colorbar, settings: Settings, rules: Rules) -> None:
    """The rules of the colorbar's ticks and their texts."""
    listed = bar.ticks if isinstance(bar.ticks, tuple) else ()
    _check_ticks(listed, settings.range, rules)
    if isinstance(bar.ticks, Steps) and bar.ticks.every <= 0:
        rules.refuse("out-of-bounds", "ticks are some distance apart", "colorbar", "ticks", "every", hint="such as 0.1")
    said = [name for name in ("ticks", "format") if getattr(bar, name) is not None]
    if said and isinstance(settings.norm, Bins | Thresholds) and settings.norm.labels is not None:
        message, hint = f"the norm has labels, so that its bar has no `{said[0]}`", "leave one of them out"
        rules.refuse("contradiction", message, "colorbar", said[0], hint=hint)
    if bar.labels is not None and len(bar.labels) != len(listed):
        message = f"{len(bar.labels)} labels for {len(listed)} ticks"
        rules.refuse("wrong-type", message, "colorbar", "labels", hint="ticks: […], with a label for each")
    elif bar.labels is not None and bar.format is not None:
        message = "`labels` are written as they stand, without a `format`"
        rules.refuse("contradiction", message, "colorbar", "format", hint="leave one of them out")


def _check_ticks(ticks: Sequence[float], given: Range, rules: Rules) -> None:
    low, high = given.min, given.max
    for index, tick in enumerate(ticks):
        if (low is not None and tick < low) or (high is not None and tick > high):
            hint = f"the range is {'…' if low is None else f'{low:g}'} to {'…' if high is None else f'{high:g}'}"
            message = f"the tick {tick:g} is outside the range"
            rules.refuse("tick-outside", message, "colorbar", "ticks", index, hint=hint)


def check_colormap(settings: Settings, rules: Rules) -> None:
    """The rules of the colormap, and of what it fixes beside the colours."""
    colormap = settings.colormap
    match colormap:
        case Blend() if len(colormap.colors) < 2:
            hint = "such as [white, '#08306b']"
            rules.refuse("empty-list", "blending takes two colours or more", "colormap", "colors", hint=hint)
        case Stops():
            _check_stops(colormap, settings, rules)
            return
        case Categories():
            _check_texts(settings, rules)
            return
        case Blend():
            _check_classes(colormap, settings.norm, rules)
        case NamedColormap():
            pass
        case _:
            assert_never(colormap)
    if not 0 <= colormap.first < colormap.last <= 1:
        message = f"from {colormap.first:g} to {colormap.last:g} is no part of 0 to 1"
        hint = "from: 0.2 and to: 0.9 leave out both ends; `_r` after the name reverses it"
        rules.refuse("bad-range", message, "colormap", hint=hint)


def _check_stops(colormap: Stops, settings: Settings, rules: Rules) -> None:
    if len(colormap.stops) < 2:
        message, hint = "colours blend between two stops or more", "such as {0: white, 800: blue}"
        rules.refuse("empty-list", message, "colormap", "stops", hint=hint)
    _refuse(settings, rules, range="stops say the range themselves", norm="stops say the norm themselves")


_UNSAID: dict[str, object] = {"range": Range(), "norm": "linear", "colorbar": Colorbar(), "normalize": ()}


def _refuse(settings: Settings, rules: Rules, **messages: str) -> None:
    """Note keys that have nothing to say beside a colormap."""
    for name, message in messages.items():
        if rules.whole(name) and getattr(settings, name) not in (None, _UNSAID[name]):
            rules.refuse("contradiction", message, name, hint="leave it out, or write `default` at this panel")


def _check_texts(settings: Settings, rules: Rules) -> None:
    """The rules of scores that are texts."""
    _refuse(
        settings,
        rules,
        range="categories have no range",
        norm="categories have no norm",
        colorbar="categories have a legend in place of a colorbar",
        normalize="texts cannot be normalized",
    )
    for name, axis in (("x", settings.axes.x), ("y", settings.axes.y)):
        if isinstance(axis.order, Cluster) and rules.whole("axes", name):
            message = "texts have no distances to cluster by"
            rules.refuse("contradiction", message, "axes", name, "order", hint="another order, such as sorted")
    aggregate = settings.aggregate
    if aggregate is None or not rules.whole("aggregate"):
        return
    if aggregate.using != "first":
        message = f"texts have no {aggregate.using}: of several in a cell only the `first` can be meant"
        rules.refuse("contradiction", message, "aggregate", "using", hint="aggregate: first, or `where` leaves one")
    if aggregate.spread is not None:
        rules.refuse("contradiction", "texts have no spread", "aggregate", "spread", hint="leave it out")


def _check_classes(colormap: Blend, norm: Norm, rules: Rules) -> None:
    """Classes have a colour each."""
    count = classes_of(norm) if rules.whole("norm") else None
    if count is not None and len(colormap.colors) != count:
        message = f"{len(colormap.colors)} colours for {count} classes"
        hint = "a colour for each class, or the name of a colormap"
        rules.refuse("contradiction", message, "colormap", "colors", hint=hint)
