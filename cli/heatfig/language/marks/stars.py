"""Stars for how small a number is, as p values are."""

from itertools import pairwise

from heatfig.language.conditions import Condition
from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.model.style import CellStyle
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Boolean, Number, NumberField, Text
from heatfig.scales.words import Spot


@record(Short(scalar="field"), kind="stars")
class Stars(Checked):
    """Stars for significance: one star for a number below the first level, two below the second, and so on."""

    field: NumberField = key("the number to test, such as a column of p-values", examples=["p"])
    levels: tuple[Number, ...] = key(
        "thresholds from high to low: a number below the first has one star, below the second two, and so on",
        default=(0.05, 0.01, 0.001),
        examples=[[0.1, 0.05]],
    )
    where: Condition = key("the cells that may have some; all if absent", default=True, examples=["lower"])
    at: Spot | None = key(
        "position in the cell; if absent the center, or the top if the cell has a text",
        default=None,
        examples=["top-right"],
    )
    style: CellStyle = key(
        "how they are set; the size shrinks with all texts in cells",
        default=CellStyle(),
        examples=[{"size": 6}, {"color": "white"}],
    )
    label: Text | None = key(
        "name of the number in the legend; if absent that of the field", default=None, examples=["$p$", "p value"]
    )
    legend: Boolean = key("whether the legend explains them", default=True, examples=[False])

    def check(self, rules: Rules) -> None:
        """More stars say more, and only a legend has words."""
        if self.label is not None and not self.legend:
            message, hint = "`label` is of a legend, and there is none", "leave one of them out"
            rules.refuse("contradiction", message, "label", hint=hint)
        if any(above <= below for above, below in pairwise(self.levels)):
            message = "levels must be in descending order: more stars are for lower numbers"
            rules.refuse("bad-range", message, "levels", hint=f"{sorted(set(self.levels), reverse=True)}")
