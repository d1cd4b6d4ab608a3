"""What stands beside the grid: a file for each kind of track, and one line here."""

from typing import Annotated, Literal

from heatfig.language.hints import KINDS
from heatfig.language.tracks.strip import Strip

Track = Annotated[Strip, KINDS]
SIDES: dict[Literal["left", "right", "top", "bottom"], Literal["x", "y"]] = {
    "left": "y",
    "right": "y",
    "top": "x",
    "bottom": "x",
}
