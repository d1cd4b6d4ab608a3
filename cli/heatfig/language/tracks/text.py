"""Texts of each row or column."""

from heatfig.language.conditions import CellsWhere
from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.model.style import LabelStyle, TrackName
from heatfig.language.rules import Checked, Rules
from heatfig.language.templates import TEMPLATE
from heatfig.scales.words import Using


@record(Short(scalar="text"), kind="text")
class RowTexts(Checked):
    """A text for each row or column, from columns with one value per label, or from summaries of numbers."""

    text: TEMPLATE = key(
        "a template with fields in braces, as in `annotations`",
        examples=["{params} B"],
    )
    using: Using | None = key(
        "how to summarize the numbers of a row or column; if absent each field must have one value",
        default=None,
        examples=["mean"],
    )
    where: CellsWhere = key(
        "with `using`: the cells to summarize; all if absent", default={}, examples=[{"task": "Math"}]
    )
    label: TrackName = key(
        "heading of the texts", default=TrackName(), examples=["Size", {"text": "Size", "bold": True}]
    )
    style: LabelStyle = key(
        "how they are set; in a condition, `value` and what `best` compares are the first number that the text shows",
        default=LabelStyle(),
        examples=[{"size": 7}, {"bold": {"family": "Heron"}}],
    )

    def check(self, rules: Rules) -> None:
        """A text says something."""
        if not self.text.parts:
            message, hint = "the text is empty", "such as '{column}', or no texts"
            rules.refuse("contradiction", message, "text", hint=hint)
