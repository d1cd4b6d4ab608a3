"""Rules between a range, a norm, a colormap and the colorbar of all three."""

from collections.abc import Mapping
from typing import Protocol

from heatfig.language.model.colorbar import Colorbar
from heatfig.language.model.colors import Blend, Categories, Colormap, Stops
from heatfig.language.model.range import Range
from heatfig.language.norms import Bins, Norm, Thresholds, classes_of
from heatfig.language.rules import Rules

_UNSAID: Mapping[str, object] = {"range": Range(), "norm": "linear", "colorbar": Colorbar(), "normalize": ()}


class Scaled(Protocol):
    """What has colours for numbers."""

    @property
    def colormap(self) -> Colormap | Categories | None:
        """Its colours; None for those of its kind."""

    @property
    def range(self) -> Range:
        """The numbers of the first and the last."""

    @property
    def norm(self) -> Norm:
        """How numbers spread over them."""

    @property
    def colorbar(self) -> Colorbar | None:
        """The key to them."""


def check_scale(scaled: Scaled, rules: Rules) -> None:
    """The range suits the norm, and both the colormap and the colorbar."""
    if rules.is_valid("range") and rules.is_valid("norm"):
        _check_center(scaled.norm, scaled.range, rules)
        if scaled.norm == "log":
            _check_log(scaled.range, rules)
    if rules.is_valid("colorbar") and scaled.colorbar is not None:
        _check_ticks(scaled.colorbar, scaled.range, rules)
        _check_texts(scaled.colorbar, scaled.norm, rules)
    if rules.is_valid("colormap"):
        _check_colormap(scaled, rules)


def check_own_colorbar(rules: Rules) -> None:
    """The colorbar of a track is no panel's."""
    for name in ("per", "for"):
        if rules.gives("colorbar", name):
            message, hint = f"`{name}` is of the colorbars of grids, and this one stands with its track", "leave it out"
            rules.refuse("contradiction", message, "colorbar", name, hint=hint)


def _check_center(norm: Norm, given: Range, rules: Rules) -> None:
    """Only even steps have a middle, which `two-slope` cannot do without."""
    centered = norm in {"linear", "two-slope"} or (isinstance(norm, Bins) and given.symmetric)
    if norm == "two-slope" and given.center is None:
        rules.refuse("contradiction", "`two-slope` needs a center", "norm", hint="range: {center: 0}")
    if given.center is not None and not centered:
        hint = "leave it out, or take norm: linear or two-slope"
        rules.refuse("contradiction", f"a {_name(norm)} norm has no center", "range", "center", hint=hint)


def _name(norm: Norm) -> str:
    return norm if isinstance(norm, str) else type(norm).__name__.lower()


def _check_log(given: Range, rules: Rules) -> None:
    """Logarithms are of what is above 0."""
    for name, limit in (("min", given.min), ("max", given.max)):
        if limit is not None and limit <= 0:
            message = f"the {name} of a log norm must be above 0, not {limit:g}"
            rules.refuse("bad-range", message, "range", name, hint="such as 1e-3")


def _check_ticks(bar: Colorbar, given: Range, rules: Rules) -> None:
    """Each tick is within the range."""
    low, high = given.min, given.max
    for index, tick in enumerate(bar.listed):
        if (low is not None and tick < low) or (high is not None and tick > high):
            hint = f"the range is {'…' if low is None else f'{low:g}'} to {'…' if high is None else f'{high:g}'}"
            message = f"the tick {tick:g} is outside the range"
            rules.refuse("tick-outside", message, "colorbar", "ticks", index, hint=hint)


def _check_texts(bar: Colorbar, norm: Norm, rules: Rules) -> None:
    """Labels of a norm are not written otherwise by its bar."""
    if not isinstance(norm, Bins | Thresholds) or norm.labels is None:
        return
    for name in ("ticks", "format"):
        if getattr(bar, name) is not None:
            message, hint = f"a norm with labels has a colorbar without `{name}`", "leave one of them out"
            rules.refuse("contradiction", message, "colorbar", name, hint=hint)


def _check_colormap(scaled: Scaled, rules: Rules) -> None:
    """A colormap that says more than colours leaves less to other keys; classes have a colour each."""
    if isinstance(scaled.colormap, Stops):
        refuse_given(scaled, rules, range="the stops set the range", norm="the stops set the norm")
    elif isinstance(scaled.colormap, Blend) and rules.is_valid("norm"):
        colors, classes = len(scaled.colormap.colors), classes_of(scaled.norm)
        if classes not in {None, colors}:
            hint = "a colour for each class, or the name of a colormap"
            rules.refuse("contradiction", f"{colors} colours for {classes} classes", "colormap", "colors", hint=hint)


def refuse_given(given: object, rules: Rules, **messages: str) -> None:
    """Note keys that have nothing to say beside a colormap."""
    for name, message in messages.items():
        if rules.is_valid(name) and getattr(given, name) not in (None, _UNSAID[name]):
            rules.refuse("contradiction", message, name, hint="leave it out, or write `default` at this panel")
