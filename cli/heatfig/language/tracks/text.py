"""Texts of each row or column."""

from heatfig.language.conditions import CellsWhere
from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.model.style import Heading, LabelStyle
from heatfig.language.rules import Checked, Rules
from heatfig.language.templates import TEMPLATE
from heatfig.scales.words import Using


@record(Short(scalar="text"), kind="text")
class RowTexts(Checked):
    """A text for each row or column, from columns with one text or number for each, or from numbers that become one."""

    text: TEMPLATE = key(
        "a text with fields in braces, each in a number format where it has one, as in `annotations`",
        examples=["{params} B"],
    )
    using: Using | None = key(
        "how the numbers of a row or column become one; if absent each field has one value there",
        default=None,
        examples=["mean"],
    )
    where: CellsWhere = key(
        "the cells whose numbers count, with `using`; all if absent", default={}, examples=[{"task": "Math"}]
    )
    label: Heading = key("text over them", default=Heading(), examples=["Size", {"text": "Size", "bold": True}])
    style: LabelStyle = key(
        "how they are set; in a condition `value`, and what `best` compares, is the first number that the text shows",
        default=LabelStyle(),
        examples=[{"size": 7}, {"bold": {"family": "Heron"}}],
    )

    def check(self, rules: Rules) -> None:
        """A text says something."""
        if not self.text.parts:
            message, hint = "texts that say nothing", "such as '{column}', or no texts"
            rules.refuse("contradiction", message, "text", hint=hint)
