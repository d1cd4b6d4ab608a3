"""Rules of split cells and the strips that name their parts."""

from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules
from heatfig.language.tracks import Strip
from heatfig.scales.sides import SIDES


def check_split(settings: Settings, rules: Rules) -> None:
    """Parts of a cell stand side by side, and so do the colours that name them."""
    if settings.split is None:
        return
    for side in SIDES["y"]:
        for index, track in enumerate(settings.beside.at(side)):
            if isinstance(track, Strip) and track.field == settings.split.column:
                message = "the parts of a cell stand side by side, so their strip runs along x"
                path = ("beside", side, index, "strip", "field")
                rules.refuse("contradiction", message, *path, hint="beside: {top: […]}")
