"""Every style of a record: what says how a text is set, wherever it stands."""

from collections.abc import Iterator
from typing import Any

from heatfig.diagnostics.origin import Path
from heatfig.language.model.cells import Annotation
from heatfig.language.model.style import CellStyle, Style
from heatfig.language.walk import walk

AnyStyle = Style | CellStyle | Annotation


def styles_in(value: Any) -> Iterator[tuple[Path, AnyStyle]]:
    """Every style in a record of the language, and where it stands."""
    return ((visited.path, visited.value) for visited in walk(value) if isinstance(visited.value, AnyStyle))
