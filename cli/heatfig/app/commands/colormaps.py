"""`heatfig colormaps`: names by kind, with a swatch on a terminal that shows colours."""

from collections.abc import Sequence

from heatfig.app.commands import Output, Picture, Report
from heatfig.scales.colors import KINDS, catalog, named_table

SWATCH = 24


def colormaps(kinds: Sequence[str], color: bool) -> Report:
    """The names of the kinds asked for, or of all."""
    for kind in kinds or KINDS:
        yield f"{kind}:"
        for name in catalog(kind):
            yield Picture(f"  {_swatch(name)} {name}") if color else Output(f"  {name}")


def _swatch(name: str) -> str:
    table = named_table(name)
    entries = [table[round(step * (len(table) - 1) / (SWATCH - 1))] for step in range(SWATCH)]
    return "".join(f"\x1b[48;2;{r};{g};{b}m " for r, g, b in entries) + "\x1b[0m"
