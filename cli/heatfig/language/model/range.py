"""The scores at the ends of the colours."""

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Boolean, Number


@record(Short(items=("min", "max")), noun="range", whole=True)
class Range(Checked):
    """The scores at the ends of the colours.

    What is absent is taken from all scores that share the norm. A panel's range replaces the figure's as a whole:
    `range: {max: 10}` leaves the lower end to the scores.
    """

    min: Number | None = key("score of the first colour", default=None, examples=[0])
    max: Number | None = key("score of the last colour", default=None, examples=[1])
    center: Number | None = key(
        "score of the middle colour, for diverging colormaps; with `norm: linear`, colours change equally fast on "
        "both sides, so only the end farther from the center has the last colour",
        default=None,
        examples=[0.5],
    )
    symmetric: Boolean = key(
        "`true` makes the range equally long on both sides of the `center` (0 if there is none)",
        default=False,
        examples=[True],
    )
    percentiles: tuple[Number, ...] | None = key(
        "percentiles of the scores as the ends that `min` and `max` do not give, so that outliers do not take up "
        "most of the colours",
        default=None,
        examples=[[1, 99]],
    )

    def check(self, rules: Rules) -> None:
        """The ends are apart, with the center between them, and each is said once."""
        if self.min is not None and self.max is not None and self.min >= self.max:
            hint = "leave one of them out, or choose others"
            if self.min > self.max:
                hint = "write the smaller one first; to reverse the colours, write `_r` after the colormap's name"
            message = f"the range's min {self.min:g} is not below its max {self.max:g}"
            rules.refuse("bad-range", message, hint=hint)
        else:
            self._check_center(rules)
        self._check_ends(rules)
        self._check_percentiles(rules)

    def _check_center(self, rules: Rules) -> None:
        if self.center is None:
            return
        below = self.min is None or self.min < self.center
        above = self.max is None or self.center < self.max
        if not (below and above):
            bounds = [("above", self.min), ("below", self.max)]
            hint = " and ".join(f"{word} {limit:g}" for word, limit in bounds if limit is not None)
            message = f"the center {self.center:g} is not inside the range"
            rules.refuse("bad-range", message, "center", hint=f"a center {hint}")

    def _check_ends(self, rules: Rules) -> None:
        name = "symmetric" if self.symmetric else "percentiles" if self.percentiles is not None else None
        if name is not None and self.min is not None and self.max is not None:
            message = f"`{name}` has no effect if `min` and `max` are given"
            rules.refuse("contradiction", message, name, hint="leave one of them out")

    def _check_percentiles(self, rules: Rules) -> None:
        given, hint = self.percentiles, "such as [1, 99]"
        if given is not None and len(given) != 2:
            rules.refuse("wrong-type", f"expected two percentiles, got {len(given)}", "percentiles", hint=hint)
        elif given is not None and not 0 <= given[0] < given[1] <= 100:
            message = "percentiles must be two numbers from 0 to 100, the lower one first"
            rules.refuse("bad-range", message, "percentiles", hint=hint)
