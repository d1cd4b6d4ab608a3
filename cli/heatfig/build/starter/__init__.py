"""A starter spec for score files: what their columns look like decides what goes where."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from heatfig.build.starter.axes import is_no_score, is_row, is_score, score_column
from heatfig.build.starter.columns import Column, count, other_texts, score_columns
from heatfig.build.starter.lm_eval import lm_eval_spec
from heatfig.build.starter.long import count_spec, long_spec
from heatfig.build.starter.matrix import matrix, rows_named
from heatfig.build.starter.measures import measures
from heatfig.build.starter.printed import printed_spec
from heatfig.build.starter.reading import Read, is_headless, read_scores
from heatfig.build.starter.wide import measured_spec, wide_spec
from heatfig.data.hints import hint_for, number_hint
from heatfig.diagnostics import Problems, problem

_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?")
_NUMERAL = re.compile(r"[-+]?[0-9.]+([eE][-+]?[0-9]+)?")


def starter_spec(scores: Sequence[Path], folder: Path) -> str:
    """The text of a spec that shows score files and lies in `folder`; raises Problems if nothing in them is a score."""
    read = read_scores(scores, folder)
    if read.form == "lm-eval":
        return _text(lm_eval_spec(read))
    _check_rows(read)
    columns = score_columns(read.table, read.dialect.decimal)
    several = measures(columns)
    if several is not None and (names := rows_named(read, columns)) is not None:
        return _text(measured_spec(read, several, names, columns))
    whole = matrix(read, columns)
    if whole is not None:
        headless = is_headless(read)
        return _text(wide_spec(replace(read, header="none") if headless else read, whole))
    if not columns and _are_counted(read):
        return _text(count_spec(read))
    if all(map(is_no_score, columns)) and (lines := printed_spec(read, columns)) is not None:
        return _text(lines)
    _check_scores(read, columns)
    return _text(long_spec(read, columns))


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _check_rows(read: Read) -> None:
    """Raise Problems for one object of JSON whose keys hold others, which is a single row."""
    (name, *others), dotted = read.named.names, [column for column in read.columns if "." in column]
    if len(read.table) == 1 and dotted and not others and name.removesuffix(".gz").endswith(".json"):
        message = f"the file is one object, and so one row, in which '{dotted[0]}' is a column"
        hint = "write a list of objects, one for each score; pandas does so by frame.to_json(…, orient='records')"
        raise problem("no-axes", message, read.table.place(0), hint)


def _are_counted(read: Read) -> bool:
    """Whether rows of labels alone repeat each other, as predictions beside the truth do."""
    few = all(count(read.table, name) < len(read.table) for name in read.columns)
    return few and len(read.columns) == 2 and _nearly_a_number(read) is None


def _check_scores(read: Read, columns: dict[str, Column]) -> None:
    """Raise Problems where no column holds scores, or what is nearly one would be taken for them."""
    if not columns:
        raise _without_scores(read, _nearly_a_number(read, r"[-+]?[0-9].*"))
    value = score_column(read.table, columns)
    found = _nearly_a_number(read)
    if found and (is_no_score(value) or (_THOUSANDS.fullmatch(found[1]) and not is_score(value))):
        raise _without_scores(read, found)
    if is_row(value):
        message = f"no column holds scores: '{value}' numbers the rows"
        hint = "aggregate: count shows how many rows each cell has, without a `value`"
        raise problem("no-scores", message, replace(read.table.place(0), line=1), hint)
    if _NUMERAL.fullmatch(value):
        message = "the first line holds numbers, and it is to name the columns"
        hint = "put a header line on top, such as x,y,score, or say scores: {file: …, header: none}"
        raise problem("no-scores", message, replace(read.table.place(0), line=1), hint)


def _nearly_a_number(read: Read, pattern: str = "") -> tuple[str, str] | None:
    """The last column with a text that is nearly a score, by what it looks like or by a pattern, and that text."""
    for name in reversed(read.columns):
        for text in other_texts(read.table.columns[name].labels, read.dialect.decimal):
            if number_hint(text, read.dialect.decimal) or re.fullmatch(pattern, text):
                return name, text
    return None


def _without_scores(read: Read, found: tuple[str, str] | None) -> Problems:
    """No column of scores: told with the mend for a text that is nearly one."""
    place = read.table.place(0)
    if found is None:
        hint = (
            "each score is a plain number; texts are shown by colormap: {categories: {TEXT: COLOUR}}, and "
            "aggregate: count shows how many rows there are, without a `value`"
        )
        lines = [line for column in read.table.columns.values() for line in column.labels.names]
        if len(read.columns) == 1 and all(re.search(r"\S[ \t]+\S", line) for line in lines):
            hint = "if blanks part its fields, write commas in their place"
        return problem("no-scores", "no column holds numbers", replace(place, line=1), hint)
    name, text = found
    message = f"no column holds scores: '{text}' in the column '{name}' is not a number"
    texts = read.table.columns[name].labels.texts()
    row = [written.strip() for written in texts].index(text)
    return problem("no-scores", message, read.table.place(row), hint_for(text, read.dialect.decimal, ()))
