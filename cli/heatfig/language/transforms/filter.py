"""Rows that go on."""

from heatfig.language.conditions import Where
from heatfig.language.hints import key, record


@record(kind="filter", bare=True)
class Filter:
    """Keeps only the rows that match, as `where` does after all verbs."""

    predicate: Where = key(
        "what a row must match; of a list, one predicate must match",
        name="filter",
        examples=[{"split": "test"}, [{"task": "Math"}, {"accuracy": {"min": 0.5}}]],
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return ()
