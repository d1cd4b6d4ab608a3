"""lookup: which columns of a second table are joined, and by which."""

from heatfig.data.table import Table
from heatfig.data.transforms.lookup import Lookup as LookedUp
from heatfig.language.transforms.lookup import Lookup


def lookup(verb: Lookup, other: Table) -> LookedUp:
    """The verb over tables."""
    return LookedUp(other, verb.pairs, verb.sources)
