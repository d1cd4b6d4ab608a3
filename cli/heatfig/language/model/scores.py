"""Score files, and how several scores of one cell become one."""

from pathlib import PurePath
from typing import Annotated, Literal

from heatfig.language.forms import Short
from heatfig.language.hints import ONE_TOO, Off, key, record
from heatfig.language.scalars import Comment, Count, DateForm, Files, Label, NewColumn, Texts
from heatfig.scales.words import Header, Spread, Using

Separator = Literal[",", ";", "\t", "|"]
Names = Annotated[tuple[Label, ...], ONE_TOO]


@record()
class AllBut:
    """All columns of a wide file but these are cells."""

    leave_out: Names = key("columns that are not cells", examples=[["Average"]], name="not")


@record(Short(scalar="file"))
class ScoreFile:
    """A score file, and how to read it.

    CSV (`.csv`, `.tsv` or `.txt`, in UTF-8, with a header line), JSON (`.jsonl`, one object per line, or `.json`,
    one object or a list of them; nested keys become dotted names) or Parquet (`.parquet`, with `heatfig[parquet]`),
    each also packed as `.gz`. A wide file is turned into rows first, one per cell: the columns `rows` name the row,
    the column `names` holds the header of the cell, the column `values` its number. `axes.y` (the last of `rows`),
    `axes.x` (`names`) and `value` (`values`) are set to these unless the spec gives others; default names are not
    shown in the figure.
    """

    file: Files = key(
        "path of the file, relative to the file that names it; or a pattern for many files: `*` stands for any "
        "characters of a name, `?` for one, `**` for any number of folders, `{seed}` for a part that becomes the "
        "column `seed`; a backslash makes each literal",
        examples=["scores.csv", "runs/{model}/{seed}.csv", "runs/**/{model}/{seed}.csv"],
    )
    form: Literal["long", "wide", "lm-eval"] = key(
        "`long`: one score per line, beside the labels of its cell; `wide`: many scores per line, each in a "
        "column that the header names; `lm-eval`: results of lm-evaluation-harness, from before and since version "
        "0.4, read as rows with the columns `task`, `metric`, `filter` (`none` if there is none), `score`, "
        "`stderr`, `n_shot`, `higher_is_better` and `model`",
        default="long",
        examples=["wide", "lm-eval"],
    )
    separator: Separator | None = key(
        "the character between fields; if absent a comma, or a tab in `.tsv` files", default=None, examples=[";", "\t"]
    )
    decimal: Literal[".", ","] = key("the decimal mark", default=".", examples=[","])
    comment: Comment | None = key("lines that begin with this are skipped", default=None, examples=["#"])
    header: Header = key(
        "the first line: `unique` names for all columns; `repeated`: names occur several times and get numbers, "
        "as in `QA`, `QA (2)`; `short`: the first column, with the names of rows, has none, as R writes tables; "
        "`none`: there are no names, and columns (in wide form also rows) are numbered from 0",
        default="unique",
        examples=["repeated", "short", "none"],
    )
    rows: Names | Off = key(
        "wide form: the columns that name the rows; if absent the first one (called `y` if its header is blank); "
        "`none` numbers the rows from 0",
        default=(),
        examples=["model", ["family", "model"], "none"],
    )
    row_names: Literal["unique", "repeated"] | None = key(
        "wide form: `unique` names for all rows, the default; `repeated`: names occur several times and get numbers, "
        "as in `the`, `the (2)`",
        default=None,
        examples=["repeated"],
    )
    keep: Names = key(
        "wide form: columns with more facts about each row, which are not cells", default=(), examples=[["params"]]
    )
    columns: Names | AllBut | dict[NewColumn, Label] | None = key(
        "wide form: the columns that are cells, if not all but `rows` and `keep`: a list, `{not: […]}`, or for "
        "each measure a pattern of their names, in which `{task}` becomes the column `task`",
        default=None,
        examples=[["Reading", "Math"], {"not": ["Average"]}, {"accuracy": "acc_{task}", "error": "std_{task}"}],
    )
    names: NewColumn | None = key(
        "wide form: a name for the column of header names; `x` if absent", default=None, examples=["task"]
    )
    values: NewColumn | None = key(
        "wide form: a name for the column of the cells' numbers; `score` if absent", default=None, examples=["accuracy"]
    )
    parse: dict[Label, DateForm] = key(
        "how the dates of columns are written, in the codes of Python's `strptime`",
        default={},
        examples=[{"date": "%d.%m.%Y"}],
    )

    @property
    def separated_by(self) -> Separator:
        """The character between fields."""
        tabs = ".tsv" in PurePath(self.file.lower()).suffixes
        return self.separator or ("\t" if tabs else ",")


@record(Short(scalar="least"))
class Repeats:
    """How many scores each cell must have. Cells without any are missing."""

    least: Count = key("the least number", examples=[5])
    fewer: Literal["error", "mark"] = key(
        "what to do with a cell that has fewer: an `error`, or `mark` it with a †, which the legend explains",
        default="error",
        examples=["mark"],
    )


@record(Short(scalar="using"))
class Aggregate:
    """How several scores of one cell are combined. Missing ones are left out."""

    using: Using = key(
        "how to combine them; `first` takes the first row's; `count` counts the scores, or the rows if there is "
        "no `value`",
        examples=["median"],
    )
    spread: Spread | None = key(
        "the spread of a cell's scores, for `{spread}` in texts: standard deviation (`std`) or standard error "
        "(`sem`), both with n - 1; half the width of the 95 % confidence interval of the mean by Student's t "
        "(`ci95`); or interquartile range (`iqr`). A cell with a single score has none, and texts show `–`",
        default=None,
        examples=["std"],
    )
    columns: dict[Texts, Using] = key(
        "how to combine other columns that are used in texts, orders or tracks, if their values differ within a cell",
        default={},
        examples=[{"seed": "max", "family": "first"}],
    )
    repeats: Repeats | None = key(
        "the least number of scores per cell; fewer are an error, unless a mapping says to mark them",
        default=None,
        examples=[5, {"least": 5, "fewer": "mark"}],
    )
