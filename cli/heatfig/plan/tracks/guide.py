"""A guide that stands beside a grid, or beside all of them."""

from typing import Literal

from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class GuideTrack:
    """The place of the guide with that id."""

    guide: str
    kind: Literal["guide"] = "guide"


@dataclass(frozen=True)
class Title:
    """The place of the title of the panel, or of the figure."""

    kind: Literal["title"] = "title"
