"""Bars of numbers of each row or column."""

from typing import Annotated

from heatfig.language.conditions import CellsWhere
from heatfig.language.forms import Short
from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Boolean, Color, NumberField, Text
from heatfig.language.summary import Summary, using_key, where_key
from heatfig.language.tracks.scaled import OnScale, spread_key
from heatfig.scales.words import Spread, Using


@record(Short(scalar="field"))
class Bar(Summary):
    """One of several stacked bars."""

    spread: Spread | None = spread_key()
    color: Color | None = key(
        "its colour; if absent one of eight that are easy to tell apart", default=None, examples=["teal"]
    )
    label: Text | None = key(
        'its name in the legend, `""` to leave it out there; if absent the aggregate and the field, as in '
        "`mean accuracy`",
        default=None,
        examples=["Wrong"],
    )


@record(Short(scalar="field", listed="stacked"), kind="bars")
class Bars(OnScale, Checked):
    """A bar for a number of each row or column, or several stacked bars, on a scale that panels share."""

    field: NumberField | None = key(
        "the number to show: `value`, `spread`, `count` or a column of numbers; in place of `stacked`",
        default=None,
        examples=["value", "params"],
    )
    using: Using | None = using_key()
    where: CellsWhere = where_key()
    spread: Spread | None = spread_key()
    color: Color | None = key("its colour; a greyish blue if absent", default=None, examples=["teal"])
    numbers: Boolean = key(
        "`true` writes each number at the end of its bar instead of drawing a scale; not for stacked bars",
        default=False,
        examples=[True],
    )
    stacked: Annotated[tuple[Bar, ...], ONE_TOO] = key(
        "several numbers to stack from 0, negative ones to the other side; the legend names them",
        default=(),
        examples=[[{"field": "value", "using": "mean"}, {"field": "params", "label": "Parameters", "color": "teal"}]],
    )

    def check(self, rules: Rules) -> None:
        """A bar is of one field, or each of those that are stacked says of which."""
        hint = "bars: FIELD, or stacked: [FIELD, …]"
        if not self.stacked and rules.gives("stacked"):
            rules.refuse("empty-list", "`stacked` lists no bar", "stacked", hint=hint)
        elif self.field is None and not self.stacked:
            rules.refuse("missing-key", "bars need a field", hint=hint)
        for name in ("field", "using", "where", "spread", "color") if self.stacked else ():
            if rules.gives(name):
                message = f"each stacked bar has its own `{name}`"
                rules.refuse("contradiction", message, name, hint=f"stacked: [{{{name}: …}}]")
        if self.stacked and self.numbers:
            message, hint = "`numbers` is for single bars", "bars: FIELD, or leave it out: the scale tells"
            rules.refuse("contradiction", message, "numbers", hint=hint)
