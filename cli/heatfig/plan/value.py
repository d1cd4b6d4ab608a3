"""What scores are."""

from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Normalization, Spread, Using, Within


@dataclass(frozen=True)
class Normalized:
    """What became of each score by the other ones within the same label or group, or all."""

    using: Normalization
    per: tuple[Within, ...]


@dataclass(frozen=True)
class Value:
    """What the scores of a panel are: their name, how repeats became one, what moved them, how they are read out.

    `format` is a number format of the language; None is the shortest text that is exact. Of texts the scores are the
    places among `categories`.
    """

    name: str
    aggregate: Using | None = None
    spread: Spread | None = None
    repeats: int | None = None
    normalize: tuple[Normalized, ...] = ()
    format: str | None = None
    categories: tuple[str, ...] = ()
