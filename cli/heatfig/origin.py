"""Where in a spec something comes from, as plain data that travels with a plan."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Origin:
    """A path of keys and indices below one panel of a spec, or below the figure."""

    panel: int | None
    path: Path
