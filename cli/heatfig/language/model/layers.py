"""Layers: several scores over each other on one grid."""

from heatfig.language.hints import Off, key, record
from heatfig.language.model.cells import Annotation, Cells
from heatfig.language.model.colorbar import Colorbar
from heatfig.language.model.colors import Colormap, ScoreCategories
from heatfig.language.model.normalize import Normalized
from heatfig.language.model.range import Range
from heatfig.language.norms import Norm
from heatfig.language.scalars import Numbers


@record()
class Layer:
    """More scores on the same grid, drawn over the layers before.

    Keys that a layer does not give are those of the figure or panel. `marks` and `beside`
    stand outside of `layers`; they and orders use the scores of the first one. A later layer draws nothing where it
    has no score. Texts are above all layers.
    """

    value: Numbers | None = key("column of its scores", default=None, examples=["accuracy"])
    normalize: Normalized | None = key("how its scores are normalized", default=None, examples=["rank"])
    colormap: Colormap | ScoreCategories | None = key("its colours", default=None, examples=["Greens"])
    range: Range | None = key("the scores at the ends of its colours", default=None, examples=[[0, 1]])
    norm: Norm | None = key("how its scores are mapped to its colours", default=None, examples=["log"])
    annotations: Annotation | tuple[Annotation, ...] | Off = key(
        "texts with its scores; the `annotations` of figure or panel belong to the first layer",
        default=None,
        examples=[".2f"],
    )
    cells: Cells | None = key(
        "how it is drawn, such as circles", default=None, examples=[{"shape": "circle", "size": "count"}]
    )
    colorbar: Colorbar | Off = key(
        "its colorbar, or `none`; if absent as the `colorbar` of figure or panel",
        default=Colorbar(),
        examples=["none"],
    )
