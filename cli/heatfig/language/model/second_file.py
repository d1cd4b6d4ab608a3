"""Files beside those of the scores, which say more of labels or rows."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.model.scores import ScoreFile, Separator
from heatfig.language.scalars import Comment, DateForm, Files, Label


@record()
class SecondFile:
    """A second file, or several whose rows are joined."""

    file: Files = key(
        "path of the second file, relative to the file that names it; or a pattern for several, as in `scores`",
        examples=["models.csv", "models/{model}.csv"],
    )
    separator: Separator | None = key("as in `scores`", default=None, examples=[";"])
    decimal: Literal[".", ","] = key("the decimal mark", default=".", examples=[","])
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
    """A second file with one row per label. Its columns can be used by the axis's order, group, labels and tracks."""

    by: Label = key("its column of labels", name="key", examples=["name"])
