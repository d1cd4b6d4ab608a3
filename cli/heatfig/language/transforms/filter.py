"""Rows that go on."""

from heatfig.language.conditions import Where
from heatfig.language.hints import key, record


@record(kind="filter", bare=True)
class Filter:
    """`filter` keeps the rows whose columns hold what is said of them, as `where` does after all verbs."""

    predicate: Where = key(
        "what must hold of a row; of a list one must",
        name="filter",
        examples=[{"split": "test"}, [{"task": "Math"}, {"accuracy": {"min": 0.5}}]],
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return ()
