"""Names that stand again, told apart by how often they have stood."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from heatfig.data.columns.arrays import Labels, distinct


def apart(keys: Iterable[Sequence[str]]) -> Iterator[str]:
    """The last name of each key, as `the (2)` where the key stands a second time; blank ones as they are."""
    seen: Counter[Sequence[str]] = Counter()
    for key in keys:
        seen[key] += 1
        yield key[-1] if seen[key] == 1 or not key[-1].strip() else f"{key[-1]} ({seen[key]})"


def told_apart(columns: Sequence[Labels]) -> Labels:
    """The last of some columns, with what makes each row of them the only one."""
    return distinct(apart(zip(*(column.texts().tolist() for column in columns), strict=True)))
