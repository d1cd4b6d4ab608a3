"""The turns and lightness of a colormap of the cubehelix kind."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Number


@record()
class Helix(Checked):
    """A helix around the greys, from light to dark, which prints well without colours; the defaults are seaborn's."""

    start: Number = key(
        "the hue at its beginning: 0 is blue, 1 red, 2 green, 3 blue again", default=0.0, examples=[0.5]
    )
    rotations: Number = key(
        "how often it turns around the greys from black to white; below 0 the other way round",
        default=0.4,
        examples=[-0.75],
    )
    hue: Number = key("how strong its colours are: 0 are greys", default=0.8, examples=[1])
    gamma: Number = key(
        "the power of lightness: below 1 gives more of the map to light colours", default=1.0, examples=[0.8]
    )
    lightness: tuple[Number, ...] = key(
        "the lightness of the lowest and of the highest score, from 0 (black) to 1 (white)",
        default=(0.85, 0.15),
        examples=[[0.15, 0.85]],
    )

    def check(self, rules: Rules) -> None:
        """Its lightness has two ends, and there is a power of it."""
        if len(self.lightness) != 2 or not all(0 <= end <= 1 for end in self.lightness):
            message = "the lightness is two numbers from 0 to 1"
            rules.refuse("bad-range", message, "lightness", hint="such as [0.85, 0.15]")
        if self.gamma <= 0:
            rules.refuse("bad-range", f"`gamma` must be above 0, not {self.gamma:g}", "gamma", hint="such as 0.8")
        if self.hue < 0:
            rules.refuse("bad-range", f"`hue` cannot be below 0, as {self.hue:g} is", "hue", hint="such as 0.8")
