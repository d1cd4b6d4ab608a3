"""New columns, each made of others."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, Label, Labels, NewColumn, Number, Numbers, Pattern
from heatfig.language.templates import COLUMN_TEMPLATE
from heatfig.scales.words import DateUnit

Factor = Number | Numbers
Operand = Factor | tuple[Factor, ...]


@record()
class Divide(Checked):
    """One number divided by another. Where the divisor is 0, the result is missing, as a kind of its own."""

    operands: tuple[Operand, ...] = key(
        "dividend and divisor: columns or numbers; a list of them is their product, so `[[a, b], 1]` multiplies",
        name="divide",
        examples=[["accuracy", "chance"], [["accuracy", 100], "chance"]],
    )

    def check(self, rules: Rules) -> None:
        """One number is divided by another."""
        rules.pair(self.operands, "dividend and divisor", "divide")


@record()
class Subtract(Checked):
    """One number minus another."""

    operands: tuple[Operand, ...] = key(
        "the number to subtract from, and the number to subtract", name="subtract", examples=[[1, "chance"]]
    )

    def check(self, rules: Rules) -> None:
        """One number is taken from another."""
        rules.pair(self.operands, "two operands", "subtract")


@record()
class Add:
    """A sum."""

    operands: tuple[Operand, ...] = key("what to add up", name="add", examples=[["accuracy", "chance"]])


@record()
class Log10:
    """The base-10 logarithm of a number.

    Where the number is not above 0, the result is missing, as a kind of its own.
    """

    operand: Operand = key("a column or number; a list is a product", name="log10", examples=["accuracy"])


@record()
class Absolute:
    """The absolute value of a number."""

    operand: Operand = key("a column or number; a list is a product", name="abs", examples=["accuracy"])


@record()
class DatePart:
    """A part of a date, such as its month. Its labels are in calendar order."""

    part: DateUnit = key("which part", examples=["weekday"])
    of: Labels = key("column of dates; `scores: {parse: …}` says how they are written", examples=["day"])


@record()
class Joined:
    """A text composed of other columns."""

    text: COLUMN_TEMPLATE = key(
        "a text in which `{COLUMN}` stands for what the column holds, `{COLUMN:.1f}` or `{COLUMN:%b %Y}` for it in a "
        "format; `{{` is a brace",
        examples=["{model} on {task}", "{params:.1f} B"],
    )


@record()
class Map:
    """New texts in place of those of a column."""

    texts: dict[Pattern, Label] = key(
        "new text by text or by pattern (`*` stands for any characters, `?` for one); the first that matches "
        "holds, and what matches none becomes empty",
        name="map",
        examples=[{"Heron": "bird", "O*": "mammal"}],
    )
    of: AnyColumn = key("column of the texts", examples=["family"])


Operation = Divide | Subtract | Add | Log10 | Absolute | DatePart | Joined | Map


@record(kind="derive", bare=True)
class Derive:
    """Adds columns, in order. Each may use those before it."""

    columns: dict[NewColumn, Operation] = key(
        "each new column by its name, and how to compute it",
        name="derive",
        examples=[{"percent": {"divide": ["accuracy", 0.01]}}, {"name": {"text": "{model} on {task}"}}],
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return tuple(self.columns)
