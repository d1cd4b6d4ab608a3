"""Columns of a second file."""

from dataclasses import replace
from typing import Annotated, Literal

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.model.scores import ScoreFile
from heatfig.language.model.second_file import SecondFile
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, Label, NewColumn


@record(kind="lookup")
class Lookup(SecondFile, Checked):
    """Adds columns of a second file, from its row with the same key. There must be exactly one such row."""

    by: Annotated[tuple[AnyColumn, ...], ONE_TOO] | dict[AnyColumn, Label] = key(
        "the columns to join by; a mapping if the second file calls them otherwise",
        name="key",
        examples=["model", ["model", "task"], {"model": "name"}],
    )
    columns: Annotated[tuple[NewColumn, ...], ONE_TOO] | dict[NewColumn, Label] | None = key(
        "the columns to add, or a mapping of new names to theirs; required for a long file; for a wide one its "
        "cells, under the name `values`, if absent",
        default=None,
        examples=["layers", {"size": "layers"}],
    )
    form: Literal["long", "wide"] = key("as in `scores`", default="long", examples=["wide"])
    names: NewColumn | None = key(
        "wide form: a name for the column of header names; `x` if absent", default=None, examples=["task"]
    )
    values: NewColumn | None = key(
        "wide form: a name for the cells' numbers; `score` if absent", default=None, examples=["p_value"]
    )

    @property
    def source(self) -> ScoreFile:
        """The second file and how it is read."""
        return replace(super().source, form=self.form, names=self.names, values=self.values)

    @property
    def pairs(self) -> dict[str, str]:
        """Each of our columns with theirs."""
        pairs = self.by if isinstance(self.by, dict) else dict(zip(self.by, self.by, strict=True))
        return {str(ours): theirs for ours, theirs in pairs.items()}

    @property
    def sources(self) -> dict[str, str]:
        """Each new column with theirs."""
        if self.columns is None:
            cells = self.values or "score"
            return {cells: cells}
        return dict(self.columns) if isinstance(self.columns, dict) else {name: name for name in self.columns}

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return tuple(self.sources)

    def check(self, rules: Rules) -> None:
        """Rows are joined by something, and something is added."""
        if self.columns is None and self.form == "long":
            message = "the columns to look up are not named: the key 'columns' is missing"
            rules.refuse("missing-key", message, hint="columns: COLUMN")
        for name, listed in (("key", self.by), ("columns", self.columns)):
            rules.once(listed if isinstance(listed, tuple) else (), name)
        for name in ("names", "values") if self.form == "long" else ():
            if getattr(self, name) is not None:
                message = f"`{name}` is for files in wide form"
                rules.refuse("contradiction", message, name, hint="form: wide, or leave it out")
        if self.source.separated_by == self.decimal:
            hint = "separator: ';' is usual with decimal commas"
            rules.refuse("contradiction", "separator and decimal mark are the same", hint=hint)
