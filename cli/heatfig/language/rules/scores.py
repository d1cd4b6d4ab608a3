"""Rules of score files and of the columns that are read from them."""

from heatfig.language.model.scores import ScoreFile
from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules
from heatfig.language.rules.wide import check_wide
from heatfig.runtime.score_formats import format_of

_OF_WIDE_FILES = ("rows", "row_names", "keep", "columns", "names", "values")


def check_scores(settings: Settings, rules: Rules) -> None:
    """The rules of each file, then those of all together."""
    if not settings.scores:
        hint = "scores: FILE.csv"
        rules.refuse("missing-key", "no score file is named: the key 'scores' is missing", "scores", hint=hint)
        return
    for index, file in enumerate(settings.scores):
        _check_file(file, index, rules)
    if len({file.decimal for file in settings.scores}) > 1:
        hint = "save them with one decimal mark"
        rules.refuse("contradiction", "these score files write decimals in two ways", "scores", hint=hint)
    rules.once((file.file for file in settings.scores), "scores")
    if settings.scores[0].form == "long":
        _check_long(settings, rules)


def _check_file(file: ScoreFile, index: int, rules: Rules) -> None:
    if file.separated_by == file.decimal:
        hint = "separator: ';' is usual with decimal commas"
        rules.refuse("contradiction", "separator and decimal mark are the same", "scores", index, hint=hint)
    _check_separated(file, index, rules)
    if file.form == "wide":
        check_wide(file, index, rules)
    else:
        _check_no_wide(file, index, rules)


def _check_separated(file: ScoreFile, index: int, rules: Rules) -> None:
    """What says how lines are written stands beside no file that has none."""
    kind = format_of(file.file)
    if file.form == "lm-eval" or not (kind is None or kind.separated):
        for name, default in (("separator", None), ("decimal", "."), ("comment", None), ("header", "unique")):
            if getattr(file, name) != default:
                message = f"`{name}` is for tables of text, and this file is not one"
                rules.refuse("contradiction", message, "scores", index, name, hint="leave it out")


def _check_no_wide(file: ScoreFile, index: int, rules: Rules) -> None:
    """What says how a wide file is read stands beside no other."""
    for name in _OF_WIDE_FILES:
        if getattr(file, name) not in ((), None):
            message = f"`{name}` is for wide files, and this one has form: {file.form}"
            rules.refuse("contradiction", message, "scores", index, name, hint="form: wide")


def _check_long(settings: Settings, rules: Rules) -> None:
    if settings.value is None and settings.using != "count" and rules.is_valid("value") and rules.is_valid("aggregate"):
        hint = "value: COLUMN; for a matrix with a header say scores: {file: FILE, form: wide}"
        message = "the column of the scores is not named: the key 'value' is missing"
        rules.refuse("missing-key", message, "value", hint=hint)
    for name, axis in (("x", settings.axes.x), ("y", settings.axes.y)):
        if axis.column is None and rules.is_valid("axes", name, "column"):
            hint = f"axes: {{{name}: {{column: COLUMN}}}}"
            message = f"the column of the {name} axis is not named: the key 'column' is missing"
            rules.refuse("missing-key", message, "axes", name, hint=hint)
