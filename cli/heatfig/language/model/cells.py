"""What a cell shows: its score as text, that it has none, or several scores; and how it is drawn."""

from typing import Annotated, Literal

from heatfig.language.conditions import Condition
from heatfig.language.forms import Short, Words
from heatfig.language.hints import key, record
from heatfig.language.model.shapes import Sizes
from heatfig.language.model.stroke import Stroke
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Boolean, Color, FieldRef, Label, Labels, Points, Text
from heatfig.language.templates import SHORT_TEMPLATE, TEMPLATE, Placeholder, Template, template_of
from heatfig.scales.words import VALUE, Hatch, Spot

EXACT = Template((Placeholder(FieldRef(VALUE), None),))


Contrast = Literal["looks", "wcag"]


@record()
class Meanings:
    """What the legend says of texts that conditions set so; of a look that is absent, what is `best` if that is it."""

    bold: Text | None = key('of bold ones, `""` for nothing', default=None, examples=["best of each task"])
    italic: Text | None = key('of italic ones, `""` for nothing', default=None, examples=["not significant"])
    underline: Text | None = key('of underlined ones, `""` for nothing', default=None, examples=["second best"])


@record(Short(scalar="text", form=SHORT_TEMPLATE, rewrite=template_of), noun="annotations")
class Annotation(Checked):
    """A text in each cell that has a score, black or white depending on the cell's colour.

    Texts shrink to fit, but not below 5 points.
    """

    text: TEMPLATE = key(
        "a template: `{value}` stands for the score, `{value:.2f}` for the score in a number format, `{spread}` "
        "and `{count}` for what `aggregate` says of the cell, `{COLUMN}` for any column that has one value in the "
        "cell or that `aggregate` combines. The name of the `value` column stands for the score before "
        "`normalize`, `{class}` for the label of the class that it is in, where `norm` has one for each. `{{` is a "
        "brace",
        default=EXACT,
        examples=["{value:.2f}", "{value:.2f} ± {spread:.2f}", "{value:.2f} (p = {p:.2g})"],
    )
    where: Condition = key("the cells that have it", default=True, examples=[{"value": {"above": 0.2}}])
    at: Spot = key("position in the cell", default="center", examples=["top-right"])
    size: Points | None = key(
        "size in points, before texts shrink to fit; if absent that of the font",
        default=None,
        examples=[6],
    )
    bold: Condition = key(
        "which texts are bold", default=False, examples=[True, "is_best", {"best": "max", "per": "x"}]
    )
    italic: Condition = key("which texts are italic", default=False, examples=["is_best"])
    underline: Condition = key(
        "which texts are underlined", default=False, examples=[{"best": "max", "rank": 2, "per": "x"}]
    )
    color: Color | dict[Color, Condition] | None = key(
        "their colour, or colours by condition, of which the first that holds is used; if absent, or if none "
        "holds, black or white",
        default=None,
        examples=["dimgrey", {"firebrick": {"value": {"below": 0.3}}}],
    )
    legend: Boolean | Meanings = key(
        "whether the legend explains bold, italic or underlined where these mean the `best`; or in which words it "
        "does, for any condition",
        default=True,
        examples=[False, {"bold": "best of each task"}],
    )
    contrast: Contrast = key(
        "how black or white is chosen: `looks` keeps white where it looks better, with a contrast of at least 3 : "
        "1; `wcag` takes the higher contrast",
        default="looks",
        examples=["wcag"],
    )

    def check(self, rules: Rules) -> None:
        """Black or white are chosen where no colour is said, and a look that some texts have alone means something."""
        if isinstance(self.color, str) and rules.gives("contrast"):
            message = "`contrast` chooses between black and white, and the colour is said"
            rules.refuse("contradiction", message, "contrast", hint="leave one of them out")
        for look in ("bold", "italic", "underline") if isinstance(self.legend, Meanings) else ():
            if getattr(self.legend, look) is not None and isinstance(getattr(self, look), bool):
                message = f"`{look}` has no condition that the legend could say the meaning of"
                rules.refuse("contradiction", message, "legend", look, hint=f"{look}: {{best: max}}, or leave it out")


