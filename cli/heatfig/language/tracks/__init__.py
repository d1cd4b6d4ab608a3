"""What stands beside the grid: a file for each kind of track, and one line here."""

from typing import Annotated

from heatfig.language.hints import KINDS
from heatfig.language.tracks.bars import Bars
from heatfig.language.tracks.box import Boxes
from heatfig.language.tracks.dendrogram import Dendrogram
from heatfig.language.tracks.labels import Labels
from heatfig.language.tracks.line import LineTrack
from heatfig.language.tracks.margin import Margin
from heatfig.language.tracks.points import Points
from heatfig.language.tracks.strip import Strip
from heatfig.language.tracks.text import RowTexts
from heatfig.language.tracks.violin import Violins

Track = Annotated[Strip | Bars | Points | LineTrack | Violins | Boxes | RowTexts | Margin | Dendrogram | Labels, KINDS]

__all__ = [
    "Bars",
    "Boxes",
    "Dendrogram",
    "Labels",
    "LineTrack",
    "Margin",
    "Points",
    "RowTexts",
    "Strip",
    "Track",
    "Violins",
]
