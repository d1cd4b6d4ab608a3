"""Score files, and how several scores of one cell become one."""

from typing import Literal

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.scalars import File, Integer, Texts

Using = Literal["mean", "median", "min", "max", "sum", "count", "first"]
Spread = Literal["std", "sem", "ci95", "iqr"]


@record(Short(scalar="file"))
class ScoreFile:
    """One file and how to read it.

    CSV (`.csv`, `.tsv` or `.txt`, UTF-8, with a header line), or Parquet (`.parquet`, with `heatfig[parquet]`).
    """

    file: File = key("path of the CSV file, relative to the file that names it", examples=["scores.csv"])
    form: Literal["long", "wide"] = key(
        "`long`: one score a line, beside the labels of its cell; "
        "`wide`: a matrix whose first column names the rows and whose header names the columns",
        default="long",
        examples=["wide"],
    )
    separator: Literal[",", ";", "\t", "|"] = key("the character between fields", default=",", examples=[";", "\t"])
    decimal: Literal[".", ","] = key("the decimal mark of the scores", default=".", examples=[","])


@record(Short(scalar="using"))
class Aggregate:
    """How several scores of one cell become one, those that are missing left out."""

    using: Using = key(
        "what becomes of them; `first` takes the first row's; `count` counts the scores, or without a `value` the rows",
        examples=["median"],
    )
    spread: Spread | None = key(
        "how far the scores of a cell lie apart, which `{spread}` shows in a text: their standard deviation (`std`) or "
        "standard error (`sem`), both by n - 1, half the width of the 95 % confidence interval of their mean by "
        "Student's t (`ci95`), or their interquartile range (`iqr`)",
        default=None,
        examples=["std"],
    )
    columns: dict[Texts, Using] = key(
        "what becomes of other columns that a text, an order or a track names, where their rows differ within a cell",
        default={},
        examples=[{"seed": "max", "family": "first"}],
    )
    repeats: Integer | None = key("how many scores each cell has; fewer are an error", default=None, examples=[5])
