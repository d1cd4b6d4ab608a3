"""Which rows can be preaggregated while their file is read, so that files larger than memory can be shown."""

from collections.abc import Sequence
from itertools import takewhile

from heatfig.compile.transforms import Verbs
from heatfig.data.preaggregation import Preaggregation, combinable
from heatfig.data.transforms.aggregate import Aggregate
from heatfig.language.columns import after_verbs, labels_and_numbers
from heatfig.language.model.page import Facet
from heatfig.language.model.settings import Settings


def by_block(verbs: Verbs) -> Verbs:
    """The first verbs, as far as none of them needs to see all rows at once."""
    return tuple(takewhile(lambda each: each[0].by_block, verbs))


def preaggregation_of(shown: Sequence[Settings], verbs: Verbs, facet: Facet | None) -> Preaggregation | None:
    """How rows are preaggregated after the verbs that work by block: for the verb that follows, or for the grid."""
    left = verbs[len(by_block(verbs)) :]
    if not left:
        return _for_the_grid(shown, facet)
    verb = left[0][0]
    if not isinstance(verb, Aggregate) or verb.column in verb.by:
        return None
    using = combinable(verb.using)
    return None if using is None else Preaggregation(verb.by, verb.column, using)


def _for_the_grid(shown: Sequence[Settings], facet: Facet | None) -> Preaggregation | None:
    """The preaggregation of a grid that needs one number a cell, where all panels agree on it."""
    aggregate, *others = (settings.aggregate for settings in shown)
    if any(other != aggregate for other in others) or aggregate is None:
        return None
    using = combinable(aggregate.using)
    labels, numbers = labels_and_numbers(use for settings in shown for use in after_verbs(settings, facet))
    each_score = aggregate.spread is not None or aggregate.columns  # which need each score
    if using is None or each_score or len(numbers) != 1 or numbers[0] in labels:
        return None
    return Preaggregation(labels, numbers[0], using)


def needing_all(verbs: Verbs) -> tuple[str, ...]:
    """The kinds of the verbs that need to see all rows at once, as they stand in the spec."""
    left = verbs[len(by_block(verbs)) :]
    return tuple(dict.fromkeys(type(verb).__name__.lower() for verb, _ in left if not verb.by_block))


def why_whole(verbs: Verbs) -> str:
    """What to do where a file is held as a whole and there is no room for it."""
    ways = "mean, min, max, sum or count"
    kind = next(iter(needing_all(verbs)), "aggregate")
    if kind != "aggregate":
        return (
            f"`{kind}` needs all rows at once: aggregate before it ({ways}), and rows are put together as they are read"
        )
    return f"long files are read in blocks with aggregate: {ways}, but not with median or none"
