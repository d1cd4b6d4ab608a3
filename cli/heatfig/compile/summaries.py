"""Summaries of the language, as those of the data."""

from heatfig.compile.predicates import compiled
from heatfig.data.summary import Summary
from heatfig.language.summary import Summary as Asked


def summary_of(asked: Asked) -> Summary:
    """A field, how its numbers become one, and over which cells."""
    return Summary(str(asked.field), asked.using, compiled(asked.where) if asked.where else None)