@record(Short(scalar="label"))
class MissingKind:
    """What one text in the score column means, and how its cells are drawn."""

    label: Text = key("text in the legend", examples=["out of memory"])
    color: Color | None = key("fill colour; if absent the `color` of `missing`", default=None, examples=["lightgrey"])
    hatch: Hatch | None = key(
        "lines over the fill; if absent none, unless two kinds would look the same",
        default=None,
        examples=["crossed"],
    )
    text: Text = key("text in its cells", default="", examples=["OOM"])


@record()
class Missing:
    """How cells without a score are drawn and what the legend says of them.

    Such a cell has no line in the file, or an empty field.
    """

    color: Color | None = key(
        "fill colour; if absent a grey that the colormap does not have, or else a hatched one",
        default=None,
        examples=["white"],
    )
    hatch: Hatch | None = key(
        "lines over the fill; if absent none, unless the colour could be taken for a score or another kind of missing",
        default=None,
        examples=["none"],
    )
    label: Text = key('text in the legend; `""` for no entry', default="no score", examples=["not tested"])
    text: Text = key("text in its cells", default="", examples=["–"])
    tokens: dict[Label, MissingKind] = key(
        "texts in the score column that stand for a missing score, and what each means; `''` is an empty field",
        default={},
        examples=[{"OOM": "out of memory"}, {"n/a": {"label": "not run", "hatch": "level"}}],
    )


Blank = Annotated[Missing, Words({"blank": Missing(color="white", hatch="none", label="")})]


@record(Short(scalar="column"))
class Split(Checked):
    """Several scores in one cell, side by side: one part for each value of a column.

    To name the parts, add a strip of that column: `beside: {top: [{strip: method}]}`.
    """

    column: Labels = key("column whose values are the parts", examples=["method"])
    order: tuple[Label, ...] | None = key(
        "all parts, from left to right; as in the file if absent", default=None, examples=[["Probe", "LoRA"]]
    )
    keep_empty: Boolean = key("`true` lets `order` name parts that the data lacks", default=False, examples=[True])

    def check(self, rules: Rules) -> None:
        """Each part is listed once, and only a list names empty ones."""
        rules.once(self.order, "order")
        if self.keep_empty and self.order is None:
            message = "`keep_empty` needs an `order` that is a list"
            rules.refuse("contradiction", message, "keep_empty", hint="order: [PART, …]")


@record(Short(scalar="draw"), noun="cells")
class Cells:
    """How cells are drawn."""

    shape: Literal["square", "circle", "bar"] = key(
        "what is coloured: a `square` (the whole cell, or with `size` a square within it), a `circle`, or a `bar` "
        "in the cell",
        default="square",
        examples=["circle", "bar"],
    )
    size: Sizes | None = key(
        "a field that sets the area of each shape, with a legend of sizes; if absent shapes fill their cells",
        default=None,
        examples=["count", {"field": "count", "range": [0, 10], "label": "Runs"}],
    )
    at: Literal["bottom", "center"] = key("position of a bar in its cell", default="bottom", examples=["center"])
    fill: Literal["score", "none"] | Color = key(
        "fill of the shapes: the colour of the `score`; one colour for all, so that sizes alone show scores, without "
        "a colorbar; or `none` for hollow ones, whose line has the colour of the score unless `stroke` gives another",
        default="score",
        examples=["none", "steelblue"],
    )
    stroke: Stroke | None = key(
        "the edge of a shape, drawn within it; if absent a thin line, a little darker than the shape",
        default=None,
        examples=[{"color": "steelblue", "width": "1.5pt"}],
    )
    draw: Literal["auto", "vector", "image"] = key(
        "`vector`: each cell is a shape; `image`: all cells are one image, without hatches and gaps; `auto`: "
        "`image` above 10,000 cells",
        default="auto",
        examples=["image"],
    )

    @property
    def shaped(self) -> bool:
        """Whether a score is shown by less than its whole cell."""
        return self.shape != "square" or self.size is not None

    @property
    def uncolored(self) -> bool:
        """Whether its colours tell nothing of scores."""
        if self.fill == "none":
            return self.stroke is not None and self.stroke.color is not None
        return self.color is not None

    @property
    def color(self) -> str | None:
        """The colour that fills all its shapes."""
        return None if self.fill in {"score", "none"} else self.fill
