"""What the size of the shapes in cells tells."""

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Boolean, Format, Number, NumberField, Text
from heatfig.scales.sides import Side


@record(Short(items=("min", "max")), whole=True)
class SizeRange(Checked):
    """The numbers of the smallest and the largest shape."""

    min: Number = key("always 0, as areas are proportional to numbers", default=0.0, examples=[0])
    max: Number | None = key(
        "the number whose shape fills its cell; if absent the largest number in any panel",
        default=None,
        examples=[10],
    )

    def check(self, rules: Rules) -> None:
        """Sizes run from 0 to something."""
        if self.min != 0:
            message = f"sizes must begin at 0, not at {self.min:g}: areas are proportional to numbers"
            rules.refuse("bad-range", message, hint="range: [0, …]")
        elif self.max is not None and self.max <= 0:
            rules.refuse("bad-range", f"the largest size must be above 0, not {self.max:g}", hint="such as [0, 1]")


@record(Short(scalar="field"))
class Sizes(Checked):
    """Shapes whose area is proportional to a number. A cell with 0 has none."""

    field: NumberField = key("the number; every cell with a score must have one", examples=["count"])
    range: SizeRange = key(
        "the numbers of no shape (0) and of the largest one", default=SizeRange(), examples=[[0, 10], {"max": 10}]
    )
    label: Text | None = key(
        'heading of the legend of sizes, `""` for none; if absent the name of the field',
        default=None,
        examples=["Runs"],
    )
    ticks: tuple[Number, ...] | None = key(
        "the numbers that the legend shows; if absent up to four round ones",
        default=None,
        examples=[[1, 5, 10]],
    )
    format: Format | None = key(
        "number format of the legend; if absent with as many decimals as needed", default=None, examples=["d"]
    )
    legend: Boolean = key("whether there is a legend of sizes", default=True, examples=[False])
    side: Side | None = key("its side; if absent next to the colorbar", default=None, examples=["bottom"])

    def check(self, rules: Rules) -> None:
        """A legend shows sizes that there are, and only a legend has keys of its own."""
        for name in ("ticks", "label", "side") if not self.legend else ():
            if rules.gives(name):
                message = f"`{name}` is for a legend, and there is none"
                rules.refuse("contradiction", message, name, hint="leave one of them out")
        for index, tick in enumerate(self.ticks or ()):
            if tick <= 0 or (self.range.max is not None and tick > self.range.max):
                hint = "numbers above 0, up to the `max` of `range`"
                rules.refuse("tick-outside", f"the size {tick:g} is outside the range", "ticks", index, hint=hint)
