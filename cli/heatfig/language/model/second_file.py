"""Files beside those of the scores, which say more of labels or rows."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.model.scores import ScoreFile, Separator
from heatfig.language.scalars import Comment, DateForm, Files, Label


@record()
class SecondFile:
    """A file that is looked up in, or several whose rows are joined."""

    file: Files = key(
        "path of the second file, relative to the file that names it, or of several by a pattern, as in `scores`",
        examples=["models.csv", "models/{model}.csv"],
    )
    separator: Separator | None = key("as in `scores`", default=None, examples=[";"])
    decimal: Literal[".", ","] = key("the decimal mark of its numbers", default=".", examples=[","])
    comment: Comment | None = key("as in `scores`", default=None, examples=["#"])
    parse: dict[Label, DateForm] = key("as in `scores`", default={}, examples=[{"released": "%d.%m.%Y"}])

    @property
    def source(self) -> ScoreFile:
        """The file and how it is read."""
        return ScoreFile(
            file=self.file,
            separator=self.separator,
            decimal=self.decimal,
            comment=self.comment,
            parse=self.parse,
        )


@record()
class AxisLookup(SecondFile):
    """A second file with one row a label, whose columns serve order, group, labels and tracks along the axis."""

    by: Label = key("its column that holds the labels", name="key", examples=["name"])
