"""Predicates: what the texts of columns must be for a row to count."""

from typing import Annotated

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, AnyField, Label, Limit, Pattern


@record(noun="where")
class Bounds(Checked):
    """What the text of a column must be: a number, or a date, within all bounds that are given."""

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
    """Or any text but some."""

    texts: Annotated[tuple[Label, ...], ONE_TOO] = key(
        "the texts that do not count", name="not", examples=["dev", ["dev", "train"]]
    )


@record(noun="where")
class Matches:
    """Or a text of a pattern, or of one of several."""

    patterns: Annotated[tuple[Pattern, ...], ONE_TOO] = key(
        "any number of characters where it has `*`, one where it has `?`; both are literal behind a backslash",
        name="matches",
        examples=["t*", ["t*", "de?"]],
    )


@record(noun="where")
class Same:
    """Or the text that another column has in the same row."""

    column: AnyColumn = key("the other column", name="same", examples=["trained_on"])


Test = Annotated[tuple[Label, ...], ONE_TOO] | Bounds | Not | Matches | Same
Predicate = dict[AnyColumn, Test]
OfCells = dict[AnyField, Test]
