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
    """Scores of the same grid over those before; what it leaves unsaid is as figure or panel have it.

    The first layer is what orders, marks and what stands beside the grid see; a later one shows nothing where it has
    no score. Texts stand over all of them.
    """

    value: Numbers | None = key("column of its scores", default=None, examples=["accuracy"])
    normalize: Normalized | None = key("what becomes of its scores", default=None, examples=["rank"])
    colormap: Colormap | ScoreCategories | None = key("its colours", default=None, examples=["Greens"])
    range: Range | None = key("the scores of its first and last colour", default=None, examples=[[0, 1]])
    norm: Norm | None = key("how its scores spread over its colours", default=None, examples=["log"])
    annotations: Annotation | tuple[Annotation, ...] | Off = key(
        "the texts of its scores in the cells; those of figure and panel are of the first layer",
        default=None,
        examples=[".2f"],
    )
    cells: Cells | None = key(
        "how it is drawn, such as in circles", default=None, examples=[{"shape": "circle", "size": "count"}]
    )
    colorbar: Colorbar | Off = key(
        "the key to its colours, or `none`; if absent as the `colorbar` of figure or panel",
        default=Colorbar(),
        examples=["none"],
    )
