"""Where in a spec something comes from, as plain data that travels with a plan."""

from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Origin:
    """A path of keys and indices below one panel of a spec, or below the figure."""

    panel: int | None
    path: Path


def touched(path: Path, others: Iterable[Path]) -> bool:
    """Whether one of the other paths is the beginning of `path`, or `path` the beginning of it."""
    return any(path[: len(other)] == other[: len(path)] for other in others)
