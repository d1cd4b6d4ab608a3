"""A whole figure, and its panels."""

from typing import Annotated

from heatfig.language.hints import ONE_TOO, Off, key, record
from heatfig.language.model.page import Facet, Font, Layout, Legend, Share, Size, Title
from heatfig.language.model.settings import Settings
from heatfig.language.scalars import Color, Dots, File, OfVenue, PanelName, VenueName, Version
from heatfig.language.venues import USUAL_TEXT, Venue, venues
from heatfig.runtime.formats import FileFormat

MOST_PANELS = 1_000


@record()
class Panel(Settings):
    """One panel: its name, its title, and any key of [figure and panel](#figure-and-panel)."""

    name: PanelName | None = key(
        "its name in `layout.grid` and in the plan; if absent `p0`, `p1`, … by position",
        default=None,
        examples=["gain"],
    )
    title: Title | None = key(
        "the panel's title: a text, or a mapping",
        default=None,
        examples=["Probe", {"text": "Probe", "side": "bottom"}],
    )
    legend: Legend | None = key(
        "a legend beside this panel, of what it alone explains; if absent the figure's explains all",
        default=None,
        examples=[{"side": "right"}],
    )


def panel_id(name: str | None, index: int) -> str:
    """The id of a panel: its name, or its place among the others."""
    return f"p{index}" if name is None else str(name)


@record()
class Figure:
    """What is said of the figure alone."""

    title: Title | None = key(
        "the figure's title: a text, or a mapping",
        default=None,
        examples=["Accuracy by model", {"text": "Accuracy by model", "align": "left"}],
    )
    facet: Facet | Off = key(
        "one panel for each value of a column: the column, or a mapping",
        default=None,
        examples=["method", {"column": "method", "order": ["LoRA", "Probe"]}],
    )
    share: Share = key(
        "what panels share, if it should not follow from their columns",
        default=Share(),
        examples=[{"x": False}],
    )
    layout: Layout = key(
        "how panels are arranged",
        default=Layout(),
        examples=["column", {"across": 2, "labels": "outer"}],
    )
    legend: Legend | Off = key(
        "the legend of categories, marks and missing cells, or `none`",
        default=Legend(),
        examples=["none", {"side": "right"}],
    )
    venue: VenueName | Off = key(
        "where the figure will appear, by its name in the [table](#venues): widths in `size` may refer to its "
        "columns, texts get its size, and breaking its rules is an error. It does not set the `font`",
        default=None,
        examples=["icml2026"],
    )
    size: Size = key("the size of the page, or of one cell", default=Size(), examples=[{"width": "85mm"}])
    font: Font = key("the typeface of all texts", default=Font(), examples=[{"family": "DejaVu Serif", "size": 9}])
    background: Color | Off = key(
        "colour of the page, or `none` for a transparent page", default="white", examples=["none"]
    )
    formats: Annotated[tuple[FileFormat, ...], ONE_TOO] | None = key(
        "the formats to write, unless `-f` gives others; all three if absent", default=None, examples=[["pdf", "svg"]]
    )
    dpi: Dots = key("pixels per inch of the PNG, unless `--dpi` gives another", default=300, examples=[600])

    @property
    def page_venue(self) -> Venue | None:
        """The venue's line in the table."""
        return None if self.venue is None else venues()[self.venue]

    @property
    def text_size(self) -> float:
        """The size of most texts: as asked, else as the venue asks, else the usual one."""
        venue = self.page_venue
        return self.font.size or (USUAL_TEXT if venue is None else venue.text_size)

    @property
    def page_width(self) -> float | None:
        """The page's width in points; None where it follows, or is a part of that of a venue which is not named."""
        width, venue = self.size.width, self.page_venue
        if not isinstance(width, OfVenue):
            return width
        if venue is None:
            return None
        return width.part * (venue.column_width if width.of == "columnwidth" else venue.text_width)


@record()
class Document(Figure, Settings):
    """Keys of a whole spec, beside those that it shares with its panels."""

    heatfig: Version | None = key("the version of the language", default=None, examples=[2])
    extends: File | None = key(
        "another spec to start from: its keys hold unless this one overrides them; relative to this file",
        default=None,
        examples=["paper.yaml"],
    )
    panels: tuple[Panel, ...] | None = key(
        "the panels, row by row from the left; a single one if absent",
        default=None,
        examples=[
            [
                {"title": "Probe", "where": {"method": "Probe"}},
                {"title": "LoRA", "where": {"method": "LoRA"}},
            ]
        ],
    )
