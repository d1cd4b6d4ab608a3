"""Summaries: those of the language, as those of the data."""

from heatfig.compile.predicates import compiled
from heatfig.data.summary import Summary
from heatfig.language.summary import Summary as Spec


def summary_of(spec: Spec) -> Summary:
    """A field, how its numbers become one, and over which cells."""
    return Summary(str(spec.field), spec.using, compiled(spec.where) if spec.where else None)
