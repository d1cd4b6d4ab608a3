"""Predicates: what the texts of columns must be for a row to count."""

from typing import Annotated

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, AnyField, Label, Limit, Pattern


@record(noun="where")
class Bounds(Checked):
    """A number or a date within all the given bounds."""

    min: Limit | None = key("at least this", default=None, examples=[0.25, "2024-03-01"])
    max: Limit | None = key("at most this", default=None, examples=[0.5])
    above: Limit | None = key("more than this", default=None, examples=[0])
    below: Limit | None = key("less than this", default=None, examples=[0.5])

    def check(self, rules: Rules) -> None:
        """There is one bound at least."""
        if self == Bounds():
            rules.refuse("missing-key", "no bound is given", hint="such as {min: 0.25, below: 1}")


@record(noun="where")
class Not:
    """Any label but these."""

    texts: Annotated[tuple[Label, ...], ONE_TOO] = key(
        "the labels that are excluded", name="not", examples=["dev", ["dev", "train"]]
    )


@record(noun="where")
class Matches:
    """A text that matches this pattern, or one of several."""

    patterns: Annotated[tuple[Pattern, ...], ONE_TOO] = key(
        "`*` stands for any characters, `?` for one; a backslash before them makes them literal",
        name="matches",
        examples=["t*", ["t*", "de?"]],
    )


@record(noun="where")
class Same:
    """The text that another column has in the same row."""

    column: AnyColumn = key("the other column", name="same", examples=["trained_on"])


Test = Annotated[tuple[Label, ...], ONE_TOO] | Bounds | Not | Matches | Same
Predicate = dict[AnyColumn, Test]
OfCells = dict[AnyField, Test]
