"""Score files, and how several scores of one cell become one."""

from pathlib import PurePath
from typing import Annotated, Literal

from heatfig.language.forms import Short
from heatfig.language.hints import ONE_TOO, Off, key, record
from heatfig.language.scalars import Comment, Count, DateForm, Files, Label, NewColumn, Texts
from heatfig.scales.words import Spread, Using

Separator = Literal[",", ";", "\t", "|"]
Header = Literal["unique", "repeated", "short", "none"]
Names = Annotated[tuple[Label, ...], ONE_TOO]


@record()
class AllBut:
    """All columns of a wide file that are not named are its cells."""

    leave_out: Names = key("columns that are none of the cells", examples=[["Average"]], name="not")


@record(Short(scalar="file"))
class ScoreFile:
    """One file and how to read it.

    CSV (`.csv`, `.tsv` or `.txt`, UTF-8, with a header line), JSON (`.jsonl`, an object a line, or `.json`, a list of
    objects or one; mappings in these have dotted names), or Parquet (`.parquet`, with `heatfig[parquet]`); behind
    these `.gz` may stand.

    A wide file is read as rows before anything else sees them, one for each of its cells: `rows` name its rows, the
    header stands in the column `names`, the cell in the column `values`. `axes.y` (the last of `rows`), `axes.x` and
    `value` are these where the spec names no others, and names that nobody wrote are not shown.
    """

    file: Files = key(
        "path of the file, relative to the file that names it, or of many: `*` and `?` stand for any characters within "
        "a name, `{seed}` for what becomes the column `seed`, `**` for any number of folders; behind a backslash each "
        "stands for itself",
        examples=["scores.csv", "runs/{model}/{seed}.csv", "runs/**/{model}/{seed}.csv"],
    )
    form: Literal["long", "wide", "lm-eval"] = key(
        "`long`: one score a line, beside the labels of its cell; "
        "`wide`: many scores a line, each in the column that the header names; "
        "`lm-eval`: results of lm-evaluation-harness, before and since version 0.4, read as rows with the columns "
        "`task`, `metric`, `filter` (`none` where there is none), `score`, `stderr`, `n_shot`, `higher_is_better` and "
        "`model`",
        default="long",
        examples=["wide", "lm-eval"],
    )
    separator: Separator | None = key(
        "the character between fields; if absent a comma, in a `.tsv` file a tab", default=None, examples=[";", "\t"]
    )
    decimal: Literal[".", ","] = key("the decimal mark of the scores", default=".", examples=[","])
    comment: Comment | None = key("what lines begin with that are comments, and no rows", default=None, examples=["#"])
    header: Header = key(
        "what stands in the first line: `unique`, a name for each column; `repeated`, names of which some stand again, "
        "which are then told apart by where they stand: `QA`, `QA (2)`; `short`, one name less, as R writes it: "
        "the first column, of the names of rows, has none; `none`, no names: columns are numbered from 0, "
        "and the rows of a wide file as well",
        default="unique",
        examples=["repeated", "short", "none"],
    )
    rows: Names | Off = key(
        "wide form: the columns that name the rows; if absent the first, called `y` where its header is blank; `none` "
        "numbers the rows from 0",
        default=(),
        examples=["model", ["family", "model"], "none"],
    )
    row_names: Literal["unique", "repeated"] | None = key(
        "wide form: what names the rows: `unique`, a name for each, the default; `repeated`, names of which some stand "
        "again, which are then told apart by where they stand: `the`, `the (2)`",
        default=None,
        examples=["repeated"],
    )
    keep: Names = key(
        "wide form: columns that say more of each row and are none of its cells", default=(), examples=[["params"]]
    )
    columns: Names | AllBut | dict[NewColumn, Label] | None = key(
        "wide form: the columns that are cells, if not all but those in `rows` and `keep`: a list, `{not: […]}`, or "
        "for each measure a pattern of their names, in which `{task}` stands for a label of the column `task`",
        default=None,
        examples=[["Reading", "Math"], {"not": ["Average"]}, {"accuracy": "acc_{task}", "error": "std_{task}"}],
    )
    names: NewColumn | None = key(
        "wide form: what the column of the header's names is called; `x` if absent", default=None, examples=["task"]
    )
    values: NewColumn | None = key(
        "wide form: what the column of the cells is called; `score` if absent", default=None, examples=["accuracy"]
    )
    parse: dict[Label, DateForm] = key(
        "how the dates of a column are written, as `strptime` of Python and C says it",
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
    """How many scores each cell has; cells without any are missing."""

    least: Count = key("how many at least", examples=[5])
    fewer: Literal["error", "mark"] = key(
        "what becomes of a cell that has fewer: an `error`, or `mark`: a † at its top right, which the legend explains",
        default="error",
        examples=["mark"],
    )


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
        "Student's t with n - 1 degrees of freedom (`ci95`, as ISO 2602 has it), or their interquartile range (`iqr`)",
        default=None,
        examples=["std"],
    )
    columns: dict[Texts, Using] = key(
        "what becomes of other columns that a text, an order or a track names, where their rows differ within a cell",
        default={},
        examples=[{"seed": "max", "family": "first"}],
    )
    repeats: Repeats | None = key(
        "how many scores each cell has at least; fewer are an error unless a mapping says that they are marked",
        default=None,
        examples=[5, {"least": 5, "fewer": "mark"}],
    )
