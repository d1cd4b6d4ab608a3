"""A whole figure, and its panels."""

from pydantic import ConfigDict, Field

from heatfig.language.model.forms import Model
from heatfig.language.model.legend import AnyLegend, Legend
from heatfig.language.model.page import AnyLayout, Font, Layout, Size
from heatfig.language.model.settings import Settings
from heatfig.language.scalars import Integer, Label, Name, VersionOne
from heatfig.runtime.formats import FileFormat


class PanelDocument(Settings):
    """One panel of the list: its title, and any key that figure and panels share."""

    title: Label | None = Field(None, description="the panel's title", examples=["Probe"])


class Facet(Model):
    """Panels made by a column's values, one for each (long form only; in place of `panels`)."""

    column: Name = Field(description="column whose values make the panels", examples=["method"])
    order: list[Label] | None = Field(
        None,
        description="all values, in the order of their panels; as in the CSV if absent",
        examples=[["LoRA", "Probe"]],
    )
    labels: dict[Label, Label] = Field(
        {}, description="panel title by value; the value itself if absent", examples=[{"LoRA": "LoRA ($r = 8$)"}]
    )


class Document(Settings):
    """A whole figure: these keys, and those that it shares with its panels."""

    model_config = ConfigDict(title="heatfig figure spec")

    heatfig: VersionOne | None = Field(
        None, description="version of the language that the spec is written in", examples=[1]
    )
    title: Label | None = Field(None, description="the figure's title", examples=["Accuracy by model"])
    background: Name = Field(
        "white", description="colour of the page, or `none` for a transparent page", examples=["none"]
    )
    font: Font = Field(
        Font.model_construct(),
        description="the typeface of all texts",
        examples=[{"family": "DejaVu Serif", "size": 9}],
    )
    formats: list[FileFormat] | None = Field(
        None, description="what to write, unless `-f` says so; all three if absent", examples=[["pdf", "svg"]]
    )
    dpi: Integer = Field(
        300, description="pixels per inch of the PNG, unless `--dpi` says so; 10 to 4800", examples=[600]
    )
    size: Size = Field(
        Size.model_construct(), description="the size of the page or of one cell", examples=[{"width": "85mm"}]
    )
    legend: AnyLegend = Field(
        Legend.model_construct(),
        description="the legend of strips and missing cells, or `none`",
        examples=["none", {"side": "right"}],
    )
    layout: AnyLayout = Field(
        Layout.model_construct(),
        description="how panels stand together",
        examples=["column", {"columns": 2, "labels": "outer"}],
    )
    panels: list[PanelDocument] | None = Field(
        None,
        description="the panels, from left to right and row by row; a single one if absent",
        examples=[
            [
                {"title": "Probe", "where": {"method": "Probe"}},
                {"title": "LoRA", "where": {"method": "LoRA"}},
            ]
        ],
    )
    facet: Facet | None = Field(None, description="panels made by a column's values", examples=[{"column": "method"}])
