"""New columns, each made of others."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, Label, Labels, NewColumn, Number, Numbers, Pattern
from heatfig.language.templates import COLUMN_TEMPLATE

Factor = Number | Numbers
Operand = Factor | tuple[Factor, ...]
Part = Literal["year", "quarter", "month", "week", "day", "weekday", "hour", "minute", "date"]


@record()
class Divide(Checked):
    """A number by another; where that is zero, a kind of missing of its own."""

    operands: tuple[Operand, ...] = key(
        "dividend and divisor: columns or numbers, or lists of them, which are multiplied",
        name="divide",
        examples=[["accuracy", "chance"], [["accuracy", 100], "chance"]],
    )

    def check(self, rules: Rules) -> None:
        """One number is divided by another."""
        rules.pair(self.operands, "dividend and divisor", "divide")


@record()
class Subtract(Checked):
    """Or one number less another."""

    operands: tuple[Operand, ...] = key(
        "what is to be lessened, and by what", name="subtract", examples=[[1, "chance"]]
    )

    def check(self, rules: Rules) -> None:
        """One number is taken from another."""
        rules.pair(self.operands, "two operands", "subtract")


@record()
class Add:
    """Or a sum."""

    operands: tuple[Operand, ...] = key("what is added up", name="add", examples=[["accuracy", "chance"]])


@record()
class Log10:
    """Or the logarithm of a number to the base 10; of what is not above zero, a kind of missing of its own."""

    operand: Operand = key("of what", name="log10", examples=["accuracy"])


@record()
class Absolute:
    """Or a number without its sign."""

    operand: Operand = key("of what", name="abs", examples=["accuracy"])


@record()
class DatePart:
    """Or a part of a date; its labels stand in the order of the calendar."""

    part: Part = key("which", examples=["weekday"])
    of: Labels = key("column of dates; how these are written, `scores: {parse: …}` says", examples=["day"])


@record()
class Joined:
    """Or a text."""

    text: COLUMN_TEMPLATE = key(
        "a text in which `{COLUMN}` stands for what the column holds, `{COLUMN:.1f}` or `{COLUMN:%b %Y}` for it in a "
        "format; `{{` is a brace",
        examples=["{model} on {task}", "{params:.1f} B"],
    )


@record()
class Map:
    """Or other texts in place of those of a column."""

    texts: dict[Pattern, Label] = key(
        "what each becomes, by text or by pattern (`*` stands for any characters, `?` for one), of which the first "
        "that fits holds; what is not listed becomes empty",
        name="map",
        examples=[{"Heron": "bird", "O*": "mammal"}],
    )
    of: AnyColumn = key("column of the texts", examples=["family"])


Operation = Divide | Subtract | Add | Log10 | Absolute | DatePart | Joined | Map


@record(kind="derive", bare=True)
class Derive:
    """`derive` adds columns, in order; each may be made of those before it."""

    columns: dict[NewColumn, Operation] = key(
        "how each new column is made, by its name",
        name="derive",
        examples=[{"percent": {"divide": ["accuracy", 0.01]}}, {"name": {"text": "{model} on {task}"}}],
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return tuple(self.columns)
